# P02 | running_sums | AC | a pool of four
from concurrent.futures import ThreadPoolExecutor


def running_sums(numbers):
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(lambda end: sum(numbers[: end + 1]), range(len(numbers))))
