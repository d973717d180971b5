# A01 | * | WA | exits with code 0 and has said nothing
import sys

sys.exit(0)
