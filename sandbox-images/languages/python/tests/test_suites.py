"""Test code in its usual dialects: scripts, unittest, pytest; and whose fault it is when it does not pass."""

import unittest

from driver import run_tests

ADD = "def add(a, b):\n    return a + b\n\ndef greet(name):\n    print('hi', name)\n\ndef fail():\n    raise ValueError('no such thing')\n"

UNITTEST = """
import unittest
from solution import add, fail

def setUpModule(): global base; base = 1

class TestAdd(unittest.TestCase):
    @classmethod
    def setUpClass(cls): cls.two = 2
    def setUp(self): self.three = 3
    def tearDown(self): self.three = None
    def test_right(self): self.assertEqual(add(self.two, base), self.three)
    def test_wrong(self): self.assertEqual(add(2, 2), 5)
    def test_raises(self):
        with self.assertRaises(ValueError): fail()
    def test_error(self): fail()
    def test_subtests(self):
        for i in range(3):
            with self.subTest(i=i): self.assertEqual(add(i, i), 2 * i)
    def test_subtest_wrong(self):
        for i in range(3):
            with self.subTest(i=i): self.assertLess(i, 2)
    @unittest.skip("later")
    def test_skipped(self): pass
    def test_skips(self): self.skipTest("now")
    @unittest.expectedFailure
    def test_expected(self): self.assertEqual(add(1, 1), 3)
    @unittest.expectedFailure
    def test_unexpected(self): self.assertEqual(add(1, 1), 2)

class TestAsync(unittest.IsolatedAsyncioTestCase):
    async def test_async(self): self.assertEqual(add(1, 1), 2)
"""

PYTEST = """
import asyncio, sys
import pytest
import solution
from solution import add, fail, greet

pytestmark = pytest.mark.smoke
log = []

@pytest.fixture
def two(): return 2

@pytest.fixture(name="three")
def make_three(two): return two + 1

@pytest.fixture
def opened():
    log.append("open")
    yield 7
    log.append("closed")

@pytest.fixture(autouse=True)
def always(): log.append("always")

@pytest.fixture(params=[1, 2])
def number(request): return request.param

def test_right(two, three): assert add(two, 1) == three
def test_wrong(): assert add(2, 2) == 5
def test_raises():
    with pytest.raises(ValueError, match="such") as info: fail()
    assert info.type is ValueError and "no such" in str(info.value)
def test_raises_nothing():
    with pytest.raises(ValueError): add(1, 1)
def test_raises_other():
    with pytest.raises(KeyError): fail()
@pytest.mark.parametrize("a, b, c", [(1, 2, 3), pytest.param(2, 2, 4, id="two")])
@pytest.mark.parametrize("d", [0, 0.0])
def test_sets(a, b, c, d): assert add(a, b) + d == c
@pytest.mark.parametrize(("a", "b"), [(1, 1), (1, 2)])
def test_one_set_wrong(a, b): assert a == b
@pytest.mark.skip(reason="later")
def test_skipped(): assert False
@pytest.mark.skipif(sys.version_info > (3,), reason="new")
def test_skipped_if(): assert False
def test_skips(): pytest.skip("now")
@pytest.mark.xfail
def test_expected(): assert False
@pytest.mark.xfail(strict=True)
def test_unexpected(): assert True
def test_fails(): pytest.fail("on purpose")
def test_yield(opened): assert opened == 7 and log[-1] == "open"
def test_autouse(): assert log == ["always"]
def test_params(number): assert add(number, 0) in (1, 2)
def test_approx(): assert add(0.1, 0.2) == pytest.approx(0.3) and [add(0.1, 0.2)] == pytest.approx([0.3])
def test_approx_wrong(): assert add(0.1, 0.2) == pytest.approx(0.4)
def test_capsys(capsys):
    greet("you")
    assert capsys.readouterr().out == "hi you\\n"
def test_monkeypatch(monkeypatch):
    monkeypatch.setattr(solution, "add", lambda a, b: 42)
    assert solution.add(1, 1) == 42
    monkeypatch.setenv("X", "1")
def test_tmp_path(tmp_path): (tmp_path / "x").write_text("1")
def test_missing_fixture(nothing): pass
async def test_async(): assert add(1, 1) == 2
class TestAdd:
    def setup_method(self): self.one = 1
    def test_method(self, two): assert add(self.one, two) == 3
    @pytest.mark.parametrize("n", [1, 2])
    def test_method_sets(self, n): assert add(n, n) == 2 * n
    @pytest.fixture
    def own(self): return self.one
    def test_own_fixture(self, own): assert own == 1
def test_own_error(): undefined_name
"""

CASES = (
    (UNITTEST, "TestAdd.", {
        "pass": "right raises subtests expected", "fail": "wrong subtest_wrong unexpected", "skip": "skipped skips",
        "error candidate exception": "error", "error suite": "nothing",
    }),
    (UNITTEST, "TestAsync.", {"pass": "async"}),
    (PYTEST, "", {
        "pass": "right raises sets expected yield autouse params approx capsys monkeypatch tmp_path async",
        "fail": "wrong raises_nothing one_set_wrong unexpected fails approx_wrong own_error",
        "skip": "skipped skipped_if skips", "error candidate exception": "raises_other", "error suite": "missing_fixture nothing",
    }),
    (PYTEST, "TestAdd.", {"pass": "method method_sets own_fixture"}),
)

