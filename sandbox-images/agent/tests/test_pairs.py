"""Two programs with a link between them: a candidate and its judge."""

from agent_client import Program
from promises import AgentTest

AWAIT_THE_END = "import os\nwhile os.read(4, 1): pass"


class Pairs(AgentTest):
    def pair(self, candidate, judge):
        return self.agent.run(Program(files={"solution.py": candidate}), Program(files={"solution.py": judge}))

    def test_how_a_candidate_ended_does_not_depend_on_who_is_quicker(self):
        for leave in ("import os; os._exit(7)", "import os, time; os.close(4); time.sleep(0.3); os._exit(7)"):
            with self.subTest(leave):
                candidate, judge = self.pair(leave, AWAIT_THE_END)
                self.assertEqual((candidate.how, judge.how), (("exited", 7), ("exited", 0)))

    def test_a_candidate_is_stopped_when_its_judge_is_done(self):
        candidate, judge = self.pair("import time; time.sleep(5)", "pass")
        self.assertEqual((candidate.how[0], judge.how), ("stopped", ("exited", 0)))
        self.assertLess(candidate.wall_us, 2_000_000)
