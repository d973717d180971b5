# A03 | sum | RE | a right answer and a failure
import sys

input()
print(sum(map(int, input().split())))
sys.exit(3)
