"""The warm compiler: it compiles as a fresh one does, and where it does not, a fresh one decides."""

import os
import signal
import subprocess
import tempfile
import time
import unittest

from agent_client import EXEC, MIB, Agent, Limits, Program, unpack_artefact
from promises import OPTIONS

JAVA = os.environ.get("GRADER_JAVA_SOURCES", os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../languages/java"))
MAIN = "com.sun.tools.javac.Main"
ARGUMENTS = [MAIN, "-proc:none", "-nowarn", "-XDstringConcat=inline", "-encoding", "UTF-8", "-d", "."]
FRESH = ["{prepared}/jdk/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", *ARGUMENTS]
# Whoever runs this instead of a compiler says so: what compiles in spite of it was compiled by the warm one.
NOBODY = ["sh", "-c", "echo fresh; exit 9", *ARGUMENTS]
SECONDS = 120

FIRST = "import java.util.*; public class Main { record P(int x, String y) {} interface I { int f(); }\n" \
    "public static void main(String[] a) { I i = () -> a.length; var l = new ArrayList<P>(); l.add(new P(i.f(), \"a\" + 1)); for (P p : l) System.out.println(p); } }"
SECOND = "import java.util.stream.*; class Main { enum E { A, B } static <T extends Comparable<T>> T max(T a, T b) { return a.compareTo(b) < 0 ? b : a; }\n" \
    "public static void main(String[] a) { switch (E.A) { case A -> System.out.println(IntStream.range(0, max(3, 4)).mapToObj(x -> \"\" + x).collect(Collectors.toList())); default -> {} } } }"
WRONG = "class Main { int f() { return \"a\"; } List<String> l; }"


def jdk():
    home = subprocess.run(["sh", os.path.join(JAVA, "../../../.mvn/find-jdk")], capture_output=True, text=True)
    return home.stdout.strip()


def prepare(folder):
    """As prepare.sh does, without its archives."""
    os.chmod(folder, 0o755)
    os.symlink(os.environ.get("GRADER_JDK") or jdk(), os.path.join(folder, "jdk"))
    subprocess.run([os.path.join(folder, "jdk/bin/javac"), "-d", os.path.join(folder, "compiler"), os.path.join(JAVA, "compiler/WarmCompiler.java")], check=True)
    subprocess.run(["cp", os.path.join(JAVA, "compiler/warm.sh"), os.path.join(folder, "warm")], check=True)
    os.mkdir(os.path.join(folder, "rehearsal"))
    subprocess.run(["cp", os.path.join(JAVA, "compiler/Rehearsal.java"), os.path.join(folder, "rehearsal")], check=True)


def build(source, argv=NOBODY, warm=True):
    limits = Limits(cpu_us=20_000_000, wall_us=40_000_000, memory=1024 * MIB, disk=64 * MIB, processes=128, open_files=256)
    return Program(EXEC, {"Main.java": source}, [*argv, "Main.java"], limits=limits, env=["GRADER_WARM={prepared}/warm"] if warm else [], fence=False)


def nested(depth):
    return "class Main { int f(int x) { return " + "(x + " * depth + "x" + ")" * depth + "; } }"


class WarmCompiler(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        prepare(cls.folder.name)
        cls.agent = Agent(*OPTIONS, "--prepared", cls.folder.name)
        cls.await_compiler()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()
        assert cls.agent.close() == 0

    @classmethod
    def await_compiler(cls):
        until = time.monotonic() + SECONDS
        while cls.agent.build(build(FIRST))[0].how != ("exited", 0):
            assert time.monotonic() < until, "no compiler became warm"
            time.sleep(0.2)

    def tearDown(self):
        self.agent.reset()
        self.assertEqual({b"Main.class", b"Main$P.class", b"Main$I.class"}, set(self.warm(FIRST)), "it is there for the next one")

    def warm(self, source):
        result, packed = self.agent.build(build(source))
        self.assertEqual(("exited", 0), result.how, result)
        return unpack_artefact(packed)

    def fresh(self, source):
        result, packed = self.agent.build(build(source, FRESH, warm=False))
        self.assertEqual(("exited", 0), result.how, result)
        return unpack_artefact(packed)

    def left_to_a_fresh_one(self, source):
        result, packed = self.agent.build(build(source))
        self.assertEqual((("exited", 9), b"fresh\n", b""), (result.how, result.out, packed), result)

    def test_it_makes_the_classes_that_a_fresh_one_makes(self):
        for source in (FIRST, SECOND, FIRST):
            self.assertEqual(self.fresh(source), self.warm(source))

    def test_errors_are_the_words_of_a_fresh_one(self):
        asked, _ = self.agent.build(build(WRONG, FRESH))
        fresh, _ = self.agent.build(build(WRONG, FRESH, warm=False))
        self.assertEqual((("exited", 1), fresh.out, fresh.err), (asked.how, asked.out, asked.err))
        self.assertIn(b"incompatible types", asked.err)

    def test_what_fails_in_it_is_done_again_by_a_fresh_one(self):
        for source in (WRONG, nested(20_000)):
            self.left_to_a_fresh_one(source)

    def test_what_needs_more_memory_than_it_has_is_left_to_a_fresh_one(self):
        self.left_to_a_fresh_one("class Main { " + "".join("int f%d(int x) { return %s; }" % (i, "+".join(["x * 3"] * 200)) for i in range(3_000)) + " }")

    def test_annotations_run_nothing(self):
        self.assertEqual({b"Main.class"}, set(self.warm("@Deprecated class Main { @SuppressWarnings(\"x\") int y; }")))

    def test_programs_cannot_reach_it(self):
        script = "for p in /proc/[0-9]*; do readlink $p/fd/3 $p/cwd $p/root; cat $p/maps $p/environ; done 2>/dev/null; ls /opt/grader; kill -9 -1; echo"
        (run,) = self.agent.run(Program(EXEC, {}, ["sh", "-c", script]))
        self.assertNotIn(b"socket:", run.out)
        self.assertNotIn(b"libjvm", run.out)

    def test_killing_it_changes_no_build(self):
        expected = self.fresh(SECOND)
        (compiler,) = self.agent.interpreters(b"WarmCompiler")
        os.kill(compiler, signal.SIGKILL)
        result, packed = self.agent.build(build(SECOND, FRESH))
        self.assertEqual((("exited", 0), expected), (result.how, unpack_artefact(packed)))
        self.await_compiler()


if __name__ == "__main__":
    unittest.main()
