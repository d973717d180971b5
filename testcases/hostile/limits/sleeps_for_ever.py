# A41 | sum | TLE | sleeps for ever
import time

print(6, flush=True)
while True:
    time.sleep(1)
