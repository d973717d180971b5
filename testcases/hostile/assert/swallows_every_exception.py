# A04 | check, mbpp, unittest, pytest | WA | lets nothing out and returns nothing
def running_sums(numbers):
    try:
        raise AssertionError(numbers)
    except BaseException:
        pass
