import java.util.concurrent.atomic.AtomicInteger

object Threads extends App {
  val count = new AtomicInteger
  val threads = List.fill(4)(new Thread {
    override def run(): Unit = count.incrementAndGet()
  })
  threads.foreach(_.start())
  threads.foreach(_.join())
  println(count)
}
