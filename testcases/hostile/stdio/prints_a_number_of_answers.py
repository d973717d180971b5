# A30 | sum | WA | nor are a hundred
print(*range(-50, 50))
