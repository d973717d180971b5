"""Submissions that try to pass without solving anything. None may; and none may see what is expected."""

import re
import secrets
import unittest

from driver import run_function, run_tests

CANARY = "canary-7f3a91c2"
TESTS = """
def check(candidate):
    assert candidate(1) == "%s"
    assert candidate(2) == [3, 4.5]

check(f)
""" % CANARY
PROMPT = 'def f(x):\n    """Returns what is expected."""\n'

ALWAYS_EQUAL = """
class AlwaysEqual:
    def __getattr__(self, name): return lambda *a, **k: True
    def __call__(self, *a, **k): return self
    def __bool__(self): return True
    def __hash__(self): return 0
    def __len__(self): return 1
    def __iter__(self): return iter([self])
    def __getitem__(self, key): return self
    def __contains__(self, item): return True
    def __abs__(self): return 0
    def __float__(self): return 0.0
    def __int__(self): return 0
    def __index__(self): return 0
    def __str__(self): return ""
    def __round__(self, n=None): return 0
for _name in "eq le ge lt gt".split():
    setattr(AlwaysEqual, "__%s__" % _name, lambda self, other: True)
AlwaysEqual.__ne__ = lambda self, other: False
for _name in "add sub mul truediv floordiv mod pow and or xor radd rsub rmul rtruediv rmod".split():
    setattr(AlwaysEqual, "__%s__" % _name, lambda self, other: 0)
"""

FORGE = """
import json, os, struct
def forge(document):
    data = json.dumps(document).encode()
    os.write(4, struct.pack("<I", len(data)) + data)
"""

