text = String.duplicate("flood ", 1000)
Stream.repeatedly(fn -> IO.puts(text) end) |> Stream.run()
