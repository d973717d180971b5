repeat cat("flood\n")
