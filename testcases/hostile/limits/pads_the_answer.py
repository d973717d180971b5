# A59 | sum | OLE | the right answer and a gigabyte of blanks
import sys

print(6)
for _ in range(16384):
    sys.stdout.write(" " * 65536)
