"""Streams and functions that a test has replaced, as the candidate meets them during one call.

A test may put a StringIO in place of sys.stdout, or patch input(), print() or random.randint. The judge names what is
replaced in the note of its request; the candidate sends its output back and calls the replacements over the link.
"""

import builtins
import contextlib
import io
import random
import sys
import time

_MODULES = {"builtins": builtins, "random": random, "time": time}
_NAMES = {
    "builtins": ("input", "print", "open"),
    "random": ("choice", "choices", "randint", "random", "randrange", "sample", "shuffle", "uniform"),
    "time": ("monotonic", "perf_counter", "sleep", "time"),
}


class Replacements:
    """The judge's view: what the test has replaced, compared with how it was at the start."""

    def __init__(self):
        self._functions = [(module, name, getattr(_MODULES[module], name)) for module in _NAMES for name in _NAMES[module]]
        self._out, self._err, self._in = sys.stdout, sys.stderr, sys.stdin

    def names(self):
        """None, almost always: the price of asking is paid by every call."""
        found = [module + "." + name for module, name, original in self._functions
                 if getattr(_MODULES[module], name) is not original]
        if sys.stdout is not self._out:
            found.append("stdout")
        if sys.stderr is not self._err:
            found.append("stderr")
        if sys.stdin is not self._in:
            found += ["stdin", "builtins.input"]
        return found or None

    def function(self, name):
        """The replacement by its full name; nothing else is served."""
        if name not in (self.names() or ()):
            raise AttributeError(name)
        module, attribute = name.split(".")
        return getattr(_MODULES[module], attribute)


class Borrowing(contextlib.AbstractContextManager):
    """The candidate's side: installs the replacements for one call."""

    def __init__(self, names, peer):
        self._peer = peer
        self._undo = contextlib.ExitStack()
        self._captured = []
        for name in names:
            module, _, attribute = name.rpartition(".")
            if module:
                self._install(_MODULES[module], attribute, self._remote(name))
            else:
                stream = _RemoteInput(peer) if name == "stdin" else io.StringIO()
                self._install(sys, name, stream)
                if name != "stdin":
                    self._captured.append((name, stream))

    def output(self):
        """What was printed since the last time: it travels with the next message, so that the order is kept."""
        texts = [[name, stream.getvalue()] for name, stream in self._captured]
        for _name, stream in self._captured:
            stream.seek(0)
            stream.truncate()
        return [pair for pair in texts if pair[1]] or None

    def __exit__(self, *exc):
        self._undo.close()

    def _install(self, module, name, value):
        self._undo.callback(setattr, module, name, getattr(module, name))
        setattr(module, name, value)

    def _remote(self, name):
        return lambda *args, **kwargs: self._peer.call("!" + name, args, kwargs)


class _RemoteInput(io.TextIOBase):
    def __init__(self, peer):
        self._peer = peer

    def readable(self):
        return True

    def readline(self, size=-1):
        return self._peer.request("readline", size)

    def read(self, size=-1):
        return self._peer.request("read", size)
