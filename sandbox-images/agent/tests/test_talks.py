"""A candidate and an interactor: each reads what the other one writes."""

from dataclasses import replace

from agent_client import EXEC, SCRIPT, Agent, Limits, Program
from promises import OPTIONS, AgentTest

PYTHON = "/usr/bin/python3"
ASK = "import sys\nprint(20, flush=True)\n"
ANSWER = "n = int(input())\nprint(n + 1, flush=True)\n"
# Hears an answer, tells what it thinks of it on the report, and exits with that.
CHECK = ASK + "said = input()\nopen(3, 'w').write('heard ' + said)\nsys.exit(42 if said == '21' else 43)\n"


class Talks(AgentTest):
    def talk(self, candidate, interactor, **limits):
        return self.agent.run(
            Program(SCRIPT, {"solution.py": candidate}, limits=replace(Limits(), **limits)),
            Program(EXEC, {"interactor.py": interactor}, [PYTHON, "interactor.py"], tells=True, talks=True),
        )

    def test_each_reads_what_the_other_writes(self):
        candidate, interactor = self.talk(ANSWER, CHECK)
        self.assertEqual((candidate.how, interactor.how), (("exited", 0), ("exited", 42)))
        self.assertEqual(interactor.report, b"heard 21")

    def test_an_executed_candidate_talks_as_well(self):
        candidate, interactor = self.agent.run(
            Program(EXEC, {"solution.py": ANSWER}, [PYTHON, "solution.py"]),
            Program(EXEC, {"interactor.py": CHECK}, [PYTHON, "interactor.py"], tells=True, talks=True),
        )
        self.assertEqual((candidate.how, interactor.how), (("exited", 0), ("exited", 42)))

    def test_a_candidate_is_stopped_when_the_interactor_rejects_it(self):
        candidate, interactor = self.talk("input()\nprint(7, flush=True)\nimport time; time.sleep(4)", CHECK)
        self.assertEqual((candidate.how[0], interactor.how), ("stopped", ("exited", 43)))

    def test_breaking_because_the_interactor_has_left_is_not_an_error_of_the_candidate(self):
        leave = ASK + "import os\ninput()\nos.close(1)\nimport time; time.sleep(0.3)\nos._exit(43)"
        candidate, interactor = self.talk("input()\nprint(7, flush=True)\ninput()", leave)
        self.assertEqual((candidate.how[0], interactor.how), ("stopped", ("exited", 43)))

    def test_a_candidate_that_breaks_first_has_broken_however_the_interactor_ends(self):
        candidate, interactor = self.talk("input()\nimport os; os._exit(7)", ASK + "try: input()\nexcept EOFError: sys.exit(43)")
        self.assertEqual((candidate.how, interactor.how), (("exited", 7), ("exited", 43)))

    def test_a_candidate_that_was_accepted_has_to_end_well_by_itself(self):
        candidate, _ = self.talk(ANSWER + "import time; time.sleep(0.3)\nimport os; os._exit(7)", CHECK)
        self.assertEqual(candidate.how, ("exited", 7))
        candidate, _ = self.talk(ANSWER + "while True: pass", CHECK, cpu_us=300_000)
        self.assertEqual(candidate.how, ("limit", "cpu"))

    def test_a_candidate_that_was_accepted_may_go_on_writing(self):
        more = ANSWER + "import time; time.sleep(0.3)\nfor i in range(100): print('x' * 5000)\n"
        candidate, interactor = self.talk(more, CHECK)
        self.assertEqual((candidate.how, interactor.how), (("exited", 0), ("exited", 42)))

    def test_two_that_wait_for_each_other_end_at_the_wall_limit_of_the_candidate(self):
        candidate, interactor = self.talk("input()", "input()", wall_us=400_000)
        self.assertEqual((candidate.how, interactor.how[0]), (("limit", "wall"), "stopped"))

    def test_only_the_second_program_may_be_an_interactor(self):
        with Agent(*OPTIONS) as agent, self.assertRaises(EOFError):
            agent.run(Program(EXEC, {}, ["/bin/true"], talks=True))
