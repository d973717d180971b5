(println
  (try
    (java.net.Socket. "127.0.0.1" 80)
    "connected"
    (catch java.io.IOException _ "refused")))
