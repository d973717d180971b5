# A29 | mean | WA | the right number, in digits that the grammar does not have
numbers = [float(x) for x in input().split()]
mean = sum(numbers) / len(numbers)
print(str(mean).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)}))
