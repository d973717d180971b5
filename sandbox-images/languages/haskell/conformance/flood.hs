import Control.Monad (forever)

main :: IO ()
main = forever (putStrLn (concat (replicate 1000 "flood ")))
