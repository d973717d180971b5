text <- paste(rep("flood", 1000), collapse = " ")
repeat cat(text, "\n", sep = "")
