# A34 | check, mbpp, unittest, pytest | WA | 200 000 lists in each other bring nobody down
def running_sums(numbers):
    nested = []
    for _ in range(200_000):
        nested = [nested]
    return nested
