"""What tests call a reference with, and whether they look at what comes back."""

import contextlib
import copy
import io
import sys
import time
import types

from grader_programs import OBJECT, TESTED_MODULES, TooSlow, limited, load, parameters
from grader_values import KINDS, built, completed, helpers, kind_of, plain

MOST_CALLS = 500
LOOKED_INTO = 20  # calls
PATIENCE = 0.3  # seconds of CPU time, for finding out which answers nobody looks at


class GivenCalls:
    """As a TestRun, of tests that are arguments and answers."""

    def __init__(self, request):
        module = load(request["reference"], request["setup"])
        found = vars(module).get(request["entry"])
        self.entry, self.called = (request["entry"], "") if callable(found) else (holder(module, request["entry"]), request["entry"])
        self.names = parameters(found if callable(found) else getattr(module.__dict__[self.entry], self.called))
        self.calls = request["calls"][:MOST_CALLS]
        self.complete = len(self.calls) == len(request["calls"])

    def unchecked(self, answers):
        """Judges compare every one."""
        return []


def holder(module, method):
    """The class that has it; there is but one, or it is called Solution."""
    names = [name for name, value in vars(module).items() if isinstance(value, type) and callable(getattr(value, method, None))]
    return "Solution" if "Solution" in names else names[0]


class TestRun:
    """Runs the tests of a suite on its reference.

    entry: what is tested; calls: arguments, in order; called: what takes them; names: of the parameters.

    complete: whether there are no other calls.
    """

    def __init__(self, request):
        self.records = []  # (method or "", names of parameters, object, arguments)
        self.complete = True
        self.recording = True
        self.inside = False  # of a call, which may make calls of its own
        self.lie = None  # arguments as text, and what comes back instead
        self.lied = False
        self.tests = request["tests"]
        module = load(request["reference"], request["setup"])
        self.with_nodes = helpers(module)
        self.entry = request["entry"] if request["entry"] in module.__dict__ else "Solution"
        self.module = self.watched(module, request["entry"])
        for name in TESTED_MODULES:
            sys.modules[name] = self.module
        self.passed = self.passes()
        self.recording = False
        methods = {name for name, _, _, _ in self.records} - {"__init__"}
        if len(methods) > 1 or any(name == "__init__" and arguments for name, _, _, arguments in self.records):
            objects = {id(it): it for _, _, it, _ in self.records}
            self.called, self.names, self.calls = OBJECT, [], [self.life(it) for it in objects.values()]
        else:
            direct = [record for record in self.records if record[0] != "__init__"]
            self.called = "".join(methods)
            self.names = direct[0][1] if direct else []
            self.calls = [arguments for _, _, _, arguments in direct]
        self.complete_nodes()

    def watched(self, module, wanted):
        """Tests see the rest of the module as they would in the judge; calls that it makes itself are none of theirs."""
        copied = types.ModuleType("solution")
        copied.__dict__.update(module.__dict__)
        target = module.__dict__[self.entry]
        if wanted != self.entry:  # a method of LeetCode's class, which tests may call as if it were a function
            copied.__dict__[wanted] = lambda *given, **named: getattr(target(), wanted)(*given, **named)
        if isinstance(target, type):
            for name, method in list(vars(target).items()):
                if isinstance(method, types.FunctionType) and (name == "__init__" or not name.startswith("_")):
                    setattr(target, name, self.recorder(name, method))
        else:
            copied.__dict__[self.entry] = self.recorder("", target)
        return copied

    def complete_nodes(self):
        """An empty list of nodes is None."""
        for i in range(len(self.names)):
            kind = kind_of(arguments[i] for arguments in self.calls if i < len(arguments))
            for arguments in self.calls:
                arguments[i : i + 1] = [completed(value, kind) for value in arguments[i : i + 1]]

    def life(self, it):
        """What an object was made with, and the calls of its methods."""
        own = [(name, arguments) for name, _, other, arguments in self.records if other is it]
        return [next((a for name, a in own if name == "__init__"), []), [step for step in own if step[0] != "__init__"]]

    def plain(self, arguments):
        """As they are where the nodes are none of LeetCode's, or run in a circle."""
        with contextlib.suppress(ValueError):
            return plain(arguments) if self.with_nodes else arguments
        return arguments

    def recorder(self, name, target):
        names = parameters(target)

        def called(*given, **named):
            if self.inside:
                return target(*given, **named)
            arguments = self.plain(bound(given[1:] if name else given, named, names))
            if self.lie and repr(arguments) == self.lie[0]:
                self.lied = True
                return built(self.lie[1], self.module) if self.with_nodes else copy.deepcopy(self.lie[1])
            if self.recording:
                self.complete &= arguments is not None and len(self.records) < MOST_CALLS
                if arguments is not None:
                    self.records.append((name, names, given[0] if name else None, copy.deepcopy(arguments)))
            self.inside = True
            try:
                return target(*given, **named)
            finally:
                self.inside = False

        return called

    def passes(self):
        passed = True
        for code in self.tests:
            # Test code may start by importing what it tests.
            names = dict(helpers(self.module), **self.module.__dict__)
            names["__name__"] = "tests"
            try:
                with contextlib.redirect_stdout(io.StringIO()):
                    exec(compile(code, "tests", "exec"), names)
                    for name, value in list(names.items()):
                        passed &= succeeds(name, value)
            except TooSlow:
                raise
            except BaseException:
                passed = False
            if len(self.records) > MOST_CALLS:
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
        self.lie = (repr(given), lie)
        self.lied = False
        return self.passes() and self.lied


def bound(given, named, names):
    """As a list by position; None where that cannot be."""
    arguments = list(given)
    for name in names[len(given) :]:
        if name not in named:
            break
        arguments.append(named[name])
    return arguments if len(arguments) == len(given) + len(named) else None


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
        return [type(value)(lie) for lie in (value[:0], value + more) if lie != value] if type(value) in (list, tuple, *KINDS) else []
    return []
