// Uses what small programs use, so that its classes are in the archives; see prepare.sh.
data class Point(val x: Int, val y: Int)

sealed class Shape {
    data class Circle(val radius: Double) : Shape()
    data class Square(val side: Double) : Shape()
}

fun area(shape: Shape): Double =
    when (shape) {
        is Shape.Circle -> Math.PI * shape.radius * shape.radius
        is Shape.Square -> shape.side * shape.side
    }

fun collections(numbers: List<Int>) {
    val counts = mutableMapOf<Int, Int>()
    for (number in numbers) counts[number] = (counts[number] ?: 0) + 1
    val sorted = numbers.sortedDescending().filter { it % 2 == 0 }.map { it * it }
    val words = "a bb ccc".split(" ").groupBy { it.length }.toSortedMap()
    val queue = java.util.PriorityQueue<Int>(numbers)
    val deque = java.util.ArrayDeque<Point>()
    deque.add(Point(queue.poll(), counts.values.max() ?: 0))
    println("$sorted $words ${deque.first()} ${numbers.sum()} ${numbers.joinToString(",")}")
}

fun main() {
    val numbers = (readLine() ?: "3 1 2").trim().split(" ").map { it.toInt() }
    collections(numbers)
    val text = generateSequence(::readLine).joinToString(" ")
    println(StringBuilder(text).reverse())
    println(listOf(Shape.Circle(1.0), Shape.Square(2.0)).sumByDouble(::area))
    println(java.math.BigInteger.TEN.pow(20))
    println(String.format("%.3f %5d", 1.0 / 3, IntArray(5) { it }.sum()))
    try {
        "x".toInt()
    } catch (e: NumberFormatException) {
        println(e.message)
    }
}
