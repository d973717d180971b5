# A34 | running_sums | WA | nor do 10 MB in one string
def running_sums(numbers):
    return "[" * (10 << 20)
