# R stops at 5000 expressions unless told otherwise, as Python does at 1000 calls; and the stack of its byte code has a
# fixed size, so the functions are left uncompiled.
options(expressions = 100000)
invisible(compiler::enableJIT(0))
depth <- function(n) {
  force(n)
  if (n == 0) 0 else 1 + depth(n - 1)
}

cat(depth(10000), "\n", sep = "")
