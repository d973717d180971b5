"""Makes mutants of a Python program.

Reads {"source": text, "count": n, "further": m} from stdin, writes {"mutants": [{"line", "kind", "diff", "source"}, ...],
"further": [...]} to stdout: up to n, and then up to m more, among them those with a larger mistake.
"""

import json
import sys

from grader_mutants import mutants

request = json.load(sys.stdin)
json.dump(mutants(request["source"], request["count"], request["further"]), sys.stdout)
