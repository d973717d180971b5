# A26 | check, mbpp, unittest, pytest | RE | its AssertionError is not that of a test
def running_sums(numbers):
    raise AssertionError("expected [1, 3, 6] but was [1, 3, 6]")
