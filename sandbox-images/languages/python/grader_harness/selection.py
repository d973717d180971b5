"""Which tests a module has, and how to run the one that was asked for."""

import ast
import types
import unittest

from . import proxies, pytest_tests, unittest_tests


class NoSuchTest(Exception):
    """The suite names a test that its file does not have."""


def run_one(module, name):
    """`test_x`, `TestX.test_y`, or a class for all its tests; a parameter id in brackets is dropped."""
    path = name.replace("::", ".").partition("[")[0].split(".")
    target = vars(module).get(path[0])
    if len(path) > 2 or target is None or isinstance(target, (proxies.RemoteFunction, proxies.RemoteClass)):
        raise NoSuchTest("there is no test %r" % name)
    if not isinstance(target, type):
        if len(path) == 2 or not isinstance(target, types.FunctionType):
            raise NoSuchTest("there is no test %r" % name)
        return pytest_tests.run(module, None, path[0])
    methods = path[1:] or _tests_of(target)
    if not methods or not all(callable(getattr(target, method, None)) for method in methods):
        raise NoSuchTest("there is no test %r" % name)
    for method in methods:
        _run_method(module, target, method)


def collected(module):
    """Every test of a module, in the order of the file."""
    names = []
    for name, value in vars(module).items():
        if isinstance(value, proxies.RemoteClass) or getattr(value, "__module__", None) != module.__name__:
            continue
        if isinstance(value, type) and (issubclass(value, unittest.TestCase) or name.startswith("Test")):
            names += ["%s.%s" % (name, method) for method in _tests_of(value)]
        elif isinstance(value, types.FunctionType) and name.startswith("test"):
            names.append(name)
    return names


def only_defines(tree):
    """Whether executing the file would test nothing, a block under `__name__ == "__main__"` left out."""
    return all(isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom,
                                      ast.Assign, ast.AnnAssign))
               or isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
               or is_main_guard(statement) for statement in tree.body)


def is_main_guard(statement):
    return isinstance(statement, ast.If) and any(
        isinstance(node, ast.Name) and node.id == "__name__" for node in ast.walk(statement.test))


def _tests_of(cls):
    return unittest_tests.tests_in(cls) if issubclass(cls, unittest.TestCase) else pytest_tests.tests_in(cls)


def _run_method(module, cls, method):
    if issubclass(cls, unittest.TestCase):
        unittest_tests.run(cls, method)
    else:
        pytest_tests.run(module, cls, method)
