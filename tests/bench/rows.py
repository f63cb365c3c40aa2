"""A row of the bench, and fair timing: ours and the baseline take turns, the median counts."""

import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """Medians of ours and of the baseline, in `unit`; the ratio is that of the medians, `p95` that of ours."""

    name: str
    ours: float
    baseline: float
    p95: float
    unit: str = "ms"

    def __str__(self) -> str:
        ratio = self.ours / self.baseline
        return f"{self.name:66} {self.ours:8.1f} {self.p95:8.1f} {self.baseline:9.2f} {self.unit} {ratio:7.2f}"


HEADINGS = f"{'name':66} {'ours':>8} {'p95':>8} {'baseline':>9}    {'ratio':>7}"


def row(name: str, ours: Sequence[float], baseline: Sequence[float]) -> Row:
    """The row of two lists of seconds."""
    ordered = sorted(ours)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return Row(name, statistics.median(ours) * 1000, statistics.median(baseline) * 1000, p95 * 1000)


def compare(name: str, ours: Callable[[], object], baseline: Callable[[], object], *, times: int = 15) -> Row:
    taken: tuple[list[float], list[float]] = ([], [])
    for work in (ours, baseline):
        work()
    for _ in range(times):
        for place, work in enumerate((ours, baseline)):
            start = time.perf_counter()
            work()
            taken[place].append(time.perf_counter() - start)
    return row(name, *taken)
