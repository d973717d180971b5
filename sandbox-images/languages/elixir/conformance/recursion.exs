defmodule Recursion do
  def depth(0), do: 0
  def depth(n), do: 1 + depth(n - 1)
end

IO.puts(Recursion.depth(10_000))
