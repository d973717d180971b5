# P06 | sum | AC | maps its input where it is a file
import mmap
import sys

try:
    with mmap.mmap(0, 0, access=mmap.ACCESS_READ) as mapped:
        text = mapped[:]
except (OSError, ValueError):
    text = sys.stdin.buffer.read()
print(sum(map(int, text.split(b"\n")[1].split())))
