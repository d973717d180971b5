let n: Int = "hello"
