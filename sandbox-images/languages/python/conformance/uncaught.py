raise ValueError("the reason")
