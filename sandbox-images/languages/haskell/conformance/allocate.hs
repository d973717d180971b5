import qualified Data.ByteString as B

grow :: [B.ByteString] -> IO ()
grow blocks = do
  let block = B.replicate 1048576 (fromIntegral (length blocks))
  B.last block `seq` grow (block : blocks)

main :: IO ()
main = grow []
