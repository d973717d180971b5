"""Larger mistakes in a Python program: what somebody writes who reads too much, or too little, into the problem."""

import ast

from grader_mutants import is_docstring, places

# What somebody does to an argument or a result who reads too much into the problem.
TO_ARGUMENTS = ["%s.lower()", "%s.strip()", "%s.replace(' ', '')", "sorted(%s)", "list(dict.fromkeys(%s))", "abs(%s)", "int(%s)", "set(%s)"]
TO_RESULTS = ["sorted(%s)", "set(%s)", "abs(%s)", "int(%s)", "round(%s)", "round(%s, 2)", "round(%s, 3)"]
# What somebody takes for an argument that nobody will ever give, or checks because somebody might.
REFUSED = ["any(v < 0 for v in %s)", "not all(%s)", "len(set(%s)) < len(%s)"]


def liberties(parent, field, index, node):
    """As replacements, but larger: an argument is changed before it is looked at, or a result before it is returned."""
    if isinstance(node, ast.FunctionDef):
        for name in [argument.arg for argument in node.args.args if argument.arg != "self"]:
            for change in TO_ARGUMENTS:
                yield begun("changed argument", node, "%s = %s" % (name, change % name))
            for refused in REFUSED:
                yield begun("check of an argument", node, "if %s: raise ValueError" % refused.replace("%s", name))
        yield from divided_earlier(node)
    elif isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, ast.Constant):
        for change in TO_RESULTS:
            call = ast.parse(change % "0", mode="eval").body
            call.args[0] = node.value
            yield "changed result", node.lineno, node, "value", None, call


def divided_earlier(function):
    """Products that are divided part by part, where a digit may be lost: a * b / (c * d) as (a / c) * (b / d)."""
    set_to = {}
    for node in ast.walk(function):
        for target in node.targets if isinstance(node, ast.Assign) else ():
            if isinstance(target, ast.Name):
                set_to.setdefault(target.id, []).append(node.value)

    def product(node):
        values = set_to.get(node.id, []) if isinstance(node, ast.Name) else [node]
        is_one = len(values) == 1 and isinstance(values[0], ast.BinOp) and isinstance(values[0].op, ast.Mult)
        return (values[0].left, values[0].right) if is_one else None

    for parent, field, index, node in places(function):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and product(node.left):
            (a, b), below = product(node.left), product(node.right)
            c, d = below or (node.right, None)
            second = ast.BinOp(b, ast.Div(), d) if d else b
            yield "order of computation", node.lineno, parent, field, index, ast.BinOp(ast.BinOp(a, ast.Div(), c), ast.Mult(), second)


def begun(kind, function, statement):
    """With a statement before all others, but behind the docstring."""
    text = 1 if is_docstring(function, "body", 0, function.body[0]) else 0
    body = function.body[:text] + ast.parse(statement).body + function.body[text:]
    return kind, function.lineno, function, "body", None, body
