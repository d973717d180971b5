object Uncaught extends App {
  throw new IllegalStateException("the reason")
}
