"""Functions, types and exceptions of the standard library that cross the link by name.

Only what can do nothing but compute: a name here may be sent by a hostile candidate.
"""

import binascii
import builtins
import collections
import dataclasses
import datetime
import decimal
import fractions
import json
import math
import operator
import re
import struct
import types
import typing

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
    "dataclasses": (dataclasses, "FrozenInstanceError"),
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


BY_NAME: typing.Dict[str, object] = _table()
# By identity: hashing or comparing a value of the candidate would run its code.
NAME_OF = {id(value): name for name, value in BY_NAME.items()}
