import pathlib
import sys

secret = int(pathlib.Path(sys.argv[1]).read_text())
for _ in range(7):
    line = sys.stdin.readline().strip()
    if not line.isdigit():
        sys.exit(43)
    guess = int(line)
    if guess == secret:
        print("correct", flush=True)
        sys.exit(42 if not sys.stdin.read().strip() else 43)
    print("higher" if guess < secret else "lower", flush=True)
(pathlib.Path(sys.argv[3]) / "judgemessage.txt").write_text("no guesses left")
sys.exit(43)
