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
_JAIL_FDS = 6  # stdin, stdout, stderr, report, link, status: see jail.h
_SCRIPT = 1
_REHEARSALS = 9  # CPython specialises a function after eight calls
_FRESH_MODULES = frozenset(sys.modules)


class _Stash:
    """Modules that are warm but not imported, as far as the program can tell: found first when they are asked for.

    Out of `sys.modules` they also cost nothing at exit, when the interpreter clears every module it finds there.
    """

    def __init__(self, fork_hooks):
        self.modules = {}
        self.closure = {}
        self.fork_hooks = fork_hooks

    def preload(self, name):
        before = set(sys.modules)
        try:
            __import__(name)
        except ImportError:
            return
        new = [other for other in sys.modules if other not in before]
        self.closure[name] = [other for other in new if other != name]
        self.hide(new)

    def hide(self, names):
        for name in names:
            self.modules[name] = sys.modules.pop(name)

    def find_spec(self, name, path=None, target=None):
        if name not in self.modules:
            return None
        for other in self.closure.get(name, ()):
            if other not in sys.modules:
                sys.modules[other] = self.modules[other]
                self.fork_hooks.run(other)
        module = self.modules[name]
        spec = module.__spec__
        loader = _Found(module, spec, self.fork_hooks)
        return type(spec)(name, loader, origin=spec.origin, is_package=hasattr(module, "__path__"))


class _Found:
    """A loader for what is loaded already."""

    def __init__(self, module, spec, fork_hooks):
        self.module = module
        self.spec = spec
        self.fork_hooks = fork_hooks

    def create_module(self, _spec):
        return self.module

    def exec_module(self, module):
        module.__spec__ = self.spec
        module.__loader__ = self.spec.loader
        self.fork_hooks.run(module.__name__)


class _ForkHooks:
    """Fork hooks of the warm modules (new seeds, new locks), run when a child asks for the module, not at every fork."""

    def __init__(self):
        self.register = os.register_at_fork
        self.hooks = {}
        os.register_at_fork = self.collect

    def collect(self, *, before=None, after_in_child=None, after_in_parent=None):
        if after_in_child:
            self.hooks.setdefault(after_in_child.__module__, []).append(after_in_child)

    def run(self, name):
        for hook in self.hooks.pop(name, ()):
            hook()

    def restore(self):
        os.register_at_fork = self.register


