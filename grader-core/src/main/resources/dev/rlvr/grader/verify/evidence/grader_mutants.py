"""Mutants of a Python program: the program with one small mistake each, or with a larger one.

Deterministic. A mutant that compiles to the program itself, or to an earlier mutant, is left out.
"""

import ast
import difflib
import random
import types

COMPARISONS = {
    ast.Lt: [ast.LtE, ast.Gt],
    ast.LtE: [ast.Lt, ast.GtE],
    ast.Gt: [ast.GtE, ast.Lt],
    ast.GtE: [ast.Gt, ast.LtE],
    ast.Eq: [ast.NotEq, ast.LtE, ast.GtE],
    ast.NotEq: [ast.Eq],
    ast.In: [ast.NotIn],
    ast.NotIn: [ast.In],
    ast.Is: [ast.IsNot],
    ast.IsNot: [ast.Is],
}
OPERATORS = {
    ast.Add: [ast.Sub],
    ast.Sub: [ast.Add],
    ast.Mult: [ast.Add, ast.FloorDiv],
    ast.Div: [ast.Mult, ast.FloorDiv],
    ast.FloorDiv: [ast.Div, ast.Mult],
    ast.Mod: [ast.FloorDiv],
    ast.Pow: [ast.Mult],
    ast.BitAnd: [ast.BitOr],
    ast.BitOr: [ast.BitAnd],
    ast.BitXor: [ast.BitOr],
    ast.LShift: [ast.RShift],
    ast.RShift: [ast.LShift],
}
SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any"}
# Calls of one argument that may be left out: what goes in has the shape of what comes out.
DROPPED = {"sorted", "set", "list", "tuple", "abs", "reversed", "int", "round", "str"}
DROPPED_METHODS = {"lower", "upper", "strip", "lstrip", "rstrip", "copy"}
SWAPPED_METHODS = {
    "lower": "upper",
    "upper": "lower",
    "startswith": "endswith",
    "endswith": "startswith",
    "find": "rfind",
    "rfind": "find",
    "isalpha": "isalnum",
    "isalnum": "isalpha",
    "islower": "isupper",
    "isupper": "islower",
    "floor": "ceil",
    "ceil": "floor",
}
# Calls whose last argument may be left out.
OPTIONAL = {"range": 2, "round": 2, "sum": 2, "enumerate": 2, "split": 1, "strip": 1, "lstrip": 1, "rstrip": 1, "pop": 1}
ONE = ast.Constant(1)


def places(tree):
    """Yields (parent, field, index, node) of everything that runs, in the order of the source."""
    stack = [tree]
    while stack:
        parent = stack.pop()
        found = []
        for field, value in ast.iter_fields(parent):
            if field in ("annotation", "returns", "decorator_list", "type_params"):
                continue
            nodes = enumerate(value) if isinstance(value, list) else [(None, value)]
            for index, node in nodes:
                # Parts of an f-string and of patterns cannot be replaced by just any expression.
                if isinstance(node, ast.AST) and not isinstance(node, (ast.JoinedStr, ast.pattern, ast.Import, ast.ImportFrom)):
                    found.append((parent, field, index, node))
        yield from found
        stack.extend(node for _, _, _, node in reversed(found))


def is_docstring(parent, field, index, node):
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def constants(value):
    if value is True or value is False:
        return [not value]
    if isinstance(value, (int, float)):
        return [value + 1, value - 1]
    if value is None:
        return [0]
    if isinstance(value, str):
        return ["x"] if value == "" else [""] if len(value) == 1 else ["", value[1:], value[:-1]]
    return []


