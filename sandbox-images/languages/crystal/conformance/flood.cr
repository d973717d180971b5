text = "flood " * 1000
loop { puts text }
