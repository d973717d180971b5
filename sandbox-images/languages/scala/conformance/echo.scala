object Echo {
  def main(args: Array[String]): Unit = {
    val buffer = new Array[Byte](1 << 16)
    Iterator.continually(System.in.read(buffer)).takeWhile(_ >= 0).foreach(System.out.write(buffer, 0, _))
    System.out.flush()
  }
}
