"""Makes further arguments by varying those that tests use.

Most stay within what was seen: lengths, ranges of numbers, characters, sortedness. Some go a step further: to nothing, one,
none, the other sign, and so on, unless the text of the problem says that this is not asked for.
"""

import collections
import contextlib
import copy
import math
import re

from grader_edges import is_edge
from grader_values import KINDS

MOST = 200  # inputs that go a step further
SHARED = 3  # numbers of a call that are changed wherever they are
ROUNDED = 49  # the least number whose reciprocal, times the number, is not 1


def shape(value, path, seen):
    """Collects what values look like, by their place in the arguments."""
    kind = type(value).__name__
    facts = seen.setdefault((path, kind), {"values": [], "lengths": set(), "sorted": True})
    facts["values"].append(value)
    if isinstance(value, (str, list, tuple, dict, set)):
        facts["lengths"].add(len(value))
    if isinstance(value, (list, tuple)):
        with contextlib.suppress(TypeError):
            facts["sorted"] &= list(value) == sorted(value)
        for item in value:
            shape(item, path + ("*",), seen)
    if isinstance(value, dict):
        for item in value.values():
            shape(item, path + ("=",), seen)


def varied(value, path, seen, rng):
    facts = seen[(path, type(value).__name__)] if (path, type(value).__name__) in seen else None
    if facts is None:
        return value
    pool = facts["values"]
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        low, high = min(pool), max(pool)
        near = min(high, max(low, value + rng.choice((-2, -1, 1, 2))))
        return rng.choice([near, near, rng.choice(pool), rng.randint(low, high)])
    if isinstance(value, float):
        other = rng.choice(pool)
        return rng.choice([other, round((value + other) / 2, 2)])
    if isinstance(value, str):
        if rng.random() < 0.5 and any(" " in v for v in pool):
            return varied_words(value, pool, rng)
        return varied_sequence(value, "", facts, rng, lambda: rng.choice(rng.choice([v for v in pool if v] or ["a"])))
    if isinstance(value, (list, tuple)):
        items = [v for (p, _), f in seen.items() if p == path + ("*",) for v in f["values"]]
        if not items:
            return value
        made = varied_sequence(list(value), [], facts, rng, lambda: [copy.deepcopy(rng.choice(items))])
        if made and rng.random() < 0.5:
            i = rng.randrange(len(made))
            made[i] = varied(made[i], path + ("*",), seen, rng)
        if facts["sorted"]:
            with contextlib.suppress(TypeError):
                made.sort()
        return type(value)(made) if type(value) in (list, tuple, *KINDS) else value
    if isinstance(value, dict) and value:
        made = dict(value)
        key = rng.choice(list(made))
        made[key] = varied(made[key], path + ("=",), seen, rng)
        return made
    return value


def varied_sequence(value, empty, facts, rng, item):
    lengths = facts["lengths"]
    if len(lengths) == 1:  # one length only: perhaps it has to be
        moves = ["swap", "replace", "reverse"]
    else:
        moves = ["swap", "replace", "reverse", "remove", "insert", "insert", "double", "cut"]
    move = rng.choice(moves)
    size = len(value)
    i = rng.randrange(size) if size else 0
    j = rng.randrange(size) if size else 0
    if move == "insert" and size < max(lengths) + 2:
        return value[:i] + item() + value[i:]
    if not size:
        return value
    i, j = min(i, j), max(i, j)
    if move == "swap" and i != j:
        return value[:i] + value[j : j + 1] + value[i + 1 : j] + value[i : i + 1] + value[j + 1 :]
    if move == "replace":
        return value[:i] + item() + value[i + 1 :]
    if move == "reverse":
        return value[::-1]
    if move == "remove" and size > min(lengths):
        return value[:i] + value[i + 1 :]
    if move == "double" and size < max(lengths) + 2:
        return value[:i] + value[i : i + 1] + value[i:]
    if move == "cut" and j - i >= min(lengths):
        return value[i:j]
    return value


def varied_words(value, pool, rng):
    words = [word for v in pool for word in v.split(" ")]
    made = value.split(" ")
    i = rng.randrange(len(made))
    j = rng.randrange(len(made))
    move = rng.choice(("swap", "reverse", "shuffle", "replace", "insert", "remove", "count"))
    if move == "swap":
        made[i], made[j] = made[j], made[i]
    elif move == "reverse":
        made.reverse()
    elif move == "shuffle":
        rng.shuffle(made)
    elif move == "replace":
        made[i] = rng.choice(words)
    elif move == "insert":
        made.insert(i, rng.choice(words))
    elif move == "remove" and len(made) > 1:
        del made[i]
    elif made[i].isdigit():
        made[i] = str(max(0, int(made[i]) + rng.choice((-1, 1, 2))))
    return " ".join(made)


