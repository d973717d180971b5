"""Looks for inputs that tell mutants from the reference.

Reads from stdin {"setup", "reference", "mutants": [...], "further": [...], "most": n, "entry", "tests": [...], "text": of the
problem, "count": n}, with "calls": [[argument, ...], ...] where tests are not code; writes {"inputs": n,
"witnesses": [{"text": for people, "code": an assertion, or arguments as JSON, or ""} or null, ...],
"further": [{"index", "text", "code"}, ...], "pairs": [{"line", "kind", "diff", "source", "text", "code"}, ...], "edges": [{"text", "code"}, ...], "unchecked": [text, ...]} to stdout. Further: up to
`most` of the further mutants that do what the reference does wherever the tests look, and something else elsewhere. Pairs: likewise, with two mistakes, where no other mutant is
one of those. Edges: what
no test has in an argument. Unchecked: calls whose answers no test looks at.

Where the reference fails on an input, the input says nothing.
"""

import contextlib
import copy
import json
import math
import random
import sys
import time

from grader_edges import missing, thresholds
from grader_inputs import function_inputs, promises
from grader_programs import OBJECT, TooSlow, function, limited, load
from grader_tests import GivenCalls, TestRun
from grader_values import KINDS, built, completed, helpers, kind_of, plain

SECONDS = 0.1  # of CPU, for one call
BRIEFLY = 0.01  # likewise, where a mutant that is lost says nothing
SLOWER = 3  # than the reference on average: likewise, where that is more
LONGEST = 160  # characters of a value that are shown
LONGEST_TEST = 500
LONGEST_ARGUMENTS = 20000  # likewise, where they are the lines of a data set
ANSWERING = 0.8  # seconds of CPU time, for the reference: a slow one answers fewer inputs
ENOUGH = 2.5  # likewise, for further mutants
PAIRING = 1.2  # likewise, for mutants with two mistakes
PAIRED = (20, 30)  # mistakes: so many first ones, and so many second ones with each
LAST = 7.0  # seconds of CPU time: nothing is looked for any more, so that what was found is told
MILLIONS = 10**7
HUGE = 10**30 + 1
AT_ONCE = 0.05  # seconds of CPU time, in which nobody counts to millions
SCREENED = 100  # calls of the tests that further mutants are compared on


def outcome(call, seconds):
    """("value", ...), ("error", name) or ("slow",)."""
    try:
        with limited(seconds):
            return call()
    except TooSlow:
        return ("slow",)
    except BaseException as e:  # a mutant may raise anything
        return ("error", type(e).__name__)


def caller(program, request):
    try:
        with limited(SECONDS):
            module = load(program, request["setup"])
            target = function(module, request["entry"], request["called"])
    except BaseException:
        return None
    with_nodes = helpers(module)

    def call(arguments, seconds=SECONDS):
        def go():
            own = copy.deepcopy(arguments)
            own = built(own, module) if with_nodes else own
            value = target(*own)
            if hasattr(type(value), "__next__"):
                value = [item for item, _ in zip(value, range(1000))]
            return ("value", completed(plain(value), request.get("nodes")), plain(own)) if with_nodes else ("value", value, own)

        return outcome(go, seconds)

    return call


def same(a, b):
    if isinstance(a, float) or isinstance(b, float):
        if isinstance(a, (int, float)) and isinstance(b, (int, float)):
            return a == b or a != a and b != b or abs(a - b) <= 1e-6 * max(1, abs(a), abs(b))
        return False
    if isinstance(a, (list, tuple)) and type(a) is type(b):
        return len(a) == len(b) and all(map(same, a, b))
    if type(a).__eq__ is object.__eq__:
        return type(a).__name__ == type(b).__name__  # no more can be said of such objects
    return bool(a == b)


def agree(wanted, got):
    """What comes back is compared; where nothing does, what became of the arguments."""
    return same(wanted[1], got[1]) and (wanted[1] is not None or same(wanted[2], got[2]))


