METADATA = {"author": "nobody"}


def check(candidate):
    assert candidate([1, 2, 3], 2.0) == [2.0, 4.0, 6.0]
    assert candidate([], 1.0) == [], "empty"
    assert abs(candidate([5], 0.1)[0] - 0.5) < 1e-9
    for size in range(8):
        assert len(candidate(list(range(size)), 1.5)) == size


check(rehearsed)