def replacements(parent, field, index, node):
    """Yields (kind, line, parent, field, index, replacement)."""
    line = getattr(node, "lineno", getattr(parent, "lineno", 1))

    def here(kind, new):
        return kind, line, parent, field, index, new

    if isinstance(node, ast.cmpop):
        for new in COMPARISONS.get(type(node), []):
            yield here("comparison", new())
    elif isinstance(node, ast.operator):
        for new in OPERATORS.get(type(node), []):
            yield here("operator", new())
    elif isinstance(node, ast.boolop):
        yield here("logical operator", ast.Or() if isinstance(node, ast.And) else ast.And())
    elif isinstance(node, ast.BoolOp):
        for i, _ in enumerate(node.values):
            rest = node.values[:i] + node.values[i + 1 :]
            yield here("missing condition", rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest))
    elif isinstance(node, ast.Compare) and len(node.ops) > 1:
        yield here("missing condition", ast.Compare(node.left, node.ops[:-1], node.comparators[:-1]))
        yield here("missing condition", ast.Compare(node.comparators[0], node.ops[1:], node.comparators[1:]))
    elif isinstance(node, ast.BinOp):
        yield here("missing operand", node.left)
        yield here("missing operand", node.right)
    elif isinstance(node, (ast.List, ast.Tuple, ast.Set)) and len(node.elts) > 1 and is_loaded(node):
        for part in (node.elts[1:], node.elts[:-1]):
            yield here("missing element", elements(node, part))
    elif isinstance(node, ast.Dict) and len(node.keys) > 1:
        yield here("missing element", ast.Dict(node.keys[:-1], node.values[:-1]))
    elif isinstance(node, ast.For):
        yield from loops(node, line)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub)):
        yield here("sign or negation", node.operand)
    elif isinstance(node, ast.Constant):
        if not isinstance(parent, ast.Expr):
            for new in constants(node.value):
                yield here("constant", ast.Constant(new))
    elif isinstance(node, ast.Call):
        yield from calls(here, node)
    elif isinstance(node, ast.Slice):
        for bound in ("lower", "upper", "step"):
            if getattr(node, bound) is not None:
                parts = {"lower": node.lower, "upper": node.upper, "step": node.step, bound: None}
                yield here("slice", ast.Slice(**parts))
    elif isinstance(node, (ast.If, ast.While, ast.IfExp)):
        yield "condition", line, node, "test", None, ast.UnaryOp(ast.Not(), node.test)
        if isinstance(node, ast.IfExp):
            yield here("missing condition", node.body)
            yield here("missing condition", node.orelse)
        if isinstance(node, ast.If):
            yield "condition", line, node, "test", None, ast.Constant(False)
            yield "condition", line, node, "test", None, ast.Constant(True)
    elif isinstance(node, ast.comprehension) and node.ifs:
        yield "filter", getattr(node.target, "lineno", line), node, "ifs", None, []
    elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) and not isinstance(node.slice, (ast.Slice, ast.Constant)):
        for operator in (ast.Add(), ast.Sub()):
            yield "index", line, node, "slice", None, ast.BinOp(node.slice, operator, ONE)
    elif isinstance(node, ast.Return) and node.value is not None:
        yield "returned value", line, node, "value", None, ast.Constant(None)
    elif isinstance(node, ast.Break):
        yield here("jump", ast.Continue())
    elif isinstance(node, ast.Continue):
        yield here("jump", ast.Break())
    elif isinstance(node, ast.AugAssign):
        yield here("missing statement", ast.Pass())
        yield here("assignment", ast.Assign([node.target], node.value))
    elif isinstance(node, ast.Expr) and not is_docstring(parent, field, index, node):
        yield here("missing statement", ast.Pass())


def is_loaded(node):
    return not isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del))


def elements(node, part):
    return ast.Set(part) if isinstance(node, ast.Set) else type(node)(part, ast.Load())


def loops(node, line):
    """A loop that misses its first or last round, or that ends too early."""
    if isinstance(node.iter, (ast.Name, ast.Attribute, ast.Subscript)):
        yield "loop", line, node, "iter", None, ast.Subscript(node.iter, ast.Slice(ONE, None, None), ast.Load())
        yield "loop", line, node, "iter", None, ast.Subscript(node.iter, ast.Slice(None, ast.Constant(-1), None), ast.Load())
    if not isinstance(node.body[-1], (ast.Return, ast.Break, ast.Continue)):
        yield "loop", line, node, "body", None, node.body + [ast.Break()]


