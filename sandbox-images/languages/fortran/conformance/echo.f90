program echo
  use iso_c_binding
  implicit none
  interface
    function c_read(fd, buffer, size) bind(c, name='read')
      import
      integer(c_int), value :: fd
      character(c_char) :: buffer(*)
      integer(c_size_t), value :: size
      integer(c_size_t) :: c_read
    end function c_read
    function c_write(fd, buffer, size) bind(c, name='write')
      import
      integer(c_int), value :: fd
      character(c_char) :: buffer(*)
      integer(c_size_t), value :: size
      integer(c_size_t) :: c_write
    end function c_write
  end interface
  integer, parameter :: block = 65536
  character(c_char), save :: buffer(block)
  integer(c_size_t) :: have, done
  do
    have = c_read(0, buffer, int(block, c_size_t))
    if (have <= 0) exit
    done = 0
    do while (done < have)
      done = done + c_write(1, buffer(done + 1), have - done)
    end do
  end do
end program echo
