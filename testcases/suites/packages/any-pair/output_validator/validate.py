import pathlib
import sys

numbers = list(map(int, pathlib.Path(sys.argv[1]).read_text().split()))
feedback = pathlib.Path(sys.argv[3])
words = sys.stdin.read().split()


def reject(why):
    (feedback / "judgemessage.txt").write_text(why)
    sys.exit(43)


if len(words) != 2 or not all(word.lstrip("-").isdigit() for word in words):
    reject("not two integers")
a, b = map(int, words)
if a + b != numbers[0]:
    reject("the sum is %d" % (a + b))
if a not in numbers[1:] or b not in numbers[1:]:
    reject("not of the input")
sys.exit(42)
