# P02 | sum | AC | a pool of four
from concurrent.futures import ThreadPoolExecutor

input()
with ThreadPoolExecutor(4) as pool:
    print(sum(pool.map(int, input().split())))
