text = "flood " * 1000
puts text while true
