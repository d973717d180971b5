"""The judge's process: executes the suite's code against stand-ins of the candidate and reports one line.

The candidate is in another process. What it says arrives as plain data or as stand-ins (see judge_peer); what the
test expects never leaves this process.
"""

import ast
import builtins
import importlib
import json
import re
import sys
import types
import unittest

from . import nodes, pytest_shim, report, selection
from .candidate_module import CandidateModule
from .judge_peer import CandidateBroke, JudgePeer
from .link import Link
from .loading import describe
from .suite_names import Names, bound, parse_prefix

# Modules that a test may use without importing them, because in one process the submission's import would do.
_USUAL_MODULES = frozenset(
    "bisect collections copy datetime decimal fractions functools heapq itertools json math operator random re statistics "
    "string sys time typing".split())
_USUAL_NAMES = {
    "collections": "Counter OrderedDict defaultdict deque", "math": "inf isclose", "typing": "Any Dict List Optional Set Tuple",
}


class SuiteBroken(Exception):
    """The suite itself cannot be run."""


def main(report_fd, link_fd):
    verdict = judge(Link(link_fd))
    report.write(report_fd, verdict)
    return 0


def judge(link):
    """The report of one run, read from the files in the working directory."""
    peer = JudgePeer(link)
    try:
        outcome = _run(peer)
    except BaseException as error:
        outcome = _verdict(error)
    if peer.broke is not None:  # no test passes with a candidate that has gone or lied
        return report.candidate_error(peer.broke.kind, peer.broke)
    return outcome


def _run(peer):
    suite = _Suite()
    hello = peer.greeting()
    if "error" in hello:
        return report.candidate_error("compile" if hello["error"] == "compile" else "exception", hello["message"])
    exported = _exported(hello)
    peer.believe(suite.names.named_classes(name for name, nature in exported.items() if nature == "class"))
    _run_suite(suite, peer, exported)
    return report.passed()


def _run_suite(suite, peer, exported):
    module = types.ModuleType("__main__" if suite.is_script else "tests")
    module.__file__ = "tests.py"
    sys.modules[module.__name__] = module
    peer.suite = vars(module)
    pytest_shim.install()
    stand_ins = _install_candidate(suite, peer, exported)
    unmade = _execute_prelude(suite.prelude, vars(module))
    _provide(vars(module), suite.names, exported, stand_ins)
    try:
        _execute(suite, module)
        for name in () if suite.is_script else [suite.test] if suite.test else _all_tests(module):
            selection.run_one(module, name)
    except NameError as error:
        name = re.match(r"name '(\w+)'", str(error))
        if name and name.group(1) in unmade:
            raise SuiteBroken("the prelude could not define %s: %s" % (name.group(1), unmade[name.group(1)])) from None
        raise


class _Suite:
    """The files of the working directory, read and compiled."""

    def __init__(self):
        plan = json.loads(_read("judge.json"))
        self.test = plan.get("test", "")
        self.modules = frozenset(plan.get("modules", ()))
        entry_points = {name for name in [*plan.get("entry_points", ()), plan.get("entry_point")] if name}
        self.prelude = parse_prefix(_read("prelude.py"))
        try:
            self.tree = ast.parse(_read("tests.py"), "tests.py")
            self.code = compile(self.tree, "tests.py", "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            raise SuiteBroken("tests.py does not compile: %s" % error) from None
        self.is_script = not self.test and not selection.only_defines(self.tree)
        self.names = Names(self.tree, self.code, self.prelude, self.modules, entry_points)


def _read(name):
    with open(name, encoding="utf-8") as file:
        return file.read()


def _install_candidate(suite, peer, exported):
    """Makes the candidate importable under the suite's names for it; returns the module of stand-ins."""
    starred = suite.names.visible(exported)
    for name in suite.modules:
        sys.modules[name] = CandidateModule(name, peer, exported, starred)
    return sys.modules["solution"] if "solution" in suite.modules else CandidateModule("solution", peer, exported, ())


def _exported(hello):
    pairs = hello["names"]
    if type(pairs) is not list or not all(type(pair) is list and len(pair) == 2 for pair in pairs):
        return {}
    return {name: nature for name, nature in pairs if type(name) is str and type(nature) is str}


def _execute_prelude(prelude, namespace):
    """Statement by statement: one that fails does not take the others with it. Returns the names it left unmade."""
    unmade = {}
    for statement in prelude.body:
        module = ast.Module([statement], [])
        try:
            exec(compile(module, "prelude.py", "exec", dont_inherit=True), namespace)
        except Exception as error:
            unmade.update(dict.fromkeys(bound(module), describe(error)))
    return unmade


def _provide(namespace, names, exported, stand_ins):
    """Puts the names that the test uses and does not define into its namespace."""
    for name in names.used - names.defined - names.entry_points:
        if name in nodes.TEST_NAMES:
            namespace[name] = nodes.TEST_NAMES[name]
    for name in names.visible(exported):
        if name in names.entry_points or name not in nodes.TEST_NAMES:
            try:
                namespace[name] = getattr(stand_ins, name)
            except AttributeError:
                pass
    for name in names.entry_points - set(exported):
        namespace.pop(name, None)  # a stub or a reference of the suite must not stand in for the candidate
    for name in names.used - set(namespace) - set(vars(builtins)) - names.defined:
        _provide_usual(namespace, name)


def _provide_usual(namespace, name):
    if name in _USUAL_MODULES:
        namespace[name] = importlib.import_module(name)
    for module, members in _USUAL_NAMES.items():
        if name in members.split():
            namespace[name] = getattr(importlib.import_module(module), name)


def _execute(suite, module):
    try:
        exec(suite.code, vars(module))
    except ImportError as error:
        if (error.name or "").partition(".")[0] in suite.modules or hasattr(error, "_grader_foreign"):
            raise
        raise SuiteBroken("tests.py cannot import: %s" % error) from None
    except SystemExit as error:
        if error.code not in (None, 0):
            raise AssertionError("the test exited with %s" % (error.code,)) from None


def _all_tests(module):
    found = selection.collected(module)
    if not found:
        raise SuiteBroken("tests.py has no test")
    return found


def _verdict(error):
    if isinstance(error, CandidateBroke):
        return report.candidate_error(error.kind, error)
    if isinstance(error, (SuiteBroken, selection.NoSuchTest, pytest_shim.UsageError)):
        return report.suite_error(error)
    if getattr(error, "_grader_foreign", False):
        return report.candidate_error("exception", describe(error))
    if isinstance(error, (unittest.SkipTest, pytest_shim.Skipped)):
        return report.skipped(error)
    if isinstance(error, pytest_shim.XFailed):
        return report.passed()
    return report.failed(_place(error) + describe(error))


def _place(error):
    """The line of the test at which it failed."""
    trace, line = error.__traceback__, None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "tests.py":
            line = trace.tb_lineno
        trace = trace.tb_next
    return "line %d: " % line if line else ""
