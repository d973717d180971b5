"""What the tests share: one agent per class, and words for what they expect."""

import os
import unittest

from agent_client import Agent

OPTIONS = os.environ.get("GRADER_AGENT_OPTIONS", "").split()


class AgentTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.agent = Agent(*OPTIONS)
        cls.namespaces = cls.agent.level == "namespaces"

    @classmethod
    def tearDownClass(cls):
        code = cls.agent.close()
        assert code == 0, "the agent ended with %r" % code

    def says(self, expected, source, **options):
        """The program ends well and prints this."""
        result = self.agent.script(source, **options)
        self.assertEqual((("exited", 0), expected), (result.how, result.out.decode()), result)
        return result

    def ends(self, how, source, **options):
        result = self.agent.script(source, **options)
        self.assertEqual(how, result.how, result)
        return result
