import java.util.concurrent.atomic.AtomicInteger
import kotlin.concurrent.thread

fun main() {
    val count = AtomicInteger()
    val threads = List(4) { thread { count.incrementAndGet() } }
    threads.forEach { it.join() }
    println(count)
}
