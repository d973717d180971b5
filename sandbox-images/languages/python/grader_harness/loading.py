"""Loads solution.py as the module `solution`, so that a block under `__name__ == "__main__"` does not run."""

import os
import sys
import traceback
import types

FILE = "solution.py"


class Unloadable(Exception):
    """The submission could not be loaded; `kind` is `compile` or `exception`."""

    def __init__(self, kind, message):
        super().__init__(message)
        self.kind = kind


def load():
    """The module, executed; raises Unloadable after printing the traceback that Python would print."""
    if os.getcwd() not in sys.path and "" not in sys.path:
        sys.path.insert(0, os.getcwd())
    own_frames = _depth()
    sys.setrecursionlimit(sys.getrecursionlimit() + own_frames)  # the candidate gets the usual depth for itself
    try:
        with open(FILE, "rb") as file:
            code = compile(file.read(), FILE, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as error:
        traceback.print_exception(type(error), error, None)
        raise Unloadable("compile", describe(error)) from None
    module = types.ModuleType("solution")
    module.__file__ = FILE
    sys.modules["solution"] = module
    try:
        exec(code, module.__dict__)
    except BaseException as error:  # sys.exit() at import is a failure like any other
        print_traceback(error)
        raise Unloadable("exception", describe(error)) from None
    return module


def describe(error):
    """`ValueError: text`, whatever the exception's own methods do."""
    try:
        text = str(error)
    except Exception as bomb:
        text = "<%s in __str__>" % type(bomb).__name__
    name = type.__getattribute__(type(error), "__name__")
    return "%s: %s" % (name, text) if text else name


def print_traceback(error):
    """As Python prints an uncaught exception, without the frames of this package."""
    trace = error.__traceback__
    while trace is not None and os.path.dirname(trace.tb_frame.f_code.co_filename) == os.path.dirname(__file__):
        trace = trace.tb_next
    try:
        traceback.print_exception(type(error), error, trace)
    except Exception:
        print("Traceback (most recent call last):\n%s" % describe(error), file=sys.stderr)


def _depth():
    frame, depth = sys._getframe(), 0
    while frame is not None:
        frame, depth = frame.f_back, depth + 1
    return depth
