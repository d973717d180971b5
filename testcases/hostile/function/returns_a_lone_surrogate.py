# A33 | running_sums | WA | half a character is no answer
def running_sums(numbers):
    return ["\ud800"] * len(numbers)
