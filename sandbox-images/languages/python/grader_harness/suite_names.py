"""What the text of a test says about names: which it uses, which it defines, which classes it expects.

The texts are the suite's own, so they may be trusted; nothing here looks at the candidate.
"""

import ast
import builtins

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Names:
    """The names in a test and in the prelude before it, seen from the modules that stand for the candidate."""

    def __init__(self, test, prelude, modules, entry_points):
        self._modules = frozenset(modules)
        self.entry_points = frozenset(entry_points)
        self.used = set()
        self.imported = set()
        aliases = set()
        for node in ast.walk(test):
            if isinstance(node, ast.Name):
                self.used.add(node.id)
            elif isinstance(node, ast.ImportFrom) and node.module in self._modules:
                self.imported.update(alias.name for alias in node.names)
            elif isinstance(node, ast.Import):
                aliases.update(alias.asname or alias.name for alias in node.names if alias.name in self._modules)
        for node in ast.walk(test) if aliases else ():
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in aliases:
                self.imported.add(node.attr)
        self.defined = bound(test, self._modules) | bound(prelude, self._modules)
        self._functions = {node.name for node in prelude.body if isinstance(node, _DEFINITIONS[:2])}
        self._classes = {node.name for node in prelude.body if isinstance(node, ast.ClassDef)}

    def visible(self, exported):
        """The candidate's names that the test means when it uses them without importing them.

        A name of the candidate never hides a builtin or a name of the suite, unless it is what the suite asks for.
        """
        own = self.defined | set(vars(builtins))
        return {name for name in exported if name in self.entry_points or name in self.used and name not in own}

    def named_classes(self):
        """The classes whose instances the test works with: those it names itself, if they can be classes at all.

        Something the suite defines with `def`, or that has a function's name, is a function: a class in its place
        returns objects where values are expected.
        """
        own = self.defined | set(vars(builtins))
        named = (self.used - own) | self.imported | self.entry_points & self.used
        return {name for name in named - self._functions if not name[:1].islower() or name in self._classes}


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
