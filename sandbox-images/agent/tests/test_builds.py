"""Builds: what they leave reaches the runs of the job, read-only, and nothing else does."""

import os
import unittest

from agent_client import EXEC, MIB, Limits, Program, pack_artefact, unpack_artefact
from promises import AgentTest


def shell(script, files=None, **options):
    return Program(EXEC, files or {}, ["sh", "-c", script], options.pop("stdin", b""), Limits(**options))


class Builds(AgentTest):
    def setUp(self):
        self.addCleanup(self.agent.reset)

    def built(self, script, files=None, **options):
        result, packed = self.agent.build(shell(script, files), **options)
        self.assertEqual(("exited", 0), result.how, result)
        return unpack_artefact(packed)

    def test_what_it_makes_runs_in_the_cases_that_follow(self):
        files = {"in.c": '#include <stdio.h>\nint main(void) { puts("made"); return 3; }\n'}
        result, packed = self.agent.build(shell("gcc -o solution in.c", files, cpu_us=20_000_000, wall_us=30_000_000))
        self.assertEqual(("exited", 0), result.how, result)
        self.agent.artefact(packed)
        for _ in range(2):
            (run,) = self.agent.run(Program(EXEC, {}, ["./solution"]))
            self.assertEqual((("exited", 3), b"made\n"), (run.how, run.out), run)

    def test_sources_stay_behind_unless_they_are_wanted(self):
        files = {"a.txt": "a"}
        self.assertEqual({b"b.txt"}, set(self.built("cp a.txt b.txt", files)))
        self.assertEqual({b"a.txt", b"b.txt"}, set(self.built("cp a.txt b.txt", files, keep_sources=True)))

    def test_only_regular_files_are_taken(self):
        script = "mkdir -p d/e; echo x > d/e/f; chmod +x d/e/f; mkfifo pipe; ln -s /etc/passwd link; ln -s / root; mkdir empty"
        self.assertEqual({b"d/e/f": (b"x\n", True)}, self.built(script))

    def test_a_failed_one_leaves_its_words_and_nothing_else(self):
        result, packed = self.agent.build(shell("echo made > out; echo words >&2; exit 1"))
        self.assertEqual((("exited", 1), b"words\n", b""), (result.how, result.err, packed))

    def test_a_result_over_its_limit_is_over_a_limit(self):
        for script in ("head -c 3000000 /dev/zero > big", "truncate -s 900M sparse", "mkdir -p $(printf 'd/%.0s' $(seq 1 40)); touch $(printf 'd/%.0s' $(seq 1 40))f"):
            result, packed = self.agent.build(shell(script, file_size=1 << 30), limit=1 * MIB)
            self.assertEqual((("limit", "output"), b""), (result.how, packed), script)

    def test_an_endless_one_is_stopped(self):
        result, packed = self.agent.build(shell("while :; do :; done", cpu_us=300_000))
        self.assertEqual((("limit", "cpu"), b""), (result.how, packed))

    def test_processes_it_leaves_behind_change_nothing(self):
        made = self.built("(while :; do echo late >> out; done) & sleep 0.1; echo x > kept")
        self.assertIn(b"kept", made)
        result, _ = self.agent.build(shell("ls"))
        self.assertEqual(b"", result.out)

    def test_nobody_can_change_an_artefact(self):
        self.agent.artefact(pack_artefact({b"data": b"good\n", b"sub/more": b"good\n"}))
        script = "echo evil > data; echo evil > sub/more; rm -f data sub/more; mv sub elsewhere; T=$(readlink -f data); echo evil > $T; rm -rf sub data; chmod 777 $T; true"
        self.agent.run(shell(script))
        (run,) = self.agent.run(shell("cat data sub/more"))
        self.assertEqual((("exited", 0), b"good\ngood\n"), (run.how, run.out), run)

    def test_the_working_directory_is_writable_all_the_same(self):
        self.agent.artefact(pack_artefact({b"data": b"x"}))
        (run,) = self.agent.run(shell("echo y > new && cat new data"))
        self.assertEqual(b"y\nx", run.out, run)

    def test_a_reset_forgets_it(self):
        self.agent.artefact(pack_artefact({b"data": b"x"}))
        self.agent.reset()
        (run,) = self.agent.run(shell("ls -a /artefact; ls"))
        self.assertEqual(b"", run.out.replace(b".\n", b"").replace(b"..\n", b"").replace(b".", b""), run)

    def test_the_next_one_replaces_it(self):
        self.agent.artefact(pack_artefact({b"old": b""}))
        self.agent.artefact(pack_artefact({b"new": (b"#!/bin/sh\necho new\n", True)}))
        (run,) = self.agent.run(shell("./new; ls"))
        self.assertEqual(b"new\nnew\n", run.out, run)

    def test_a_hard_link_to_a_foreign_file_is_not_followed(self):
        self.assertNotIn(b"shadow", self.built("ln /etc/passwd shadow || ln /etc/localtime shadow || true"))


class Telling(AgentTest):
    def tell(self, script):
        program = shell(script, stdin=b"secret")
        program.tells = True
        (run,) = self.agent.run(program)
        return run

    def test_a_secret_is_read_once(self):
        run = self.tell("read -r a; read -r b < /dev/stdin; echo $a-$b")
        self.assertEqual(b"secret-\n", run.out, run)

    def test_what_is_said_on_descriptor_3_is_the_report(self):
        run = self.tell("cat >&3; echo out")
        self.assertEqual((b"secret", b"out\n"), (run.report, run.out), run)

    def test_it_is_in_no_other_place(self):
        run = self.tell("cat /proc/self/environ /proc/self/cmdline; ls -R .")
        self.assertNotIn(b"secret", run.out)


class Reporting(AgentTest):
    def test_input_of_any_length_comes_in_and_descriptor_3_is_the_report(self):
        program = shell("wc -c >&3; echo out", stdin=b"x" * 100_000)
        program.reports = True
        (run,) = self.agent.run(program)
        self.assertEqual((b"100000\n", b"out\n"), (run.report, run.out), run)

    def test_without_it_there_is_no_descriptor_3(self):
        (run,) = self.agent.run(shell("(echo report >&3) 2> /dev/null || echo none"))
        self.assertEqual((b"none\n", b""), (run.out, run.report), run)


class Surroundings(AgentTest):
    def test_variables_replace_the_usual_ones(self):
        program = shell("echo $LANG $MORE")
        program.env = ["LANG=C", "MORE=x=y"]
        self.assertEqual(b"C x=y\n", self.agent.run(program)[0].out)

    def test_without_the_fence_address_space_has_no_limit(self):
        program = shell("ulimit -v")
        program.fence = False
        self.assertEqual(b"unlimited\n", self.agent.run(program)[0].out)
        self.assertNotEqual(b"unlimited\n", self.agent.run(shell("ulimit -v"))[0].out)

    def test_what_was_prepared_is_named_by_a_word(self):
        self.assertTrue(self.agent.run(Program(EXEC, {}, ["echo", "a{prepared}/x"]))[0].out.endswith(b"/x\n"))


if __name__ == "__main__":
    unittest.main()
