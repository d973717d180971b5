"""The value of a function as JSON, taken by the methods of the builtin types alone."""

import math

from .nodes import list_values, tree_values
from .values import reduced

_DEPTH_LIMIT = 400


class NotJson(Exception):
    """A value that is not plain data."""


def of(value, depth=0):
    """None, bool, int, float, str, list and dict as they are; tuples as lists; nodes as lists; all else refused."""
    cls = type(value)
    if value is None or cls is bool or cls is str or cls is int:
        return value
    if cls is float:
        return _finite(value)
    if depth > _DEPTH_LIMIT:
        raise NotJson("a value nested more than %d deep" % _DEPTH_LIMIT)
    if cls is list or cls is tuple:
        return [of(item, depth + 1) for item in value]
    if cls is dict:
        return _mapping(value, depth)
    if cls.__name__ == "ListNode":
        return of(_fields(list_values, value), depth + 1)
    if cls.__name__ == "TreeNode":
        return of(_fields(tree_values, value), depth + 1)
    plain = reduced(value)
    if plain is value or type(plain) not in (int, float, str, list, tuple) and not isinstance(plain, dict):
        raise NotJson("a value of type %s" % cls.__name__)
    return _mapping(plain, depth) if isinstance(plain, dict) else of(plain, depth)


def _mapping(mapping, depth):
    result = {_key(key): of(value, depth + 1) for key, value in dict.items(mapping)}
    if len(result) != len(mapping):
        raise NotJson("two keys that become the same in JSON")
    return result


def _key(key):
    plain = key if key is None or type(key) is bool else reduced(key)
    if type(plain) is str:
        return plain
    if plain is None or type(plain) is bool:
        return {None: "null", True: "true", False: "false"}[plain]
    if type(plain) is int:
        return int.__repr__(plain)
    if type(plain) is float:
        return float.__repr__(_finite(plain))
    raise NotJson("a key of type %s" % type(key).__name__)


def _finite(number):
    if not math.isfinite(number):
        raise NotJson("the number %r" % number)
    return number


def _fields(walk, node):
    try:
        return walk(node)
    except (AttributeError, ValueError) as error:
        raise NotJson(str(error)) from None
