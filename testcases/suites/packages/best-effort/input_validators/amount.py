import re
import sys

# One amount, without a superfluous space or zero.
sys.exit(42 if re.fullmatch(r"[1-9]\d*\n", sys.stdin.read()) else 43)
