defmodule CpuLoop do
  def run(n), do: run(n + 1)
end

CpuLoop.run(0)
