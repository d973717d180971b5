# A01 | * | RE | leaves with code 0 before it can be called
import sys

sys.exit(0)
