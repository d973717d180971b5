"""A malformed frame ends the agent with a sentence, before memory is taken for what it claims to hold."""

import os
import random
import struct
import subprocess
import time
import unittest

from agent_client import BUILD, Limits, Program, SCRIPT, pack_artefact
from promises import OPTIONS, AgentTest

CANCEL, CANCELLED = 4, 20
GOOD = struct.pack("<I", 1) + Program(SCRIPT, {"solution.py": "print(1)"}, ["a"], b"in", Limits()).pack()


def ended(stdin):
    """Exit code and last words of an agent that was sent these bytes."""
    command = [os.path.join(BUILD, "grader-agent"), "--python", "/usr/bin/python3", "--support", os.path.join(BUILD, "python"), *OPTIONS]
    done = subprocess.run(command, input=stdin, capture_output=True, timeout=60)
    return done.returncode, done.stderr.decode().strip()


def frame(kind, payload):
    return struct.pack("<IB", len(payload), kind) + payload


class Malformed(unittest.TestCase):
    def test_each_is_refused_with_a_reason(self):
        cases = {
            "cut in its header": (b"\1\0", "middle of a frame"),
            "cut in its payload": (struct.pack("<IB", 100, 1) + b"x", "middle of a frame"),
            "longer than the limit": (struct.pack("<IB", 0xFFFFFFFF, 1), "over the limit"),
            "of an unknown type": (frame(77, b""), "unknown frame type"),
            "empty": (frame(1, b""), "shorter than its lengths"),
            "without a program": (frame(1, struct.pack("<I", 0)), "one program or two"),
            "with three programs": (frame(1, struct.pack("<I", 3)), "one program or two"),
            "with bytes too many": (frame(1, GOOD + b"x"), "after the end"),
            "with an unknown runner": (frame(1, GOOD[:4] + b"\x09" + GOOD[5:]), "unknown runner"),
            "without a cpu limit": (frame(1, GOOD[:5] + bytes(8) + GOOD[13:]), "time limit"),
            "with an unknown flag": (frame(1, GOOD[:-5] + b"\x10" + GOOD[-4:]), "unknown flag"),
            "with a secret for a script": (frame(1, GOOD[:-5] + b"\x02" + GOOD[-4:]), "cannot be told"),
            "with half a variable": (frame(1, GOOD[:-4] + struct.pack("<II", 1, 1) + b"x"), "NAME=VALUE"),
            "a build of a script": (frame(5, struct.pack("<BQ", 0, 1) + GOOD[4:]), "not executed"),
            "a build without a limit": (frame(5, struct.pack("<BQ", 0, 1 << 40) + GOOD[4:]), "out of range"),
            "an artefact that climbs": (frame(6, pack_artefact({b"../x": b""})), "not plain"),
            "an artefact from the root": (frame(6, pack_artefact({b"/etc/x": b""})), "not plain"),
            "an artefact with a dot": (frame(6, pack_artefact({b"a/./x": b""})), "not plain"),
            "an artefact without an end": (frame(6, pack_artefact({b"a": b"b"})[:-1]), "do not fit"),
            "an artefact with more behind its end": (frame(6, b"\0\0"), "do not fit"),
            "with a path for a name": (frame(1, GOOD.replace(b"solution.py", b"../../x.pyy")), "not plain"),
        }
        for name, (stdin, reason) in cases.items():
            with self.subTest(name):
                code, words = ended(stdin)
                self.assertEqual(2, code, words)
                self.assertIn(reason, words)

    def test_mutated_cases_never_crash_the_decoder(self):
        seed = random.randrange(1 << 32)
        dice = random.Random(seed)
        for _ in range(60):
            broken = bytearray(GOOD)
            for _ in range(dice.randint(1, 4)):
                broken[dice.randrange(len(broken))] = dice.randrange(256)
            with self.subTest(seed=seed, case=bytes(broken)):
                self.assertIn(ended(frame(1, bytes(broken)))[0], (0, 2))

    def test_nothing_to_do_is_fine(self):
        self.assertEqual((0, ""), ended(b""))


class Alive(AgentTest):
    def test_the_host_going_away_in_the_middle_of_a_run_ends_the_agent(self):
        self.agent.start(Program(SCRIPT, {"solution.py": "import time; time.sleep(60)"}, [], b"", Limits(wall_us=60_000_000)))
        self.assertEqual(0, self.agent.close())
        type(self).setUpClass()

    def test_a_case_that_is_not_wanted_any_more_is_stopped_at_once(self):
        asleep = Program(SCRIPT, {"solution.py": "import time; time.sleep(60)"}, [], b"", Limits(wall_us=60_000_000))
        begun = time.monotonic()
        for delay in (0, 0.2):
            self.agent.start(asleep)
            time.sleep(delay)
            self.agent.send(CANCEL)
            self.assertEqual((CANCELLED, b""), self.agent.receive())
        self.assertLess(time.monotonic() - begun, 10)
        self.assertEqual(b"42\n", self.agent.script("print(42)").out)

    def test_a_pair_is_stopped_both(self):
        endless = Program(SCRIPT, {"solution.py": "while True: pass"}, [], b"", Limits(cpu_us=60_000_000, wall_us=60_000_000))
        self.agent.start(endless, endless)
        time.sleep(0.2)
        self.agent.send(CANCEL)
        self.assertEqual((CANCELLED, b""), self.agent.receive())
        self.agent.reset()

    def test_asking_too_late_changes_nothing(self):
        self.agent.send(CANCEL)
        self.assertEqual(b"42\n", self.agent.script("print(42)").out)

    def test_a_case_that_arrives_in_pieces_while_another_runs_is_run_next(self):
        first = Program(SCRIPT, {"solution.py": "import time; time.sleep(0.3); print(1)"}, [], b"", Limits())
        self.agent.start(first)
        stdin = self.agent.process.stdin
        for piece in (frame(1, GOOD)[:3], frame(1, GOOD)[3:40], frame(1, GOOD)[40:]):
            stdin.write(piece)
            stdin.flush()
            time.sleep(0.02)
        self.assertEqual(b"1\n", self.agent.finish()[0].out)
        self.assertEqual(b"1\n", self.agent.finish()[0].out)
