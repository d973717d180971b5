object Flood extends App {
  while (true) println("flood")
}
