object CpuLoop extends App {
  var n = 0L
  while (true) n += 1
}
