# P05 | sum | AC | 100 000 calls deep on a stack of 64 MB
import sys
import threading


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def main():
    input()
    print(sum(map(int, input().split())) + depth(100_000) - 100_000)


sys.setrecursionlimit(200_000)
threading.stack_size(64 << 20)
thread = threading.Thread(target=main)
thread.start()
thread.join()
