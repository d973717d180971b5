"""A program in a fork of the warm interpreter behaves as in a freshly started `python3 solution.py`."""

from agent_client import EXEC, MIB, Limits, Program
from promises import AgentTest
from dataclasses import replace

ROOMY = replace(Limits(), cpu_us=20_000_000, wall_us=40_000_000, memory=1024 * MIB, output=32 * MIB)

PROGRAMS = {
    "hello": "print('hello')",
    "empty": "",
    "echo": "import sys; sys.stdout.write(sys.stdin.read())",
    "input at eof": "input(); input()",
    "input until eof": "try:\n    while True: print(input())\nexcept EOFError: print('eof')",
    "readline and read": "import sys; print(repr(sys.stdin.readline())); print(repr(sys.stdin.read(3))); print(repr(sys.stdin.readlines()))",
    "binary in and out": "import sys; sys.stdout.buffer.write(bytes(range(256)) + sys.stdin.buffer.read())",
    "descriptor reads": "import os; print(os.read(0, 4)); print(input())",
    "stdin is seekable": "import sys; print(sys.stdin.seekable(), sys.stdin.buffer.peek(2)[:2], sys.stdin.fileno())",
    "invalid utf-8 out": "print('\\udcff')",
    "carriage returns": "import sys; print(repr(sys.stdin.read())); print('a\\r\\nb')",
    "main": "print(__name__, __file__, __doc__, __spec__, __builtins__, __package__, type(__loader__).__name__)",
    "globals": "print(sorted(k for k in globals()))",
    "main module": "import sys, __main__; print(sys.modules['__main__'] is __main__, __main__.__dict__ is globals())",
    "argv": "import sys; print(sys.argv)",
    "path": "import sys; print(sys.path)",
    "flags": "import sys; print(sys.flags, sys.executable, sys.prefix, sys.version)",
    "orig argv": "import sys; print(len(sys.orig_argv))",
    "streams": "import sys\nfor s in (sys.stdin, sys.stdout, sys.stderr): print(s, s.encoding, s.errors, s.line_buffering, s.isatty(), s.name, s.mode, s.newlines)",
    "original streams": "import sys; print(sys.stdin is sys.__stdin__, sys.stdout is sys.__stdout__, sys.stderr is sys.__stderr__)",
    "interleaving": "import sys\nfor i in range(3): print(i); print('e', i, file=sys.stderr)",
    "unbuffered": "import sys, os; sys.stdout.write('late'); os.write(1, b'early ')",
    "working directory": "import os; print(os.getcwd(), os.listdir())",
    "locale": "import locale, os; print(locale.getpreferredencoding(), os.fsencode('\\u00e9'))",
    "umask and signals": "import os, signal; print(oct(os.umask(0)), [signal.getsignal(s) for s in (1, 2, 13, 15, 17, 25)])",
    "blocked signals": "import signal; print(signal.pthread_sigmask(signal.SIG_BLOCK, []))",
    "exit none": "import sys; sys.exit()",
    "exit 0": "import sys; sys.exit(0)",
    "exit 3": "import sys; sys.exit(3)",
    "exit 256": "import sys; sys.exit(256)",
    "exit -1": "import sys; sys.exit(-1)",
    "exit true": "import sys; sys.exit(True)",
    "exit text": "import sys; print('out'); sys.exit('words')",
    "exit object": "import sys; sys.exit([1, 2])",
    "exit tuple": "import sys; sys.exit((1, 2))",
    "exit huge": "import sys; sys.exit(1 << 80)",
    "exit by name": "exit(4)",
    "quit": "quit()",
    "raise SystemExit": "raise SystemExit",
    "raise SystemExit 5": "raise SystemExit(5)",
    "raise SystemExit two": "raise SystemExit(5, 6)",
    "own SystemExit": "class E(SystemExit):\n    code = 7\nraise E()",
    "exit code read before": "try:\n    raise SystemExit(9)\nexcept SystemExit as e: print(e.code)",
    "exit in function": "import sys\ndef f(): sys.exit(6)\ntry: f()\nfinally: print('finally')",
    "exit in thread": "import sys, threading\nt = threading.Thread(target=sys.exit, args=(3,)); t.start(); t.join(); print('on')",
    "os._exit": "import os; print('lost'); os._exit(8)",
    "abort": "import os; os.abort()",
    "exception": "def f(x):\n    return 1 / x\nprint('before')\nf(0)",
    "chained exceptions": "try:\n    {}['a']\nexcept KeyError as e:\n    raise ValueError('b') from e",
    "exception group": "raise ExceptionGroup('g', [ValueError(1), TypeError(2)])",
    "syntax error": "print('x'\n",
    "indentation error": "if True:\nprint(1)",
    "tab error": "if True:\n\tx = 1\n        y = 2",
    "encoding cookie": "# -*- coding: latin-1 -*-\nprint('\u00e9')",
    "nul in source": "print(1)\0",
    "warning": "import warnings; warnings.warn('careful')",
    "keyboard interrupt": "raise KeyboardInterrupt",
    "own excepthook": "import sys\nsys.excepthook = lambda *a: print('hook', a[0].__name__)\n1/0",
    "broken excepthook": "import sys\nsys.excepthook = None\n1/0",
    "recursion limit": "import sys\ndef f(n):\n    try: return f(n + 1)\n    except RecursionError: return n\nprint(sys.getrecursionlimit(), f(0))",
    "recursion error": "def f(): f()\nf()",
    "deep recursion": "import sys\nsys.setrecursionlimit(200000)\ndef f(n): return n and 1 + f(n - 1)\nprint(f(100000))",
    "deep recursion in thread": "import sys, threading\nsys.setrecursionlimit(200000); threading.stack_size(64 << 20)\ndef f(n): return n and 1 + f(n - 1)\nt = threading.Thread(target=lambda: print(f(50000))); t.start(); t.join()",
    "atexit": "import atexit\natexit.register(print, 'first'); atexit.register(print, 'second')\nprint('main')",
    "atexit with exit": "import atexit, sys\natexit.register(lambda: print('handler')); sys.exit(2)",
    "atexit that fails": "import atexit\natexit.register(lambda: 1/0)",
    "atexit that exits": "import atexit, sys\natexit.register(lambda: sys.exit(9))",
    "atexit run by hand": "import atexit\natexit.register(print, 'handler'); atexit._run_exitfuncs(); print('after')",
    "finalizers": "class A:\n    def __del__(self): print('gone')\na = A()\nprint('main')",
    "finalizers in cycles": "class A:\n    def __del__(self): print('gone')\na = A(); a.me = a; del a\nprint('main')",
    "file left open": "f = open(1, 'w', closefd=False); f.write('flushed by closing')",
    "file left open beside a handler": "import atexit\natexit.register(lambda: None)\nf = open(1, 'w', closefd=False); f.write('flushed by closing')",
    "stdout replaced by text in memory": "import atexit, io, sys\nsys.stdout = io.StringIO()\natexit.register(lambda: sys.__stdout__.write(sys.stdout.getvalue()))\nprint('kept for the end')",
    "stderr behind its replacement": "import io, sys\nsys.stderr = io.StringIO(); sys.__stderr__.write('no line feed')",
    "original stdout closed": "import io, sys\nsys.__stdout__.close(); sys.stdout = io.StringIO(); print('x')",
    "original stdout deleted": "import sys\ndel sys.__stdout__; print('x')",
    "stdout replaced": "import io, sys\nsys.stdout = io.TextIOWrapper(open(1, 'wb', 0), write_through=False); print('x')",
    "stdout closed": "import sys; print('x'); sys.stdout.close()",
    "descriptor 1 closed": "import os; print('x'); os.close(1)",
    "threads": "import threading\nts = [threading.Thread(target=print, args=(i,)) for i in range(3)]\n[(t.start(), t.join()) for t in ts]; print(threading.active_count(), threading.main_thread().name)",
    "thread outlives main": "import threading, time\nthreading.Thread(target=lambda: (time.sleep(0.1), print('late'))).start(); print('main')",
    "daemon thread": "import threading, time\nthreading.Thread(target=time.sleep, args=(5,), daemon=True).start(); print('main')",
    "thread that fails": "import threading\nt = threading.Thread(target=lambda: 1/0, name='T'); t.start(); t.join()",
    "subprocess": "import subprocess, sys; print(subprocess.run(['/bin/echo', 'child'], capture_output=True).stdout); print(subprocess.run([sys.executable, '-c', 'print(6*7)'], capture_output=True, text=True).stdout)",
    "fork": "import os\nif os.fork() == 0: print('child'); os._exit(0)\nos.wait(); print('parent')",
    "fork that ends naturally": "import os, sys\npid = os.fork()\nif pid == 0: sys.exit(3)\nprint(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))",
    "multiprocessing pool": "import multiprocessing as m\ndef f(x): return x * x\nif __name__ == '__main__':\n    with m.Pool(2) as p: print(p.map(f, range(5)))",
    "multiprocessing process": "import multiprocessing as m\ndef f(q): q.put(42)\nif __name__ == '__main__':\n    q = m.Queue(); p = m.Process(target=f, args=(q,)); p.start(); print(q.get()); p.join(); print(p.exitcode)",
    "asyncio": "import asyncio\nasync def main(): await asyncio.sleep(0.01); return 5\nprint(asyncio.run(main()))",
    "random differs": "import random; x = random.random(); print(0 <= x < 1)",
    "seeded random": "import random; random.seed(1); print(random.random())",
    "hashes are stable": "print(hash('abc'))",
    "imports": "import sys\nfor name in 'json re typing collections heapq random datetime functools dataclasses decimal statistics unittest'.split():\n    m = __import__(name); print(name, m.__name__, m.__spec__.name, type(m.__spec__.loader).__name__, sys.modules[name] is m)",
    "modules": "import sys; print([m for m in ('json', 're', 'ctypes', 'random', 'grader_zygote', 'struct', 'typing') if m in sys.modules])",
    "submodules": "import collections.abc, os.path, concurrent.futures, xml.etree.ElementTree as e; print(collections.abc.Sized, e.fromstring('<a/>').tag)",
    "reload": "import json, importlib; print(importlib.reload(json) is json)",
    "pickle": "import pickle, collections, datetime; print(pickle.loads(pickle.dumps([collections.Counter('aab'), datetime.date(2020, 1, 1)])))",
    "inspect": "import inspect\ndef f(): pass\nprint(inspect.getsource(f), len(inspect.stack()))",
    "frames": "import sys; f = sys._getframe(); print(f.f_back, f.f_code.co_name)",
    "traceback": "import traceback\ntry: 1/0\nexcept ZeroDivisionError: traceback.print_exc()",
    "doctest": "import doctest\ndef f():\n    '''\n    >>> f()\n    1\n    '''\n    return 1\nprint(doctest.testmod())",
    "unittest main": "import unittest\nclass T(unittest.TestCase):\n    def test(self): self.assertEqual(1, 2)\nunittest.main()",
    "resource usage": "import resource, time; print(resource.getrusage(resource.RUSAGE_SELF).ru_utime < 2, time.process_time() < 2)",
    "gc": "import gc; print(gc.isenabled(), gc.get_threshold())",
    "tempfile": "import tempfile, os\nwith tempfile.NamedTemporaryFile('w+') as f: f.write('x'); f.seek(0); print(f.read(), os.path.dirname(f.name))",
    "logging": "import logging; logging.warning('w'); logging.basicConfig(); logging.error('e')",
    "int digits": "print(len(str(10 ** 4000)))\nstr(10 ** 5000)",
    "ctypes": "import ctypes; print(ctypes.CDLL(None).abs(-5))",
}


