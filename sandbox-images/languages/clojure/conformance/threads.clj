(println (reduce + (map deref (doall (repeatedly 4 #(future 1))))))
(shutdown-agents)
