"""Functions, types and exceptions of the standard library that cross the link by name.

Only what can do nothing but compute: a name here may be sent by a hostile candidate.
"""

import binascii
import builtins
import collections
import datetime
import decimal
import fractions
import importlib
import json
import math
import operator
import re
import struct
import sys
import types

_BUILTINS = (
    "abs all any ascii bin bool bytearray bytes callable chr complex dict divmod enumerate filter float format frozenset "
    "hash hex int isinstance issubclass iter len list map max min next object oct ord pow range repr reversed round set "
    "slice sorted str sum tuple type zip"
).split()

_CLASSES = {
    "collections": (collections, "Counter OrderedDict defaultdict deque"),
    "datetime": (datetime, "date datetime time timedelta"),
    "decimal": (decimal, "Decimal DecimalException DivisionByZero InvalidOperation Overflow"),
    "fractions": (fractions, "Fraction"),
    "json": (json, "JSONDecodeError"),
    "re": (re, "error"),
    "struct": (struct, "error"),
    "binascii": (binascii, "Error"),
}

_METHODS_OF = (str, int, float, bytes, list, tuple, dict, set, frozenset)


def _table():
    table = {name: getattr(builtins, name) for name in _BUILTINS}
    for name, value in vars(builtins).items():
        if isinstance(value, type) and issubclass(value, Exception):
            table[name] = value
    for module in (math, operator):
        for name, value in vars(module).items():
            if isinstance(value, types.BuiltinFunctionType):
                table["%s.%s" % (module.__name__, name)] = value
    for prefix, (module, names) in _CLASSES.items():
        table.update(("%s.%s" % (prefix, name), getattr(module, name)) for name in names.split())
    for cls in _METHODS_OF:
        for name, value in vars(cls).items():
            if isinstance(value, types.MethodDescriptorType) and not name.startswith("__"):
                table["%s.%s" % (cls.__name__, name)] = value
    return table


_BY_NAME = _table()
# By identity: hashing or comparing a value of the candidate would run its code.
_NAME_OF = {id(value): name for name, value in _BY_NAME.items()}
# Of modules that are heavy to load and seldom needed: known as soon as the program has loaded them itself.
_LATE = {"dataclasses.FrozenInstanceError": ("dataclasses", "FrozenInstanceError")}


def name_of(value):
    """Its name, or None when it is nothing well known."""
    name = _NAME_OF.get(id(value))
    if name is None:
        for late, (module, attribute) in _LATE.items():
            if module in sys.modules and getattr(sys.modules[module], attribute, _LATE) is value:
                return late
    return name


def by_name(name):
    """Its value; KeyError when the name is not on the list."""
    if name in _LATE:
        module, attribute = _LATE[name]
        return getattr(importlib.import_module(module), attribute)
    return _BY_NAME[name]
