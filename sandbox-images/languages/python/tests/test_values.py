"""Values through the candidate and back: what the judge sees is what the function returned."""

import unittest

from driver import run_tests

IDENTITY = "def f(x): return x\n"

VALUES = (
    "None", "True", "0", "-1", "2**63", "-2**64", "10**5000", "1.5", "-0.0", "1e308", "float('inf')", "1+2j", "''", "'\\ud800'",
    "'h\\u00e9llo \\U0001f600'", "b'\\x00\\xff'", "bytearray(b'ab')", "[]", "[1, [2, [3]]]", "[1, True, 1.0, None, 'x']", "(1,)", "()",
    "((1, (2,)), [(3,)])", "{}", "{'a': 1, 2: [3], (1, 2): 'x', None: 0, True: 1}", "{1, 2}", "set()", "frozenset({1, (2, 3)})",
    "range(1, 10, 3)", "slice(1, None, 2)", "...", "NotImplemented", "deque([1, 2], 5)", "Counter('aab')",
    "OrderedDict([('b', 1), ('a', 2)])", "Decimal('1.10')", "Fraction(1, 3)", "date(2024, 2, 29)", "time(1, 2, 3, 4)",
    "datetime(2024, 2, 29, 1, 2)", "datetime(2024, 1, 1, tzinfo=timezone.utc)", "timedelta(1, 2, 3)", "UUID(int=5)", "[2**70, 0.5]",
    "[float('inf')]", "len", "int", "str.upper", "math.sqrt", "ValueError", "{1: {2: {3: [4]}}}",
)

IMPORTS = ("import math\nfrom collections import *\nfrom datetime import *\nfrom decimal import Decimal\nfrom fractions import Fraction\n"
           "from uuid import UUID\n")

