"""What an agent finds where a container engine has been before it."""

import os
import signal
import subprocess
import time
import unittest

from agent_client import BUILD
from promises import OPTIONS

AGENT = [os.path.join(BUILD, "grader-agent"), "--python", "/usr/bin/python3", "--support", os.path.join(BUILD, "python")]
# With something mounted on a part of /proc, as engines do to hide it. An ordinary user needs to be root for that, of a
# user namespace, and must not be any more when the agent starts.
HIDE = "mount -t tmpfs none /proc/irq && exec "
AS_ROOT = ["unshare", "--mount", "sh", "-c", HIDE + '"$@"', "sh"]
AS_USER = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", HIDE + 'unshare --user --map-user=1000 --map-group=1000 "$@"', "sh"]
HIDDEN = AS_ROOT if os.geteuid() == 0 else AS_USER


def started(command):
    """Exit code, what it said on stdout and on stderr."""
    done = subprocess.run(command, input=b"", capture_output=True, timeout=60)
    return done.returncode, done.stdout, done.stderr.decode()


class InAContainer(unittest.TestCase):
    def test_namespaces_are_not_promised_where_runs_get_no_proc(self):
        code, out, words = started(HIDDEN + AGENT + ["--level", "namespaces"])
        self.assertEqual((2, b""), (code, out), words)
        self.assertIn("systempaths=unconfined", words)

    def test_where_the_best_is_asked_for_it_is_the_next_best(self):
        code, out, words = started(HIDDEN + AGENT)
        if os.geteuid() == 0:
            self.assertEqual((0, 1), (code, out[9]), words)  # HELLO says level uid
        else:
            self.assertEqual((2, b""), (code, out), words)
            self.assertIn("`uid` needs root", words)


if os.geteuid() == 0:  # only root can be the first process of a pid namespace and offer a level

    class AsTheFirstProcess(unittest.TestCase):
        def test_its_exit_code_tells_that_the_agent_was_killed(self):
            command = ["unshare", "--pid", "--fork", "--mount-proc", *AGENT, *OPTIONS]
            with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as keeper:
                self.assertEqual(b"\x08\0\0\0\x10", keeper.stdout.read(5))
                first = children(keeper.pid)[0]
                os.kill(children(first)[0], signal.SIGKILL)
                self.assertEqual(137, keeper.wait(30))


def children(pid):
    for _ in range(100):
        with open("/proc/%d/task/%d/children" % (pid, pid)) as f:
            found = [int(word) for word in f.read().split()]
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("process %d has no child" % pid)


if __name__ == "__main__":
    unittest.main()
