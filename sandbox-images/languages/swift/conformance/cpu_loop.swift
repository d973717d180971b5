var n: UInt64 = 0
while true { n &+= 1 }
