total, *numbers = map(int, input().split())
print(*[(a, b) for a in numbers for b in numbers if a + b == total][-1])
