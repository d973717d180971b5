import re
import sys

# Lines of integers without a superfluous space or zero.
line = re.compile(r"(?:0|-?[1-9]\d*)(?: (?:0|-?[1-9]\d*))*\n")
lines = sys.stdin.readlines()
sys.exit(42 if lines and all(line.fullmatch(each) for each in lines) else 43)
