"""`approx(expected)`: equal within a tolerance, for numbers, sequences and mappings of numbers."""

import math
from collections.abc import Mapping, Sequence, Set
from decimal import Decimal
from numbers import Number


class approx:
    __hash__ = None

    def __init__(self, expected, rel=None, abs=None, nan_ok=False):
        self._expected, self._rel, self._abs, self._nan_ok = expected, rel, abs, nan_ok

    def __eq__(self, actual):
        expected = self._expected
        if isinstance(expected, Mapping):
            return isinstance(actual, Mapping) and expected.keys() == actual.keys() \
                and all(self._near(actual[key], expected[key]) for key in expected)
        if isinstance(expected, Sequence) and not isinstance(expected, (str, bytes)):
            return isinstance(actual, Sequence) and not isinstance(actual, str) and len(actual) == len(expected) \
                and all(map(self._near, actual, expected))
        if isinstance(expected, Set):
            raise TypeError("approx() does not support sets")
        return self._near(actual, expected)

    def __repr__(self):
        return "approx(%r)" % (self._expected,)

    def _near(self, actual, expected):
        if isinstance(expected, approx) or not _is_number(expected) or not _is_number(actual):
            return actual == expected
        if actual == expected:
            return True
        if _is_nan(expected):
            return self._nan_ok and _is_nan(actual)
        if _is_nan(actual) or _is_infinite(expected) or _is_infinite(actual):
            return False
        return abs(expected - actual) <= self._tolerance(expected)

    def _tolerance(self, expected):
        exact = Decimal if isinstance(expected, Decimal) else float
        absolute = exact("1e-12") if self._abs is None else self._abs
        if self._rel is None and self._abs is not None:
            return absolute
        return max((exact("1e-6") if self._rel is None else self._rel) * abs(expected), absolute)


def _is_number(value):
    return isinstance(value, Number) and not isinstance(value, bool)


def _is_nan(value):
    return value != value


def _is_infinite(value):
    return not isinstance(value, complex) and math.isinf(value)
