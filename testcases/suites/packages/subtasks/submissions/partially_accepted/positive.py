numbers = list(map(abs, map(int, input().split())))
print(max(numbers) - min(numbers))
