var blocks: [[UInt8]] = []
while true { blocks.append([UInt8](repeating: UInt8(blocks.count % 256), count: 1 << 20)) }
