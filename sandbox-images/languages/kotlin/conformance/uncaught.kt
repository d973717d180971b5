fun main() {
    throw IllegalStateException("the reason")
}
