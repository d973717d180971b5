# A49 | sum | MLE/RE | calls itself without end
import sys

sys.setrecursionlimit(1 << 30)


def deeper(n):
    frame = bytearray(1 << 16)
    return deeper(n + len(frame)) + 1


print(deeper(0))
