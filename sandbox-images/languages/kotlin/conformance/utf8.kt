fun main() {
    val line = readLine()!!
    println(line.codePointCount(0, line.length))
    println(line.reversed())
}
