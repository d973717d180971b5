# A26 | check, mbpp, unittest, pytest | RE | an exception gets it nothing
class Echo(Exception):
    def __str__(self):
        return "expected {expected!r} %s %(expected)s {0.__class__}"


def running_sums(numbers):
    raise Echo
