object Utf8 extends App {
  val line = io.StdIn.readLine()
  println(line.codePointCount(0, line.length))
  println(new StringBuilder(line).underlying.reverse)
}
