# A62 | sum | RE | a hundred thousand descriptors
import os

for _ in range(100_000):
    os.dup(0)
print(6)
