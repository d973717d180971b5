-- Coroutines: Lua's own concurrency.
local count = 0
local tasks = {}
for i = 1, 4 do
  tasks[i] = coroutine.create(function()
    coroutine.yield()
    count = count + 1
  end)
end
for _ = 1, 2 do
  for _, task in ipairs(tasks) do
    assert(coroutine.resume(task))
  end
end
print(count)
