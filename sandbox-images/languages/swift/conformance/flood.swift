let text = String(repeating: "flood ", count: 1000)
while true { print(text) }
