fatalError("the reason")
