total, *numbers = map(int, input().split())
print(*next((a, b) for i, a in enumerate(numbers) for b in numbers[:i] if a + b == total))
