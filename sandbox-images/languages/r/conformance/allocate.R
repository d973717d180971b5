blocks <- list()
repeat blocks[[length(blocks) + 1]] <- raw(2^20)
