"""Runs the entry points as the fork server does, in plain forked processes without a jail."""

import contextlib
import gc
import importlib
import json
import os
import select
import shutil
import signal
import socket
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import grader_harness  # noqa: E402

for _name in grader_harness.PRELOAD_JUDGE + grader_harness.PRELOAD_CANDIDATE:
    importlib.import_module(_name)
gc.freeze()     # as the fork server does: a collection in a child would copy every page

PYTHON = Path(__file__).resolve().parent.parent


class Outcome:
    """What one run left: the report's lines, the exit code, and what it printed."""

    def __init__(self, report, code, out, err):
        self.lines = report.decode("utf-8", "replace").splitlines()
        self.code, self.out, self.err = code, out, err

    @property
    def report(self):
        if len(self.lines) != 1:
            raise AssertionError("%d lines in the report: %r; stderr: %s" % (len(self.lines), self.lines, self.err))
        return json.loads(self.lines[0])


class _Child:
    def __init__(self, entry, files, descriptors, stdin=b""):
        self.folder = Path(tempfile.mkdtemp(prefix="harness-"))
        (self.folder / ".stdin").write_bytes(stdin)
        self.pid = os.fork()
        if self.pid == 0:
            try:
                self._write(files)
                self._run(entry, descriptors)
            finally:
                os._exit(99)

    def _write(self, files):
        """In the child: a text that is made only here is in no other process's memory."""
        for name, text in files.items():
            text = text() if callable(text) else text
            (self.folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))

    def _run(self, entry, descriptors):
        os.chdir(self.folder)
        streams = [os.open(".stdin", os.O_RDONLY)] + [os.open(n, os.O_WRONLY | os.O_CREAT) for n in (".out", ".err")]
        wanted = {0: streams[0], 1: streams[1], 2: streams[2], **descriptors}
        high = {target: os.dup2(source, target + 100) for target, source in wanted.items()}
        for target, source in high.items():
            os.dup2(source, target, inheritable=True)
        for descriptor in set(range(400)) - set(wanted):
            with contextlib.suppress(OSError):
                os.close(descriptor)
        sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")
        sys.path[:] = [path for path in sys.path if "tests" not in path]
        code = 1
        try:
            code = entry()
        except SystemExit:
            pass
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)

    def reap(self, deadline):
        while time.monotonic() < deadline:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return self._code(status)
            time.sleep(0.002)
        os.kill(self.pid, signal.SIGKILL)
        return self._code(os.waitpid(self.pid, 0)[1])

    def text(self, name):
        return (self.folder / name).read_text(errors="replace")

    def remove(self):
        shutil.rmtree(self.folder)

    @staticmethod
    def _code(status):
        return os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status)


def run_function(solution, entry, args, timeout=60.0):
    read, write = os.pipe()
    stdin = json.dumps({"entry": entry, "args": args}).encode()
    child = _Child(grader_harness.function_main, {"solution.py": solution}, {3: write}, stdin)
    os.close(write)
    deadline = time.monotonic() + timeout
    report = _drain(read, deadline)
    code = child.reap(deadline)
    outcome = Outcome(report, code, child.text(".out"), child.text(".err"))
    child.remove()
    return outcome


def run_tests(solution, tests, prelude="", test="", entry_point="", modules=("solution",), timeout=60.0, candidate=None,
              entry_points=None):
    """One run in the mode `assert`; `candidate` may replace the entry point of the candidate's process."""
    mine, theirs = socket.socketpair()
    read, write = os.pipe()
    names = list(entry_points if entry_points is not None else [entry_point] if entry_point else [])
    plan = {"test": test, "entry_points": names, "entry_point": entry_point, "modules": list(modules)}
    files = {"tests.py": tests, "prelude.py": prelude, "judge.json": json.dumps(plan)}
    serving = _Child(candidate or grader_harness.candidate_main, {"solution.py": solution}, {4: theirs.fileno()})
    theirs.close()
    judging = _Child(grader_harness.judge_main, files, {3: write, 4: mine.fileno()})
    mine.close()
    os.close(write)
    deadline = time.monotonic() + timeout
    report = _drain(read, deadline)
    code = judging.reap(deadline)
    serving.reap(min(deadline, time.monotonic() + 0.5))
    outcome = Outcome(report, code, serving.text(".out"), serving.text(".err") + judging.text(".err"))
    outcome.tests = judging.text("tests.py")
    judging.remove()
    serving.remove()
    return outcome


def _drain(descriptor, deadline):
    data = b""
    while select.select([descriptor], [], [], max(0.0, deadline - time.monotonic()))[0]:
        part = os.read(descriptor, 1 << 16)
        if not part:
            break
        data += part
    os.close(descriptor)
    return data


def data_folder():
    """The folder of real data beside the repository, searched upwards; None where there is none."""
    for parent in Path(__file__).resolve().parents:
        found = parent.parent / "shared" / "data"
        if (parent / ".git").exists():
            return found if found.is_dir() else None
    return None


def rows(name):
    with open(data_folder() / name, encoding="utf-8") as file:
        return [json.loads(line) for line in file]
