"""Where does each name go on a map, so that no name covers another or a mark?"""

from collections.abc import Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """Left, top, width and height, in the units of whoever asks."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        return (
            self.x < other.x + other.width and other.x < self.x + self.width
            and self.y < other.y + other.height and other.y < self.y + self.height
        )  # fmt: skip

    def lies_in(self, other: "Box") -> bool:
        return (
            self.x >= other.x and self.y >= other.y and self.x + self.width <= other.x + other.width
            and self.y + self.height <= other.y + other.height
        )  # fmt: skip


class Wanted(NamedTuple):
    """A name that wants a place at its mark."""

    key: str
    x: float
    y: float
    mark: float
    """Width and height of the mark, which stands at x, y."""
    width: float
    height: float
    yields: bool = False
    """Left out where its mark touches the mark of a name before it."""


_GAP = 2.0


def place(wanted: Sequence[Wanted], within: Box) -> dict[str, Box]:
    """A box for each name that finds one, the first come first; the others are left out, never cut or shrunk.

    A name stands below its mark, or else above it or beside it. Marks stay free, those of names left out too.
    """
    taken = [Box(one.x - one.mark / 2, one.y - one.mark / 2, one.mark, one.mark) for one in wanted]
    found: dict[str, Box] = {}
    for number, one in enumerate(wanted):
        if one.yields and any(taken[number].meets(other) for other in taken[:number]):
            continue
        for box in _places(one):
            if box.lies_in(within) and not any(box.meets(other) for other in taken):
                found[one.key] = box
                taken.append(box)
                break
    return found


def _places(one: Wanted) -> list[Box]:
    away = one.mark / 2 + _GAP
    centre, middle = one.x - one.width / 2, one.y - one.height / 2
    right, left = one.x + away, one.x - away - one.width
    below, above = one.y + away, one.y - away - one.height
    corners = [(right, below), (right, above), (left, below), (left, above)]
    sides = [(centre, below), (centre, above), (right, middle), (left, middle)]
    return [Box(x, y, one.width, one.height) for x, y in (*sides, *corners)]
