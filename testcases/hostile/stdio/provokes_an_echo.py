# A26 | * | RE | an exception gets it nothing
raise AssertionError("expected {expected!r} %s %(expected)s")
