program cpu_loop
  implicit none
  integer, volatile :: n
  do
    n = n + 1
  end do
end program cpu_loop
