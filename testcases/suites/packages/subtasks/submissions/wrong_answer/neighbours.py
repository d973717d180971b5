numbers = list(map(int, input().split()))
print(numbers[-1] - numbers[0])
