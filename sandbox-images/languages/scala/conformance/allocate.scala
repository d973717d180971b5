import scala.collection.mutable.ArrayBuffer

object Allocate extends App {
  val blocks = ArrayBuffer[Array[Byte]]()
  while (true) blocks += new Array[Byte](1 << 20)
}