def calls(here, node):
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if method in SWAPPED_METHODS:
        yield here("call", ast.Call(ast.Attribute(node.func.value, SWAPPED_METHODS[method], ast.Load()), node.args, node.keywords))
    if len(node.args) >= OPTIONAL.get(name or method, 9) and not any(isinstance(a, ast.Starred) for a in node.args):
        yield here("missing argument", ast.Call(node.func, node.args[:-1], node.keywords))
    if name == "range":
        yield from ranges(here, node)
    if name == "len":
        for operator in (ast.Add(), ast.Sub()):
            yield here("length", ast.BinOp(node, operator, ONE))
    if name in ("min", "max") and len(node.args) > 1:
        for i, _ in enumerate(node.args):
            rest = node.args[:i] + node.args[i + 1 :]
            yield here("missing argument", rest[0] if len(rest) == 1 else ast.Call(node.func, rest, node.keywords))
    if name in SWAPPED:
        yield here("call", ast.Call(ast.Name(SWAPPED[name], ast.Load()), node.args, node.keywords))
    if name in DROPPED and len(node.args) == 1:
        yield here("missing call", node.args[0])
    if isinstance(node.func, ast.Attribute) and node.func.attr in DROPPED_METHODS and not node.args:
        yield here("missing call", node.func.value)
    for i, _ in enumerate(node.keywords):
        yield here("missing argument", ast.Call(node.func, node.args, node.keywords[:i] + node.keywords[i + 1 :]))


def ranges(here, node):
    """One more or one less at either end; without the start."""
    for i in (0,) if len(node.args) == 1 else (0, 1):
        for operator in (ast.Add(), ast.Sub()):
            args = list(node.args)
            args[i] = ast.BinOp(args[i], operator, ONE)
            yield here("range", ast.Call(node.func, args, node.keywords))
    if len(node.args) > 1:
        yield here("range", ast.Call(node.func, [ast.Constant(0)] + node.args[1:], node.keywords))
    else:
        yield here("range", ast.Call(node.func, [ONE] + node.args, node.keywords))


def fingerprint(code):
    """What a code object does, without where it stands in the file."""
    return (
        code.co_code,
        tuple(fingerprint(c) if isinstance(c, types.CodeType) else (type(c).__name__, repr(c)) for c in code.co_consts),
        code.co_names,
        code.co_varnames,
        code.co_freevars,
        code.co_cellvars,
    )


def compiled(tree):
    # Level 2 leaves out docstrings and asserts, and folds constants: equal programs look more equal.
    return fingerprint(compile(tree, "solution", "exec", optimize=2))


def in_turn(sites):
    """One of each kind, then again: a program full of constants should not get mutants of constants only."""
    kinds = {}
    for site in sites:
        kinds.setdefault(site[0], []).append(site)
    order = random.Random(1)
    for sites_of_kind in kinds.values():
        order.shuffle(sites_of_kind)
    while kinds:
        for kind in list(kinds):
            yield kinds[kind].pop()
            if not kinds[kind]:
                del kinds[kind]


def put(parent, field, index, value):
    for node in value if isinstance(value, list) else [value]:
        if not hasattr(node, "lineno"):
            ast.copy_location(node, parent)  # also decides which jumps the compiler merges
        ast.fix_missing_locations(node)
    if index is None:
        setattr(parent, field, value)
    else:
        getattr(parent, field)[index] = value


def small_mistakes(tree):
    return [r for place in places(tree) for r in replacements(*place)]


def made(tree, original, seen, sites):
    for kind, line, parent, field, index, new in sites:
        old = getattr(parent, field) if index is None else getattr(parent, field)[index]
        put(parent, field, index, new)
        try:
            mark = compiled(tree)
            text = ast.unparse(tree) if mark not in seen else ""
        except (SyntaxError, ValueError, TypeError, AttributeError):
            continue
        finally:
            put(parent, field, index, old)
        if text:
            seen.add(mark)
            yield {"line": line, "kind": kind, "diff": diff(original, text), "source": text}


def diff(before, after):
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), "reference", "mutant", lineterm="", n=2)
    return "\n".join(list(lines)[2:])
