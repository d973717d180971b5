# P08 P09 | running_sums | AC | says what it does, and takes a nap
import sys
import time


def running_sums(numbers):
    print("thinking\n" * 1000)
    print("thinking\n" * 1000, file=sys.stderr)
    time.sleep(0.3)
    sums, total = [], 0
    for number in numbers:
        total += number
        sums.append(total)
    return sums
