# P01 | sum | AC | exits with code 0 when it is done
import sys

input()
print(sum(map(int, input().split())))
sys.exit(0)
