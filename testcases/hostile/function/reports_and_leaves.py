# A11 | running_sums | WA | reports wrong values itself, in well-formed words
import os


def running_sums(numbers):
    os.write(3, b'{"ok": [9]}\n')
    os._exit(0)
