import qualified Data.ByteString.Lazy as B

main :: IO ()
main = B.interact id
