object Utf8 extends App {
  val line = io.StdIn.readLine()
  println(line.codePointCount(0, line.length))
  println(new java.lang.StringBuilder(line).reverse)
}
