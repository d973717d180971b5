total, *numbers = map(int, input().split())
print(*next((a, b) for a in numbers for b in numbers if a + b == total))