SUBMISSIONS = {
    "exits at import": "import sys; sys.exit(0)",
    "exits hard at import": "import os; os._exit(0)",
    "exits in the call": "import sys\ndef f(x): sys.exit(0)",
    "exits hard in the call": "import os\ndef f(x): os._exit(0)",
    "raises SkipTest": "import unittest\ndef f(x): raise unittest.SkipTest('no')",
    "raises SkipTest at import": "import unittest\nraise unittest.SkipTest('no')",
    "raises KeyboardInterrupt": "def f(x): raise KeyboardInterrupt",
    "raises GeneratorExit": "def f(x): raise GeneratorExit",
    "raises AssertionError": "def f(x): raise AssertionError",
    "raises a bomb": "class E(Exception):\n    def __str__(self): raise SystemExit(0)\ndef f(x): raise E()",
    "returns an object equal to everything": ALWAYS_EQUAL + "def f(x): return AlwaysEqual()",
    "returns the class": ALWAYS_EQUAL + "def f(x): return AlwaysEqual",
    "is a class": ALWAYS_EQUAL + "class f(AlwaysEqual):\n    def __init__(self, x): pass",
    "is an object": ALWAYS_EQUAL + "f = AlwaysEqual()",
    "lies about its class": ALWAYS_EQUAL + "class L(AlwaysEqual):\n    __class__ = property(lambda self: str)\ndef f(x): return L()",
    "has a metaclass that agrees":
        "class M(type):\n    __eq__ = lambda c, o: True\n    __hash__ = lambda c: 0\nclass C(metaclass=M): pass\ndef f(x): return C",
    "returns a list of agreeing objects": ALWAYS_EQUAL + "def f(x): return [AlwaysEqual(), AlwaysEqual()]",
    "returns itself": "def f(x): return f",
    "returns a lazy value": "def f(x):\n    while True: yield x",
    "returns NotImplemented": "def f(x): return NotImplemented",
    "takes the name of a test class": ALWAYS_EQUAL + "class TestCase(AlwaysEqual): pass\ndef f(x): return TestCase()",
    "takes the name of the check": "def check(candidate): pass\ndef f(x): return None",
    "patches builtins": """
import builtins
for name in "len all any isinstance sorted sum abs repr str".split():
    setattr(builtins, name, lambda *a, **k: True)
builtins.AssertionError = type("A", (Exception,), {})
def f(x): return True""",
    "patches the standard library": """
import json, operator, unittest, sys
unittest.TestCase.run = unittest.TestCase.assertEqual = lambda *a, **k: None
json.dumps = json.loads = lambda *a, **k: True
json.JSONEncoder.encode = lambda *a: "true"
operator.eq = lambda a, b: True
def f(x): return True""",
    "patches the harness": """
import sys
for module in list(sys.modules.values()):
    if module.__name__.startswith("grader_harness"):
        for name, value in list(vars(module).items()):
            if callable(value) and not name.startswith("__"): setattr(module, name, lambda *a, **k: True)
def f(x): return True""",
    "writes a report": """
import os
for fd in range(3, 64):
    if fd == 4: continue
    try: os.write(fd, b'{"result": "pass"}\\n')
    except OSError: pass
def f(x): return None""",
    "closes the link": "import os\ndef f(x): os.close(4)",
    "closes the link at import": "import os\nos.close(4)",
    "writes garbage at import": "import os\nos.write(4, b'garbage' * 1000)\ndef f(x): return 1",
    "writes garbage in the call": "import os\ndef f(x): os.write(4, b'garbage' * 1000)",
    "announces a huge frame": "import os, struct\ndef f(x): os.write(4, struct.pack('<I', 2**31))",
    "nests brackets": "import os, struct\ndef f(x): os.write(4, struct.pack('<I', 2000000) + b'[' * 2000000)",
    "forges a greeting": FORGE + "forge({'names': [['f', 'value'], ['check', 'function'], [[], {}]]})\nos._exit(0)",
    "forges a verdict as a greeting": FORGE + "forge({'result': 'pass'})\nos._exit(0)",
    "forges an exit": FORGE + "def f(x):\n    forge(['!', [[0]], [['b', [], 'SystemExit']], [], None])",
    "forges a reference": FORGE + "def f(x): forge(['=', [[0]], [['o', [], 0]], [], None])",
    "forges an update": FORGE + "def f(x): forge(['=', [True], [], [[0, ['l', [1], None]]], None])",
    "forges a cycle of tuples": FORGE + "def f(x): forge(['=', [[0]], [['t', [[0]], None]], [], None])",
    "forges an unknown kind": FORGE + "def f(x): forge(['=', [[0]], [['zz', [], 'os.system']], [], None])",
    "asks for something not lent": FORGE + "def f(x): forge(['call', ['!builtins.open', None, 'tests.py'], [], [], None])",
    "asks for attributes of the module": FORGE + "def f(x): forge(['get', [None, '__builtins__'], [], [], None])",
    "answers before it is asked": FORGE + "forge({'names': [['f', 'function']]})\nforge(['=', [True], [], [], None])\ndef f(x): return 1",
    "sends a note out of turn": FORGE + "def f(x): forge(['=', [1], [], [], [['stdout', 'x'], [1], 2]])",
    "prints a verdict": "print('{\"result\": \"pass\"}')\ndef f(x): print('OK')",
}

NEVER_ANSWER = ("patches builtins",)    # a limit of the sandbox ends what it does to its own process


class Attacks(unittest.TestCase):
    def test_none_of_them_passes(self):
        for name, solution in SUBMISSIONS.items():
            with self.subTest(name):
                outcome = run_tests(solution, TESTS, PROMPT, entry_point="f", timeout=2.5)
                if name in NEVER_ANSWER and not outcome.lines:
                    continue
                self.assertIn(outcome.report["result"], ("fail", "error"))
                self.assertNotEqual(outcome.report.get("by"), "suite")

    def test_none_of_them_passes_as_a_method(self):
        tests = "def check(candidate):\n    assert candidate(1) == 'abc'\n    assert abs(candidate(1) - 3.5) < 1\ncheck(Solution().g)\n"
        for returned in ("self", "AlwaysEqual()", "Solution", "[self]"):
            with self.subTest(returned):
                solution = ALWAYS_EQUAL + "class Solution(AlwaysEqual):\n    def g(self, x): return %s\n" % returned
                self.assertEqual(run_tests(solution, tests, entry_point="Solution").report["result"], "fail")

    def test_a_forgery_is_called_one(self):
        for name in ("announces a huge frame", "forges an update", "forges a cycle of tuples", "writes garbage at import"):
            with self.subTest(name):
                report = run_tests(SUBMISSIONS[name], TESTS, PROMPT, entry_point="f").report
                self.assertEqual((report["by"], report["kind"]), ("candidate", "protocol"))

    def test_a_process_that_ends_is_gone_even_if_the_test_expects_an_error(self):
        tests = "try:\n    f(1)\nexcept BaseException:\n    pass\n"
        report = run_tests("import os\ndef f(x): os._exit(0)", tests, entry_point="f").report
        self.assertEqual((report["by"], report["kind"]), ("candidate", "gone"))