PASSING = {
    "nan stays nan": ("def f(): return float('nan')", "r = f(); assert r != r"),
    "minus zero keeps its sign": ("def f(): return -0.0", "assert math.copysign(1, f()) == -1"),
    "defaultdict loses its factory":
        ("from collections import defaultdict\ndef f(): return defaultdict(list, {1: 2})", "assert f() == {1: 2} and type(f()) is defaultdict"),
    "a namedtuple keeps its fields":
        ("from collections import namedtuple\nP = namedtuple('P', 'x y')\ndef f(): return P(1, 2)", "assert f() == (1, 2) and f().y == 2"),
    "dictionary views": ("def f(): return {1: 2}.keys()", "assert f() == {1} and list(f()) == [1]"),
    "deep nesting": ("def f():\n    x = []\n    for _ in range(100000): x = [x]\n    return x", "x = f()\nwhile x: x = x[0]\nassert x == []"),
    "deep tuples": ("def f():\n    x = ()\n    for _ in range(10000): x = (x,)\n    return x", "x = f()\nwhile x: x = x[0]\nassert x == ()"),
    "a cycle": ("def f():\n    x = [1]\n    x.append(x)\n    return x", "x = f(); assert x[1] is x"),
    "sharing": ("def f():\n    x = []\n    return [x, x]", "x = f(); assert x[0] is x[1]"),
    "an argument comes back as itself": ("def f(x): return x", "x = [1]; assert f(x) is x"),
    "an argument inside the result": ("def f(x): return {'x': x}", "x = [1]; assert f(x)['x'] is x"),
    "a list changed in place": ("def f(x): x.sort()", "x = [3, 1, 2]; assert f(x) is None and x == [1, 2, 3]"),
    "a changed list inside another": ("def f(x): x[0].append(x)", "x = [[]]; f(x); assert x[0][0] is x"),
    "a dictionary changed in place": ("def f(x): x['b'] = x.pop('a')", "x = {'a': [1]}; y = x['a']; f(x); assert list(x) == ['b'] and x['b'] is y"),
    "a set changed in place": ("def f(x): x.discard(1)", "x = {1, 2}; f(x); assert x == {2}"),
    "True in place of 1": ("def f(x): x[0] = True", "x = [1]; f(x); assert x[0] is True"),
    "a matrix rotated in place":
        ("def f(m): m[:] = [list(r) for r in zip(*m[::-1])]", "m = [[1, 2], [3, 4]]; f(m); assert m == [[3, 1], [4, 2]]"),
    "a generator is lazy": ("def f():\n    n = 0\n    while True:\n        n += 1\n        yield n",
                            "g = f(); assert [next(g), next(g)] == [1, 2]; g.close()"),
    "a generator takes values": ("def f():\n    x = yield 1\n    yield x * 2", "g = f(); next(g); assert g.send(4) == 8"),
    "a generator is one": ("def f(): yield 1", "import types; assert isinstance(f(), types.GeneratorType) and list(f()) == [1]"),
    "an iterator": ("def f(): return map(str, [1, 2])", "assert list(f()) == ['1', '2']"),
    "membership in a generator": ("def f(): yield 1; yield 2", "assert 2 in f() and 3 not in f()"),
    "a closure": ("def f(n): return lambda x: x + n", "assert f(2)(3) == 5"),
    "a decorator": ("def f(g):\n    def h(*a, **k): return g(*a, **k) + 1\n    return h", "assert f(lambda x, y=0: x + y)(1, y=5) == 7"),
    "a callback": ("def f(g, x): return [g(i) for i in x]", "seen = []; assert f(lambda i: seen.append(i) or i * 2, [1, 2]) == [2, 4]; assert seen == [1, 2]"),
    "a callback gets the same list": ("def f(g, x): x.append(1); return g(x)", "x = []; assert f(lambda y: y is x and y == [1], x)"),
    "a callback that changes its argument": ("def f(g, x): g(x); return x[-1]", "assert f(lambda y: y.append(7), []) == 7"),
    "a sort key": ("def f(x, key): return sorted(x, key=key)", "assert f([3, 1, 2], key=lambda i: -i) == [3, 2, 1]"),
    "a builtin as argument": ("def f(g, x): return g(x)", "assert f(len, 'abc') == 3 and f(str.upper, 'a') == 'A'"),
    "an iterator of the test": ("def f(x): return sum(x)", "assert f(i for i in [1, 2]) == 3 and f(iter([4])) == 4 and f(map(int, '12')) == 3"),
    "an object of the test": ("def f(p): p.y = p.x + 1; return p.double(), p",
                              "class P:\n    x = 1\n    def double(self): return self.x * 2\np = P(); r = f(p); assert r[0] == 2 and r[1] is p and p.y == 2"),
    "objects of the test that compare": ("def f(x): return sorted(x)[0]",
                                         "class P:\n    def __init__(s, v): s.v = v\n    def __lt__(s, o): return s.v < o.v\na, b = P(2), P(1); assert f([a, b]) is b"),
    "keyword arguments": ("def f(*a, **k): return a, k", "assert f(1, *[2], x=3, **{'y': 4}) == ((1, 2), {'x': 3, 'y': 4})"),
    "a linked list": ("class ListNode:\n    def __init__(self, val=0, next=None): self.val, self.next = val, next\n"
                      "def f(h):\n    p = None\n    while h: h.next, p, h = p, h, h.next\n    return p",
                      "h = list_node([1, 2, 3]); assert is_same_list(f(h), list_node([3, 2, 1])) and h.next is None"),
    "a long linked list": ("class ListNode:\n    def __init__(self, val=0, next=None): self.val, self.next = val, next\n"
                           "def f(n):\n    h = None\n    for i in range(n): h = ListNode(i, h)\n    return h",
                           "h = f(20000); n = 0\nwhile h: h = h.next; n += 1\nassert n == 20000"),
    "a circular list": ("class ListNode:\n    def __init__(self, val=0, next=None): self.val, self.next = val, next\n"
                        "def f():\n    a = ListNode(1); a.next = a\n    return a", "a = f(); assert a.next is a"),
    "a coroutine": ("async def f(x): return x + 1", "import asyncio; assert asyncio.run(f(1)) == 2"),
    "ten megabytes": ("def f(x): return x * 10", "x = 'a' * 1000000; assert len(f(x)) == 10000000"),
    "recursion as deep as usual": ("def f(n): return 0 if n == 0 else 1 + f(n - 1)", "assert f(980) == 980"),
    "recursion no deeper than usual": ("def f(n): return 0 if n == 0 else 1 + f(n - 1)",
                                       "try: f(1100)\nexcept RecursionError: pass\nelse: assert False"),
}


class Values(unittest.TestCase):
    def test_come_back_with_their_type(self):
        checks = "".join("v = %s\nr = f(v)\nassert r == v and type(r) is type(v), repr(r)[:99]\n" % value for value in VALUES)
        self.assertEqual(run_tests(IDENTITY, IMPORTS + checks, entry_point="f").report, {"result": "pass"})

    def test_are_what_one_process_would_give(self):
        for name, (solution, tests) in PASSING.items():
            with self.subTest(name):
                outcome = run_tests(solution, IMPORTS + tests, entry_point="f")
                self.assertEqual(outcome.report, {"result": "pass"}, outcome.err)

    def test_that_are_too_large_are_an_exception_of_the_candidate(self):
        report = run_tests("def f(): return 'a' * (65 << 20)", "f()", entry_point="f").report
        self.assertEqual((report["by"], report["kind"]), ("candidate", "exception"))


if __name__ == "__main__":
    unittest.main()
