# P09 | sum | AC | much on stderr, CRLF, trailing blanks, no last line feed
import sys

input()
print("thinking\n" * 100_000, file=sys.stderr)
sys.stdout.buffer.write(b"%d  \t\r\n\r\n   " % sum(map(int, input().split())))
