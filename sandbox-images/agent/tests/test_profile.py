"""The seccomp profile of the containers, and the user ids that a host can choose for them."""

import json
import os
import subprocess
import unittest

from agent_client import BUILD, Agent
from promises import OPTIONS

AGENT = os.path.join(BUILD, "grader-agent")

# What the agent makes its walls of (box.c, root.c, init.c): without these there is no level `namespaces`.
NEEDED = {"unshare", "setns", "clone", "mount", "umount2", "pivot_root", "open_tree", "move_mount", "mount_setattr", "sethostname", "seccomp"}

# As in box.c: far from what systems hand out, or below 65536 where there are no more ids.
FIRST_UIDS = (2100000000, 60000)


def uid_of_child(pid):
    """Of the agent that this keeper keeps, as seen from outside of its namespaces."""
    with open("/proc/%d/task/%d/children" % (pid, pid)) as children:
        child = children.read().split()[0]
    with open("/proc/%s/status" % child) as status:
        return next(int(line.split()[1]) for line in status if line.startswith("Uid:"))


class Profile(unittest.TestCase):
    def setUp(self):
        self.profile = json.loads(subprocess.check_output([AGENT, "--print-seccomp-profile"]))

    def refused(self):
        return {name for rule in self.profile["syscalls"] if "args" not in rule for name in rule["names"]}

    def test_it_refuses_what_nobody_needs(self):
        self.assertEqual("SCMP_ACT_ALLOW", self.profile["defaultAction"])
        self.assertTrue({"ptrace", "bpf", "io_uring_setup", "userfaultfd", "keyctl", "socket", "kexec_load", "init_module", "clone3"} <= self.refused())

    def test_it_leaves_the_agent_what_it_needs(self):
        self.assertEqual(set(), NEEDED & self.refused())

    def test_every_rule_is_a_refusal(self):
        for rule in self.profile["syscalls"]:
            if rule["action"] == "SCMP_ACT_TRACE":
                self.assertNotIn("ptrace", rule["names"])  # with a tracer they would not be refused
            else:
                self.assertEqual("SCMP_ACT_ERRNO", rule["action"], rule)
                self.assertGreater(rule["errnoRet"], 0, rule)


class Slots(unittest.TestCase):
    def test_the_host_can_choose_one(self):
        with Agent(*OPTIONS, "--slot", "777") as agent:
            if agent.level == "uid":
                self.assertIn(int(agent.script("import os; print(os.getuid())").out), [first + 4 * 777 + 1 for first in FIRST_UIDS])
            elif agent.same_uid:
                self.assertEqual(os.getuid(), uid_of_child(agent.process.pid))
            else:
                self.assertIn(uid_of_child(agent.process.pid), [first + 4 * 777 for first in FIRST_UIDS])

    def test_one_that_there_is_not_is_refused(self):
        for slot in ("-1", "1024", "x", ""):
            done = subprocess.run([AGENT, "--python", "/usr/bin/python3", "--support", "/", "--slot", slot], capture_output=True, text=True)
            self.assertEqual(2, done.returncode, done.stderr)
