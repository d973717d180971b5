"""Every limit has a reporter of its own; what stopped a run is never guessed from an exit code."""

from agent_client import MIB
from promises import AgentTest


class Time(AgentTest):
    def test_a_busy_loop_ends_at_the_cpu_limit(self):
        result = self.ends(("limit", "cpu"), "while True: pass", cpu_us=300_000)
        self.assertLess(result.cpu_us, 600_000)

    def test_cpu_is_summed_over_children(self):
        source = "import os\nfor _ in range(3): os.fork()\nwhile True: pass"
        self.ends(("limit", "cpu"), source, cpu_us=400_000)

    def test_a_grandchild_that_left_the_session_is_counted(self):
        source = (
            "import os, time\n"
            "if os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        while True: pass\n    os._exit(0)\n"
            "time.sleep(30)"
        )
        self.ends(("limit", "cpu"), source, cpu_us=400_000, wall_us=10_000_000)

    def test_sleeping_ends_at_the_wall_limit(self):
        result = self.ends(("limit", "wall"), "import time; time.sleep(30)", wall_us=300_000)
        self.assertLess(result.cpu_us, 200_000)

    def test_the_right_output_and_then_a_hang_is_a_wall_limit(self):
        result = self.ends(("limit", "wall"), "import signal; print(42, flush=True); signal.pause()", wall_us=300_000)
        self.assertEqual(b"42\n", result.out)

    def test_ignoring_every_signal_does_not_help(self):
        source = "import signal\nfor s in range(1, 65):\n    try: signal.signal(s, signal.SIG_IGN)\n    except (OSError, ValueError): pass\nwhile True: pass"
        self.ends(("limit", "cpu"), source, cpu_us=300_000)

    def test_stopping_itself_is_a_wall_limit(self):
        self.ends(("limit", "wall"), "import os, signal; os.kill(os.getpid(), signal.SIGSTOP)", wall_us=300_000)

    def test_a_program_at_80_percent_of_its_cpu_limit_is_fine(self):
        self.says("done\n", "import time\nwhile time.process_time() < 0.4: pass\nprint('done')", cpu_us=600_000)


class Memory(AgentTest):
    def test_growing_step_by_step_ends_at_the_memory_limit(self):
        self.ends(("limit", "memory"), "x = []\nwhile True: x.append(bytearray(b'x' * 1_000_000))", memory=96 * MIB)

    def test_memory_is_summed_over_children(self):
        source = (
            "import os, time\n"
            "for _ in range(4):\n    if os.fork() == 0:\n        x = bytearray(b'x' * 40_000_000)\n        time.sleep(20)\n"
            "time.sleep(20)"
        )
        result = self.agent.script(source, memory=96 * MIB, wall_us=3_000_000)
        # The kernel may kill one of the children and leave the rest asleep; the run is over its limit all the same.
        self.assertIn(result.how, (("limit", "memory"), ("limit", "wall")), result)
        if result.how[1] == "wall":
            self.assertGreater(result.oom_kills, 0)

    def test_a_child_killed_for_memory_counts_even_when_the_main_process_ends_well(self):
        source = (
            "import os\n"
            "pid = os.fork()\n"
            "if pid == 0:\n    x = []\n    while True: x.append(bytearray(b'x' * 1_000_000))\n"
            "os.waitpid(pid, 0)\nprint('right answer')"
        )
        self.ends(("limit", "memory"), source, memory=96 * MIB)

    def test_files_in_dev_shm_are_memory(self):
        if not self.namespaces:
            self.assertIn(b"PermissionError", self.agent.script("open('/dev/shm/x', 'w')").err)
            return
        source = "f = open('/dev/shm/x', 'wb')\nwhile True: f.write(b'x' * 1_000_000)"
        result = self.agent.script(source, memory=32 * MIB, disk=512 * MIB, file_size=512 * MIB)
        self.assertEqual(("limit", "memory"), result.how, result)

    def test_ninety_percent_of_the_limit_is_fine(self):
        self.says("ok\n", "x = b'x' * 90_000_000\nprint('ok')", memory=100 * MIB)

    def test_reserving_without_touching_is_free(self):
        self.says("ok\n", "import mmap; m = mmap.mmap(-1, 2 << 30, mmap.MAP_PRIVATE)\nprint('ok')", memory=64 * MIB)


