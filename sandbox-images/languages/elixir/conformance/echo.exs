IO.stream(:stdio, 65_536) |> Enum.each(&IO.write/1)
