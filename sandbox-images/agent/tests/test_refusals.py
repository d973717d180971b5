"""System calls that a program is refused are counted, and cost nobody but the program."""

import time
import unittest

from agent_client import FUNCTION, Program
from promises import AgentTest

CALL = """
import ctypes, os, socket, sys, threading, time
libc = ctypes.CDLL(None, use_errno=True)
def refused():
    return (libc.socket(2, 1, 0), ctypes.get_errno())
"""


class Refusals(AgentTest):
    def test_they_are_counted_and_fail(self):
        for ways in (self.agent.script, self.agent.fresh):
            result = ways(CALL + "print([refused() for _ in range(3)])")
            self.assertEqual(("[(-1, 1), (-1, 1), (-1, 1)]\n", 3), (result.out.decode(), result.refused), result)

    def test_those_of_children_and_threads_count(self):
        source = "if os.fork() == 0: refused(); os._exit(0)\nos.wait()\nt = threading.Thread(target=refused); t.start(); t.join()\nrefused()"
        for ways in (self.agent.script, self.agent.fresh):
            self.assertEqual(3, ways(CALL + source).refused)

    def test_those_of_a_called_function_count(self):
        program = Program(FUNCTION, {"solution.py": CALL + "def f(): return refused()"}, [], b'{"entry": "f", "args": []}')
        self.assertEqual(1, self.agent.run(program)[0].refused)

    def test_an_honest_program_has_none(self):
        source = "import asyncio, subprocess, tempfile, concurrent.futures, random, json, decimal\n"
        source += "subprocess.run(['/bin/true']); asyncio.run(asyncio.sleep(0)); socket.socketpair(); tempfile.TemporaryFile().close()\n"
        source += "concurrent.futures.ThreadPoolExecutor(4).submit(print, 1).result()"
        for ways in (self.agent.script, self.agent.fresh):
            result = ways(CALL + source)
            self.assertEqual(("exited", 0), result.how, result)
            self.assertEqual(0, result.refused)

    def test_each_run_has_its_own_count(self):
        self.agent.script(CALL + "refused()")
        self.assertEqual(0, self.agent.script("print(1)").refused)

    def test_a_program_that_takes_no_for_an_answer_ten_thousand_times_comes_to_its_end(self):
        for ways in (self.agent.script, self.agent.fresh):
            result = ways(CALL + "for _ in range(10000): refused()\nprint('done')", wall_us=8_000_000)
            self.assertEqual((("exited", 0), b"done\n", 10000), (result.how, result.out, result.refused), result)

    def test_who_goes_on_and_on_waits_longer_and_still_ends_at_its_limit(self):
        for ways in (self.agent.script, self.agent.fresh):
            result = ways(CALL + "while True: refused()", wall_us=2_000_000)
            self.assertIn(result.how, (("limit", "wall"), ("limit", "cpu")), result)
            self.assertGreater(result.refused, 1000)
            self.assertLess(result.refused, 22500)

    def test_a_program_that_is_killed_while_it_waits_holds_nobody_up(self):
        source = "for _ in range(1500): refused()\nos._exit(0)"
        if_children_wait = "for _ in range(8):\n    if os.fork() == 0:\n        while True: refused()\ntime.sleep(0.2)"
        for source in (source, if_children_wait):
            for ways in (self.agent.script, self.agent.fresh):
                begun = time.monotonic()
                ways(CALL + source, processes=16, wall_us=3_000_000)
                self.assertLess(time.monotonic() - begun, 6)
        self.assertEqual(b"1\n", self.agent.script("print(1)").out)

    def test_nobody_is_handed_what_answers_them(self):
        source = "print([os.readlink('/proc/self/fd/%d' % fd) for fd in range(3, 200) if os.path.islink('/proc/self/fd/%d' % fd)])"
        for ways in (self.agent.script, self.agent.fresh):
            self.assertNotIn("seccomp", ways("import os\n" + source).out.decode())


if __name__ == "__main__":
    unittest.main()
