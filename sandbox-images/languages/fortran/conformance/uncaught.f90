program uncaught
  error stop 'the reason'
end program uncaught
