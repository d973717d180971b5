object Sleep extends App {
  Thread.sleep(60000)
}
