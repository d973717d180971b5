stop("the reason")
