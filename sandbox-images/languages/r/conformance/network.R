outcome <- tryCatch(
  {
    suppressWarnings(socketConnection("127.0.0.1", 80, blocking = TRUE, timeout = 5))
    "connected"
  },
  error = function(e) "refused"
)
cat(outcome, "\n", sep = "")
