"""Looks for inputs that tell mutants from the reference.

Reads from stdin {"setup", "reference", "mutants": [...], "further": [...], "most": n, "entry", "tests": [...], "text": of the
problem, "count": n}; writes {"inputs": n, "witnesses": [{"text": for people, "code": an assertion or ""} or null, ...],
"further": [{"index", "text", "code"}, ...]} to stdout: the last are up to `most` of the further mutants that do what the
reference does wherever the tests look, and something else elsewhere.

Where the reference fails on an input, the input says nothing.
"""

import contextlib
import copy
import io
import json
import math
import random
import sys
import time
import types

from grader_inputs import function_inputs, promises
from grader_programs import TESTED_MODULES, TooSlow, function, limited, load

SECONDS = 0.1  # of CPU, for one call
BRIEFLY = 0.01  # likewise, where a mutant that is lost says nothing
SLOWER = 3  # than the reference on average: likewise, where that is more
LONGEST = 160  # characters of a value that are shown
LONGEST_TEST = 500
ANSWERING = 0.8  # seconds of CPU time, for the reference: a slow one answers fewer inputs
ENOUGH = 2.5  # likewise, for further mutants
LAST = 7.0  # seconds of CPU time: nothing is looked for any more, so that what was found is told
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


def caller(source, request):
    try:
        with limited(SECONDS):
            module = load(source, request["setup"])
            target = function(module, request["entry"])
    except BaseException:
        return None

    def call(arguments, seconds=SECONDS):
        def go():
            own = copy.deepcopy(arguments)
            value = target(*own)
            if isinstance(value, types.GeneratorType):
                value = [item for item, _ in zip(value, range(1000))]
            return ("value", value, own)

        return outcome(go, seconds)

    return call


def recorded(request):
    """The arguments that test code calls the reference with."""
    module = load(request["reference"], request["setup"])
    target = function(module, request["entry"])
    calls = []

    def recorder(*arguments, **named):
        if not named:
            calls.append(copy.deepcopy(list(arguments)))
        return target(*arguments, **named)

    module.__dict__[request["entry"]] = recorder
    for name in TESTED_MODULES:
        sys.modules[name] = module
    for code in request["tests"]:
        # Test code may start by importing what it tests; it sees the rest of the module as it would in the judge.
        names = dict(module.__dict__, __name__="tests")
        with contextlib.suppress(BaseException), contextlib.redirect_stdout(io.StringIO()):
            exec(compile(code, "tests", "exec"), names)
            for name, value in list(names.items()):
                unittest = sys.modules.get("unittest")  # which takes long to import
                if unittest and isinstance(value, type) and issubclass(value, unittest.TestCase):
                    unittest.TextTestRunner(stream=io.StringIO()).run(
                        unittest.defaultTestLoader.loadTestsFromTestCase(value)
                    )
                elif name.startswith("test") and callable(value):
                    value()
        if len(calls) > 500:
            break
    return calls


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


def describe(request, given, wanted, got):
    call = "%s(%s)" % (request["entry"], ", ".join(map(shown, given)))
    if got[0] == "slow":
        says = "does not end"
    elif got[0] == "error":
        says = "fails with " + got[1]
    else:
        says = "gives " + shown(result(wanted, got))
    return "on %s it %s, the reference gives %s" % (call, says, shown(result(wanted, wanted)))


def plain(value):
    """Whether the text of a value stands for it, whatever the machine."""
    if isinstance(value, (list, tuple, set)):
        return all(map(plain, value))
    if isinstance(value, dict):
        return all(map(plain, value)) and all(map(plain, value.values()))
    return value is None or isinstance(value, (bool, int, str)) or (isinstance(value, float) and value.is_integer())


def assertion(request, given, wanted):
    """The test that is missing; empty if it cannot be written down in a line."""
    if wanted[1] is None or not all(isinstance(value, float) or plain(value) for value in given):
        return ""
    call = "%s(%s)" % (request["entry"], ", ".join(map(repr, given)))
    value = wanted[1]
    if isinstance(value, float) and math.isfinite(value):
        code = "assert abs(%s - %r) <= 1e-06 * max(1, abs(%r))" % (call, value, value)
    else:
        code = "assert %s == %r" % (call, value) if plain(value) else ""
    return code if len(code) <= LONGEST_TEST else ""


def main():
    request = json.load(sys.stdin)
    calls = recorded(request)
    near, far = function_inputs(calls, request["count"], random.Random(1), promises(request["text"]))
    reference = caller(request["reference"], request)
    answers = answered(reference, near, ANSWERING)
    usual = {type(answer[1]) for _, answer in answers}
    # Beyond what the tests use, a value of another kind says that the input was not foreseen.
    answers += [(g, a) for g, a in answered(reference, far, ANSWERING) if type(a[1]) in usual]
    witnesses = [witness(caller(source, request), answers, request, reference) for source in request["mutants"]]
    began = time.process_time()
    seen = answered(reference, calls[:SCREENED], ANSWERING)
    request["briefly"] = max(BRIEFLY, SLOWER * (time.process_time() - began) / max(1, len(seen)))
    further = list(found_further(request, [a for a in seen if steady(reference, *a)], answers, reference))
    json.dump({"inputs": len(answers), "witnesses": witnesses, "further": further}, sys.__stdout__)


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
