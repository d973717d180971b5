object ExitCode extends App {
  sys.exit(7)
}
