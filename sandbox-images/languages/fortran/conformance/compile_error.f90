program compile_error
  integer :: n
  n = 'hello'
end program compile_error
