import java.io.IOException
import java.net.Socket

fun main() {
    try {
        Socket("127.0.0.1", 80)
        println("connected")
    } catch (e: IOException) {
        println("refused")
    }
}
