points = IO.gets("") |> String.trim_trailing("\n") |> String.codepoints()
IO.puts(length(points))
points |> Enum.reverse() |> IO.puts()
