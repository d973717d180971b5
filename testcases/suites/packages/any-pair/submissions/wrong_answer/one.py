total, *numbers = map(int, input().split())
print(numbers[0])
