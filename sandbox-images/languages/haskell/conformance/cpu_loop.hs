import Data.IORef

main :: IO ()
main = newIORef (0 :: Int) >>= count
  where
    count n = modifyIORef' n (+ 1) >> count n