def steady(text):
    """Without what differs between any two processes, fresh ones too: addresses and times."""
    import re

    text = re.sub(rb"0x[0-9a-f]+", b"0x", text)
    return re.sub(rb"Ran 1 test in [0-9.]+s", b"Ran 1 test", text)


class Conformance(AgentTest):
    maxDiff = None

    def both(self, source, stdin=b"first line\r\nsecond \xc3\xa9\nlast", argv=()):
        files = {"solution.py": source}
        script = "/work/solution.py" if self.namespaces else None
        if script is None:  # level uid: the folder is the lane's own
            script = self.agent.script("print(__file__)").out.decode().strip()
        fresh = self.agent.run(Program(EXEC, files, ["/usr/bin/python3", script, *argv], stdin, ROOMY))[0]
        forked = self.agent.run(Program(files=files, argv=list(argv), stdin=stdin, limits=ROOMY))[0]
        return [(r.how, steady(r.out), steady(r.err)) for r in (fresh, forked)]

    def test_programs_behave_the_same(self):
        for name, source in PROGRAMS.items():
            if not self.namespaces and name.startswith("multiprocessing"):
                continue  # needs /dev/shm, which is closed at this level: see docs/threat-model.md
            with self.subTest(name):
                fresh, forked = self.both(source)
                self.assertEqual(fresh, forked)

    def test_what_the_caller_ignores_is_not_ignored_in_programs(self):
        import signal
        from agent_client import Agent
        from promises import OPTIONS

        before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
        try:
            with Agent(*OPTIONS) as agent:
                for run in (agent.script, agent.fresh) if agent.level == "namespaces" else (agent.script,):
                    self.assertEqual(("signalled", 1), run("import os; os.kill(os.getpid(), 1)").how)
        finally:
            signal.signal(signal.SIGHUP, before)

    def test_arguments_arrive(self):
        fresh, forked = self.both("import sys; print(sys.argv[1:])", argv=("a", "b c", "", "\u00e9"))
        self.assertEqual(fresh, forked)
        self.assertIn(b"'b c'", forked[1])

    def test_big_input_arrives_whole(self):
        stdin = b"0123456789abcde\n" * 1_250_000
        fresh, forked = self.both("import sys, hashlib; d = sys.stdin.buffer.read(); print(len(d), hashlib.sha256(d).hexdigest())", stdin)
        self.assertEqual(fresh, forked)
        self.assertIn(b"20000000 ", forked[1])

    def test_big_output_arrives_whole(self):
        fresh, forked = self.both("import sys\nfor i in range(300000): print(i, 'x' * 60)")
        self.assertEqual(fresh, forked)
        self.assertGreater(len(forked[1]), 20_000_000)
