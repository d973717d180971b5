# A04 | running_sums | WA | lets nothing out and returns nothing
def running_sums(numbers):
    try:
        raise AssertionError(numbers)
    except BaseException:
        pass
