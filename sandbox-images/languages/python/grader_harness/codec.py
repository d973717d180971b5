"""Messages to and from JSON: [operation, values, objects, updates, note].

A value is a JSON scalar, or [n]: the n-th shared object. All messages of one call, with the callbacks inside it, share
one numbered list of objects, kept alike on both sides. So a cycle, a million nested lists and the same list twice are
all just numbers; an argument that comes back is the very object that was sent; and what one side changed in a shared
list is told to the other as an update of that number. Decoding never recurses and never runs anything.
"""

from math import isfinite
from operator import is_

from . import values
from .link import ProtocolError

_PLAIN = frozenset({bool, int, float, str, type(None)})
_TRIVIAL = frozenset({bool, str, type(None)})
_PENDING = object()
_MALFORMED = (TypeError, ValueError, LookupError, ArithmeticError, AttributeError, RecursionError)


class Codec:
    """`strangers` packs and builds what is not plain data: functions, classes, instances, exceptions, nodes."""

    def __init__(self, strangers):
        self._strangers = strangers
        self._shared = []
        self._numbers = {}
        self._contents = {}

    def forget(self):
        """Ends a call: both sides do it at the same message, its last reply."""
        if self._shared:
            self._shared = []
            self._numbers = {}
            self._contents = {}

    def mark(self):
        return len(self._shared)

    def rewind(self, mark):
        """Forgets the objects of a message that was not sent after all."""
        for value in self._shared[mark:]:
            self._numbers.pop(id(value), None)
        for number in range(mark, len(self._shared)):
            self._contents.pop(number, None)
        del self._shared[mark:]

    def encode(self, operation, arguments, note=None):
        first = self.mark()
        try:
            encoded = [self._put(argument) for argument in arguments]
            objects = self._pack_from(first)
            updates = self._changes(first) if self._contents else []
            if updates:
                objects += self._pack_from(first + len(objects))
            return [operation, encoded, objects, updates, note]
        except BaseException:
            self.rewind(first)
            raise

    def decode(self, message):
        try:
            operation, encoded, objects, updates, note = message
            if type(operation) is not str:
                raise ProtocolError("a message without an operation")
            if objects:
                self._unpack(objects)
            for number, entry in updates:
                self._update(number, entry)
            return operation, self._take_all(encoded), note
        except _MALFORMED as error:
            raise ProtocolError("a malformed message: %s" % type(error).__name__) from error

    def _put(self, value):
        cls = type(value)
        if value is None or cls is str or cls is bool:
            return value
        if cls is int:
            if values.is_small(value):
                return value
        elif cls is float and isfinite(value):
            return value
        elif cls not in values.BY_TYPE:
            value = self._strangers.simplified(value)
            if type(value) in _PLAIN:
                return self._put(value)
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self._shared)
            self._shared.append(value)
        return [number]

    def _put_all(self, items):
        classes = set(map(type, items))
        if classes <= _TRIVIAL or classes == {float} and all(map(isfinite, items)):
            return list(items)
        if classes == {int} and values.is_small(min(items)) and values.is_small(max(items)):
            return list(items)
        return [self._put(item) for item in items]

    def _pack_from(self, number):
        packed = []
        while number < len(self._shared):
            value = self._shared[number]
            kind = self._kind(value)
            if kind is None:
                tag, items, static = self._strangers.pack(value)
                packed.append([tag, self._put_all(items), static])
            else:
                packed.append(self._entry(kind, value))
                if kind.mutable:
                    self._contents[number] = kind.contents(value)
            number += 1
        return packed

    def _kind(self, value):
        return values.BY_TYPE.get(type(value)) or self._strangers.kind(value)

    def _entry(self, kind, value):
        items, static = kind.pack(value)
        if type(items) not in (list, tuple):
            items = tuple(items)
        return [kind.tag, self._put_all(items), static]

    def _changes(self, before):
        changes = []
        for number, known in list(self._contents.items()):
            if number >= before:
                continue
            value = self._shared[number]
            kind = self._kind(value)
            contents = kind.contents(value)
            if len(contents) != len(known) or not all(map(is_, contents, known)):
                self._contents[number] = contents
                changes.append([number, self._entry(kind, value)])
        return changes

    def _unpack(self, objects):
        first = self.mark()
        self._shared.extend([_PENDING] * len(objects))
        kinds = [self._kind_of_entry(entry) for entry in objects]
        for offset, (kind, entry) in enumerate(zip(kinds, objects)):
            if kind is not None and kind.mutable:
                self._learn(first + offset, kind.shell(entry[2]))
        for offset, kind in enumerate(kinds):
            if self._shared[first + offset] is _PENDING:
                self._build(first, offset, objects, kinds)
        for offset, (kind, entry) in enumerate(zip(kinds, objects)):
            if kind is not None and kind.mutable:
                value = self._shared[first + offset]
                kind.fill(value, self._take_all(entry[1]), entry[2])
                self._contents[first + offset] = kind.contents(value)

    def _kind_of_entry(self, entry):
        tag, items, _static = entry
        if type(tag) is not str or type(items) is not list:
            raise ProtocolError("a malformed object")
        kind = values.BY_TAG.get(tag) or self._strangers.kind_of_tag(tag)
        if kind is None and not self._strangers.knows(tag):
            raise ProtocolError("an unknown kind of object: %.20r" % tag)
        return kind

    def _build(self, first, offset, objects, kinds):
        """Immutable objects need their items first: a depth-first walk with its own stack."""
        waiting, entered = [offset], set()
        while waiting:
            offset = waiting[-1]
            tag, items, static = objects[offset]
            needed = [item[0] - first for item in items if type(item) is list and self._at(item) is _PENDING]
            if not needed:
                waiting.pop()
                if self._shared[first + offset] is _PENDING:
                    taken = self._take_all(items)
                    kind = kinds[offset]
                    built = kind.build(taken, static) if kind else self._strangers.build(tag, taken, static)
                    self._learn(first + offset, built)
            elif offset in entered:
                raise ProtocolError("an immutable object inside itself")
            else:
                entered.add(offset)
                waiting.extend(needed)

    def _update(self, number, entry):
        kind = self._kind_of_entry(entry)
        if number not in self._contents or kind is not self._kind(self._shared[number]):
            raise ProtocolError("an update of something that was not shared")
        value = self._shared[number]
        kind.fill(value, self._take_all(entry[1]), entry[2])
        self._contents[number] = kind.contents(value)

    def _learn(self, number, value):
        self._shared[number] = value
        self._numbers.setdefault(id(value), number)

    def _take_all(self, encoded):
        if type(encoded) is not list:
            raise ProtocolError("a list of values was expected")
        if _PLAIN.issuperset(map(type, encoded)):
            return encoded
        return [item if type(item) in _PLAIN else self._at(item) for item in encoded]

    def _at(self, reference):
        if type(reference) is not list:
            raise ProtocolError("a malformed value")
        (number,) = reference
        if type(number) is not int or not 0 <= number < len(self._shared):
            raise ProtocolError("a reference to nothing")
        return self._shared[number]
