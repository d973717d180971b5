# A19 | sum | TLE | time is taken where it cannot reach
import time

time.time = time.perf_counter = time.monotonic = time.process_time = lambda: 0.0
total = 0
while True:
    total += 1