def edges(value, path, seen, text):
    """Values a step beyond what was seen in a place."""
    facts = seen.get((path, type(value).__name__))
    if facts is None or isinstance(value, bool):
        return []
    pool = facts["values"]
    fixed = len(facts["lengths"]) == 1 and len(pool) > 1  # perhaps it has to be
    if isinstance(value, (int, float)):
        inside = len(path) > 1 or path[0] in text["elements"]
        return numbers_beyond(value, pool, text, inside) if math.isfinite(value) else []
    if isinstance(value, str):
        paired = all(map(balanced, pool))
        made = [v for v in texts_beyond(value, pool, text) if not fixed or len(v) == len(value)]
        return [v for v in made if not paired or balanced(v)]
    if isinstance(value, (list, tuple)):
        made = [] if text["some"] or fixed else [value[:0]]
        if value and not fixed:
            made += [value[:1], value[-1:], value + value[:1], value[:1] + value, value + value]
        made += [value[::-1], value[1:2] + value[1:]] if len(value) > 1 else []
        for i in {0, len(value) // 2, len(value) - 1} if value else ():
            made += [value[:i] + type(value)([v]) + value[i + 1 :] for v in edges(value[i], path + ("*",), seen, text)]
        if facts["sorted"] and len(value) > 1:
            made = [type(value)(sorted(v)) for v in made if comparable(v)]
        return [type(value)(v) for v in made] if type(value) in KINDS else made
    if isinstance(value, dict) and value:
        key = next(iter(value))
        return [{}, {key: value[key]}] + [dict(value, **{key: v}) for v in edges(value[key], path + ("=",), seen, text) if isinstance(key, str)]
    return []


def balanced(text):
    """Whether its brackets are in pairs, as a text without any is."""
    open_ones = []
    for c in text:
        if c in "([{<":
            open_ones.append(c)
        elif c in ")]}>" and (not open_ones or open_ones.pop() != "([{<"[")]}>".index(c)]):
            return False
    return not open_ones


def comparable(values):
    with contextlib.suppress(TypeError):
        return sorted(values) is not None
    return False


def numbers_beyond(value, pool, text, inside):
    """A number that stands alone is often a count of something, unless the tests have 0 for it."""
    low, high = min(pool), max(pool)
    negative = low < 0 or (text["negative"] and (inside or low == 0))
    made = [high + 1, high + 2, high * 2, 1, 2]
    made += [0] if low <= 0 or text["zero"] else []
    made += [-1, -value, low - 1] if negative else [low - 1] if low > 1 else []
    finer = [value + 0.5, math.floor(value) + 0.5, value / 2, value / 3]
    if isinstance(value, float):
        return [float(v) for v in made] + finer
    return made + finer if text["fractions"] else made


def texts_beyond(value, pool, text):
    letters = "".join(pool)
    made = [] if text["some"] else [""]
    made += [value[:1], value + value[-1:], value[:1] + value, value + value, value[::-1]]
    cased = any(c.islower() for c in letters) and any(c.isupper() for c in letters)
    if cased or text["case"]:
        made += [value.swapcase(), value.upper(), value.lower(), value.capitalize(), value[:-1] + value[-1:].upper()]
    if " " in letters:
        made += [" " + value, value + " ", value.replace(" ", "  ")]
    elif text["case"] and value.isalpha():
        made += [value[: len(value) // 2] + " " + value[len(value) // 2 :], value + " "]
    for seen in (str.islower, str.isupper, str.isdigit):
        if len({c for c in letters if seen(c)}) > 2:
            others = [c for c in "azyeAZYE059" if seen(c)]
            made += [value[:i] + c + value[i + 1 :] for c in others for i in {0, len(value) // 2, len(value) - 1} if value]
    return made


def promises(words, answers):
    """What the text of a problem leaves open, and the tests."""
    words = words.lower()
    positive = re.search(r"positive|natural number|greater than (?:zero|0\b)|[^<>=-]> ?0\b|at least (?:one|1)\b|>= ?1\b|\b1 ?<=", words)
    return {
        "zero": not positive,
        "negative": not positive and not re.search(r"non-? ?negative|unsigned|>= ?0\b|\b0 ?<=", words),
        "case": not re.search(r"lower-? ?case|upper-? ?case|capital", words),
        "bounded": bool(re.search(r"<=|\u2264|at most|less than|smaller than|up to|between|digits?\b", words)),
        "fractions": float in map(type, answers) and not re.search(r"\bint\b|integer|whole", words),
        "some": bool(re.search(r"non-? ?empty|not empty|at least (?:one|two|1|2)\b", words)),
    }


def ties(calls):
    """Which arguments hang together wherever the tests look: ("count", i, j) where j is the length of i, and so on."""
    found = []
    for i in range(len(calls[0])):
        for j in range(len(calls[0])):
            if i == j or not all(isinstance(c[i], (list, tuple, str)) for c in calls):
                continue
            if all(type(c[j]) is int for c in calls):
                if all(c[j] == len(c[i]) for c in calls):
                    found.append(("count", i, j))
                elif all(0 <= c[j] <= len(c[i]) for c in calls):
                    found.append(("inside", i, j))
            elif i < j and all(isinstance(c[j], (list, tuple, str)) and len(c[i]) == len(c[j]) for c in calls):
                found.append(("together", i, j))
    return found


def elements(calls):
    """Numbers that are among those of another argument more often than not, as something that is looked for."""
    counts = {}
    for arguments in calls:
        for i, value in enumerate(arguments):
            others = [v for j, other in enumerate(arguments) if j != i and isinstance(other, (list, tuple)) for v in flat(other)]
            counts[i] = counts.get(i, 0) + (value in others if isinstance(value, (int, float)) else 0)
    return {i for i, count in counts.items() if count * 2 > len(calls)}


def flat(values):
    return [v for value in values for v in (flat(value) if isinstance(value, (list, tuple)) else [value])]


def tied(arguments, found):
    """With their ties mended; None where that cannot be."""
    for kind, i, j in found:
        if kind == "count":
            arguments[j] = len(arguments[i])
        elif kind == "inside" and not 0 <= arguments[j] <= len(arguments[i]):
            return None
        elif kind == "together":
            size = min(len(arguments[i]), len(arguments[j]))
            arguments[i], arguments[j] = arguments[i][:size], arguments[j][:size]
    return arguments


def beyond(calls, seen, text, rng):
    """Each differs from a call in one argument."""
    made = []
    for arguments in calls[:12]:
        for i, value in enumerate(arguments):
            made += [arguments[:i] + [other] + arguments[i + 1 :] for other in edges(value, (i,), seen, text)]
    rng.shuffle(made)
    made.sort(key=lambda arguments: not any(is_edge(v) for v in arguments))
    return made[:MOST] + ([] if text["bounded"] else in_step(calls[:12]))


def in_step(calls):
    """With a number that several arguments share changed in all of them, into one that rounding shows with."""
    made = []
    for arguments in calls:
        counts = collections.Counter(number for value in arguments for number in set(numbers_in(value)))
        shared = [number for number, count in counts.items() if count > 1]
        made += [[changed(value, number) for value in arguments] for number in sorted(shared)[:SHARED]]
    return made


def numbers_in(value):
    """As they are written."""
    if isinstance(value, str):
        return re.findall(r"[1-9]\d*", value)
    if isinstance(value, (list, tuple)):
        return [number for item in value for number in numbers_in(item)]
    return [str(value)] if type(value) is int and value > 0 else []


def changed(value, number):
    if isinstance(value, str):
        return re.sub(r"(?<!\d)%s(?!\d)" % number, str(ROUNDED), value)
    if type(value) in (list, tuple):
        return type(value)(changed(item, number) for item in value)
    return ROUNDED if type(value) is int and str(value) == number else value


def function_inputs(calls, count, rng, text):
    """Those like the ones that were seen, and those a step beyond."""
    seen = {}
    for arguments in calls:
        for i, value in enumerate(arguments):
            shape(value, (i,), seen)
    if not calls:
        return [], []
    alike = len({len(c) for c in calls}) == 1
    text = dict(text, elements=elements(calls))
    found = ties(calls) if alike else []
    paired = all(balanced(v) for c in calls for v in c if isinstance(v, str))

    def fitting(inputs):
        mended = [tied(copy.deepcopy(a), found) for a in inputs]
        return [a for a in mended if a is not None and (not paired or all(balanced(v) for v in a if isinstance(v, str)))]

    return distinct(fitting(varied_inputs(calls, count, rng, seen))), distinct(fitting(beyond(calls, seen, text, rng)))


def distinct(inputs):
    return list({repr(arguments): arguments for arguments in inputs}.values())


def varied_inputs(calls, count, rng, seen):
    """What the tests use comes last: of that the least is to be learned, and not everybody gets to the end."""
    known = [copy.deepcopy(arguments) for arguments in calls[:50]]
    made = []
    while len(made) < count - len(known):
        arguments = copy.deepcopy(rng.choice(calls))
        for _ in range(rng.choice((1, 1, 2, 3))):
            if arguments:
                i = rng.randrange(len(arguments))
                arguments[i] = varied(arguments[i], (i,), seen, rng)
        made.append(arguments)
    return made + known
