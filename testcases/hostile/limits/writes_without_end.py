# A58 | sum | OLE | writes without end
import sys

while True:
    sys.stdout.write("6" * 65536)
