"""Tells which tests programs fail, at a small part of what it costs to judge each of them.

Reads from stdin {"setup", "prelude": what tests have before them, "entry_points": names that only programs define, "reference":
passes every test, "programs": [...], "tests": [...], "seconds": CPU time of a test}; writes {"failed": [[indices of tests] or null,
...]} to stdout, one for each program. null: nothing is known of it, as where the reference fails here, which a judge lets pass.

Each program has a process of its own, a fork of this one. It could lie, as it could to a test that runs in its process: enough for
mutants and guesses, which were made by us.
"""

import builtins
import gc
import json
import os
import random
import resource
import select
import signal
import sys
import time

from grader_programs import TESTED_MODULES, TooSlow, limited, load
from grader_values import helpers

SLOWER = 10  # than the reference, before a test counts as one that does not end
PATIENCE = 10  # seconds on the clock for a process
ENOUGH = 6  # seconds of CPU time in all
ROOM = 256 << 20  # bytes of memory beyond what this process has
MARK = "ends"  # of a process that came to its end


def main():
    request = json.load(sys.stdin)
    tests = [compiled(code) for code in request["tests"]]
    request["prelude"] = beginning(request["prelude"])
    gc.freeze()
    began = spent()
    answer = tried(request["reference"], tests, request, 5)
    failed = [None for _ in request["programs"]]
    if answer == []:
        seconds = max(request["seconds"], SLOWER * (spent() - began))
        for i, source in enumerate(request["programs"]):
            if spent() > ENOUGH:
                break
            failed[i] = tried(source, tests, request, seconds)
    json.dump({"failed": failed}, sys.stdout)


def compiled(code):
    try:
        return compile(code, "tests", "exec")
    except (SyntaxError, ValueError):
        return None


def beginning(code):
    """Of a prompt that stops in the middle of a statement, what stands before it."""
    lines = code.splitlines(keepends=True)
    for end in range(len(lines), 0, -1):
        if end == len(lines) or not lines[end][:1].isspace():
            made = compiled("".join(lines[:end]))
            if made:
                return made
    return compiled("")


def spent():
    own = resource.getrusage(resource.RUSAGE_SELF)
    forks = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + forks.ru_utime + forks.ru_stime


def tried(source, tests, request, seconds):
    """The tests that a program fails; None where its process did not say."""
    ours, its = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            confined(ours, seconds * len(tests))
            os.write(its, (json.dumps(failures(source, tests, request, seconds)) + MARK).encode())
        finally:
            os._exit(0)
    os.close(its)
    said = listened(ours)
    os.close(ours)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return json.loads(said[: -len(MARK)]) if said.endswith(MARK) else None


def listened(pipe):
    said = ""
    end = time.monotonic() + PATIENCE
    while not said.endswith(MARK) and select.select([pipe], [], [], max(0, end - time.monotonic()))[0]:
        more = os.read(pipe, 65536).decode()
        if not more:
            break
        said += more
    return said


def confined(ours, seconds):
    os.close(ours)
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + ROOM, used + ROOM))
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = int(seconds) + 2
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))


def failures(source, tests, request, seconds):
    """None where a judge might see it otherwise."""
    failed = []
    for index, test in enumerate(tests):
        ending = ended(source, test, request, seconds)
        if ending == "unknown":
            return None
        if ending != "passed":
            failed.append(index)
        if ending == "slow":
            break  # it would be slow in the others, too
    return failed


def ended(source, test, request, seconds):
    if test is None:
        return "unknown"
    random.seed(0)  # as judges do
    try:
        with limited(seconds):
            module = load(source, request["setup"])
            for name in TESTED_MODULES:
                sys.modules[name] = module
            exec(test, visible(module, request))
    except (MemoryError, SystemExit, KeyboardInterrupt, SyntaxError):
        return "unknown"  # there is less room here, test code may end on its own, and what does not compile is no mutant
    except TooSlow:
        return "slow"
    except BaseException:
        return "failed"
    return "passed"


def visible(module, request):
    """The names that a test sees: as for a judge, what the suite brings goes before what the program happens to define."""
    names = dict(helpers(module), __name__="tests")
    exec(request["prelude"], names)
    for name, value in vars(module).items():
        if name in request["entry_points"] or (name not in names and not hasattr(builtins, name)):
            names[name] = value
    return names


main()
