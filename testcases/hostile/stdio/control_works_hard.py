# P10 | sum | AC | uses four fifths of its CPU time
import time

input()
while time.process_time() < 0.8:
    pass
print(sum(map(int, input().split())))
