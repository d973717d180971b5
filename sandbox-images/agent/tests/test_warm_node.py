"""The warm Node: its forks do what a fresh Node does, and no two of them know of each other."""

import json
import os
import signal
import subprocess
import tempfile
import time
import unittest

from agent_client import EXEC, MIB, Agent, Limits, Program
from promises import OPTIONS

NODE = os.environ.get("GRADER_NODE_SOURCES", os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../languages/javascript"))
FLAGS = ["--stack-size=60000", "--max-old-space-size=30000", "--max-semi-space-size=16"]
# Whoever runs this instead of node says its words: what runs in spite of it is a fork of the warm one.
NOBODY = ["echo"]
LIMITS = Limits(memory=512 * MIB, disk=32 * MIB, processes=64)


def run(source, stdin=b"", command=("node",), warm="{prepared}/warm", limits=LIMITS, env=(), flags=(), **options):
    variables = [*env, "OPENSSL_CONF=/dev/null", *(["GRADER_WARM=" + warm] if warm else [])]
    argv = [*command, "--snapshot-blob={prepared}/start.blob", *FLAGS, *flags, "solution.js", "one", "two"]
    return Program(EXEC, {"solution.js": source}, argv, stdin=stdin, limits=limits, env=variables, fence=False, **options)


class WarmNode(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        os.chmod(cls.folder.name, 0o755)
        subprocess.run(["sh", os.path.join(NODE, "prepare.sh"), cls.folder.name], check=True, stderr=subprocess.DEVNULL)
        cls.agent = Agent(*OPTIONS, "--prepared", cls.folder.name)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()
        assert cls.agent.close() == 0

    def setUp(self):
        self.fresh("console.log('the first one of a command does without')")

    def tearDown(self):
        self.agent.reset()
        self.assertEqual("still here", self.says("console.log('still here')"), "it is there for the next one")

    def one(self, program):
        self.agent.start(program)
        return self.agent.finish()[0]

    def fresh(self, source, **options):
        return self.one(run(source, warm=None, **options))

    def warm(self, source, **options):
        self.one(run(source, **options))
        result = self.one(run(source, command=NOBODY, **options))
        self.assertNotIn(b"--snapshot-blob", result.out, result)
        return result

    def says(self, source, **options):
        result = self.warm(source, **options)
        self.assertEqual(("exited", 0), result.how, result)
        return result.out.decode().rstrip("\n")

    def same(self, source, **options):
        warm, fresh = self.warm(source, **options), self.fresh(source, **options)
        self.assertEqual((fresh.how, fresh.out, fresh.err, fresh.leftover), (warm.how, warm.out, warm.err, warm.leftover))
        return warm

    def test_a_fork_reads_and_prints_as_a_fresh_one_does(self):
        self.same("const fs = require('fs'); console.log(fs.readFileSync(0, 'utf8').split('\\n').length); console.error('x')", stdin=b"1\n2\n" * 1000)

    def test_streams_timers_and_promises_work(self):
        self.same(
            "const lines = []; const rl = require('readline').createInterface({ input: process.stdin });\n"
            "rl.on('line', (line) => lines.push(line)); rl.on('close', () => setTimeout(async () => {\n"
            "  await new Promise(setImmediate); console.log(lines.join('+')); process.stdout.write('end\\n'); }, 20));",
            stdin=b"a\nb\nc\n",
        )

    def test_its_command_environment_and_process_are_its_own(self):
        seen = "console.log(JSON.stringify([process.argv, process.execArgv.length, process.cwd(), __filename, require.main === module, Object.keys(require.cache), %s]))"
        self.same(seen % "process.env", env=["ONE=1=1", "EMPTY="])
        pids = json.loads(self.says("console.log(JSON.stringify([process.pid, Number(require('fs').readlinkSync('/proc/self'))]))")) if self.agent.level == "namespaces" else [1, 1]
        self.assertEqual(pids[0], pids[1])

    def test_workers_of_its_own_and_files_that_are_read_in_the_background_work(self):
        self.same(
            "const { Worker, isMainThread, parentPort } = require('worker_threads');\n"
            "if (isMainThread) { const w = new Worker(__filename); w.on('message', (m) => { console.log(m); require('fs').promises.readFile(__filename).then((b) => console.log(b.length)); }); }\n"
            "else parentPort.postMessage(Array.from({ length: 1000 }, (_, i) => i).reduce((a, b) => a + b));"
        )

    def test_a_child_process_works(self):
        self.same("console.log(require('child_process').execFileSync('/bin/echo', ['hi']).toString())")

    def test_much_garbage_is_collected(self):
        self.same("let kept = []; let n = 0; for (let i = 0; i < 3e6; i++) { const o = { i, a: [i, i + 1], s: 'x' + i }; n += o.a.length; if (i % 1000 === 0) kept.push(o); }\nconsole.log(n, kept.length)")

    def test_hot_code_is_compiled_in_the_background(self):
        source = "let s = 0; for (let r = 0; r < 100; r++) for (let i = 0; i < 1e6; i++) s = (s + i * r) % 1000003; console.log(s)"
        warm, fresh = self.warm(source), self.fresh(source)
        self.assertEqual(fresh.out, warm.out)
        self.assertLess(warm.cpu_us, 2 * fresh.cpu_us + 100_000)

    def test_uncaught_errors_and_exit_codes_are_those_of_a_fresh_one(self):
        for source in ("throw new Error('no')", "Promise.reject(new Error('later'))", "process.exit(7)", "process.exitCode = 3", "syntax error", "require('nothing')", "process.on('exit', () => console.log('bye'))"):
            with self.subTest(source):
                self.same(source)

    def test_deep_recursion_goes_as_far(self):
        self.same("let f = (n) => (n === 0 ? 0 : 1 + f(n - 1)); console.log(f(100000))")

    def test_signals_end_it(self):
        self.same("process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 3000)")
        self.same("process.on('SIGUSR2', () => { console.log('caught'); process.exit(4) }); process.kill(process.pid, 'SIGUSR2'); setTimeout(() => {}, 3000)")

    def test_limits_hold(self):
        quick = Limits(cpu_us=300_000, wall_us=3_000_000, memory=256 * MIB, processes=64)
        self.assertEqual(("limit", "cpu"), self.warm("for (;;);", limits=quick).how)
        self.assertEqual(("limit", "memory"), self.warm("const all = []; for (;;) all.push(Buffer.alloc(1 << 20, 1));", limits=LIMITS).how)
        sleepy = Limits(cpu_us=2_000_000, wall_us=500_000, memory=256 * MIB, processes=64)
        self.assertEqual(("limit", "wall"), self.warm("setTimeout(() => {}, 60000)", limits=sleepy).how)

    def test_its_memory_is_counted_as_that_of_a_fresh_one(self):
        fill = "const all = []; for (let i = 0; i < 60; i++) all.push(Buffer.alloc(1 << 20, 1)); console.log(all.length)"
        warm, fresh = self.warm(fill), self.fresh(fill)
        self.assertEqual((b"60\n", b"60\n"), (warm.out, fresh.out))
        self.assertLess(abs(warm.memory - fresh.memory), 16 * MIB, (warm.memory, fresh.memory))
        tight = Limits(memory=62 * MIB, processes=64)
        self.assertEqual([("limit", "memory")] * 2, [self.warm(fill, limits=tight).how, self.fresh(fill, limits=tight).how])

    def test_forks_draw_different_numbers_unless_told_otherwise(self):
        draw = "console.log(Math.random())"
        self.assertNotEqual(self.says(draw), self.says(draw))
        self.assertEqual(self.says(draw, flags=["--random-seed=1"]), self.says(draw, flags=["--random-seed=1"]))

    def test_nothing_of_a_fork_reaches_another(self):
        self.says("globalThis.left = 1; Array.prototype.left = 1; process.env.LEFT = '1'; require('fs').left = 1; require('fs').writeFileSync('left', ''); console.log('x')")
        self.assertEqual(
            "undefined undefined undefined undefined false",
            self.says("const fs = require('fs'); console.log(globalThis.left, [].left, process.env.LEFT, fs.left, fs.existsSync('left'))"),
        )

    def test_a_report_goes_where_it_should(self):
        self.assertEqual(b"told", self.warm("require('fs').writeSync(3, 'told')", reports=True).report)

    def test_another_command_gets_a_node_of_its_own(self):
        strict = self.warm("process.on('unhandledRejection', () => console.log('only handled where errors are not strict')); Promise.reject(new Error('x'))", warm="{prepared}/warm-inline")
        self.assertNotEqual(("exited", 0), strict.how)

    def test_it_may_read_what_an_executed_program_may_and_finds_what_was_built(self):
        _, packed = self.agent.build(Program(EXEC, {}, ["sh", "-c", "echo 'module.exports = 7' > made.js"], limits=LIMITS, fence=False))
        self.agent.artefact(packed)
        self.same("const fs = require('fs'); console.log(require('./made.js'), fs.existsSync('/etc/shadow') && fs.statSync('/etc/shadow').size)")
        prepared = "/opt/prepared" if self.agent.level == "namespaces" else self.folder.name
        self.same("console.log(require('fs').readFileSync('%s/start.blob').length)" % prepared)

    def test_where_a_fork_cannot_be_made_whole_the_program_is_executed(self):
        agent = Agent(*OPTIONS, "--prepared", self.folder.name, stderr=subprocess.PIPE)
        for _ in range(2):
            agent.start(run("", command=["echo"], limits=Limits(memory=512 * MIB, processes=64, open_files=10)))
            (result,) = agent.finish()
            self.assertIn(b"--snapshot-blob", result.out, result)
        self.assertEqual(0, agent.close())
        self.assertIn("could not enter the jail: bring back what the fork lost", agent.process.stderr.read().decode())
        agent.process.stderr.close()

    def test_killing_it_changes_no_run(self):
        self.says("console.log('warm')")
        (node,) = self.agent.interpreters(b"libgrader_fork.so")
        self.agent.start(run("setTimeout(() => console.log('done'), 500)"))
        time.sleep(0.2)
        os.kill(node, signal.SIGKILL)
        result = self.agent.finish()[0]
        self.assertEqual((("exited", 0), b"done\n"), (result.how, result.out), result)
        os.kill(self.agent.interpreters(b"libgrader_fork.so")[0], signal.SIGKILL)
        self.assertEqual("again", self.says("console.log('again')"))

    def test_a_command_finds_no_queues_that_its_forks_could_not_have(self):
        command = os.path.join(self.folder.name, "asks")
        with open(command, "w") as script:
            script.write("#!/usr/bin/python3\nimport ctypes, os, sys\nlibc = ctypes.CDLL(None, use_errno=True)\nlibc.syscall(425, 8, ctypes.create_string_buffer(256))\nsys.exit(os.strerror(ctypes.get_errno()))\n")
        os.chmod(command, 0o755)
        agent = Agent(*OPTIONS, "--prepared", self.folder.name, stderr=subprocess.PIPE)
        for _ in range(2):
            agent.start(run("", warm="{prepared}/asks", command=["echo"]))
            agent.finish()
        self.assertEqual(0, agent.close())
        self.assertIn("Function not implemented", agent.process.stderr.read().decode())
        agent.process.stderr.close()

    def test_a_command_that_does_not_start_is_done_without(self):
        for _ in range(5):
            self.assertEqual(b"fresh\n", self.one(run("", warm="{prepared}/nothing", command=["sh", "-c", "echo fresh"])).out)


if __name__ == "__main__":
    unittest.main()
