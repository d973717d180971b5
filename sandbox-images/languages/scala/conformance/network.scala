import java.net.Socket

import scala.util.Try

object Network extends App {
  println(if (Try(new Socket("127.0.0.1", 80)).isSuccess) "connected" else "refused")
}
