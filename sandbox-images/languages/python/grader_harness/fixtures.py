"""Fixtures: those of the test file, and the few of pytest's own that tests of submissions use."""

import contextlib
import importlib
import inspect
import io
import os
import sys
from collections import namedtuple

from .pytest_shim import FixtureDefinition, ParameterSet, UsageError

_MISSING = object()


class Fixtures:
    """The fixtures of one run of one test. `choices` are the parameters picked for fixtures that have some."""

    def __init__(self, module, instance, stack, choices=None):
        self._definitions = definitions(module, type(instance) if instance is not None else None)
        self._instance, self._stack, self._choices = instance, stack, choices or {}
        self._values = {}

    def autouse(self):
        for name, definition in self._definitions.items():
            if definition.autouse:
                self.value(name)

    def value(self, name):
        if name not in self._values:
            self._values[name] = self._make(name)
        return self._values[name]

    def arguments(self, function):
        return {name: self.value(name) for name in wanted(function) if name != "self"}

    def _make(self, name):
        definition = self._definitions.get(name)
        if definition is None:
            if name not in _BUILTIN:
                raise UsageError("fixture %r not found" % name)
            return self._stack.enter_context(_BUILTIN[name]())
        function = definition.function
        arguments = {other: self._request(name) if other == "request" else self.value(other) for other in wanted(function)
                     if other != "self"}
        if "self" in inspect.signature(function).parameters:
            arguments["self"] = self._instance
        if inspect.isgeneratorfunction(function):
            return self._stack.enter_context(contextlib.contextmanager(function)(**arguments))
        return function(**arguments)

    def _request(self, name):
        request = _Request(self._choices.get(name), self._instance, self._stack)
        request.getfixturevalue = self.value
        return request


class _Request:
    def __init__(self, param, instance, stack):
        self.param, self.instance, self.cls = param, instance, type(instance) if instance is not None else None
        self.addfinalizer = stack.callback


def wanted(function):
    """The names of the parameters that fixtures have to fill."""
    return [name for name, parameter in inspect.signature(function).parameters.items()
            if parameter.default is parameter.empty and parameter.kind in (parameter.POSITIONAL_OR_KEYWORD, parameter.KEYWORD_ONLY)]


def definitions(module, cls):
    found = {}
    for home in (module, *(reversed(cls.__mro__[:-1]) if cls else ())):
        found.update((value.__name__, value) for value in vars(home).values() if isinstance(value, FixtureDefinition))
    return found


def with_parameters(module, cls, function):
    """The fixtures with `params` that a test uses, directly or through others: name to list of parameters."""
    known, reached = definitions(module, cls), {}
    waiting = wanted(function) + [name for name, definition in known.items() if definition.autouse]
    while waiting:
        name = waiting.pop(0)
        if name in known and name not in reached:
            reached[name] = known[name].params
            waiting += wanted(known[name].function)
    return {name: [_bare(item) for item in params] for name, params in reached.items() if params is not None}


def _bare(parameter):
    return parameter[0] if isinstance(parameter, ParameterSet) else parameter


class MonkeyPatch:
    def __init__(self):
        self._undo = contextlib.ExitStack()

    def setattr(self, target, name, value=_MISSING, raising=True):
        if isinstance(target, str):
            path, value = target, name
            target, name = _resolved(path)
        old = getattr(target, name, _MISSING)
        if old is _MISSING and raising:
            raise AttributeError(name)
        self._undo.callback(*((setattr, target, name, old) if old is not _MISSING else (delattr, target, name)))
        setattr(target, name, value)

    def delattr(self, target, name=_MISSING, raising=True):
        if isinstance(target, str):
            target, name = _resolved(target)
        if hasattr(target, name):
            self._undo.callback(setattr, target, name, getattr(target, name))
            delattr(target, name)
        elif raising:
            raise AttributeError(name)

    def setitem(self, mapping, key, value):
        self._remember(mapping, key)
        mapping[key] = value

    def delitem(self, mapping, key, raising=True):
        if key in mapping:
            self._remember(mapping, key)
            del mapping[key]
        elif raising:
            raise KeyError(key)

    def setenv(self, name, value, prepend=None):
        self.setitem(os.environ, name, str(value) + (prepend + os.environ[name] if prepend and name in os.environ else ""))

    def delenv(self, name, raising=True):
        self.delitem(os.environ, name, raising)

    def syspath_prepend(self, path):
        self.setattr(sys, "path", [str(path), *sys.path])

    def chdir(self, path):
        self._undo.callback(os.chdir, os.getcwd())
        os.chdir(path)

    @contextlib.contextmanager
    def context(self):
        inner = MonkeyPatch()
        try:
            yield inner
        finally:
            inner.undo()

    def undo(self):
        self._undo.close()

    def _remember(self, mapping, key):
        if key in mapping:
            self._undo.callback(mapping.__setitem__, key, mapping[key])
        else:
            self._undo.callback(mapping.pop, key, None)


def _resolved(path):
    target, _, name = path.rpartition(".")
    head, *rest = target.split(".")
    found = importlib.import_module(head)
    for part in rest:
        found = getattr(found, part) if hasattr(found, part) else importlib.import_module(found.__name__ + "." + part)
    return found, name


CaptureResult = namedtuple("CaptureResult", "out err")


class Capture:
    def __init__(self):
        self._streams = io.StringIO(), io.StringIO()

    def readouterr(self):
        texts = [stream.getvalue() for stream in self._streams]
        for stream in self._streams:
            stream.seek(0)
            stream.truncate()
        return CaptureResult(*texts)

    @contextlib.contextmanager
    def disabled(self):
        yield

    @contextlib.contextmanager
    def installed(self):
        with contextlib.redirect_stdout(self._streams[0]), contextlib.redirect_stderr(self._streams[1]):
            yield self


def _monkeypatch():
    return MonkeyPatch().context()


def _capsys():
    return Capture().installed()


@contextlib.contextmanager
def _tmp_path():
    import pathlib  # heavy, and seldom needed, like the other two
    import shutil
    import tempfile

    path = tempfile.mkdtemp(prefix="test-")
    try:
        yield pathlib.Path(path)
    finally:
        shutil.rmtree(path, ignore_errors=True)


_BUILTIN = {"monkeypatch": _monkeypatch, "capsys": _capsys, "tmp_path": _tmp_path}
