"""The mode `function`: one call of solution.py with JSON arguments, one line of JSON about its value.

The report is written by the process that ran the candidate, so the candidate can write it too: it gains nothing,
because what is expected is known only outside.
"""

import json
import sys

from . import json_value, loading, report
from .leetcode_arguments import annotations, converted, mentions_nodes


class _Failure(Exception):
    def __init__(self, kind, message):
        super().__init__(message)
        self.kind = kind


def main(report_fd):
    try:
        document = _answer(_any_digits(json.loads, sys.stdin.buffer.read()))
    except _Failure as failure:
        document = {"error": failure.kind, "message": report.printable(failure)}
    _any_digits(report.write, report_fd, document)
    return 0 if "ok" in document else 1


def _answer(request):
    try:
        module = loading.load()
    except loading.Unloadable as error:
        raise _Failure(error.kind, str(error)) from None
    try:
        function = _find(vars(module), request["entry"])
        wanted = annotations(function)
        returns = wanted.pop("return", "")
        padded = list(wanted.values()) + [""] * len(request["args"])
        args = [converted(value, annotation, vars(module))
                for value, annotation in zip(request["args"], _aligned(function, wanted, padded))]
        result = _spread(function(*args))
    except _Failure:
        raise
    except BaseException as error:  # sys.exit() too: the run has no value
        loading.print_traceback(error)
        raise _Failure("exception", loading.describe(error)) from None
    return _document(request["args"], args, result, returns)


def _document(given, args, result, returns):
    try:
        document = {"ok": [] if result is None and mentions_nodes(returns) else json_value.of(result)}
        if result is None and given and isinstance(given[0], (list, dict)):
            document["mutated"] = [] if args[0] is None else json_value.of(args[0])
        return document
    except json_value.NotJson as error:
        raise _Failure("type", str(error)) from None
    except RecursionError:
        raise _Failure("type", "a value that contains itself") from None


def _spread(result):
    """Generators and the other builtin iterators as lists: running them is still running the candidate."""
    cls = type(result)
    lazy = hasattr(cls, "__next__") and cls.__module__ in ("builtins", "itertools") or cls is range
    return list(result) if lazy else result


def _find(namespace, entry):
    """A global function; else a method of Solution; else of the only class that has it."""
    if callable(namespace.get(entry)):
        return namespace[entry]
    classes = [value for value in namespace.values() if isinstance(value, type) and callable(vars(value).get(entry)
               or getattr(value, entry, None)) and value.__module__ == "solution"]
    solution = namespace.get("Solution")
    if solution in classes:
        return getattr(solution(), entry)
    if len(classes) == 1:
        return getattr(classes[0](), entry)
    raise _Failure("missing", "solution.py has no function %r" % entry)


def _aligned(function, wanted, padded):
    """The annotation of each positional parameter; parameters without one leave a gap."""
    code = getattr(getattr(function, "__func__", function), "__code__", None)
    if code is None:
        return padded
    names = code.co_varnames[:code.co_argcount][1 if hasattr(function, "__self__") else 0:]
    return [wanted.get(name, "") for name in names] + [""] * len(padded)


def _any_digits(action, *arguments):
    """Integers may be as long as they like, in the harness; the candidate keeps Python's own limit."""
    if not hasattr(sys, "set_int_max_str_digits"):
        return action(*arguments)
    usual = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        return action(*arguments)
    finally:
        sys.set_int_max_str_digits(usual)
