points <- utf8ToInt(readLines(file("stdin"), n = 1, encoding = "UTF-8"))
cat(length(points), "\n", sep = "")
cat(intToUtf8(rev(points)), "\n", sep = "")
