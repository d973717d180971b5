# P04 | big | AC | twenty megabytes of valid output
import sys

sys.stdout.write("6" + " " * (20 << 20) + "\n")
