(def text (apply str (repeat 1000 "flood ")))

(while true (println text))
