# A29 | mean | WA | the right number, in a spelling that the grammar does not have
numbers = [float(x) for x in input().split()]
mean = sum(numbers) / len(numbers)
print(mean.hex())
