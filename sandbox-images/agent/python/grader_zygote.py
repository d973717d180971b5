"""The fork server: a warm Python interpreter that never runs what it is given, but forks children that do.

The interpreter was started as `python3 .../work/solution.py` and is still importing `site`. A child of it returns from
`serve` and lets the interpreter go on: it opens the script, which exists only in the child's own mount namespace, and runs
it natively. So tracebacks, exit codes, recursion depth, `__main__`, atexit and the rest are those of a fresh interpreter,
because it is one that was merely held up.

The agent (zygote.c) sends one message per run and hears `S` + process id, then `X` + wait status, CPU time, peak memory.
"""

import os
import sys

_SOCKET = 3
_IN, _OUT, _ERR, _REPORT, _LINK, _STATUS, _JAIL_FDS = range(7)
_SCRIPT = 1
_FRESH_MODULES = frozenset(sys.modules)


class _Stash:
    """Modules that are warm but not imported, as far as the program can tell: found first when they are asked for.

    Out of `sys.modules` they also cost nothing at exit, when the interpreter clears every module it finds there.
    """

    def __init__(self):
        self.modules = {}
        self.closure = {}

    def preload(self, name):
        before = set(sys.modules)
        try:
            __import__(name)
        except ImportError:
            pass
        new = [other for other in sys.modules if other not in before]
        if name in sys.modules:
            self.closure[name] = new
        self.hide(new)

    def hide(self, names):
        for name in names:
            self.modules[name] = sys.modules.pop(name)

    def find_spec(self, name, path=None, target=None):
        if name not in self.modules:
            return None
        module = self.modules[name]
        spec = module.__spec__
        for other in self.closure.get(name, ()):
            if other != name and other in self.modules:
                sys.modules.setdefault(other, self.modules[other])
        return type(spec)(name, _Found(module, spec), origin=spec.origin, is_package=hasattr(module, "__path__"))


class _Found:
    """A loader for what is loaded already."""

    def __init__(self, module, spec):
        self.module = module
        self.spec = spec

    def create_module(self, _spec):
        return self.module

    def exec_module(self, module):
        module.__spec__ = self.spec
        module.__loader__ = self.spec.loader


def serve():
    import ctypes
    import gc
    import struct

    import _socket

    support = os.path.dirname(__file__)
    jail = ctypes.PyDLL(os.path.join(support, "libgrader-jail.so"))
    lane = os.environ.pop("GRADER_LANE")
    del os.environ["PYTHONPATH"]
    import grader_harness as harness

    names = harness.PRELOAD_JUDGE if lane == "1" else harness.PRELOAD_CANDIDATE
    stash = _Stash()
    stash.hide([name for name in sys.modules if name not in _FRESH_MODULES and name != "sitecustomize"])
    for name in names:
        stash.preload(name)
    runners = {2: harness.function_main, 3: harness.candidate_main, 4: harness.judge_main}
    header = struct.Struct("<IIII")
    jail_size = jail.grader_jail_size()
    descriptors = ctypes.c_int * _JAIL_FDS
    ancillary = _socket.CMSG_LEN(4 * 16)
    sock = _socket.socket(fileno=_SOCKET)
    gc.collect()
    gc.freeze()
    sock.send(b"R")

    while True:
        message, control, _flags, _address = sock.recvmsg(65536, ancillary)
        if not message:
            os._exit(0)
        raw = control[0][2]
        fds = struct.unpack("<%di" % (len(raw) // 4), raw)
        runner, namespaces, argc, flags = header.unpack_from(message)
        if namespaces:
            error = jail.grader_join_pidns(fds[0])
            if error:
                os._exit(3)
        pid = os.fork()
        if pid == 0:
            break
        for fd in fds:
            os.close(fd)
        sock.send(struct.pack("<cI", b"S", pid))
        _, status, usage = os.wait4(pid, 0)
        used = int((usage.ru_utime + usage.ru_stime) * 1_000_000)
        sock.send(struct.pack("<cIQQ", b"X", status, used, usage.ru_maxrss * 1024))

    # The child, until it has entered the jail still on our side.
    mounts, ipc = (fds[1], fds[2]) if namespaces else (-1, -1)
    jail.grader_enter_jail(message[header.size : header.size + jail_size], mounts, ipc, descriptors(*fds[namespaces:]))
    arguments = message[header.size + jail_size :].split(b"\0")[:argc]
    _become_fresh(support, stash, [os.fsdecode(argument) for argument in arguments])
    sock.detach()
    if runner != _SCRIPT:
        _run_harness(runners[runner])


def _become_fresh(support, stash, arguments):
    sys.argv[1:] = arguments
    sys.path.remove(support)
    sys.path_importer_cache.pop(support, None)
    sys.meta_path.insert(0, stash)
    _reopen_standard_streams()
    sys.modules.pop("grader_zygote", None)


def _reopen_standard_streams():
    """As the interpreter itself does at start: the objects it made were for other files."""
    import io

    for name, fd, mode in (("stdin", 0, "rb"), ("stdout", 1, "wb"), ("stderr", 2, "wb")):
        old = getattr(sys, name)
        raw = io.FileIO(fd, mode, closefd=False)
        raw.name = "<%s>" % name
        buffer = (io.BufferedReader if fd == 0 else io.BufferedWriter)(raw, _block_size(fd))
        stream = io.TextIOWrapper(
            buffer,
            encoding=old.encoding,
            errors=old.errors,
            newline="\n",
            line_buffering=fd == 2 or os.isatty(fd),
        )
        stream.mode = mode[0]
        setattr(sys, name, stream)
        setattr(sys, "__%s__" % name, stream)


def _block_size(fd):
    size = os.fstat(fd).st_blksize
    return size if size > 1 else 8192


def _run_harness(main):
    code = 1
    try:
        code = main()
    finally:
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except Exception:
                pass
        os._exit(code)
