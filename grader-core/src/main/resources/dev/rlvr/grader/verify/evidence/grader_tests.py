"""Runs the tests of a suite on its reference: what they call it with, and whether they look at what comes back."""

import contextlib
import copy
import io
import sys
import time
import types

from grader_programs import TESTED_MODULES, TooSlow, function, limited, load

MOST_CALLS = 500
LOOKED_INTO = 20  # calls
PATIENCE = 0.3  # seconds of CPU time, for finding out which answers nobody looks at


class TestRun:
    """calls: arguments, in order; names: of the parameters; complete: whether there are no other calls."""

    def __init__(self, request):
        self.calls = []
        self.complete = True
        self.recording = True
        self.lie = None  # arguments as text, and what comes back instead
        self.lied = False
        module = load(request["reference"], request["setup"])
        self.target = function(module, request["entry"])
        code = getattr(self.target, "__code__", None)
        self.names = [name for name in code.co_varnames[: code.co_argcount] if name != "self"] if code else []
        # Tests see the rest of the module as they would in the judge; calls that it makes itself are none of theirs.
        self.module = types.ModuleType("solution")
        self.module.__dict__.update(module.__dict__)
        self.module.__dict__[request["entry"]] = self.called
        for name in TESTED_MODULES:
            sys.modules[name] = self.module
        self.tests = request["tests"]
        self.passed = self.passes()
        self.recording = False

    def called(self, *arguments, **named):
        if self.lie and not named and repr(arguments) == self.lie[0]:
            self.lied = True
            return copy.deepcopy(self.lie[1])
        if self.recording:
            self.complete &= not named and len(self.calls) < MOST_CALLS
            if not named:
                self.calls.append(copy.deepcopy(list(arguments)))
        return self.target(*arguments, **named)

    def passes(self):
        passed = True
        for code in self.tests:
            # Test code may start by importing what it tests.
            names = dict(self.module.__dict__, __name__="tests")
            try:
                with contextlib.redirect_stdout(io.StringIO()):
                    exec(compile(code, "tests", "exec"), names)
                    for name, value in list(names.items()):
                        passed &= succeeds(name, value)
            except TooSlow:
                raise
            except BaseException:
                passed = False
            if len(self.calls) > MOST_CALLS:
                self.complete = False
                break
        return passed

    def unchecked(self, answers):
        """Arguments of calls that nobody looks at the answers of: whatever comes back, the tests pass."""
        found = []
        end = time.process_time() + PATIENCE
        for given, value in answers[:LOOKED_INTO] if self.passed else []:
            left = end - time.process_time()
            if left <= 0:
                break
            with contextlib.suppress(TooSlow), limited(left):
                lies = others(value)
                if lies and given not in found and all(self.believes(given, lie) for lie in lies):
                    found.append(given)
        self.lie = None
        return found

    def believes(self, given, lie):
        self.lie = (repr(tuple(given)), lie)
        self.lied = False
        return self.passes() and self.lied


def succeeds(name, value):
    unittest = sys.modules.get("unittest")  # which takes long to import
    if unittest and isinstance(value, type) and issubclass(value, unittest.TestCase):
        tests = unittest.defaultTestLoader.loadTestsFromTestCase(value)
        return unittest.TextTestRunner(stream=io.StringIO()).run(tests).wasSuccessful()
    if name.startswith("test") and callable(value):
        value()
    return True


def others(value):
    """Wrong answers of the same type; none where none can be told from right ones."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, (int, float)):
        return [value + 1, -value - 7, value + 1000003]
    if isinstance(value, str):
        return [lie for lie in ("", value + "?", "?" + value) if lie != value]
    if isinstance(value, (list, tuple)):
        more = type(value)(value[:1]) if value else type(value)([None])
        return [lie for lie in (value[:0], value + more) if lie != value] if type(value) in (list, tuple) else []
    return []
