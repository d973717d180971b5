"""One end of the conversation: asks the other side, and serves what it asks meanwhile.

A request is a message; its reply is `=` with a value or `!` with an exception. While a side waits for its reply it
serves requests of the other (callbacks), and so on inwards.
"""

import threading

from . import proxies
from .codec import Codec
from .link import FrameTooLarge, LinkClosed, ProtocolError
from .strangers import Strangers

_DEPTH_LIMIT = 200


class Peer:
    """What both ends share. A subclass says what it lends, and serves requests in `perform`."""

    exception_root = Exception
    keeps_exceptions = False

    def __init__(self, link):
        self._link = link
        self._strangers = Strangers(self)
        self._codec = Codec(self._strangers)
        self._lock = threading.RLock()
        self._depth = 0

    # What stand-ins ask for.

    def call(self, target, args, kwargs):
        return self.request("call", target, _names(kwargs), *args, *kwargs.values())

    def call_method(self, target, name, args, kwargs):
        return self.request("method", target, name, _names(kwargs), *args, *kwargs.values())

    def construct(self, cls, args, kwargs):
        return self.call(cls, args, kwargs)

    def operate(self, target, dunder, *args):
        return self.request("operate", target, dunder, *args)

    def get(self, target, name):
        return self.request("get", target, name)

    def set(self, target, name, value):
        self.request("set", target, name, value)

    def delete(self, target, name):
        self.request("delete", target, name)

    def generator(self, number):
        """A real generator over a remote one, so that isinstance and `send` work; nothing is fetched ahead."""
        remote = proxies.RemoteFunction(self, "generator", number)
        self._strangers.alias(remote, number)
        return _replay(self, remote)

    def coroutine(self, number):
        remote = proxies.RemoteFunction(self, "coroutine", number)
        self._strangers.alias(remote, number)
        return _awaited(self, remote)

    # The conversation.

    def request(self, operation, *arguments):
        with self._lock:
            if self._depth >= _DEPTH_LIMIT:
                raise RecursionError("calls between the test and the candidate are nested too deeply")
            self._depth += 1
            try:
                self._send(operation, arguments, self.note())
                return self._reply()
            finally:
                self._depth -= 1
                if self._depth == 0:
                    self._codec.forget()

    def serve(self, operation, arguments, note):
        """Performs one request of the other side and answers it, whatever happens."""
        try:
            outcome, result = "=", self.perform(operation, arguments, note)
        except (LinkClosed, ProtocolError):
            raise
        except BaseException as error:  # SystemExit and KeyboardInterrupt are answers too
            outcome, result = "!", error
        try:
            self._send(outcome, (result,), self.note_of_reply())
        except (LinkClosed, ProtocolError):
            raise
        except Exception as error:
            self._send("!", (TypeError("%s cannot cross: %s" % (type(result).__name__, type(error).__name__)),), None)

    def _send(self, operation, arguments, note):
        mark = self._codec.mark()
        try:
            self._link.send(self._codec.encode(operation, arguments, note))
        except (FrameTooLarge, ValueError):
            self._codec.rewind(mark)
            raise

    def _reply(self):
        while True:
            operation, values, note = self._codec.decode(self._link.receive())
            self.noted(note)
            if operation == "=":
                return _only(values)
            if operation == "!":
                raise self.raisable(_only(values))
            self.serve(operation, values, note)

    # What a subclass may change.

    def note(self):
        return None

    def note_of_reply(self):
        return None

    def noted(self, note):
        pass

    def raisable(self, error):
        return error if isinstance(error, Exception) else self.exception_root("not an exception")

    def arrived(self, handle):
        pass


def perform_on(operation, target, arguments):
    """The operations on an object, as Python would do them."""
    if operation == "call":
        names, *rest = arguments
        args, kwargs = _split(names, rest)
        return target(*args, **kwargs)
    if operation == "method":
        name, names, *rest = arguments
        args, kwargs = _split(names, rest)
        return getattr(target, name)(*args, **kwargs)
    if operation == "operate":
        dunder, *args = arguments
        return _dunder(target, dunder)(target, *args)
    if operation == "get":
        return getattr(target, *arguments)
    if operation == "set":
        return setattr(target, *arguments)
    if operation == "delete":
        return delattr(target, *arguments)
    raise ProtocolError("an unknown operation: %.20r" % operation)


def _dunder(target, name):
    method = getattr(type(target), name, None)
    if method is None and name == "__contains__":
        return lambda container, item: item in container
    if method is None and name == "__iter__":
        return iter
    if method is None:
        raise TypeError("%s has no %s" % (type(target).__name__, name))
    return method


def _names(kwargs):
    return ",".join(kwargs) if kwargs else None


def _split(names, values):
    if names is None:
        return values, {}
    names = names.split(",")
    return values[:-len(names)], dict(zip(names, values[-len(names):]))


def _only(values):
    (value,) = values
    return value


def _replay(peer, remote):
    sent = None
    try:
        while True:
            try:
                item = peer.operate(remote, "__next__") if sent is None else peer.call_method(remote, "send", (sent,), {})
            except StopIteration as end:
                return end.value
            sent = yield item
    except GeneratorExit:
        peer.call_method(remote, "close", (), {})
        raise


async def _awaited(peer, remote):
    return peer.request("await", remote)
