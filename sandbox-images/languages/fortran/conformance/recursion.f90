program recursion
  implicit none
  print '(i0)', depth(10000)
contains
  recursive function depth(n) result(count)
    integer, intent(in) :: n
    integer :: count
    if (n == 0) then
      count = 0
    else
      count = 1 + depth(n - 1)
    end if
  end function depth
end program recursion
