n : Int32 = "hello"
