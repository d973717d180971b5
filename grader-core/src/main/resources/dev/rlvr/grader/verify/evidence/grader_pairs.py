"""Mutants of a Python program with two small mistakes at once, in different lines."""

import ast
import contextlib

from grader_mutants import diff, put, small_mistakes


def pairs(source, firsts, seconds, rng):
    """Programs with two of the small mistakes, at random: yields (code, describe), with describe() as of a mutant."""
    tree = ast.parse(source)
    original = ast.unparse(tree)
    for first in sample(small_mistakes(tree), firsts, rng):
        with made_here(first):
            elsewhere = [site for site in small_mistakes(tree) if site[1] != first[1]]
            for second in sample(elsewhere, seconds, rng):
                with made_here(second):
                    try:
                        code = compile(tree, "solution", "exec")
                    except (SyntaxError, ValueError, TypeError, AttributeError):
                        continue
                    yield code, lambda: described(tree, original, first, second)


def sample(choices, count, rng):
    return rng.sample(choices, min(count, len(choices)))


@contextlib.contextmanager
def made_here(site):
    _, _, parent, field, index, new = site
    old = getattr(parent, field) if index is None else getattr(parent, field)[index]
    put(parent, field, index, new)
    try:
        yield
    finally:
        put(parent, field, index, old)


def described(tree, original, first, second):
    text = ast.unparse(tree)
    kind = "%s and another %s" % (first[0], second[0])
    return {"line": first[1], "kind": kind, "diff": diff(original, text), "source": text}
