fun main() {
    val n: Int = "hello"
}
