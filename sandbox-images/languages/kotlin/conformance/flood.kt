fun main() {
    val text = "flood ".repeat(1000)
    while (true) println(text)
}
