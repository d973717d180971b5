blocks = [] of Bytes
loop { blocks << Bytes.new(1 << 20, 1_u8) }
