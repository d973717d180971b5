main :: IO ()
main = do
  line <- getLine
  print (length line)
  putStrLn (reverse line)
