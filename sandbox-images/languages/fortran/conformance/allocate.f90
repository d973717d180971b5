program allocate_memory
  implicit none
  type :: node
    integer(1), allocatable :: block(:)
    type(node), pointer :: next
  end type node
  type(node), pointer :: first, fresh
  integer :: status
  first => null()
  do
    allocate (fresh, stat=status)
    if (status /= 0) cycle
    allocate (fresh%block(1048576), stat=status)
    if (status /= 0) cycle
    fresh%block = 1
    fresh%next => first
    first => fresh
  end do
end program allocate_memory
