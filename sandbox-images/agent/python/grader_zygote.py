"""The fork server: a warm Python interpreter that never runs what it is given, but forks children that do.

The interpreter was started as `python3 .../work/solution.py`. `start` warms it up while it imports `site`, and has it held up
(forkserver.c) at the last moment before it looks at the script. Its forks let it go on from there: the script, which exists
only in a fork's own mount namespace, is run natively. So tracebacks, exit codes, recursion depth, `__main__`, atexit and the
rest are those of a fresh interpreter, because it is one that was merely held up.

The agent (zygote.c) sends one message per run and hears `S` + process id, then `X` + wait status, CPU time, peak memory.
"""

import os
import sys

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


def start():
    import atexit
    import gc
    import site

    import _grader_jail as jail

    support = os.path.dirname(__file__)
    jail.watch_exit()
    role = os.environ.pop("GRADER_ROLE")
    del os.environ["PYTHONPATH"], os.environ["LD_BIND_NOW"]
    runners = _warm_judge() if role == "judge" else _warm_candidate(role)
    atexit.register(jail.leave_early(atexit._clear))
    site.ENABLE_USER_SITE = False  # what a fresh interpreter would find out by searching
    sys.path.remove(support)
    sys.path_importer_cache.pop(support, None)
    jail.prepare()

    def settle():
        """The last that is done here; whatever is written to after this is copied by each run that needs it."""
        threads = os.listdir("/proc/self/task")
        if len(threads) > 1:
            sys.exit("%d threads run in the warm interpreter; a fork would lose them" % len(threads))
        for name in ("grader_zygote", "_grader_jail"):
            sys.modules.pop(name, None)
        gc.collect()
        gc.freeze()
        # A new one, because the collector passes over what is frozen, and the program's objects must go when it ends.
        main = type(sys)("__main__")
        main.__dict__.update(sys.modules["__main__"].__dict__)
        sys.modules["__main__"] = main

    jail.hold(sys.argv[0], settle, lambda runner: _run_harness(runners[runner]))


def _warm_candidate(role):
    """Nothing that is warm shows in `sys.modules`, and its fork hooks wait until the program asks for it."""
    fork_hooks = _ForkHooks()
    import grader_harness as harness

    preload, runners = harness.PRELOAD_SCRIPT, {}
    if role == "candidate":
        from grader_harness import candidate, function_mode

        preload = harness.PRELOAD_CANDIDATE
        runners = {2: lambda: function_mode.main(report_fd=3), 3: lambda: candidate.main(link_fd=4)}
    stash = _Stash(fork_hooks)
    stash.hide([name for name in sys.modules if name not in _FRESH_MODULES and name != "sitecustomize"])
    sys.meta_path.insert(0, stash)  # from here on what is warm already is found, not loaded a second time
    for name in preload:
        stash.preload(name)
    fork_hooks.restore()
    return runners


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
