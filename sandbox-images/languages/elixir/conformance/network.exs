case :gen_tcp.connect({127, 0, 0, 1}, 80, []) do
  {:ok, _} -> IO.puts("connected")
  {:error, _} -> IO.puts("refused")
end
