"""Runs one test of a unittest.TestCase, with the fixtures of its class and module, and raises what went wrong."""

import unittest


class _Outcomes(unittest.TestResult):
    """Keeps the first exception itself rather than its text: whose fault it is shows in the exception."""

    def __init__(self):
        super().__init__()
        self.raised = None
        self.skip_reason = None
        self.subtests_skipped = False

    def addError(self, test, err):
        self.raised = self.raised or err[1]

    addFailure = addError

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.addError(test, err)

    def addSkip(self, test, reason):
        self.skip_reason = reason

    def addExpectedFailure(self, test, err):
        pass

    def addUnexpectedSuccess(self, test):
        self.raised = self.raised or AssertionError("unexpected success")

    def addDuration(self, test, elapsed):
        pass


def run(cls, name):
    outcomes = _Outcomes()
    unittest.TestSuite([cls(name)]).run(outcomes)
    if outcomes.raised is not None:
        raise outcomes.raised
    if outcomes.skip_reason is not None:
        raise unittest.SkipTest(outcomes.skip_reason)


def tests_in(cls):
    return unittest.defaultTestLoader.getTestCaseNames(cls)
