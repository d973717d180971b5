"""Stand-ins for what lives in the other process: its functions, classes and instances.

Each remote class becomes a real class here, with exactly the special methods that the remote one has, so that
`isinstance`, `len`, operators and `with` behave as they would in one process. A stand-in holds no data: everything
it is asked goes through its peer.
"""

import functools

_BINARY = "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or".split()

COMPARISONS = frozenset("__%s__" % name for name in "eq lt le gt ge contains".split())
ARITHMETIC = frozenset("__%s%s__" % (prefix, name) for prefix in ("", "r", "i") for name in _BINARY) - {"__idivmod__"}
_OTHERS = (
    "hash len iter next getitem setitem delitem call enter exit str repr bool int float index complex abs neg pos invert "
    "round trunc floor ceil reversed format length_hint"
)
DUNDERS = COMPARISONS | ARITHMETIC | frozenset("__%s__" % name for name in _OTHERS.split())

_READABLE = frozenset({"__dict__", "__doc__", "__name__", "__qualname__", "__annotations__", "__wrapped__", "__slots__"})


def is_hidden(name):
    """Special names that libraries probe for; asking the other side for them would only mislead."""
    return name.startswith("__") and name.endswith("__") and name not in _READABLE


class CannotSubclass(Exception):
    """Test code tried to derive from a class of the candidate."""


class RemoteFunction:
    """A function of the other side, known by an identity (`number`) or as a global of the candidate (`name`)."""

    def __init__(self, peer, name, number=None):
        self.__dict__.update(_grader_peer=peer, _grader_number=number, __name__=name, __qualname__=name)

    def __call__(self, *args, **kwargs):
        target = self if self._grader_number is not None else self.__name__
        return self._grader_peer.call(target, args, kwargs)

    def __getattr__(self, name):
        if is_hidden(name):
            raise AttributeError(name)
        return self._grader_peer.get(self, name)

    def __setattr__(self, name, value):
        self._grader_peer.set(self, name, value)

    def __get__(self, instance, owner=None):
        # A function stored in a test class binds to the instance, as a plain function would.
        return self if instance is None else functools.partial(self, instance)

    def __repr__(self):
        return "<function %s>" % self.__name__


class RemoteMethod:
    """A method of a remote instance or class, not yet called: one round trip instead of two."""

    def __init__(self, peer, target, name):
        self.__dict__.update(_grader_peer=peer, __self__=target, __name__=name, __qualname__=name)

    def __call__(self, *args, **kwargs):
        return self._grader_peer.call_method(self.__self__, self.__name__, args, kwargs)

    def __getattr__(self, name):
        if is_hidden(name):
            raise AttributeError(name)
        return getattr(self._grader_peer.get(self.__self__, self.__name__), name)

    def __eq__(self, other):
        return type(other) is RemoteMethod and other.__self__ is self.__self__ and other.__name__ == self.__name__

    def __hash__(self):
        return hash((id(self.__self__), self.__name__))


class RemoteClass(type):
    """The class of a remote class."""

    def __new__(mcs, name, bases, namespace, peer=None, **_options):
        if peer is None:
            raise CannotSubclass("a test cannot derive from the candidate's class %s" % bases[0].__name__)
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, peer=None, **_options):
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        return cls._grader_peer.construct(cls, args, kwargs)

    def __getattr__(cls, name):
        if is_hidden(name) or name.startswith("_grader"):
            raise AttributeError(name)
        if name in cls._grader_methods:
            return RemoteMethod(cls._grader_peer, cls, name)
        return cls._grader_peer.get(cls, name)

    def __setattr__(cls, name, value):
        cls._grader_peer.set(cls, name, value)

    def __delattr__(cls, name):
        cls._grader_peer.delete(cls, name)

    def __iter__(cls):
        return cls._grader_peer.operate(cls, "__iter__")

    def __len__(cls):
        return cls._grader_peer.operate(cls, "__len__")

    def __getitem__(cls, key):
        return cls._grader_peer.operate(cls, "__getitem__", key)

    def __contains__(cls, key):
        return cls._grader_peer.operate(cls, "__contains__", key)

    def __bool__(cls):
        return True


class Handle:
    """The root of all remote classes. `_grader_returned`: some call has returned this instance."""

    __slots__ = ("_grader_number", "_grader_returned", "__weakref__")
    _grader_methods = frozenset()

    def __getattr__(self, name):
        if is_hidden(name) or name.startswith("_grader"):
            raise AttributeError(name)
        if name in self._grader_methods:
            return RemoteMethod(self._grader_peer, self, name)
        return self._grader_peer.get(self, name)

    def __setattr__(self, name, value):
        if name.startswith("_grader"):
            object.__setattr__(self, name, value)
        else:
            self._grader_peer.set(self, name, value)

    def __delattr__(self, name):
        self._grader_peer.delete(self, name)


def _operator(name):
    def method(self, *args):
        return self._grader_peer.operate(self, name, *args)
    method.__name__ = name
    return method


_OPERATORS = {name: _operator(name) for name in DUNDERS}


def remote_class(peer, name, bases, dunders, methods):
    """A class for remote instances; bases that do not fit together are given up."""
    namespace = {dunder: _OPERATORS[dunder] for dunder in dunders}
    namespace.update(__slots__=(), __module__="solution", __qualname__=name, _grader_peer=peer)
    namespace["_grader_methods"] = frozenset(methods).union(*(base._grader_methods for base in bases))
    try:
        return RemoteClass(name, tuple(bases) or (Handle,), namespace, peer=peer)
    except TypeError:
        return RemoteClass(name, (Handle,), namespace, peer=peer)


def remote_handle(cls, number):
    handle = object.__new__(cls)
    handle._grader_number = number
    handle._grader_returned = False
    return handle
