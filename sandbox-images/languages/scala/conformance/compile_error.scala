object CompileError extends App {
  val n: Int = "hello"
}
