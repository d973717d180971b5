# A33 | * | WA | bytes that are no text are no answer
import sys

sys.stdout.buffer.write(b"\xff\xfe6\xc3\x28 \xed\xa0\x80\n")
