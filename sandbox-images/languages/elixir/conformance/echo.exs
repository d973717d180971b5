:io.setopts(:standard_io, encoding: :latin1)
IO.binstream(:stdio, 65_536) |> Enum.each(&IO.binwrite/1)
