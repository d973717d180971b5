(println "hello"
