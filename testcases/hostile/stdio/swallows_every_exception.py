# A04 | * | WA | lets nothing out and prints nothing
try:
    raise AssertionError
except BaseException:
    pass