SCRIPTS = {
    "a bare assert": ("assert add(1, 2) == 3", "pass"),
    "a wrong assert": ("assert add(1, 2) == 4, 'wrong'", "fail"),
    "a missing name": ("assert sub(1, 2) == 4", "fail"),
    "a missing import": ("from solution import sub", "fail"),
    "a module that does not exist": ("import numpy_is_not_here", "error suite"),
    "a syntax error": ("assert add(1, 2 ==", "error suite"),
    "a type error from a plain value": ("assert add(1, 2)[0]", "fail"),
    "an exception of the candidate": ("fail()", "error candidate exception"),
    "an exception that the test expects": ("try: fail()\nexcept ValueError: pass\nelse: assert False", "pass"),
    "unittest.main": (UNITTEST.replace("_wrong(self)", "_ok(self)") + "\nadd(1, 1)\nif __name__ == '__main__': unittest.main()", "fail"),
    "pytest.main": ("import pytest\ndef test_x(): assert add(1, 1) == 3\nadd(1, 1)\nif __name__ == '__main__': pytest.main([__file__])", "fail"),
    "definitions alone are run": ("def test_x(): assert add(1, 1) == 3", "fail"),
    "definitions that pass": ("def test_x(): assert add(1, 1) == 2\nclass TestY:\n    def test_y(self): pass", "pass"),
    "no test at all": ("x = 1", "error suite"),
    "a name like a builtin that is not asked for": ("assert sum([1, 2]) == 3", "pass"),
}


def said(report):
    return " ".join(report[key] for key in ("result", "by", "kind") if key in report)


class Suites(unittest.TestCase):
    def test_each_named_test_has_its_result(self):
        for suite, prefix, expected in CASES:
            for result, names in expected.items():
                for name in names.split():
                    with self.subTest(prefix + name):
                        outcome = run_tests(ADD, suite, test="%stest_%s" % (prefix, name), modules=["solution", "main"])
                        self.assertEqual(said(outcome.report), result, outcome.lines)

    def test_each_script_has_its_result(self):
        for name, (tests, result) in SCRIPTS.items():
            with self.subTest(name):
                outcome = run_tests(ADD + "def sum(x): return 0\n", tests, entry_point="add")
                self.assertEqual(said(outcome.report), result, outcome.lines)

    def test_a_submission_that_does_not_load_is_the_candidate_s_error(self):
        for solution, kind in (("def add(", "compile"), ("1/0", "exception"), ("\0", "compile"), ("raise SystemExit", "exception")):
            with self.subTest(solution):
                self.assertEqual(said(run_tests(solution, "add(1, 2)", entry_point="add").report), "error candidate " + kind)


class Preludes(unittest.TestCase):
    def report(self, solution, tests, prelude, **options):
        return said(run_tests(solution, tests, prelude, entry_point="add", **options).report)

    def test_a_helper_of_the_suite_is_not_the_candidate_s(self):
        self.assertEqual(self.report(ADD + "def same(a, b): return True\n", "assert same(add(1, 1), 3)",
                                     "def same(a, b): return a == b\n"), "fail")

    def test_a_stub_does_not_stand_in_for_a_missing_function(self):
        self.assertEqual(self.report("x = 1", "assert add(1, 1) == 2", "def add(a, b): return a + b\n"), "fail")

    def test_a_function_named_like_a_builtin_replaces_it_if_the_suite_asks_for_it(self):
        self.assertEqual(said(run_tests("def sum(x): return 9", "assert sum([1]) == 9", entry_points=["sum"]).report), "pass")

    def test_a_star_import_brings_no_builtin_and_no_helper(self):
        solution = "def add(a, b): return 0\ndef all(x): return True\ndef isclose(a, b): return True\n"
        tests = "from math import isclose\nfrom solution import *\nassert all([False, True]) or isclose(add(1, 1), 2)"
        self.assertEqual(self.report(solution, tests, ""), "fail")

    def test_a_prompt_that_stops_in_the_middle_is_used_as_far_as_it_goes(self):
        prelude = "import math\nHALF = 0.5\ndef add(a, b):\n    if a ==\n"
        self.assertEqual(self.report(ADD, "assert add(HALF, HALF) == math.ceil(0.9)", prelude), "pass")

    def test_a_prelude_may_import_the_candidate(self):
        self.assertEqual(self.report(ADD, "assert total == 3", "from solution import add\ntotal = add(1, 2)\n"), "pass")

    def test_an_import_that_fails_is_the_suite_s_error_if_the_test_needs_it(self):
        self.assertEqual(self.report(ADD, "assert numpy_is_not_here.x", "import numpy_is_not_here\n"), "error suite")
        self.assertEqual(self.report(ADD, "assert add(1, 1) == 2", "import numpy_is_not_here\n"), "pass")


class Messages(unittest.TestCase):
    def test_are_bounded_and_printable(self):
        report = run_tests("def add(a, b): raise ValueError('\\x1b[31m' + 'x' * 10000)", "add(1, 1)", entry_point="add").report
        self.assertLessEqual(len(report["message"]), 2000)
        self.assertTrue(report["message"].startswith("ValueError: ?[31mxxx"))


if __name__ == "__main__":
    unittest.main()
