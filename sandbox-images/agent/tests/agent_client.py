"""Speaks the agent's frame protocol, for tests."""

import glob
import os
import struct
import subprocess
from dataclasses import dataclass, field, replace

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.environ.get("GRADER_AGENT_BUILD", os.path.join(HERE, "../../target/agent"))
EXEC, SCRIPT, FUNCTION, CANDIDATE, JUDGE = range(5)
ENDINGS = ("exited", "signalled", "limit", "stopped")
RESOURCES = ("cpu", "wall", "memory", "output")
MIB = 1 << 20


@dataclass(frozen=True)
class Limits:
    cpu_us: int = 2_000_000
    wall_us: int = 5_000_000
    memory: int = 256 * MIB
    output: int = 1 * MIB
    disk: int = 32 * MIB
    file_size: int = 16 * MIB
    stack: int = 64 * MIB
    processes: int = 32
    open_files: int = 64

    def pack(self):
        return struct.pack(
            "<7Q2I", self.cpu_us, self.wall_us, self.memory, self.output, self.disk, self.file_size, self.stack, self.processes, self.open_files
        )


@dataclass
class Program:
    runner: int = SCRIPT
    files: dict = field(default_factory=dict)
    argv: list = field(default_factory=list)
    stdin: bytes = b""
    limits: Limits = Limits()
    env: list = field(default_factory=list)
    fence: bool = True
    tells: bool = False
    talks: bool = False
    reports: bool = False

    def pack(self):
        parts = [struct.pack("<B", self.runner), self.limits.pack(), struct.pack("<I", len(self.argv))]
        parts += [_bytes(a.encode()) for a in self.argv]
        parts.append(struct.pack("<I", len(self.files)))
        for name, content in self.files.items():
            parts += [_bytes(name.encode()), _bytes(content if isinstance(content, bytes) else content.encode())]
        parts.append(_bytes(self.stdin))
        parts.append(struct.pack("<BI", (0 if self.fence else 1) | (2 if self.tells else 0) | (4 if self.reports else 0) | (8 if self.talks else 0), len(self.env)))
        parts += [_bytes(v.encode()) for v in self.env]
        return b"".join(parts)


@dataclass
class Result:
    ending: str
    value: object
    cpu_us: int
    wall_us: int
    memory: int
    leftover: int
    oom_kills: int
    refused: int
    cut: int
    out: bytes
    err: bytes
    report: bytes

    @property
    def how(self):
        return (self.ending, self.value)


class AgentError(Exception):
    pass


def _bytes(data):
    return struct.pack("<I", len(data)) + data


def _parent(process):
    with open(process + "/stat") as file:
        return int(file.read().rsplit(")", 1)[1].split()[1])


class Agent:
    def __init__(self, *options, build=BUILD, stderr=None):
        self.process = subprocess.Popen(
            [os.path.join(build, "grader-agent"), "--python", "/usr/bin/python3", "--support", os.path.join(build, "python"), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
        )
        kind, payload = self.receive()
        assert kind == 16, kind
        self.version, level, self.cgroup, self.landlock, self.same_uid = struct.unpack("<IBBBB", payload)
        self.level = {1: "uid", 2: "namespaces"}[level]

    def interpreters(self, word):
        """Process ids of those that the agent itself started and that have this word in their command."""
        found = []
        for path in glob.glob("/proc/[0-9]*/cmdline"):
            try:
                with open(path, "rb") as file:
                    words = file.read()
                parent = _parent(os.path.dirname(path))
                if word in words and _parent("/proc/%d" % parent) == self.process.pid:
                    found.append(int(path.split("/")[2]))
            except OSError:
                continue
        return found

    def send(self, kind, payload=b""):
        self.process.stdin.write(struct.pack("<IB", len(payload), kind) + payload)
        self.process.stdin.flush()

    def receive(self):
        header = self.process.stdout.read(5)
        if len(header) < 5:
            raise EOFError("the agent is gone, exit code %r" % self.process.wait(10))
        size, kind = struct.unpack("<IB", header)
        return kind, self.process.stdout.read(size)

    def start(self, *programs):
        self.send(1, struct.pack("<I", len(programs)) + b"".join(p.pack() for p in programs))

    def build(self, program, keep_sources=False, limit=64 * MIB):
        """How the build went, and its artefact: bytes, empty when it failed."""
        self.send(5, struct.pack("<BQ", keep_sources, limit) + program.pack())
        kind, payload = self.receive()
        if kind == 19:
            raise AgentError(payload[4:].decode())
        assert kind == 21, kind
        (result,), at = self._results(payload)
        (size,) = struct.unpack_from("<I", payload, at)
        assert at + 4 + size == len(payload)
        return result, payload[at + 4 :]

    def artefact(self, packed):
        self.send(6, packed)

    def finish(self):
        kind, payload = self.receive()
        if kind == 19:
            raise AgentError(payload[4:].decode())
        assert kind == 17, kind
        return self._results(payload)[0]

    @staticmethod
    def _results(payload):
        (count,) = struct.unpack_from("<I", payload)
        results, at = [], 4
        for _ in range(count):
            ending, value, cpu, wall, memory, leftover, oom, refused, cut = struct.unpack_from("<BIQQQIIIB", payload, at)
            at += struct.calcsize("<BIQQQIIIB")
            texts = []
            for _ in range(3):
                (size,) = struct.unpack_from("<I", payload, at)
                texts.append(payload[at + 4 : at + 4 + size])
                at += 4 + size
            value = RESOURCES[value] if ENDINGS[ending] == "limit" else value
            results.append(Result(ENDINGS[ending], value, cpu, wall, memory, leftover, oom, refused, cut, *texts))
        return results, at

    def run(self, *programs):
        self.start(*programs)
        return self.finish()

    def script(self, source, stdin=b"", argv=(), **limits):
        return self.run(Program(SCRIPT, {"solution.py": source}, list(argv), stdin, replace(Limits(), **limits)))[0]

    def fresh(self, source, stdin=b"", argv=(), **limits):
        """The same program in a freshly executed interpreter, in the same jail."""
        folder = "/work" if self.level == "namespaces" else None
        path = (folder + "/solution.py") if folder else "solution.py"
        return self.run(Program(EXEC, {"solution.py": source}, ["/usr/bin/python3", path, *argv], stdin, replace(Limits(), **limits)))[0]

    def reset(self):
        self.send(2)
        kind, _ = self.receive()
        assert kind == 18, kind

    def close(self):
        self.process.stdin.close()
        try:
            return self.process.wait(20)
        finally:
            self.process.stdout.close()
            if self.process.poll() is None:
                self.process.kill()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def pack_artefact(files):
    """From path to content; a content of (bytes, True) is executable."""
    parts = []
    for path, content in files.items():
        data, executable = content if isinstance(content, tuple) else (content, False)
        parts += [b"\1", _bytes(path), struct.pack("<B", executable), _bytes(data)]
    return b"".join(parts) + b"\0"


def unpack_artefact(packed):
    files, at = {}, 0
    while packed[at]:
        (size,) = struct.unpack_from("<I", packed, at + 1)
        path, at = packed[at + 5 : at + 5 + size], at + 5 + size
        executable, size = struct.unpack_from("<BI", packed, at)
        files[path] = (packed[at + 5 : at + 5 + size], bool(executable))
        at += 5 + size
    assert at + 1 == len(packed)
    return files
