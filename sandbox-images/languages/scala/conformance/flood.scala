object Flood extends App {
  val text = "flood " * 1000
  while (true) println(text)
}