class Output(AgentTest):
    def test_unlimited_stdout_is_cut_and_says_so(self):
        result = self.ends(("limit", "output"), "while True: print('x' * 1000)", output=100_000)
        self.assertEqual((100_000, 1), (len(result.out), result.cut))

    def test_unlimited_stderr_is_cut_and_says_so(self):
        result = self.ends(("limit", "output"), "import sys\nwhile True: sys.stderr.write('x' * 1000)", output=100_000)
        self.assertEqual((100_000, 2), (len(result.err), result.cut))

    def test_exactly_the_limit_is_fine(self):
        self.assertEqual(100_000, len(self.says("x" * 100_000, "print('x' * 100_000, end='')", output=100_000).out))

    def test_one_byte_more_is_not(self):
        self.ends(("limit", "output"), "print('x' * 100_000)", output=100_000)


class Files(AgentTest):
    def test_the_private_file_systems_are_bounded_together(self):
        source = (
            "import os\n"
            "try:\n"
            "    for i in range(1000):\n"
            "        for d in ('.', os.environ.get('TMPDIR', '/tmp')):\n"
            "            with open('%s/%d' % (d, i), 'wb') as f: f.write(b'x' * 4_000_000)\n"
            "except OSError as e: print(e.errno)\n"
            "import time; time.sleep(2)"
        )
        result = self.agent.script(source, disk=20 * MIB, memory=256 * MIB, wall_us=5_000_000)
        if self.namespaces:
            self.assertEqual((("exited", 0), b"28\n"), (result.how, result.out), result)
        else:
            self.assertEqual(("limit", "output"), result.how, result)

    def test_a_file_cannot_grow_beyond_its_limit(self):
        source = (
            "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
            "f = open('big', 'wb')\ntry: f.seek(3 << 20); f.write(b'x'); f.flush()\nexcept OSError as e: print(e.errno)\n"
        )
        self.assertEqual(b"27\n", self.agent.script(source, file_size=1 * MIB).out)

    def test_the_number_of_files_is_bounded(self):
        if not self.namespaces:
            return  # bounded there by the size of what 20,000 names take, see the first test
        source = "try:\n    for i in range(1_000_000): open('f%d' % i, 'w').close()\nexcept OSError as e: print(e.errno)"
        self.says("28\n", source, disk=4 * MIB, cpu_us=5_000_000)

    def test_open_files_are_bounded(self):
        self.says("24\n", "x = []\ntry:\n    while True: x.append(open('/dev/null'))\nexcept OSError as e: print(e.errno)", open_files=32)

    def test_no_core_is_dumped(self):
        self.assertEqual(b"", self.agent.script("import os, resource; assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)").err)


class Processes(AgentTest):
    def test_a_fork_bomb_is_contained(self):
        source = "import os, time\ntry:\n    while True: os.fork()\nexcept OSError:\n    time.sleep(30)"
        result = self.agent.script(source, processes=20, wall_us=1_000_000)
        self.assertEqual("limit", result.ending, result)
        self.says("next\n", "print('next')")

    def test_a_fork_bomb_of_session_leaders_is_contained(self):
        source = "import os\nwhile True:\n    try:\n        if os.fork() == 0: os.setsid()\n    except OSError: pass"
        self.assertEqual("limit", self.agent.script(source, processes=20, wall_us=1_000_000, cpu_us=500_000).ending)
        self.says("next\n", "print('next')")

    def test_threads_are_processes(self):
        source = (
            "import threading, time\n"
            "n = 0\n"
            "try:\n    while n < 1000:\n        threading.Thread(target=time.sleep, args=(0.2,), daemon=True).start(); n += 1\n"
            "except RuntimeError: print(n < 100)"
        )
        self.says("True\n", source, processes=30)

    def test_a_thread_pool_works(self):
        self.says("45\n", "from concurrent.futures import ThreadPoolExecutor as P\nwith P(4) as p: print(sum(p.map(int, range(10))))")
