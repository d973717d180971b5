// Uses what small programs use, so that its classes are in the archives; see prepare.sh.
import scala.collection.mutable
import scala.io.StdIn
import scala.util.Try

sealed trait Shape
case class Circle(radius: Double) extends Shape
case class Square(side: Double) extends Shape

object Warm extends App {
  def area(shape: Shape): Double = shape match {
    case Circle(radius) => math.Pi * radius * radius
    case Square(side)   => side * side
  }

  val numbers = Option(StdIn.readLine()).getOrElse("3 1 2").trim.split(" ").map(_.toInt)
  val counts = mutable.Map.empty[Int, Int]
  for (number <- numbers) counts(number) = counts.getOrElse(number, 0) + 1
  val queue = mutable.PriorityQueue(numbers.toSeq: _*)
  val buffer = mutable.ArrayBuffer(queue.dequeue())
  println(numbers.sorted.filter(_ % 2 == 0).map(n => n * n).mkString(",") + " " + counts.toList.sortBy(_._1) + buffer)
  println("a bb ccc".split(" ").groupBy(_.length).toSeq.sortBy(_._1).map { case (n, words) => s"$n ${words.toList}" })
  println(Iterator.continually(StdIn.readLine()).takeWhile(_ != null).mkString(" ").reverse)
  println(List(Circle(1), Square(2)).map(area).sum)
  println(BigInt(10).pow(20) + f" ${1.0 / 3}%.3f ${(1 to 5).sum}%5d")
  println(Try("x".toInt).toOption, Vector(1, 2).zip(Set(3, 4)))
}
