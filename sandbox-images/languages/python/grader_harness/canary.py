"""Values that look like a given one and are not equal to it.

When a test compares an object of the candidate with a plain value, the object's own `__eq__` is asked about the value
and its lookalikes in random order. One that says yes to a lookalike would say yes to anything.
"""

import random
import string

_random = random.SystemRandom()
_COUNT = 7


def lineup(value):
    """The value among its lookalikes, and its place there."""
    suspects = _lookalikes(value)
    place = _random.randrange(len(suspects) + 1)
    suspects.insert(place, value)
    return suspects, place


def nonsense():
    """What no honest object is equal to."""
    return "".join(_random.choices(string.ascii_letters, k=24))


def _lookalikes(value):
    if type(value) is bool:
        return [not value]
    if type(value) in (int, float):
        below = _random.randint(0, _COUNT)  # the value may stand anywhere in the row
        return [value + step for step in range(-below, _COUNT + 1 - below) if step]
    if type(value) is str:
        return [_respelled(value) for _ in range(_COUNT)]
    if type(value) in (list, tuple) and value:
        return [_with_other_item(value) for _ in range(_COUNT)]
    if type(value) is dict and value:
        key = _random.choice(list(value))
        return [{**value, key: other} for other in _lookalikes(value[key])]
    return [nonsense()]


def _respelled(text):
    if not text:
        return nonsense()
    place = _random.randrange(len(text))
    alphabet = [letter for letter in string.ascii_letters + string.digits if letter.lower() != text[place].lower()]
    return text[:place] + _random.choice(alphabet) + text[place + 1:]


def _with_other_item(sequence):
    place = _random.randrange(len(sequence))
    other = _random.choice(_lookalikes(sequence[place]))
    return sequence[:place] + type(sequence)([other]) + sequence[place + 1:]
