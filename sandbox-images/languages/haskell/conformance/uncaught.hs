main :: IO ()
main = error "the reason"
