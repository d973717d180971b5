# A33 | check, mbpp, unittest, pytest | WA | half a character is no answer
def running_sums(numbers):
    return ["\ud800"] * len(numbers)
