import pathlib
import sys

amount = int(pathlib.Path(sys.argv[1]).read_text())
best = int(pathlib.Path(sys.argv[2]).read_text())
words = sys.stdin.read().split()
if any(word not in ("1", "5", "12") for word in words) or sum(map(int, words)) != amount:
    sys.exit(43)
(pathlib.Path(sys.argv[3]) / "score.txt").write_text(str(50 * best / len(words)))
sys.exit(42)
