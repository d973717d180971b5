error("the reason")
