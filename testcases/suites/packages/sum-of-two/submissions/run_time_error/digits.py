a, b = input().split()
assert a.isdigit()
print(int(a) + int(b))
