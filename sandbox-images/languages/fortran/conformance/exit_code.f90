program exit_code
  stop 7
end program exit_code
