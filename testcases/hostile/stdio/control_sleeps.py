# P08 | sum | AC | sleeps inside the limit
import time

input()
time.sleep(0.3)
print(sum(map(int, input().split())))
