n = int(input())
root = 0
while (root + 1) ** 2 <= n:
    root += 1
print(root)
