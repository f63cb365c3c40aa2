"""A row of the bench, and fair timing: ours and the baseline take turns, the median counts."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple


class Row(NamedTuple):
    """Seconds of ours and of the baseline; the ratio is that of the medians."""

    name: str
    ours: float
    baseline: float
    ratio: float


def compare(name: str, ours: Callable[[], object], baseline: Callable[[], object], *, times: int = 15) -> Row:
    taken: tuple[list[float], list[float]] = ([], [])
    for work in (ours, baseline):
        work()
    for _ in range(times):
        for place, work in enumerate((ours, baseline)):
            start = time.perf_counter()
            work()
            taken[place].append(time.perf_counter() - start)
    mine, theirs = (statistics.median(each) for each in taken)
    return Row(name, mine, theirs, mine / theirs)
