"""Makes mutants of a Python program.

Reads {"source": text, "count": n, "further": m} from stdin, writes {"mutants": [{"line", "kind", "diff", "source"}, ...],
"further": [...]} to stdout: up to n, and then up to m more, among them those with a larger mistake.
"""

import ast
import itertools
import json
import sys

from grader_liberties import liberties
from grader_mutants import compiled, in_turn, made, places, small_mistakes


def mutants(source, count, further):
    tree = ast.parse(source)
    original = ast.unparse(tree)
    seen = {compiled(tree)}
    small = made(tree, original, seen, in_turn(small_mistakes(tree)))
    answer = {"mutants": list(itertools.islice(small, count)), "further": []}
    if further:
        large = made(tree, original, seen, in_turn([r for place in places(tree) for r in liberties(*place)]))
        larger = list(itertools.islice(large, further // 3))  # or a long program would get none of them
        answer["further"] = list(itertools.islice(small, further - len(larger))) + larger
    return answer


request = json.load(sys.stdin)
json.dump(mutants(request["source"], request["count"], request["further"]), sys.stdout)