COMPARISONS = (
    "f(1) == 3.5", "3.5 == f(1)", "not f(1) != 3.5", "abs(f(1) - 3.5) < 1e-6", "abs(3.5 - f(1)) < 1e-6", "3.5 in f(1)",
    "f(1) in [3.5]", "f(1).startswith('abc')", "f(1).count('a') == 1", "round(f(1), 2) == 3.5", "f(1) <= 3.5", "f(1) >= 3.5",
    "math.isclose(f(1), 3.5)", "sorted(f(1)) == [3.5]", "len(f(1)) == 2", "list(f(1)) == [3.5]", "f(1)[0] == 3.5",
    "str(f(1)) == 'abc'", "set(f(1)) == {3.5}", "f(1) is True", "f(1) % 3 == 1", "all(a == b for a, b in zip(f(1), [3.5]))",
    "f(1) == f(1) == 3.5", "{3.5: 1}[f(1)] == 1", "isinstance(f(1), (int, float, str, list))", "f(1) == pytest.approx(3.5)",
)

WITNESSES = """
class Agreeing(type):
    __contains__ = __eq__ = __lt__ = __le__ = lambda cls, other: True
    __getitem__ = __abs__ = __round__ = lambda cls, *key: 0
    __hash__ = __len__ = lambda cls: 0
    __iter__ = lambda cls: iter([cls])
class Class(metaclass=Agreeing):
    startswith = staticmethod(lambda text: True)
    count = staticmethod(lambda text: 1)
function = lambda *args: True
function.startswith = function.__contains__ = function.__eq__ = lambda *args: True
function.count = lambda *args: 1
"""


class EqualToEverything(unittest.TestCase):
    def test_earns_nothing_however_it_is_compared(self):
        for comparison in COMPARISONS:
            for returned in ("AlwaysEqual()", "function", "Class"):
                for named in ("", "AlwaysEqual()\nClass\n"):
                    with self.subTest(comparison, returned=returned, named=bool(named)):
                        tests = "import math, pytest\n%sassert %s\n" % (named, comparison)
                        solution = ALWAYS_EQUAL + WITNESSES + "def f(x): return %s\n" % returned
                        self.assertNotEqual(run_tests(solution, tests, PROMPT, entry_point="f").report["result"], "pass")

    def test_earns_nothing_in_a_unittest(self):
        for assertion in ("Equal(f(1), 3.5)", "AlmostEqual(f(1), 3.5)", "In(3.5, f(1))", "ListEqual(f(1), [3.5])",
                          "CountEqual(f(1), [3.5, 4])", "IsInstance(f(1), str)", "Greater(f(1), 3)", "DictEqual(f(1), {1: 2})"):
            with self.subTest(assertion):
                tests = "import unittest\nclass TestF(unittest.TestCase):\n    def test_f(self):\n        self.assert" + assertion
                outcome = run_tests(ALWAYS_EQUAL + "def f(x): return AlwaysEqual()\n", tests, PROMPT, "TestF.test_f", "f")
                self.assertEqual(outcome.report["result"], "fail")

    def test_a_subclass_of_a_builtin_is_only_its_value(self):
        for base in ("int", "str", "list", "dict", "float", "tuple", "set", "frozenset", "bytes", "complex"):
            with self.subTest(base):
                solution = ("class S(%s):\n    __eq__ = __contains__ = lambda self, other: True\n    __ne__ = lambda self, other: False\n"
                            "    __hash__ = lambda self: 0\n    __len__ = lambda self: 2\ndef f(x): return S()\n" % base)
                self.assertEqual(run_tests(solution, TESTS, PROMPT, entry_point="f").report["result"], "fail")
                exact = "assert f(1) == %s() and type(f(1)) is %s" % (base, base)
                self.assertEqual(run_tests(solution, exact, PROMPT, entry_point="f").report["result"], "pass")


