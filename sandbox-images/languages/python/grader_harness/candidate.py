"""The candidate's process: loads solution.py, says which names it has, and serves calls until the judge is done.

Nothing here is trusted by the judge. The submission runs in this interpreter and may rewrite all of it; all it can
reach is its own end of the link, on which only its own answers travel.
"""

import enum
import types

from . import loading, proxies
from .borrowed import Borrowing
from .link import Link, LinkClosed
from .nodes import is_bare
from .peer import Peer, perform_on


def main(link_fd):
    link = Link(link_fd)
    try:
        return _serve(link)
    except LinkClosed:
        return 0


def _serve(link):
    try:
        module = loading.load()
    except loading.Unloadable as error:
        link.send({"error": error.kind, "message": str(error)[:2000]})
        return 1
    link.send({"names": [[name, _nature(value)] for name, value in vars(module).items() if _is_exported(name)]})
    CandidatePeer(link, module, named=link.receive()["named"]).serve_all()


def _is_exported(name):
    return type(name) is str and not (name.startswith("__") and name.endswith("__"))


def _nature(value):
    if isinstance(value, types.ModuleType):
        return "module"
    if isinstance(value, type):
        return "class"
    return "function" if isinstance(value, (types.FunctionType, types.BuiltinFunctionType)) else "value"


class CandidatePeer(Peer):
    def __init__(self, link, module, named):
        super().__init__(link)
        self._module = module
        self._named = frozenset(named)
        self._borrowing = None
        self._originals = {}

    def serve_all(self):
        self._depth = 1  # every request of ours is inside a call that we serve
        while True:
            operation, arguments, note = self._codec.decode(self._link.receive())
            self.serve(operation, arguments, note)
            self._codec.forget()

    def perform(self, operation, arguments, note):
        if note is None:
            return self._perform(operation, arguments)
        outer, self._borrowing = self._borrowing, Borrowing(note, self)
        with self._borrowing as borrowing:
            try:
                return self._perform(operation, arguments)
            finally:
                self._last_output = borrowing.output()
                self._borrowing = outer

    def _perform(self, operation, arguments):
        target, *rest = arguments
        if operation == "call" and type(target) is str:
            return perform_on("call", self.global_named(target), rest)
        if operation == "await":
            import asyncio
            return asyncio.run(target)
        if operation == "same":
            return [_same(target, other) for other in rest]
        if target is None:
            return self._on_module(operation, *rest)
        return perform_on(operation, target, rest)

    def _on_module(self, operation, name, *value):
        """A test that patches a global puts it back by name: the original has to be kept here."""
        if operation in ("set", "delete"):
            self._originals.setdefault(name, vars(self._module).get(name))
        if operation == "restore":
            return setattr(self._module, name, self._originals.pop(name))
        return perform_on(operation, self._module, [name, *value])

    _last_output = None

    def note(self):
        return self._borrowing.output() if self._borrowing else None

    def note_of_reply(self):
        output, self._last_output = self._last_output, None
        return output

    def global_named(self, name):
        return getattr(self._module, name)

    def member_named(self, target, name):
        return getattr(target, name)

    def stays(self, cls):
        """Whether instances stay here and cross as handles: those of classes that the test itself names."""
        return any(base.__name__ in self._named and self.is_home(base) for base in cls.__mro__) \
            or self.is_home(cls) and issubclass(cls, enum.Enum) and not issubclass(cls, (int, str))

    def is_home(self, cls):
        return cls.__module__ == "solution"

    def crosses_by_structure(self, cls):
        return cls.__name__ not in self._named and is_bare(cls)

    def node_class(self, name):
        found = getattr(self._module, name, None)
        return found if isinstance(found, type) else _bare_node(name)

    def allowed_dunders(self, _name, dunders):
        return [dunder for dunder in dunders if dunder in proxies.DUNDERS]


def _same(target, other):
    try:
        return bool(target == other)
    except Exception:  # an __eq__ that expects its own kind; the judge asks again if it wants to know
        return None


_bare_nodes = {}


def _bare_node(name):
    """A class for nodes of a test when the submission has none of that name."""
    return _bare_nodes.setdefault(name, type(name, (), {}))
