program utf8
  use iso_fortran_env
  implicit none
  integer, parameter :: ucs4 = selected_char_kind('ISO_10646')
  character(kind=ucs4, len=1000) :: line
  integer :: i, n
  open (input_unit, encoding='UTF-8')
  open (output_unit, encoding='UTF-8')
  read (input_unit, '(a)') line
  n = len_trim(line)
  write (output_unit, '(i0)') n
  write (output_unit, '(*(a))') (line(i:i), i = n, 1, -1)
end program utf8
