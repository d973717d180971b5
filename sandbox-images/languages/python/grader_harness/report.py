"""The one line that a run says about itself."""

import json
import os

MESSAGE_LIMIT = 2000


def passed():
    return {"result": "pass"}


def failed(message):
    return {"result": "fail", "message": printable(message)}


def skipped(message):
    return {"result": "skip", "message": printable(message)}


def candidate_error(kind, message):
    return {"result": "error", "by": "candidate", "kind": kind, "message": printable(message)}


def suite_error(message):
    return {"result": "error", "by": "suite", "message": printable(message)}


def printable(message):
    """Bounded, and free of control characters and lone surrogates."""
    text = str(message)[:MESSAGE_LIMIT]
    return "".join(letter if letter.isprintable() or letter == "\n" else "?" for letter in text)


def write(descriptor, document):
    line = memoryview((json.dumps(document, allow_nan=False) + "\n").encode("ascii"))
    while line:
        line = line[os.write(descriptor, line):]
