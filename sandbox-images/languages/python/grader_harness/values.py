"""The kinds of plain data that cross the link, and how each is taken apart and put together.

A kind packs a value into items (values themselves, perhaps shared or cyclic) and a static part (plain JSON).
Mutable kinds are put together in two steps, an empty shell and then its contents, so that cycles can close;
immutable kinds are built once their items exist.
"""

import datetime
import itertools
import uuid
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from decimal import Decimal
from fractions import Fraction

_SINGLETONS = {"Ellipsis": Ellipsis, "NotImplemented": NotImplemented}
_SMALL = 1 << 63


class Kind:
    """One row of the table: `shell` and `fill` for a mutable kind, `build` for an immutable one."""

    def __init__(self, tag, pack, build=None, shell=None, fill=None, contents=tuple):
        self.tag = tag
        self.pack = pack
        self.build = build
        self.shell = shell
        self.fill = fill
        self.contents = contents    # what to compare by identity, to see whether the value has changed

    @property
    def mutable(self):
        return self.shell is not None


def is_small(number):
    return -_SMALL <= number < _SMALL


def _flat(mapping):
    return tuple(itertools.chain.from_iterable(mapping.items()))


def _set_pairs(mapping, items, _static):
    mapping.clear()
    for key, value in zip(items[::2], items[1::2]):
        mapping[key] = value


def _set_items(sequence, items, _static):
    sequence[:] = items


def _reset(collection, items, _static):
    collection.clear()
    (collection.extend if type(collection) is deque else collection.update)(items)


def _set_bytes(value, _items, static):
    value[:] = static.encode("latin-1")


def _text(of):
    """A kind without items whose static part is a string: anything else raises before it is used."""
    def build(items, static):
        if items or type(static) is not str:
            raise TypeError("a string was expected")
        return of(static)
    return build


def _non_finite(text):
    return {"nan": float("nan"), "inf": float("inf"), "-inf": float("-inf")}[text]


def _mapping(tag, shell):
    return Kind(tag, lambda value: (_flat(value), None), shell=lambda _static: shell(), fill=_set_pairs, contents=_flat)


def _iso(tag, cls):
    return Kind(tag, lambda value: ((), value.isoformat()), build=_text(cls.fromisoformat))


def _items_of(tag, pack, of):
    return Kind(tag, lambda value: (pack(value), None), build=lambda items, _static: of(*items))


def _complex(real, imag):
    if type(real) is not float or type(imag) is not float:
        raise TypeError("two floats were expected")
    return complex(real, imag)


def _whole(of):
    """A constructor that gets integers only: Fraction("1/3") or range(True) would be another language."""
    def build(*numbers):
        if any(type(number) is not int for number in numbers):
            raise TypeError("integers were expected")
        return of(*numbers)
    return build


BY_TYPE = {
    list: Kind("l", lambda value: (value, None), shell=lambda _static: [], fill=_set_items),
    dict: _mapping("d", dict),
    set: Kind("s", lambda value: (value, None), shell=lambda _static: set(), fill=_reset),
    deque: Kind("q", lambda value: (value, value.maxlen), shell=lambda limit: deque((), limit), fill=_reset),
    bytearray: Kind("A", lambda value: ((), value.decode("latin-1")), shell=lambda _static: bytearray(), fill=_set_bytes),
    Counter: _mapping("C", Counter),
    OrderedDict: _mapping("O", OrderedDict),
    defaultdict: _mapping("D", lambda: defaultdict(None)),
    tuple: Kind("t", lambda value: (value, None), build=lambda items, _static: tuple(items)),
    frozenset: Kind("z", lambda value: (value, None), build=lambda items, _static: frozenset(items)),
    int: Kind("i", lambda value: ((), hex(value)), build=_text(lambda text: int(text, 16))),
    float: Kind("f", lambda value: ((), repr(value)), build=_text(_non_finite)),
    bytes: Kind("B", lambda value: ((), value.decode("latin-1")), build=_text(lambda text: text.encode("latin-1"))),
    complex: _items_of("c", lambda value: (value.real, value.imag), _complex),
    range: _items_of("R", lambda value: (value.start, value.stop, value.step), _whole(range)),
    slice: _items_of("S", lambda value: (value.start, value.stop, value.step), slice),
    type(Ellipsis): Kind("1", lambda _value: ((), "Ellipsis"), build=_text(_SINGLETONS.__getitem__)),
    type(NotImplemented): Kind("1", lambda _value: ((), "NotImplemented"), build=_text(_SINGLETONS.__getitem__)),
    Decimal: Kind("m", lambda value: ((), str(value)), build=_text(Decimal)),
    Fraction: _items_of("r", lambda value: (value.numerator, value.denominator), _whole(Fraction)),
    datetime.date: _iso("da", datetime.date),
    datetime.time: _iso("ti", datetime.time),
    datetime.datetime: _iso("dt", datetime.datetime),
    datetime.timedelta: _items_of(
        "td", lambda value: (value.days, value.seconds, value.microseconds), _whole(datetime.timedelta)),
    uuid.UUID: Kind("u", lambda value: ((), value.hex), build=_text(uuid.UUID)),
    type({}.keys()): _items_of("vk", tuple, lambda *keys: dict.fromkeys(keys).keys()),
    type({}.values()): _items_of("vv", tuple, lambda *values: dict(enumerate(values)).values()),
    type({}.items()): _items_of("vi", tuple, lambda *pairs: dict(pairs).items()),
}


def _pack_namedtuple(value):
    return tuple.__iter__(value), [type(value).__name__, list(type(value)._fields)]


def _build_namedtuple(items, static):
    name, fields = static
    return namedtuple(name, fields)(*items)


NAMED_TUPLE = Kind("n", _pack_namedtuple, build=_build_namedtuple)

BY_TAG = {kind.tag: kind for kind in itertools.chain(BY_TYPE.values(), [NAMED_TUPLE])}

# A subclass is reduced with the methods of its base, never with its own.
_REDUCTIONS = (
    (int, int.__int__),
    (float, float.__float__),
    (str, str.__str__),
    (bytes, lambda value: bytes.__getitem__(value, slice(None))),
    (bytearray, lambda value: bytearray(bytearray.__getitem__(value, slice(None)))),
    (complex, complex.__pos__),
    (tuple, lambda value: tuple(tuple.__iter__(value))),
    (list, lambda value: list(list.__iter__(value))),
    (Counter, lambda value: Counter(dict(dict.items(value)))),
    (OrderedDict, lambda value: OrderedDict(OrderedDict.items(value))),
    (dict, lambda value: dict(dict.items(value))),
    (set, lambda value: set(set.__iter__(value))),
    (frozenset, lambda value: frozenset(frozenset.__iter__(value))),
    (deque, lambda value: deque(deque.__iter__(value), value.maxlen)),
)


def reduced(value):
    """The plain value inside an instance of a subclass of a builtin type, or the value itself if there is none."""
    for base, reduce in _REDUCTIONS:
        if issubclass(type(value), base):
            return reduce(value)
    return value
