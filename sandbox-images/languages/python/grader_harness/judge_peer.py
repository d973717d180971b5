"""The judge's end of the link: what it lends to the candidate, and what it believes of the candidate's objects.

Lent are only things the test has passed to a call, and of those only: calling, iterating, and the public attributes
and special methods of instances of the test's own classes. Never a frame, a module, a globals dictionary.

Believed is plain data. An object of the candidate answers for itself only if the test names its class, and then:
  - `==` with a plain value is asked among lookalikes (see canary);
  - an object that a call has returned is not asked about plain values at all: a function that should return 3.5 and
    returns an object would otherwise be asked `- 3.5` by `abs(f(x) - 3.5) < 1e-6`.
"""

import sys
import types
import unittest

from . import canary, proxies, values
from .borrowed import Replacements
from .link import LinkClosed, ProtocolError
from .nodes import TEST_NAMES, is_bare
from .peer import Peer, perform_on
from .strangers import NotPlain

_BELIEVED_OF_ALL = frozenset("__call__ __enter__ __exit__ __iter__ __next__".split())
_KEEP_TRUST = frozenset("__enter__ __iter__ __hash__ __str__ __repr__".split()) | proxies.ARITHMETIC
_WITH_OPERAND = proxies.COMPARISONS | proxies.ARITHMETIC
_OF_PLAIN_TYPES = frozenset(name for cls in values.BY_TYPE for name in dir(cls))
# Names shared with plain types that ask nothing about an expected value.
_HARMLESS = frozenset(
    "add append appendleft clear copy discard extend get insert items keys pop popitem popleft push remove reverse sort "
    "update values send close throw numerator denominator real imag year month day".split())
_OF_ITERABLES = frozenset("__iter__ __next__ __len__ __getitem__ __contains__ __bool__ __hash__ __reversed__".split())
_STAND_INS = (proxies.Handle, proxies.RemoteClass, proxies.RemoteFunction)
_HOLLOW = (
    type, types.ModuleType, types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.CodeType, types.FrameType,
    types.TracebackType, types.GeneratorType, types.CoroutineType, unittest.TestCase,
)


class CandidateBroke(BaseException):
    """The candidate has gone or lied: no `except Exception` of a test may swallow this."""

    def __init__(self, kind, message):
        super().__init__(message)
        self.kind = kind


class CandidateExit(Exception):
    """The candidate raised SystemExit, KeyboardInterrupt or the like: as such they never arrive."""


