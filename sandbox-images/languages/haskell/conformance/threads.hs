import Control.Concurrent
import Control.Monad

main :: IO ()
main = do
  done <- forM [1 .. 4 :: Int] $ \_ -> do
    finished <- newEmptyMVar
    _ <- forkIO (putMVar finished (1 :: Int))
    pure finished
  counts <- mapM takeMVar done
  print (sum counts)
