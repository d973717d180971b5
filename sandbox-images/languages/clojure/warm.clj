; Uses what small programs use, so that its classes are in the archive; see prepare.sh.
(require '[clojure.string :as str] '[clojure.set :as set])

(defrecord Point [x y])

(defmulti area :shape)
(defmethod area :circle [{:keys [radius]}] (* Math/PI radius radius))
(defmethod area :square [{:keys [side]}] (* side side))

(def numbers (mapv #(Long/parseLong %) (str/split (str/trim (or (read-line) "3 1 2")) #" ")))

(println (frequencies numbers) (sort-by - numbers) (reduce + (map #(* % %) (filter even? numbers))))
(println (group-by count (str/split "a bb ccc" #" ")) (->Point 1 2) (set/union #{1} #{2}))
(println (apply str (reverse (str/join " " (line-seq (java.io.BufferedReader. *in*))))))
(println (map area [{:shape :circle :radius 1.0} {:shape :square :side 2.0}]) (format "%.3f" (/ 1.0 3)))
(println (loop [n 5 total 1N] (if (zero? n) total (recur (dec n) (*' total n)))))
(println (try (Long/parseLong "x") (catch NumberFormatException e (.getMessage e))))
