# A10 | sum | WA | a verdict never comes from words on stderr
import sys

print(7)
print("timelimit exceeded\nOut of memory\nresource allocation warning", file=sys.stderr)
