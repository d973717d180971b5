# P05 | check, mbpp, unittest, pytest | AC | 100 000 calls deep
import sys

sys.setrecursionlimit(200_000)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def running_sums(numbers):
    extra = depth(100_000) - 100_000
    return [sum(numbers[: end + 1]) + extra for end in range(len(numbers))]
