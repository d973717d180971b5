"""The part of pytest's interface that tests of submissions use; importable as `pytest` in the judge only.

Small, fast to import and the same everywhere, whether or not the real one is installed.
"""

import contextlib
import importlib
import re
import sys
import types
import warnings as _warnings

from .approximate import approx  # noqa: F401  (part of the interface)


class Outcome(BaseException):
    """What a test says about itself by raising; no `except Exception` stops it."""

    def __init__(self, msg="", pytrace=True):
        super().__init__(msg)
        self.msg = msg


class Skipped(Outcome):
    pass


class Failed(Outcome, AssertionError):
    pass


class XFailed(Outcome):
    pass


class UsageError(Exception):
    """The suite asks for something that pytest or this shim does not have."""


def skip(reason="", *, allow_module_level=False, msg=None):
    raise Skipped(msg or reason)


def fail(reason="", pytrace=True, msg=None):
    raise Failed(msg or reason)


def xfail(reason=""):
    raise XFailed(reason)


skip.Exception, fail.Exception, xfail.Exception = Skipped, Failed, XFailed


def importorskip(modname, minversion=None, reason=None):
    try:
        return importlib.import_module(modname)
    except ImportError as error:
        raise Skipped(reason or "could not import %r" % modname) from error


class ExceptionInfo:
    """What `with raises(...) as info` gives; empty until the block has raised."""

    value = type = tb = None

    @property
    def typename(self):
        return self.type.__name__

    def match(self, pattern):
        if not re.search(pattern, str(self.value)):
            raise Failed("Regex pattern did not match: %r in %r" % (pattern, str(self.value)))
        return True

    def exconly(self, tryshort=False):
        return "%s: %s" % (self.typename, self.value)

    def errisinstance(self, expected):
        return isinstance(self.value, expected)


class _Raises:
    def __init__(self, expected, match):
        self._expected, self._match = expected, match
        self._info = ExceptionInfo()

    def __enter__(self):
        return self._info

    def __exit__(self, cls, error, trace):
        if cls is None:
            raise Failed("DID NOT RAISE %r" % (self._expected,))
        if not issubclass(cls, self._expected):
            return False
        self._info.value, self._info.type, self._info.tb = error, cls, trace
        if self._match is not None:
            self._info.match(self._match)
        return True


def raises(expected_exception, *args, match=None, **kwargs):
    context = _Raises(expected_exception, match)
    if not args:
        return context
    function, *rest = args
    with context as info:
        function(*rest, **kwargs)
    return info


@contextlib.contextmanager
def warns(expected_warning=Warning, *, match=None):
    with _warnings.catch_warnings(record=True) as caught:
        _warnings.simplefilter("always")
        yield caught
    if not any(issubclass(warning.category, expected_warning) and (match is None or re.search(match, str(warning.message)))
               for warning in caught):
        raise Failed("DID NOT WARN %r" % (expected_warning,))


def deprecated_call(*, match=None):
    return warns((DeprecationWarning, PendingDeprecationWarning), match=match)


class Mark:
    """One decorator `mark.name(...)`; marks lie in the list `pytestmark` of what they decorate, as with pytest."""

    def __init__(self, name, args=(), kwargs=None):
        self.name, self.args, self.kwargs = name, args, kwargs or {}

    def __call__(self, *args, **kwargs):
        if len(args) == 1 and not kwargs and isinstance(args[0], (types.FunctionType, type)) and not self.args:
            target = args[0]
            target.pytestmark = [self, *getattr(target, "pytestmark", ())]
            return target
        return _Filled(self.name, args, kwargs)


class _Filled(Mark):
    def __call__(self, target):
        target.pytestmark = [self, *getattr(target, "pytestmark", ())]
        return target


class _Marks:
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Mark(name)


mark = _Marks()


class ParameterSet(tuple):
    """One set of parameters, with marks of its own."""

    marks = ()


def param(*values, marks=(), id=None):
    parameters = ParameterSet(values)
    parameters.marks = list(marks) if isinstance(marks, (list, tuple)) else [marks]
    return parameters


class FixtureDefinition:
    def __init__(self, function, scope, params, autouse):
        self.function, self.scope, self.params, self.autouse = function, scope, params, autouse
        self.__name__ = getattr(function, "__name__", "fixture")

    def __call__(self, *_args, **_kwargs):
        raise UsageError("fixture %r called directly" % self.__name__)


def fixture(function=None, *, scope="function", params=None, autouse=False, ids=None, name=None):
    def decorate(function):
        definition = FixtureDefinition(function, scope, params, autouse)
        definition.__name__ = name or function.__name__
        return definition
    return decorate(function) if function is not None else decorate


def main(args=None, plugins=None):
    """`pytest.main([__file__])` at the end of a test file: runs the tests of that file."""
    from .pytest_tests import run_all
    return run_all(sys.modules["__main__"])


def install():
    sys.modules["pytest"] = sys.modules[__name__]
