"""What is not plain data: how functions, classes, instances, exceptions and nodes cross the link.

Nothing of them crosses but a number, a name, and which operations they have. The side that owns a thing keeps it under
its number; the other side gets a stand-in, and one stand-in only, so that `is` keeps its meaning.
"""

import functools
import types
from collections.abc import Coroutine

from . import proxies, values, well_known
from .link import ProtocolError

NODE_NAMES = frozenset({"ListNode", "TreeNode", "Node"})
_TEXT_LIMIT = 1 << 16
_FUNCTIONS = (
    types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.MethodWrapperType, types.MethodDescriptorType,
    types.WrapperDescriptorType, functools.partial, type(functools.lru_cache(maxsize=1)(len)),
)
_TAGS = frozenset({"b", "F", "G", "W", "k", "K", "h", "X", "x", "o", "g", "M"})


class NotPlain(Exception):
    """A value that would cross as a stand-in where only plain data may."""


class _Shape:
    def __init__(self, cls):
        self.cls = cls


class Strangers:
    """One side's view: `_owned` is what it has lent, `_borrowed` the stand-ins for what it was lent."""

    def __init__(self, peer):
        self._peer = peer
        self._owned = []
        self._numbers = {}
        self._told = set()
        self._shapes = {}
        self._borrowed = {}
        self._standins = {}
        self.plain_only = False
        self._node = values.Kind("N", self._pack_node, shell=self._node_shell, fill=_fill_node, contents=_node_contents)

    def simplified(self, value):
        """The scalar inside an instance of a subclass of int, float or str; anything else as it is."""
        cls = type(value)
        return values.reduced(value) if issubclass(cls, (int, float, str)) and not self._peer.stays(cls) else value

    def kind(self, value):
        cls = type(value)
        if cls.__name__ in NODE_NAMES and self._peer.crosses_by_structure(cls):
            return self._node
        if issubclass(cls, tuple) and "_fields" in cls.__dict__ and not self._peer.stays(cls):
            return values.NAMED_TUPLE
        return None

    def kind_of_tag(self, tag):
        return self._node if tag == "N" else None

    def knows(self, tag):
        return tag in _TAGS

    def pack(self, value):
        cls = type(value)
        standin = self._standins.get(id(value))
        if standin is not None:
            return "o", (), standin[0]
        if cls is _Shape:
            return self._pack_class(value.cls)
        known = well_known.name_of(value)
        if known is not None:
            return "b", (), known
        if cls is proxies.RemoteFunction:
            return "g", (), value.__name__
        if cls is proxies.RemoteMethod:
            return "M", (value.__self__,), value.__name__
        if self.plain_only and not issubclass(cls, proxies.Handle):
            plain = values.reduced(value)
            if plain is value:
                raise NotPlain(cls.__name__)
        return self._pack_own(cls, value)

    def _pack_own(self, cls, value):
        if issubclass(cls, type):
            return self._pack_class(value)
        if issubclass(cls, BaseException):
            return self._pack_exception(cls, value)
        if issubclass(cls, _FUNCTIONS):
            return "F", (), [self._number(value), str(getattr(value, "__name__", cls.__name__))]
        if cls is types.GeneratorType:
            return "G", (), self._number(value)
        if issubclass(cls, Coroutine):
            return "W", (), self._number(value)
        if not self._peer.stays(cls):
            plain = values.reduced(value)
            if plain is not value:
                kind = values.BY_TYPE[type(plain)]
                items, static = kind.pack(plain)
                return kind.tag, tuple(items), static
        return "h", (self._shape(cls),), self._number(value)

    def _shape(self, cls):
        """The class as a description, even when as a value it would cross by name (an iterator of type `map`)."""
        return self._shapes.setdefault(cls, _Shape(cls)) if well_known.name_of(cls) is not None else cls

    def _pack_class(self, cls):
        number = self._number(cls)
        if number in self._told:
            return "K", (), number
        self._told.add(number)
        if issubclass(cls, BaseException):
            text = any("__str__" in vars(base) for base in cls.__mro__ if well_known.name_of(base) is None
                       and base not in (BaseException, object))
            return "X", [base for base in cls.__bases__ if issubclass(base, Exception)], [number, cls.__name__, text]
        members = {}
        for base in reversed(cls.__mro__[:-1]):
            members.update(vars(base))
        dunders = [name for name in members if name in proxies.DUNDERS and members[name] is not None]
        methods = [name for name, member in members.items() if name not in proxies.DUNDERS and _is_method(member)]
        bases = [base for base in cls.__bases__ if self._peer.is_home(base)]
        return "k", bases, [number, cls.__name__, dunders, methods]

    def _pack_exception(self, cls, value):
        attributes = {name: item for name, item in vars(value).items() if not name.startswith("_")}
        try:
            text = str(value)[:_TEXT_LIMIT]
        except Exception as error:  # a bomb in __str__ is the candidate's own loss
            text = "<%s>" % type(error).__name__
        args = tuple(BaseException.__dict__["args"].__get__(value))
        number = self._number(value) if self._peer.keeps_exceptions else None
        return "x", (cls, *args, *attributes.values()), [number, len(args), list(attributes), text]

    def _pack_node(self, node):
        fields = _fields(node)
        return fields.values(), [type(node).__name__, list(fields)]

    def _number(self, value):
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self._owned)
            self._owned.append(value)
        return number

    def is_own(self, value):
        """Whether this very thing was lent to the other side."""
        return id(value) in self._numbers

    def alias(self, standin, number):
        """Lets a second stand-in mean the same remote thing."""
        self._standins[id(standin)] = (number, standin)

    def build(self, tag, items, static):
        return getattr(self, "_build_" + tag)(items, static)

    def _build_b(self, _items, name):
        return well_known.by_name(name)

    def _build_o(self, _items, number):
        if type(number) is not int or not 0 <= number < len(self._owned):
            raise ProtocolError("a reference to something that was never lent")
        return self._owned[number]

    def _build_g(self, _items, name):
        return self._peer.global_named(name)

    def _build_M(self, items, name):
        return self._peer.member_named(items[0], name)

    def _build_F(self, _items, static):
        number, name = static
        return self._borrow(number, lambda: proxies.RemoteFunction(self._peer, str(name)[:200], number))

    def _build_G(self, _items, number):
        return self._borrow(number, lambda: self._peer.generator(number))

    def _build_W(self, _items, number):
        return self._borrow(number, lambda: self._peer.coroutine(number))

    def _build_k(self, bases, static):
        number, name, dunders, methods = static
        allowed = self._peer.allowed_dunders(name, dunders)
        remote = [base for base in bases if type(base) is proxies.RemoteClass]
        return self._borrow(number, lambda: proxies.remote_class(self._peer, name, remote, allowed, methods))

    def _build_K(self, _items, number):
        return self._borrowed[number]

    def _build_h(self, items, number):
        cls = items[0]
        if type(cls) is not proxies.RemoteClass:
            raise ProtocolError("an instance without a class")
        handle = self._borrow(number, lambda: proxies.remote_handle(cls, number))
        self._peer.arrived(handle)
        return handle

    def _build_X(self, bases, static):
        number, name, text = static
        return self._borrow(number, lambda: _exception_class(name, bases, text, self._peer.exception_root))

    def _build_x(self, items, static):
        number, count, names, text = static
        cls, args, attributes = items[0], items[1:count + 1], items[count + 1:]
        if not (isinstance(cls, type) and issubclass(cls, Exception)):
            cls = self._peer.exception_root
        exception = _instance(cls, args)
        for name, value in zip(names, attributes):
            if type(name) is str and not name.startswith("_"):
                exception.__dict__[name] = value
        exception.__dict__["_grader_text"] = str(text)
        return exception if number is None else self._borrow(number, lambda: exception)

    def _borrow(self, number, make):
        if type(number) is not int:
            raise ProtocolError("a stand-in without a number")
        standin = self._borrowed.get(number)
        if standin is None:
            standin = self._borrowed[number] = make()
            self._standins[id(standin)] = (number, standin)
        return standin

    def _node_shell(self, static):
        name, fields = static
        if name not in NODE_NAMES or not all(type(field) is str and not field.startswith("_") for field in fields):
            raise ProtocolError("a malformed node")
        cls = self._peer.node_class(name)
        return cls.__new__(cls)


def _is_method(member):
    return isinstance(member, (types.FunctionType, classmethod, staticmethod))


def _fields(node):
    try:
        names = vars(node)
    except TypeError:
        names = [name for cls in type(node).__mro__ for name in vars(cls).get("__slots__", ())]
    return {name: getattr(node, name) for name in names if not name.startswith("_") and hasattr(node, name)}


def _node_contents(node):
    return tuple(part for field in _fields(node).items() for part in field)


def _fill_node(node, items, static):
    for name, value in zip(static[1], items):
        setattr(node, name, value)


def _exception_class(name, bases, has_text, root):
    bases = tuple(base for base in bases if isinstance(base, type) and issubclass(base, Exception)) or (root,)
    namespace = {"__module__": "solution"}
    if has_text:
        namespace["__str__"] = lambda self: self.__dict__.get("_grader_text") or Exception.__str__(self)
    try:
        return type(str(name), bases, namespace)
    except TypeError:
        return type(str(name), bases[:1], namespace)


def _instance(cls, args):
    try:
        return cls(*args)
    except Exception:  # a constructor with other parameters: make it without one
        exception = cls.__new__(cls)
        exception.args = tuple(args)
        return exception
