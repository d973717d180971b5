for block in io.lines("/dev/stdin", 1 << 16) do
  io.write(block)
end
