# P10 | sum | AC | uses four fifths of its CPU time
import time

input()
while time.process_time() < 1.6:
    pass
print(sum(map(int, input().split())))
