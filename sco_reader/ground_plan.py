"""Whose land is it at a point of the printed map? A coarse plan, filled line by line, that names ask."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sco_reader.labels import Box, Point, strange_share


class GroundPlan:
    """Cells of a millimetre: the id of a state, "" for land without one, None for water."""

    def __init__(self, width: float, height: float) -> None:
        self._wide, self._high = int(width), int(height)
        self._rows: list[list[str | None]] = [[None] * self._wide for _ in range(self._high)]

    def fill(self, owner: str, rings: Iterable[Sequence[Point]]) -> None:
        """Give `owner` the cells within `rings`, holes left out (even-odd rule); points in millimetres."""
        closed = [(*ring, ring[0]) for ring in rings if ring]
        heights = [point[1] for ring in closed for point in ring] or [0.0]
        for row in range(max(int(min(heights)), 0), min(int(max(heights)) + 1, self._high)):
            level = row + 0.5
            crossed = sorted(
                one[0] + (level - one[1]) / (other[1] - one[1]) * (other[0] - one[0])
                for ring in closed
                for one, other in pairwise(ring)
                if (one[1] <= level) != (other[1] <= level)
            )
            for enters, leaves in zip(crossed[0::2], crossed[1::2], strict=True):
                for cell in range(max(round(enters), 0), min(round(leaves), self._wide)):
                    self._rows[row][cell] = owner

    def strange(self, key: str, box: Box) -> float:
        """The share of `box` on land that is not that of the state `key` (`kz`, `capital:kz`)."""
        own = key.rpartition(":")[2]

        def is_strange(x: float, y: float) -> bool:
            return 0 <= x < self._wide and 0 <= y < self._high and self._rows[int(y)][int(x)] not in (None, own)

        return strange_share(box, is_strange)
