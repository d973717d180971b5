1..4
|> Enum.map(fn _ -> Task.async(fn -> 1 end) end)
|> Task.await_many()
|> Enum.sum()
|> IO.puts()
