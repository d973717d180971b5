"""Loads programs and calls what they define, within a limit of CPU time."""

import contextlib
import functools
import io
import signal
import types

# What tests may call the module that they test.
TESTED_MODULES = ("solution", "main", "candidate", "submission", "code_solution", "answer", "your_module")


OBJECT = "(object)"


class TooSlow(BaseException):
    pass


def too_slow(*_):
    raise TooSlow


signal.signal(signal.SIGPROF, too_slow)


@contextlib.contextmanager
def limited(seconds):
    """Of CPU time. Says so again and again: a program may catch everything."""
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.02)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def load(program, setup):
    """program: text or compiled"""
    module = types.ModuleType("solution")
    exec(compiled(setup), module.__dict__)
    exec(program, module.__dict__)
    return module


@functools.cache
def compiled(setup):
    return compile(setup, "setup", "exec")


def function(module, entry, called):
    """called: nothing, a method of a new object, or OBJECT: what an object is made with, and the calls of its methods."""
    target = module.__dict__[entry]
    if called == OBJECT:
        return lambda given, steps: lived(target(*given), steps)
    return (lambda *arguments: getattr(target(), called)(*arguments)) if called else target


def lived(it, steps):
    return [getattr(it, method)(*arguments) for method, arguments in steps]


def parameters(target):
    code = getattr(target, "__code__", None)
    return [name for name in code.co_varnames[: code.co_argcount] if name != "self"] if code else []
