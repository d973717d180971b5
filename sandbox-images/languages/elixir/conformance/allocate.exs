defmodule Allocate do
  def run(blocks), do: run([:binary.copy("x", 1_048_576) | blocks])
end

Allocate.run([])
