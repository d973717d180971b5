(while true (println "flood"))
