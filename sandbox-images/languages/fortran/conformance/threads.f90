program threads
  use omp_lib
  implicit none
  integer :: count
  count = 0
  !$omp parallel num_threads(4) reduction(+:count)
  count = count + 1
  !$omp end parallel
  print '(i0)', count
end program threads
