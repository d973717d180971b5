"""Control groups that go, files that stay in them, and processes that never came to be a program's: nobody's fault, nor left behind."""

import os
import subprocess
import unittest

from agent_client import EXEC, MIB, Agent, Limits, Program
from promises import OPTIONS
from storm import COMMAND, children

RUNS = 40
READ = "with open(%r, 'rb') as f:\n    while f.read(1 << 20): pass"
FILL = "x = bytearray(%d)\nfor i in range(0, len(x), 4096): x[i] = 1"


def groups(agent):
    """Of its lanes, wherever they are mounted."""
    name = "grader-%d-" % agent.process.pid
    return sorted(os.path.join(top, one) for top, names, _ in os.walk("/sys/fs/cgroup") for one in names if one.startswith(name))


class Groups(unittest.TestCase):
    def test_a_box_whose_group_was_removed_runs_nothing_and_says_so(self):
        with Agent(*OPTIONS) as agent:
            self.assertEqual(b"6\n", agent.script("print(6)").out)
            if not (mine := [group for group in groups(agent) if group.endswith("-1")]):
                return  # no control groups to be had
            for group in mine:
                os.rmdir(group)  # of the judge's lane: nothing was in it yet
            agent.start(Program(files={"solution.py": "print(6)"}))
            self.assertEqual(2, agent.process.wait(20))

    if os.geteuid() == 0:  # makes a pid namespace without a user namespace

        def test_an_agent_in_another_pid_namespace_takes_nobodys_group_for_left_behind(self):
            with Agent(*OPTIONS) as agent:
                before = groups(agent)
                other = ["unshare", "--pid", "--fork", "--mount-proc", *COMMAND]
                subprocess.run(other, input=b"", stdout=subprocess.DEVNULL, timeout=60, check=True)
                self.assertEqual(before, groups(agent))

    def test_files_that_a_run_has_read_are_neither_room_nor_use_of_the_next(self):
        compiler = subprocess.run(["gcc", "-print-prog-name=cc1"], capture_output=True, text=True, check=True).stdout.strip()
        half = os.path.getsize(compiler) // 2

        def read(agent):
            with open(compiler, "rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            self.assertEqual(("exited", 0), agent.fresh(READ % compiler, memory=256 * MIB).how)

        with Agent(*OPTIONS) as agent:
            agent.script("pass")
            read(agent)
            self.assertLess(agent.fresh("pass", memory=256 * MIB).memory, 16 * MIB + half)
            read(agent)
            for interpreter in children(children(agent.process.pid)[0]):
                os.kill(int(interpreter), 9)  # its successor finds in the group what was read
            for ways in (agent.script, agent.fresh):
                self.assertEqual(("limit", "memory"), ways(FILL % (64 * MIB + half), memory=64 * MIB).how)

    def test_what_was_killed_before_it_was_a_program_is_buried(self):
        with Agent(*OPTIONS) as agent:
            for _ in range(RUNS):
                agent.run(Program(EXEC, {}, ["/bin/true"], limits=Limits(wall_us=1)))
            agent.reset()
            self.assertLess(len(children(children(agent.process.pid)[0])), RUNS // 4)


if __name__ == "__main__":
    unittest.main()
