local line = io.read("l")
local points = {}
for _, point in utf8.codes(line) do
  table.insert(points, 1, utf8.char(point))
end
print(utf8.len(line))
print(table.concat(points))