def shown(value):
    text = repr(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + "..."


def result(wanted, got):
    return got[2] if wanted[1] is None and got[1] is None else got[1]


def call(request, given, written=shown):
    if request["called"] == OBJECT:
        steps = ["it.%s(%s)" % (method, ", ".join(map(written, arguments))) for method, arguments in given[1]]
        made = "%s(%s)" % (request["entry"], ", ".join(map(written, given[0])))
        return "(lambda it: [%s])(%s)" % (", ".join(steps), made)
    name = "%s().%s" % (request["entry"], request["called"]) if request["called"] else request["entry"]
    return "%s(%s)" % (name, ", ".join(map(written, given)))


def describe(request, given, wanted, got):
    if got[0] == "slow":
        says = "does not end"
    elif got[0] == "error":
        says = "fails with " + got[1]
    else:
        says = "gives " + shown(result(wanted, got))
    return "on %s it %s, the reference gives %s" % (call(request, given), says, shown(result(wanted, wanted)))


def is_plain(value):
    """Whether the text of a value stands for it, whatever the machine."""
    if isinstance(value, (list, tuple, set)):
        return all(map(is_plain, value))
    if isinstance(value, dict):
        return all(map(is_plain, value)) and all(map(is_plain, value.values()))
    return value is None or isinstance(value, (bool, int, str)) or (isinstance(value, float) and value.is_integer())


def assertion(request, given, wanted):
    """The test that is missing; empty if it cannot be written down in a line."""
    if "calls" in request:
        return arguments_of(given)
    value = wanted[1]
    if (value is None and not request["answers"]) or not all(isinstance(value, float) or is_plain(value) for value in given):
        return ""
    said = call(request, given, repr)
    if value is None:
        code = "assert %s is None" % said
    elif isinstance(value, float) and math.isfinite(value):
        code = "assert abs(%s - %r) <= 1e-06 * max(1, abs(%r))" % (said, value, value)
    elif type(value) in KINDS:
        code = "assert %s(%s, %r)" % (KINDS[type(value)], said, value)
    else:
        code = "assert %s == %r" % (said, value) if is_plain(value) else ""
    return code if len(code) <= LONGEST_TEST else ""


def arguments_of(given):
    with contextlib.suppress(TypeError, ValueError, RecursionError):
        text = json.dumps(given, allow_nan=False)
        return text if len(text) <= LONGEST_ARGUMENTS and json.loads(text) == given else ""
    return ""


def main():
    request = json.load(sys.stdin)
    run = TestRun(request) if "calls" not in request else GivenCalls(request)
    calls = run.calls
    request["entry"], request["called"] = run.entry, run.called
    reference = caller(request["reference"], request)
    began = time.process_time()
    seen = answered(reference, calls[:SCREENED], ANSWERING)
    request["answers"] = any(answer[1] is not None for _, answer in seen)
    request["nodes"] = kind_of(answer[1] for _, answer in seen)
    request["briefly"] = max(BRIEFLY, SLOWER * (time.process_time() - began) / max(1, len(seen)))
    text = promises(request["text"], [answer[1] for _, answer in seen])
    if run.called == OBJECT:
        text.update(zero=False, negative=False)  # of what an object is made with, and keeps, less is known
    near, far = function_inputs(calls, request["count"], random.Random(1), text)
    answers = answered(reference, near, ANSWERING)
    usual = {type(answer[1]) for _, answer in answers}
    # Beyond what the tests use, a value of another kind says that the input was not foreseen.
    further_off = answered(reference, far, ANSWERING) + ([] if text["bounded"] else huge(reference, calls))
    answers += [(g, a) for g, a in further_off if type(a[1]) in usual]
    witnesses = [witness(caller(source, request), answers, request, reference) for source in request["mutants"]]
    unchecked = run.unchecked([(given, answer[1]) for given, answer in seen if answer[2] == given])
    looked_at = [answer for answer in seen if answer[0] not in unchecked and steady(reference, *answer)]
    further = list(found_further(request, looked_at, answers, reference))
    paired = [] if further or any(witnesses) else list(found_pairs(request, looked_at, answers, reference))
    edges = [
        {"text": "%s (%s gives %s)" % (words, call(request, given), shown(wanted[1])), "code": assertion(request, given, wanted)}
        for words, (given, wanted) in (untested(run, answers, reference) if run.complete else [])
        if steady(reference, given, wanted)
    ]
    answer = {"inputs": len(answers), "witnesses": witnesses, "further": further, "pairs": paired, "edges": edges}
    answer["unchecked"] = [call(request, given) for given in unchecked]
    json.dump(answer, sys.__stdout__)


def huge(reference, calls):
    """Answers to numbers that a float cannot hold, of a function that does not count up to them."""
    answers = []
    given = calls[0] if calls else []
    for i, value in enumerate(given):
        if type(value) is int:
            began = time.process_time()
            # Not the number itself at once: nothing stops what counts in C.
            answer = reference(given[:i] + [MILLIONS] + given[i + 1 :], AT_ONCE)
            if answer[0] == "value" and time.process_time() - began < AT_ONCE:
                answers += answered(reference, [given[:i] + [HUGE] + given[i + 1 :]], ANSWERING)
    return answers


def untested(run, answers, reference):
    yield from missing(run.calls, answers, run.names)
    yield from thresholds(run.calls, lambda given: next(iter(answered(reference, [given], ANSWERING)), None), run.names)


def found_further(request, seen, answers, reference):
    left = request["most"]
    end = min(time.process_time() + ENOUGH, LAST)
    for index, source in enumerate(request["further"]):
        if not left or not answers or time.process_time() > end:
            return
        mutant = caller(source, request)
        fits = mutant and passes(mutant, seen, request["briefly"])
        found = witness(mutant, answers, request, reference) if fits else None
        if found:
            left -= 1
            yield dict(found, index=index)


def found_pairs(request, seen, answers, reference):
    from grader_pairs import pairs  # which takes a while, and is rarely needed

    left = request["most"]
    end = min(time.process_time() + PAIRING, LAST)
    for code, describe_mutant in pairs(request["reference"], *PAIRED, random.Random(2)) if answers else []:
        if not left or time.process_time() > end:
            return
        mutant = caller(code, request)
        found = witness(mutant, answers, request, reference) if mutant and passes(mutant, seen, request["briefly"]) else None
        if found:
            left -= 1
            yield dict(found, **describe_mutant())


def passes(mutant, seen, seconds):
    for given, wanted in seen:
        got = mutant(given, seconds)
        if got[0] != "value" or not agrees(wanted, got, False):
            return False
    return True


def agrees(wanted, got, otherwise):
    """Otherwise is the answer where values cannot be compared."""
    with contextlib.suppress(Exception):
        return agree(wanted, got)
    return otherwise


def answered(reference, inputs, seconds):
    """What the reference says."""
    answers = []
    end = time.process_time() + seconds
    for given in inputs if reference else []:
        if time.process_time() > end:
            break
        answer = reference(given)
        if answer[0] == "value":
            answers.append((given, answer))
    return answers


def steady(reference, given, first):
    """A reference that contradicts itself says nothing."""
    again = reference(given)
    return again[0] == "value" and agrees(first, again, False)


def witness(mutant, answers, request, reference):
    """The first input that shows a difference; one that can be written down, if there is any."""
    slow = 0
    found = None
    for given, wanted in answers if mutant else []:
        got = mutant(given)
        slow += got[0] == "slow"
        if (got[0] != "value" or not agrees(wanted, got, True)) and steady(reference, given, wanted):
            code = assertion(request, given, wanted)
            found = {"text": describe(request, given, wanted, got), "code": code} if code or not found else found
            if code:
                return found
        if slow > 3 or time.process_time() > LAST:
            break
    return found


main()
