# R stops at 5000 expressions unless told otherwise, as Python does at 1000 calls. Its arguments are lazy: forced here,
# so that they do not nest too.
options(expressions = 100000)
depth <- function(n) {
  force(n)
  if (n == 0) 0 else 1 + depth(n - 1)
}

cat(depth(10000), "\n", sep = "")