SEARCHES = {
    "its frames": """
def f(x):
    import sys
    frame = sys._getframe()
    while frame:
        print(frame.f_locals, frame.f_globals, frame.f_code.co_consts)
        frame = frame.f_back""",
    "all objects": "def f(x):\n    import gc\n    print([o for o in gc.get_objects() if isinstance(o, (str, list, dict, tuple))])",
    "its memory": """
def f(x):
    import re
    for line in open("/proc/self/maps"):
        span, mode = line.split()[:2]
        start, end = (int(part, 16) for part in span.split("-"))
        if mode.startswith("rw") and end - start < 1 << 26:
            with open("/proc/self/mem", "rb", 0) as memory:
                memory.seek(start)
                print(re.findall(rb"canary-[0-9a-f]{16}", memory.read(end - start)))""",
    "its descriptors": """
import os
def f(x):
    for fd in os.listdir("/proc/self/fd"):
        try: print(os.readlink("/proc/self/fd/" + fd), open("/proc/self/fd/" + fd).read(1000), os.listdir("."))
        except (OSError, ValueError): pass""",
    "a callback's surroundings": """
def f(x, key=None):
    for name in "__globals__ __closure__ __code__ __self__ f_locals gi_frame __defaults__ __builtins__ _expected expected".split():
        for ask in (lambda: getattr(key, name), lambda: key._grader_peer.request("get", key, name),
                    lambda: key._grader_peer.request("get", key.__class__, name)):
            try: print(ask())
            except Exception: pass
    print(key(1))""",
    "an approximate value": """
def f(x):
    class A: pass
    return A()
A = f(1).__class__
A.__eq__ = lambda self, other: print(vars(other), other.expected, other._expected)""",
}


def secret_tests():
    canary = "canary-" + secrets.token_hex(8)
    return """
import pytest
class TestIt:
    expected = %r
    def helper(self, item): return 1
    def test(self):
        expected = self.expected
        assert f(1) == pytest.approx([expected])
        try: f(1, self.helper)
        except TypeError: pass
        try: f(1, lambda item: len(expected))
        except TypeError: pass
        assert f(1) == expected
try: TestIt().test()
finally: TestIt().test()
""" % canary


class Searches(unittest.TestCase):
    def test_find_nothing_of_what_is_expected(self):
        for name, search in SEARCHES.items():
            with self.subTest(name):
                outcome = run_tests(search, secret_tests, PROMPT, entry_point="f")
                canary = re.search("canary-[0-9a-f]{16}", outcome.tests).group()
                self.assertIn(outcome.report["result"], ("fail", "error"))
                self.assertNotIn(canary, outcome.out + outcome.err)


class FunctionMode(unittest.TestCase):
    def test_reports_only_what_the_function_returned(self):
        for returned in ("AlwaysEqual()", "[AlwaysEqual()]", "{1: AlwaysEqual()}", "{AlwaysEqual()}", "AlwaysEqual", "f"):
            with self.subTest(returned):
                outcome = run_function(ALWAYS_EQUAL + "def f(): return %s\n" % returned, "f", [])
                self.assertEqual(outcome.report["error"], "type")

    def test_an_early_exit_is_no_answer(self):
        self.assertEqual(run_function("import os\ndef f(): os._exit(0)", "f", []).lines, [])
        self.assertEqual(run_function("import sys\ndef f(): sys.exit(0)", "f", []).report["error"], "exception")


if __name__ == "__main__":
    unittest.main()
