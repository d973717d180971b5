(let [line (read-line)]
  (println (.codePointCount line 0 (count line)))
  (println (str (.reverse (StringBuilder. line)))))