def serve():
    import atexit
    import ctypes
    import gc
    import site
    import struct

    import _socket

    support = os.path.dirname(__file__)
    jail = ctypes.PyDLL(os.path.join(support, "libgrader-jail.so"))
    jail.grader_watch_exit(ctypes.py_object("sys"))
    lane = os.environ.pop("GRADER_LANE")
    del os.environ["PYTHONPATH"], os.environ["LD_BIND_NOW"]
    runners = _warm_judge() if lane == "1" else _warm_candidate()
    header = struct.Struct("<III")
    jail_size = jail.grader_jail_size()
    descriptors = ctypes.c_int * _JAIL_FDS
    ancillary = _socket.CMSG_LEN(4 * 16)
    sock = _socket.socket(fileno=_SOCKET)
    fork, close, wait4 = os.fork, os.close, os.wait4
    atexit.register(_leave_early, jail, gc, atexit._clear)
    # What a fresh interpreter would find out by searching: no user site, and a script that is a plain file.
    site.ENABLE_USER_SITE = False
    sys.path_importer_cache[sys.argv[0]] = None
    sys.path.remove(support)
    sys.path_importer_cache.pop(support, None)
    sys.modules.pop("grader_zygote", None)
    if jail.grader_prepare():
        os._exit(4)
    gc.collect()
    gc.freeze()
    sock.send(b"R")

    while True:
        message, control, _flags, _address = sock.recvmsg(65536, ancillary)
        if not message:
            os._exit(0)
        raw = control[0][2]
        fds = struct.unpack("<%di" % (len(raw) // 4), raw)
        runner, namespaces, argc = header.unpack_from(message)
        if namespaces and jail.grader_join_pidns(fds[0]):
            os._exit(3)
        pid = fork()
        if pid == 0:
            break
        for fd in fds:
            close(fd)
        sock.send(struct.pack("<cI", b"S", pid))
        _, status, usage = wait4(pid, 0)
        used = int((usage.ru_utime + usage.ru_stime) * 1_000_000)
        sock.send(struct.pack("<cIQQ", b"X", status, used, usage.ru_maxrss * 1024))

    # The child, until it has entered the jail still on our side.
    mounts, ipc = (fds[1], fds[2]) if namespaces else (-1, -1)
    jail.grader_enter_jail(message[header.size : header.size + jail_size], mounts, ipc, descriptors(*fds[namespaces:]))
    sock.detach()
    if argc:
        sys.argv[1:] = map(os.fsdecode, message[header.size + jail_size :].split(b"\0")[:argc])
    if runner != _SCRIPT:
        _run_harness(runners[runner])
    # A new one, because the collector passes over what was frozen, and the program's objects must go when it ends.
    main = type(sys)("__main__")
    main.__dict__.update(sys.modules["__main__"].__dict__)
    sys.modules["__main__"] = main


def _warm_candidate():
    """Nothing that is warm shows in `sys.modules`, and its fork hooks wait until the program asks for it."""
    fork_hooks = _ForkHooks()
    import grader_harness as harness
    from grader_harness import candidate, function_mode

    stash = _Stash(fork_hooks)
    stash.hide([name for name in sys.modules if name not in _FRESH_MODULES and name != "sitecustomize"])
    sys.meta_path.insert(0, stash)  # from here on what is warm already is found, not loaded a second time
    for name in harness.PRELOAD_CANDIDATE:
        stash.preload(name)
    fork_hooks.restore()
    return {2: lambda: function_mode.main(report_fd=3), 3: lambda: candidate.main(link_fd=4)}


def _warm_judge():
    """Only tests run here. Their randomness is the same in every run, so that their verdict is."""
    fork_hooks = _ForkHooks()
    import random

    import grader_harness as harness
    from grader_harness import judge

    for name in harness.PRELOAD_JUDGE:
        __import__(name)
    fork_hooks.restore()
    for _ in range(_REHEARSALS):
        _rehearse(judge)
    random.seed(0)
    return {4: lambda: judge.main(report_fd=3, link_fd=4)}


def _rehearse(judge):
    """Judges a small suite here, against a fork: parser tables are made and bytecode is specialised in the memory that
    every run will share, instead of in each run's own copy of it."""
    import _socket

    ours, theirs = _socket.socketpair(_socket.AF_UNIX, _socket.SOCK_STREAM)
    modules, folder = dict(sys.modules), os.getcwd()
    os.chdir(os.path.join(os.path.dirname(__file__), "rehearsal"))
    pid = os.fork()
    if pid == 0:
        from grader_harness import candidate

        ours.close()
        os._exit(candidate.main(link_fd=theirs.fileno()))
    theirs.close()
    verdict = judge.judge(judge.Link(ours.fileno()))
    ours.close()
    os.waitpid(pid, 0)
    os.chdir(folder)
    for name in set(sys.modules) - set(modules):
        del sys.modules[name]
    sys.modules.update(modules)
    if verdict != {"result": "pass"}:
        sys.exit("the rehearsal of the judge failed: %r" % (verdict,))


def _leave_early(jail, gc, forget_handlers):
    """The first exit handler to be registered, so the last to run: what is left of the interpreter's end, but short.

    The program's own objects go (files that were left open are flushed by that), the interpreter's stay.
    """
    try:
        sys._getframe(1)
    except ValueError:
        pass
    else:
        return  # the program runs the handlers itself; its end is still to come
    failure = getattr(sys, "last_type", None)
    if failure is KeyboardInterrupt or SystemExit.__subclasses__():
        return  # ends by a signal, or with a code that cannot be observed; the interpreter knows how
    try:
        sys.stdout.flush()
        sys.stderr.flush()
        sys.modules.pop("__main__", None)
        forget_handlers()  # they have run, and what they refer to is the program's as well
        sys.last_type = sys.last_value = sys.last_traceback = sys.last_exc = None
        gc.collect()
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:
        return  # a broken stream has an exit code of its own
    for name in ("__stdout__", "__stderr__"):
        try:
            getattr(sys, name).flush()  # written to behind a stream that took its place
        except Exception:
            pass
    jail.grader_leave(1 if failure else 0)


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
