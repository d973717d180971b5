from typing import List


def rehearsed(numbers: List[int], scale: float) -> List[float]:
    """ What the prompt of a problem looks like. """
