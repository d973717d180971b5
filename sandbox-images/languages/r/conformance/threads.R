# Forked workers: R's own way to run in parallel.
parts <- parallel::mclapply(1:4, function(i) 1, mc.cores = 4)
cat(Reduce(`+`, parts), "\n", sep = "")
