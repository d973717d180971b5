"""The mode `function`: what is called, how arguments arrive, and what the report says about the value."""

import sys
import unittest

from driver import PYTHON, run_function

PRELUDE = (PYTHON / "prelude_leetcode.py").read_text()

VALUES = {
    "None": None, "True": True, "-5": -5, "2**200": 2 ** 200, "1.5": 1.5, "-0.0": -0.0, "'\\ud800'": "\ud800", "(1, [2])": [1, [2]],
    "{1: 2, None: 3, True: 4}": {"1": 4, "null": 3}, "{'a': (1,)}": {"a": [1]}, "{2.5: 1}": {"2.5": 1},
    "type('I', (int,), {'__int__': lambda s: 9, '__repr__': lambda s: '9', '__str__': lambda s: '9'})(4)": 4,
    "type('L', (list,), {'__iter__': lambda s: iter([9]), '__len__': lambda s: 0})([4])": [4],
    "type('S', (str,), {'__str__': lambda s: 'x'})('y')": "y", "type('D', (dict,), {'items': lambda s: [(1, 1)]})(a=2)": {"a": 2},
    "(i for i in [1, 2])": [1, 2], "map(str, [1])": ["1"], "range(3)": [0, 1, 2], "__import__('collections').Counter('aab')": {"a": 2, "b": 1},
}

ERRORS = {
    "def f(x: return 1": "compile",
    "raise ValueError('at import')": "exception",
    "def f(): return 1/0": "exception",
    "def f(): raise SystemExit(0)": "exception",
    "def f(): return f()": "exception",
    "def g(): return 1": "missing",
    "f = 5": "missing",
    "def f(): return {1, 2}": "type",
    "def f(): return object()": "type",
    "def f(): return float('nan')": "type",
    "def f(): return [float('inf')]": "type",
    "def f(): return {(1, 2): 3}": "type",
    "def f(): return {1: 2, '1': 3}": "type",
    "def f():\n    x = []\n    x.append(x)\n    return x": "type",
    "def f():\n    x = []\n    for _ in range(100000): x = [x]\n    return x": "type",
    "def f():\n    yield 1\n    yield 1/0": "exception",
    "def f(): return b'x'": "type",
}

LIST_NODE = "class Solution:\n    def f(self, head: Optional[ListNode]) -> Optional[ListNode]:\n"

LEETCODE = (
    (LIST_NODE + "        p = None\n        while head: head.next, p, head = p, head, head.next\n        return p", [[1, 2, 3]], [3, 2, 1]),
    (LIST_NODE + "        return head", [[]], []),
    ("class Solution:\n    def f(self, heads: 'List[Optional[ListNode]]') -> int: return sum(h.val for h in heads if h)", [[[1, 2], [], [5]]], 6),
    ("class Solution:\n    def f(self, root: Optional[TreeNode]) -> Optional[TreeNode]:\n        root.left, root.right = root.right, root.left\n        return root",
     [[1, 2, 3, None, 4]], [1, 3, 2, None, None, None, 4]),
    ("class Solution:\n    def f(self, n, root: Optional[TreeNode]) -> int: return n + root.right.val", [1, [1, None, 5]], 6),
    ("from __future__ import annotations\nclass Solution:\n    def f(self, root: Optional[TreeNode]) -> int: return root.val", [[7]], 7),
    ("class Solution:\n    @cache\n    def f(self, n: int) -> int: return n if n < 2 else self.f(n - 1) + self.f(n - 2)", [50], 12586269025),
    ("class Other:\n    def f(self, x): return pow(x, 2, 7)", [5], 4),
    ("class Solution:\n    def f(self, x): return [inf > x, gcd(4, 6), reduce(xor, x and [1, 3]), bisect_left([1, 2], 2)]", [3], [True, 2, 2, 1]),
)


class FunctionMode(unittest.TestCase):
    def test_reports_the_value(self):
        for source, value in VALUES.items():
            with self.subTest(source):
                outcome = run_function("def f(): return " + source, "f", [])
                self.assertEqual((outcome.report, outcome.code), ({"ok": value}, 0))

    def test_reports_what_went_wrong(self):
        for solution, error in ERRORS.items():
            with self.subTest(solution):
                outcome = run_function(solution, "f", [])
                self.assertEqual((outcome.report["error"], outcome.code), (error, 1))
                self.assertLessEqual(len(outcome.report["message"]), 2000)

    def test_passes_arguments_as_they_are(self):
        for args in ([1, "a", None], [[1, [2]], {"a": [True]}], [10 ** 5000], ["\ud800\u20ac"]):
            with self.subTest(str(args)[:20] if "\ud800" not in args else "surrogate"):
                if hasattr(sys, "set_int_max_str_digits"):
                    self.addCleanup(sys.set_int_max_str_digits, sys.get_int_max_str_digits())
                    sys.set_int_max_str_digits(0)
                self.assertEqual(run_function("def f(*args): return args", "f", args).report, {"ok": args})

    def test_reports_an_argument_changed_in_place(self):
        outcome = run_function("class Solution:\n    def f(self, x): x.sort()", "f", [[3, 1, 2]])
        self.assertEqual(outcome.report, {"ok": None, "mutated": [1, 2, 3]})
        outcome = run_function(PRELUDE + "class Solution:\n    def f(self, head: ListNode) -> None: head.next = None", "f", [[1, 2]])
        self.assertEqual(outcome.report, {"ok": None, "mutated": [1]})

    def test_speaks_the_dialect_of_leetcode(self):
        for solution, args, value in LEETCODE:
            with self.subTest(solution):
                prelude = "" if "__future__" in solution else PRELUDE
                source = solution if prelude else solution.replace("import annotations\n", "import annotations\n" + PRELUDE)
                self.assertEqual(run_function(prelude + source, "f", args).report["ok"], value)

    def test_does_not_run_the_main_block(self):
        outcome = run_function("def f(): return 1\nif __name__ == '__main__': print('main'); raise SystemExit", "f", [])
        self.assertEqual((outcome.report, outcome.out), ({"ok": 1}, ""))

    def test_prints_the_traceback_of_the_candidate_alone(self):
        outcome = run_function("def g(): return 1/0\ndef f(): return g()\n", "f", [])
        self.assertTrue(outcome.err.startswith('Traceback (most recent call last):\n  File "solution.py", line 2, in f\n'), outcome.err)
        self.assertTrue(outcome.err.endswith("ZeroDivisionError: division by zero\n"))
        self.assertNotIn("grader_harness", outcome.err)

    def test_leaves_the_candidate_python_s_own_limits(self):
        deep = "def f(n): return 0 if n == 0 else 1 + f(n - 1)"
        self.assertEqual(run_function(deep, "f", [985]).report, {"ok": 985})
        self.assertEqual(run_function(deep, "f", [1050]).report["error"], "exception")
        self.assertEqual(run_function("def f(): return str(10 ** 5000)", "f", []).report["error"], "exception")

    def test_gives_an_empty_standard_input(self):
        self.assertEqual(run_function("import sys\ndef f(): return sys.stdin.read()", "f", []).report, {"ok": ""})


if __name__ == "__main__":
    unittest.main()
