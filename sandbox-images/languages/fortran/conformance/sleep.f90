program sleep_a_minute
  call sleep(60)
end program sleep_a_minute
