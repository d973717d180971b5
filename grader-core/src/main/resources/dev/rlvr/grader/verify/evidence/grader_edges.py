"""Values of arguments that deserve a test of their own: nothing, zero, one element, a negative number, a threshold."""


def number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def sized(value):
    return isinstance(value, (str, list, tuple, dict, set))


EDGES = [
    ("`%s` is never 0", lambda value: number(value) and value == 0),
    ("`%s` is never negative", lambda value: number(value) and value < 0),
    # -1 is a special one as often as not.
    ("`%s` is never below -1", lambda value: number(value) and value < -1),
    ("`%s` is never empty", lambda value: sized(value) and len(value) == 0),
    ("`%s` never has one element", lambda value: isinstance(value, (list, tuple)) and len(value) == 1),
]


def is_edge(value):
    return any(holds(value) for _, holds in EDGES)


def missing(calls, answers, names):
    """Yields (words, answer): an answer of the reference to what no call has in an argument. One each, the shortest."""
    for i, name in enumerate(names):
        seen = [arguments[i] for arguments in calls if i < len(arguments)]
        kinds = {type(value) for value in seen}
        below = False
        for words, holds in EDGES:
            if below or any(map(holds, seen)):
                continue
            found = [a for a in answers if i < len(a[0]) and type(a[0][i]) in kinds and holds(a[0][i])]
            if found:
                below = "negative" in words
                yield words % name, min(found, key=lambda answer: (len(repr(answer[0])), repr(answer[0])))


def thresholds(calls, answer, names):
    """Likewise, of a function of one number: where its answer turns from nothing to something, or back, if it does so once.

    answer(arguments): (arguments, answer) of the reference, or None
    """
    if len(names) != 1 or not all(len(arguments) == 1 and type(arguments[0]) is int for arguments in calls):
        return
    tested = sorted({arguments[0] for arguments in calls})
    answers = {value: answer([value]) for value in tested}
    if not all(answers.values()):
        return
    turns = [(a, b) for a, b in zip(tested, tested[1:]) if is_something(answers[a]) != is_something(answers[b])]
    if len(turns) != 1:
        return
    low, high = turns[0]
    while high - low > 1:
        middle = (low + high) // 2
        answers[middle] = answer([middle])
        if answers[middle] is None:
            return
        if is_something(answers[middle]) == is_something(answers[low]):
            low = middle
        else:
            high = middle
    if low in tested or high in tested:
        return
    nothing = next(answers[value][1][1] for value in (low, high) if not is_something(answers[value]))
    for value in (low, high):
        yield "`%s` is never %d, next to where %r begins or ends" % (names[0], value, nothing), answers[value]


def is_something(answer):
    return bool(answer[1][1])
