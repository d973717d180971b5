"""What the text of a test says about names: which it uses, which it defines, which classes it expects.

The texts are the suite's own, so they may be trusted; nothing here looks at the candidate.
"""

import ast
import builtins
import types

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Names:
    """The names in a test and in the prelude before it, seen from the modules that stand for the candidate."""

    def __init__(self, test, code, prelude, modules, entry_points):
        self._test, self._prelude = test, prelude
        self._modules = frozenset(modules)
        self.entry_points = frozenset(entry_points)
        self.used = _mentioned(code)
        self.defined = bound(test, self._modules) | bound(prelude, self._modules)
        self._own = self.defined | set(vars(builtins))

    def visible(self, exported):
        """The candidate's names that the test means when it uses them without importing them.

        A name of the candidate never hides a builtin or a name of the suite, unless it is what the suite asks for.
        """
        return {name for name in exported if name in self.entry_points or name in self.used and name not in self._own}

    def named_classes(self, classes):
        """Those of the candidate's classes whose instances the test works with: it names them itself.

        Something the suite defines with `def`, or that has a function's name, is a function: a class in its place
        returns objects where values are expected.
        """
        candidates = self.used.intersection(classes)
        if not candidates:
            return candidates
        candidates &= self._named() - {
            node.name for node in self._prelude.body if isinstance(node, _DEFINITIONS[:2])}
        stubs = {node.name for node in self._prelude.body if isinstance(node, ast.ClassDef)}
        return {name for name in candidates if not name[:1].islower() or name in stubs}

    def _named(self):
        """What the test means by its names: those it leaves undefined, and those it takes from the candidate's module."""
        names, imported, attributes, aliases = set(), set(), [], set()
        for node in ast.walk(self._test):
            if isinstance(node, ast.Name):
                names.add(node.id)
            elif isinstance(node, ast.ImportFrom) and node.module in self._modules:
                imported.update(alias.name for alias in node.names)
            elif isinstance(node, ast.Import):
                aliases.update(alias.asname or alias.name for alias in node.names if alias.name in self._modules)
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                attributes.append((node.value.id, node.attr))
        imported.update(name for home, name in attributes if home in aliases)
        return names - self._own | imported | self.entry_points & names


def _mentioned(code):
    """Every global name and attribute in the code: too many rather than too few, and at the speed of C."""
    names, waiting = set(), [code]
    while waiting:
        code = waiting.pop()
        names.update(code.co_names, code.co_cellvars, code.co_freevars)
        waiting += [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
    return names


def bound(module, candidate_modules=frozenset()):
    """The names that the top level of a module binds, imports from the candidate left out."""
    names = set()
    for statement in module.body:
        names |= _bound_by(statement, candidate_modules)
    return names


def _bound_by(statement, candidate_modules):
    if isinstance(statement, _DEFINITIONS):
        return {statement.name}
    if isinstance(statement, ast.ImportFrom):
        if statement.module in candidate_modules:
            return set()
        return {alias.asname or alias.name for alias in statement.names}
    if isinstance(statement, ast.Import):
        return {(alias.asname or alias.name).split(".")[0] for alias in statement.names
                if alias.name not in candidate_modules}
    names = set()
    for node in ast.iter_child_nodes(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, (ast.stmt, ast.Tuple, ast.List, ast.Starred, ast.ExceptHandler, ast.withitem)):
            names |= _bound_by(node, candidate_modules)
    return names


def parse_prefix(source):
    """The longest run of whole top-level statements that parses; a prompt may stop in the middle of one."""
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError) as error:
        lines = source.splitlines(keepends=True)
        last = getattr(error, "lineno", None) or len(lines)
    for end in range(min(last, len(lines)) - 1, 0, -1):
        if lines[end][:1].isspace() or not lines[end].strip():
            continue
        try:
            return ast.parse("".join(lines[:end]))
        except (SyntaxError, ValueError):
            continue
    return ast.parse("")
