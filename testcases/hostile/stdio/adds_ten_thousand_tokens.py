# A32 | sum, mean | WA | a right answer with more behind it
numbers = open(0).read().split()
print(sum(map(int, numbers[1:])) if "." not in "".join(numbers) else numbers[0])
print("0 " * 10_000)
