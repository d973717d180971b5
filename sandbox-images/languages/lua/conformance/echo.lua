for block in io.stdin:lines(1 << 16) do
  io.write(block)
end