class JudgePeer(Peer):
    exception_root = CandidateExit
    keeps_exceptions = True

    def __init__(self, link):
        super().__init__(link)
        self.broke = None
        self.suite = {}
        self.homes = {"tests", "prelude", "__main__"}
        self._believed = frozenset()
        self._returned_classes = set()
        self._replacements = Replacements()
        self._trusting = False

    def greeting(self):
        """What the candidate says of itself: its names with their natures, or why it could not be loaded."""
        return self._guarded(self._receive_greeting)

    def believe(self, names):
        """From now on instances of these classes answer for themselves."""
        self._believed = frozenset(names)
        self._guarded(self._link.send, {"named": sorted(names)})

    def _receive_greeting(self):
        hello = self._link.receive()
        if type(hello) is not dict or set(hello) not in ({"names"}, {"error", "message"}):
            raise ProtocolError("a malformed greeting")
        return hello

    def request(self, operation, *arguments):
        if self.broke is not None:
            raise self.broke
        try:
            if self._depth == 0 and not self._link.is_quiet():
                return self._guarded(self._refuse_unasked)
            result = self._guarded(super().request, operation, *arguments)
            if type(result) is proxies.RemoteClass and (operation, arguments[0]) != ("get", None):
                self._returned_classes.add(result)
            return result
        finally:
            self._trusting = False

    def serve(self, operation, arguments, note):
        trusting = self._trusting
        super().serve(operation, arguments, note)
        self._trusting = trusting

    def _refuse_unasked(self):
        raise ProtocolError("a reply to nothing")

    def _guarded(self, action, *arguments):
        try:
            return action(*arguments)
        except LinkClosed:
            self.broke = CandidateBroke("gone", "the candidate's process ended before its reply")
        except ProtocolError as error:
            self.broke = CandidateBroke("protocol", str(error))
        raise self.broke

    # Stand-ins for the candidate's things.

    def construct(self, cls, args, kwargs):
        self._trusting = True
        return super().construct(cls, args, kwargs)

    def operate(self, target, dunder, *args):
        if type(target) is proxies.RemoteClass and dunder == "__contains__" and not isinstance(args[0], proxies.Handle):
            raise TypeError("a class of the candidate contains no plain value")
        if type(target) is proxies.RemoteClass or dunder not in _WITH_OPERAND:
            self._trusting = dunder in _KEEP_TRUST
            return super().operate(target, dunder, *args)
        operand = args[0]
        if isinstance(operand, proxies.Handle):
            return self._between(target, dunder, operand)
        return self._against_plain(target, dunder, operand)

    def _between(self, target, dunder, other):
        if dunder == "__eq__":
            return self._equal(target, other, [canary.nonsense(), other], 1)
        self._trusting = not target._grader_returned
        return super().operate(target, dunder, other)

    def _against_plain(self, target, dunder, operand):
        returned = target._grader_returned
        if returned and dunder in proxies.COMPARISONS or operand is None:
            if dunder == "__contains__":
                raise TypeError("an object of the candidate cannot say what it contains")
            return NotImplemented
        self._strangers.plain_only = True
        try:
            if dunder == "__eq__":
                suspects, place = canary.lineup(operand)
                return self._equal(target, operand, suspects + [canary.nonsense()], place)
            self._trusting = not returned
            result = super().operate(target, dunder, operand)
        except NotPlain:
            return NotImplemented  # the operand is an object of the test, which may know what to expect
        finally:
            self._strangers.plain_only = False
        if returned and result is not NotImplemented and not isinstance(result, proxies.Handle):
            raise TypeError("an object of the candidate does not count as a plain value")
        return result

    def _equal(self, target, other, suspects, place):
        answers = self.request("same", target, *suspects)
        if type(answers) is not list or len(answers) != len(suspects):
            raise TypeError("the candidate did not compare")
        if answers[place] is None:  # its __eq__ raises: let the test see what it raises
            self.request("operate", target, "__eq__", other)
        return answers[place] is True and answers.count(True) == 1

    def get(self, target, name):
        result = super().get(target, name)
        if isinstance(result, _STAND_INS) and self._is_asked_as_plain(target, name):
            raise AttributeError(name)
        return result

    def call_method(self, target, name, args, kwargs):
        if self._is_asked_as_plain(target, name):
            raise AttributeError(name)
        return super().call_method(target, name, args, kwargs)

    def _is_asked_as_plain(self, target, name):
        """Whether a test may mean a plain value: `f(x).startswith("abc")` would tell an object what to be."""
        if name not in _OF_PLAIN_TYPES or name in _HARMLESS or target is None:
            return False
        if isinstance(target, proxies.Handle):
            return target._grader_returned
        if type(target) is proxies.RemoteClass:
            return target.__name__ not in self._believed or target in self._returned_classes
        return target._grader_number is not None

    def arrived(self, handle):
        if not self._trusting:
            handle._grader_returned = True

    def allowed_dunders(self, name, dunders):
        allowed = proxies.DUNDERS if name in self._believed else _BELIEVED_OF_ALL
        return [dunder for dunder in dunders if dunder in allowed]

    def raisable(self, error):
        error = super().raisable(error)
        if not self._strangers.is_own(error):
            error.__dict__["_grader_foreign"] = True
        return error

    # What the candidate may ask.

    def perform(self, operation, arguments, note):
        self._trusting = False
        self._strangers.plain_only = False
        target, *rest = arguments
        if operation == "call" and type(target) is str and target.startswith("!"):
            return perform_on("call", self._replacements.function(target[1:]), rest)
        if operation in ("read", "readline"):
            if "stdin" not in (self._replacements.names() or ()):
                raise ProtocolError("sys.stdin is not lent")
            return getattr(sys.stdin, operation)(target)
        if not self._strangers.is_own(target):
            raise ProtocolError("a request about something that was not lent")
        return self._perform(operation, target, rest)

    def _perform(self, operation, target, rest):
        if operation == "call" and callable(target):
            return perform_on(operation, target, rest)
        if operation == "operate" and self._lends_operator(target, rest[0]) \
                or operation != "operate" and self._lends_member(target, rest[0]):
            return self._presentable(perform_on(operation, target, rest))
        raise AttributeError("%s is not lent" % operation)

    def _lends_operator(self, target, dunder):
        return dunder in proxies.DUNDERS and (dunder in _OF_ITERABLES or not isinstance(target, _HOLLOW))

    def _lends_member(self, target, name):
        if type(name) is not str or name.startswith("_"):
            return False
        if isinstance(target, types.GeneratorType):
            return name in ("send", "close", "throw")
        return not isinstance(target, _HOLLOW) and (
            self.is_home(type(target)) or _is_mock(target)
            or type(target).__module__ in ("_io", "io", "types"))

    def _presentable(self, value):
        if isinstance(value, (types.ModuleType, types.CodeType, types.FrameType, types.TracebackType)):
            raise AttributeError("not lent")
        return value

    # Names and classes.

    def note(self):
        return self._replacements.names()

    def noted(self, note):
        for name, text in note or ():
            if name in ("stdout", "stderr") and name in (self._replacements.names() or ()) and type(text) is str:
                getattr(sys, name).write(text)

    def global_named(self, name):
        raise ProtocolError("a reference by name")

    def member_named(self, _target, name):
        raise ProtocolError("a reference by member")

    def stays(self, cls):
        return False

    def is_home(self, cls):
        return cls.__module__ in self.homes

    def crosses_by_structure(self, cls):
        return type(cls) is not proxies.RemoteClass and is_bare(cls)

    def node_class(self, name):
        found = self.suite.get(name)
        if isinstance(found, type) and type(found) is not proxies.RemoteClass:
            return found
        return TEST_NAMES.get(name) or TEST_NAMES["ListNode"]


def _is_mock(value):
    """Asked only of modules that the tests have loaded themselves: `unittest.mock` is heavy."""
    mock = sys.modules.get("unittest.mock")
    return mock is not None and isinstance(value, mock.NonCallableMock)
