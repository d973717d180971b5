program allocate_memory
  implicit none
  ! Volatile, or the compiler leaves out what nobody reads.
  integer(1), pointer, volatile :: block(:)
  integer :: status
  do
    allocate (block(1048576), stat=status)
    if (status == 0) block = 1
  end do
end program allocate_memory
