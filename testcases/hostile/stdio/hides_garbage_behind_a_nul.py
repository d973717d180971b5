# A31 | sum | WA | the output does not end at a NUL byte
import sys

input()
print(sum(map(int, input().split())), end="")
sys.stdout.write("\0garbage\n")
