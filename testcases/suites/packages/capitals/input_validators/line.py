import re
import sys

sys.exit(42 if re.fullmatch(r"[A-Za-z ]+\n", sys.stdin.read()) else 43)
