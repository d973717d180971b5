"""Real suites and solutions: what is right passes, what is wrong does not."""

import ast
import itertools
import re
import unittest

from driver import PYTHON, data_folder, rows, run_function, run_tests

PASSED = ['{"result": "pass"}']
SLOW_TO_FAIL = 1.0      # some wrong solutions loop for ever


def load_tests(loader, tests, pattern):
    """A lone clone has no data and so none of these tests; where the data is, they run."""
    return tests if data_folder() is not None else unittest.TestSuite()


class HumanEval(unittest.TestCase):
    def passes(self, row, body):
        tests = "%s\ncheck(%s)\n" % (row["test"], row["entry_point"])
        return run_tests(row["prompt"] + body, tests, row["prompt"], entry_point=row["entry_point"]).lines == PASSED

    def test_every_canonical_solution_passes(self):
        failing = [row["task_id"] for row in rows("humaneval/HumanEval.jsonl") if not self.passes(row, row["canonical_solution"])]
        self.assertEqual(failing, [])

    def test_no_body_that_returns_none_passes(self):
        passing = [row["task_id"] for row in rows("humaneval/HumanEval.jsonl") if self.passes(row, "    return None\n")]
        self.assertEqual(passing, [])


class HumanEvalX(unittest.TestCase):
    """The tests call themselves: `check(has_close_elements)` is their last line."""

    def passing(self, column, timeout):
        return sum(run_tests(row["prompt"] + row[column], row["test"], row["prompt"], entry_point=row["entry_point"],
                             timeout=timeout).lines == PASSED for row in rows("humaneval-x/python.jsonl"))

    def test_all_canonical_solutions_pass(self):
        self.assertEqual(self.passing("canonical_solution", 10.0), 82)

    def test_no_buggy_solution_passes(self):
        self.assertEqual(self.passing("buggy_solution", SLOW_TO_FAIL), 0)


class Mbpp(unittest.TestCase):
    def test_every_assert_of_every_reference_passes(self):
        failing = [(row["task_id"], line) for row in rows("mbpp/sanitized-mbpp.dev.jsonl") for line in row["test_list"]
                   if not self.passes(row, line)]
        self.assertEqual(failing, [])

    def passes(self, row, line):
        used = {node.id for node in ast.walk(ast.parse(line)) if isinstance(node, ast.Name)}
        functions = used.intersection(re.findall(r"^def (\w+)", row["code"], re.MULTILINE))
        return run_tests(row["code"], line, "\n".join(row["test_imports"]), entry_points=sorted(functions)).lines == PASSED


class LeetCode(unittest.TestCase):
    def test_every_solution_passes_with_the_prelude(self):
        prelude = (PYTHON / "prelude_leetcode.py").read_text()
        known = {"pairwise"} - set(dir(itertools))  # Python 3.9
        failing = [number for number, row in enumerate(rows("leetcode/leetcode.dev.jsonl"))
                   if not any(name in row["solutions"] for name in known) and run_tests(prelude + row["solutions"], row["tests"]["functional"], entry_point="Solution").lines != PASSED]
        self.assertEqual(failing, [])


class QuixBugs(unittest.TestCase):
    def test_every_case_ends_as_recorded(self):
        for row in rows("quixbugs/quixbugs.jsonl"):
            for column in ("python_correct", "python_buggy"):
                with self.subTest(row["name"], column=column):
                    recorded = row["_baseline_per_case"][column]
                    ends = [self.end(row, column, case, known) for case, known in zip(row["testcases"], recorded)]
                    self.assertEqual(ends, recorded)

    def end(self, row, column, case, known):
        timeout = SLOW_TO_FAIL / 4 if known == "TLE" else 10.0
        outcome = run_function(row[column], row["entry_point"], case["args"], timeout=timeout)
        if outcome.code < 0:
            return "TLE"
        if "error" in outcome.report:
            return "RTE"
        return "AC" if outcome.report["ok"] == case["expected"] else "WA"

    def test_the_asserts_pass_for_correct_programs_only(self):
        for row in rows("quixbugs/quixbugs.jsonl"):
            with self.subTest(row["name"]):
                correct = run_tests(row["python_correct"], row["python_asserts"], entry_point=row["entry_point"])
                buggy = run_tests(row["python_buggy"], row["python_asserts"], entry_point=row["entry_point"], timeout=SLOW_TO_FAIL)
                self.assertEqual(correct.lines, PASSED)
                self.assertNotEqual(buggy.lines, PASSED)


if __name__ == "__main__":
    unittest.main()
