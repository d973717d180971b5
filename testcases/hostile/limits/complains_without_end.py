# A58 | sum | OLE | complains without end
import sys

print(6, flush=True)
while True:
    sys.stderr.write("6" * 65536)
