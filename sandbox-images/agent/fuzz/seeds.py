"""Writes what the fuzz targets begin with: well-formed messages of every kind, made by the client that the tests use.

    seeds.py FOLDER     makes FOLDER/frames and FOLDER/artefacts
"""

import os
import struct
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../tests"))
from agent_client import CANDIDATE, EXEC, FUNCTION, JUDGE, SCRIPT, Limits, Program, pack_artefact  # noqa: E402

CASE, RESET, CANCEL, BUILD, ARTEFACT = 1, 2, 4, 5, 6


def frame(kind, payload=b""):
    return struct.pack("<IB", len(payload), kind) + payload


def case(*programs):
    return frame(CASE, struct.pack("<I", len(programs)) + b"".join(p.pack() for p in programs))


def build(program):
    return frame(BUILD, struct.pack("<BQ", 1, 1 << 20) + program.pack())


SCRIPTED = Program(SCRIPT, {"solution.py": "print(1)"}, ["a"], b"in", Limits())
CALLED = Program(FUNCTION, {"solution.py": "f = abs", "call.json": "{}"})
JUDGED = Program(CANDIDATE, {"solution.py": "f = abs"}), Program(JUDGE, {"tests.py": "assert f(1)"})
EXECUTED = Program(EXEC, {"a.c": "int main;"}, ["/usr/bin/true", "-x"], b"", Limits(), ["HOME=/work", "A="], False, False)
TELLING = Program(EXEC, {}, ["./main"], b"0123456789abcdef", Limits(), [], True, True)
STREAMS = {
    "script": case(SCRIPTED),
    "function": case(CALLED),
    "pair": case(*JUDGED),
    "executed": case(EXECUTED),
    "telling": case(TELLING),
    "build": build(EXECUTED),
    "job": build(EXECUTED) + frame(ARTEFACT, pack_artefact({b"main": (b"x", True)})) + case(TELLING) + frame(CANCEL) + frame(RESET),
}
ARTEFACTS = {
    "empty": pack_artefact({}),
    "file": pack_artefact({b"main": (b"\x7fELF", True)}),
    "tree": pack_artefact({b"a/b/c": b"1", b"a/b/d": b"2", b"e": b""}),
    "climbing": pack_artefact({b"a/../../x": b"1"}),
    "absolute": pack_artefact({b"/tmp/x": b"1"}),
    "twice": pack_artefact({b"a": b"1"})[:-1] + pack_artefact({b"a": b"2"}),
    "file_and_folder": pack_artefact({b"a": b"1", b"a/b": b"2"}),
}


def write(folder, seeds):
    os.makedirs(folder, exist_ok=True)
    for name, content in seeds.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)


if __name__ == "__main__":
    # A stream begins with the length of the pieces it arrives in; 0: all at once.
    write(os.path.join(sys.argv[1], "frames"), {name: b"\0" + stream for name, stream in STREAMS.items()})
    write(os.path.join(sys.argv[1], "frames"), {"job_in_pieces": b"\7" + STREAMS["job"]})
    write(os.path.join(sys.argv[1], "artefacts"), ARTEFACTS)
