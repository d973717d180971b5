"""Frames between the judge and the candidate: four bytes of length, little-endian, then JSON in ASCII.

The other side may be hostile: a frame is measured before it is read, and its brackets are counted before it is
parsed, because `[[],[],...` takes thirty times its size in memory.
"""

import json
import os
import struct

FRAME_LIMIT = 64 << 20
BRACKET_LIMIT = 2_000_000
COMMA_LIMIT = 12_000_000

_HEADER = struct.Struct("<I")
_CHUNK = 1 << 16
_encode = json.JSONEncoder(separators=(",", ":"), allow_nan=False, check_circular=False).encode


class LinkClosed(Exception):
    """The other side has gone."""


class ProtocolError(Exception):
    """The other side sent something that this protocol does not allow."""


class FrameTooLarge(ValueError):
    """What should be sent does not fit a frame."""


def _refuse(constant):
    raise ProtocolError("the number %s is not allowed" % constant)


_decode = json.JSONDecoder(parse_constant=_refuse).decode


class Link:
    def __init__(self, fd):
        self._fd = fd
        self._unread = b""

    def send(self, message):
        payload = _encode(message)
        if len(payload) > FRAME_LIMIT:
            raise FrameTooLarge("a value of %d bytes does not fit the link (limit %d)" % (len(payload), FRAME_LIMIT))
        frame = _HEADER.pack(len(payload)) + payload.encode("ascii")
        try:
            sent = os.write(self._fd, frame)
            while sent < len(frame):
                frame = memoryview(frame)[sent:]
                sent = os.write(self._fd, frame)
        except OSError as error:
            raise LinkClosed("the link is closed") from error

    def receive(self):
        head = self._read(_HEADER.size)
        size = _HEADER.unpack(head)[0]
        if size > FRAME_LIMIT:
            raise ProtocolError("a frame of %d bytes is over the limit of %d" % (size, FRAME_LIMIT))
        payload = self._read(size)
        if size > BRACKET_LIMIT and (payload.count(b"[") > BRACKET_LIMIT or payload.count(b",") > COMMA_LIMIT):
            raise ProtocolError("a frame holds too many values")
        try:
            return _decode(payload.decode("ascii"))
        except (ValueError, RecursionError) as error:
            raise ProtocolError("a frame is not JSON: %s" % type(error).__name__) from None

    def is_quiet(self):
        """Whether nothing is left over from earlier reads; a reply before its request is a forgery."""
        return not self._unread

    def close(self):
        os.close(self._fd)

    def _read(self, size):
        if len(self._unread) >= size:
            taken, self._unread = self._unread[:size], self._unread[size:]
            return taken
        parts = bytearray(self._unread)
        while len(parts) < size:
            try:
                part = os.read(self._fd, max(_CHUNK, min(size - len(parts), 1 << 20)))
            except OSError as error:
                raise LinkClosed("the link is broken") from error
            if not part:
                raise LinkClosed("the link is closed")
            parts += part
        self._unread = bytes(parts[size:])
        return bytes(parts[:size])
