from typing import List


def rehearsed(numbers: List[int], scale: float) -> List[float]:
    return [number * scale for number in numbers]
