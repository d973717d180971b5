total, *numbers = map(int, input().split())
print(0, total)
