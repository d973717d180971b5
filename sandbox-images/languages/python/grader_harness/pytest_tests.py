"""Runs tests in pytest's style: functions `test_x` and classes `TestX`, with fixtures, marks and parameters."""

import contextlib
import inspect
import itertools
import types

from . import fixtures, proxies
from .pytest_shim import Failed, ParameterSet, Skipped, UsageError, XFailed


def run(module, cls, name):
    """Runs one test with every set of its parameters; the first that does not pass raises what it raised."""
    function = getattr(cls or module, name)
    marks = _marks(module) + _marks(cls) + _marks(function)
    skipped = 0
    for arguments, own_marks, choices in _variants(module, cls, function, marks):
        try:
            _run_once(module, cls, name, arguments, marks + own_marks, choices)
        except (Skipped, XFailed) as outcome:
            skipped, last = skipped + 1, outcome
        else:
            skipped = -1 << 30  # at least one set has run: the whole is not a skip
    if skipped > 0:
        raise last


def run_all(module):
    """All tests of a module; returns 0 or raises."""
    from .selection import collected, run_one
    for name in collected(module):
        run_one(module, name)
    return 0


def tests_in(namespace):
    """The names of test functions in a module or a class."""
    return [name for name, value in vars(namespace).items() if name.startswith("test") and callable(_plain(value))
            and not isinstance(_plain(value), (type, proxies.RemoteFunction))]


def _plain(member):
    return member.__func__ if isinstance(member, (staticmethod, classmethod)) else member


def _marks(target):
    marks = getattr(target, "pytestmark", ())
    return list(marks) if isinstance(marks, (list, tuple)) else [marks]


def _variants(module, cls, function, marks):
    dimensions = [_sets(mark) for mark in marks if mark.name == "parametrize"]
    params = fixtures.with_parameters(module, cls, function)
    for combination in itertools.product(*dimensions):
        arguments = {name: value for names, _marks_of_set in combination for name, value in names.items()}
        own_marks = [mark for _names, marks_of_set in combination for mark in marks_of_set]
        for values in itertools.product(*params.values()):
            yield arguments, own_marks, dict(zip(params, values))


def _sets(mark):
    names, rows = (list(mark.args) + [mark.kwargs.get("argnames"), mark.kwargs.get("argvalues")])[:2] \
        if len(mark.args) != 1 else (mark.args[0], mark.kwargs["argvalues"])
    if isinstance(names, str):
        names = [name.strip() for name in names.split(",") if name.strip()]
        single = len(names) == 1
    else:
        single = False
    for row in rows:
        marks = row.marks if isinstance(row, ParameterSet) else ()
        values = (row,) if single and not isinstance(row, ParameterSet) else tuple(row)
        if len(values) != len(names):
            raise UsageError("parametrize: %d names and %d values" % (len(names), len(values)))
        yield dict(zip(names, values)), marks


def _run_once(module, cls, name, arguments, marks, choices):
    expected = _expected_failure(marks)
    try:
        _call(module, cls, name, arguments, marks, choices)
    except Skipped:
        raise
    except Exception as error:
        if expected is None or not isinstance(error, expected.kwargs.get("raises") or Exception):
            raise
        raise XFailed(expected.kwargs.get("reason", "expected to fail")) from None
    if expected is not None and expected.kwargs.get("strict"):
        raise Failed("[XPASS(strict)] %s" % expected.kwargs.get("reason", ""))


def _expected_failure(marks):
    for mark in marks:
        if mark.name == "skip" or mark.name == "skipif" and any(mark.args):
            raise Skipped(str(mark.kwargs.get("reason", mark.args[0] if mark.name == "skip" and mark.args else "")))
    conditions = [mark for mark in marks if mark.name == "xfail" and (not mark.args or any(mark.args))]
    return conditions[0] if conditions else None


def _call(module, cls, name, arguments, marks, choices):
    with contextlib.ExitStack() as stack:
        instance = cls() if cls else None
        known = fixtures.Fixtures(module, instance, stack, choices)
        _set_up(module, instance, name, stack)
        known.autouse()
        for mark in marks:
            if mark.name == "usefixtures":
                for wanted in mark.args:
                    known.value(wanted)
        function = getattr(instance if cls else module, name)
        filled = {parameter: known.value(parameter) for parameter in fixtures.wanted(function) if parameter not in arguments}
        result = function(**arguments, **filled)
        if isinstance(result, types.CoroutineType):
            import asyncio  # heavy, and seldom needed
            asyncio.run(result)
        elif inspect.isgenerator(result):
            raise UsageError("a test that yields is not a test")


def _set_up(module, instance, name, stack):
    """The hooks of nose and xunit, which pytest honours too."""
    pairs = [(module, "setup_module", "teardown_module", module)]
    if instance is None:
        pairs.append((module, "setup_function", "teardown_function", getattr(module, name)))
    else:
        pairs.append((type(instance), "setup_class", "teardown_class", None))
        pairs.append((instance, "setup_method", "teardown_method", getattr(instance, name)))
    for home, before, after, argument in pairs:
        if callable(getattr(home, after, None)):
            stack.callback(_hook, getattr(home, after), argument)
        if callable(getattr(home, before, None)):
            _hook(getattr(home, before), argument)


def _hook(function, argument):
    function(*([argument] if fixtures.wanted(function) else []))
