"""Where does each name go on a map, so that it covers no other name, no mark, and no land that is not its own?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from math import cos, hypot, pi, sin
from typing import NamedTuple

Point = tuple[float, float]


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

    def wider(self, by: float) -> "Box":
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def nearest(self, x: float, y: float) -> Point:
        """Its point that is nearest to x, y."""
        return min(max(x, self.x), self.x + self.width), min(max(y, self.y), self.y + self.height)


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
    """Left out where its mark touches the mark of a name before it; never led away from it."""
    anywhere: bool = False
    """Not left out while a line can lead to it, from the land of another too."""


Strange = Callable[[str, Box], float]
"""The share of a box, for the name of that key, that lies on the land of others."""

_GAP = 2.0
_LITTLE = 0.18
"""So much of a name may lie on the land of others: borders are not straight."""
_BETWEEN = 0.3
_ACROSS, _DOWN = 7, (0.35, 0.65)
_DIRECTIONS = 20
_FAR, _FARTHEST = 1.6, 6.0
"""How far a line may lead, in heights of a name; the second where a name is not to be left out."""


def place(wanted: Sequence[Wanted], within: Box, strange: Strange | None = None) -> dict[str, Box]:
    """A box for each name that finds one, the first come first; the others are left out, never cut or shrunk.

    A name stands below its mark, or else above it or beside it. Marks stay free, those of names left out too. Where
    `strange` tells whose the ground is, a name lies on its own land or on water; failing that a line leads to it
    (`line_to`).
    """
    marks = [Box(one.x - one.mark / 2, one.y - one.mark / 2, one.mark, one.mark) for one in wanted]
    found: dict[str, Box] = {}
    stand: list[Box] = []

    def others(number: int, clear: float) -> list[Box]:
        """What is in the way of a name: `clear` keeps it off the marks of others, whose it would seem to be."""
        one = wanted[number]
        reach = Box(one.x, one.y, 0, 0).wider(one.mark + one.width + _FARTHEST * one.height)
        free = [mark.wider(clear) for at, mark in enumerate(marks) if at != number]
        return [box for box in (*free, *stand) if box.meets(reach)]

    def put(number: int, *, led: bool) -> None:
        one = wanted[number]
        if one.key in found or (one.yields and any(marks[number].meets(mark) for mark in marks[:number])):
            return
        clear = 0.0 if strange is None or one.yields else 3 * _GAP
        if not led:
            box = _near(one, [marks[number], *others(number, clear)], within, strange)
        elif strange is not None and not one.yields:
            box = _led(one, others(number, clear), within, strange)
            if box is None and one.anywhere:
                box = _led(one, others(number, 0), within, strange)
        else:
            return
        if box is not None:
            found[one.key] = box
            stand.extend((box, *_along(one, box)))

    for group in (True, False):
        for led in (False, True):
            for number, one in enumerate(wanted):
                if one.anywhere == group:
                    put(number, led=led)
    return found


def strange_share(box: Box, is_strange: Callable[[float, float], bool]) -> float:
    """The share of `box` that lies on strange ground, asked at points across two lines of it."""
    points = [(box.x + (step + 0.5) / _ACROSS * box.width, box.y + share * box.height)
              for share in _DOWN for step in range(_ACROSS)]  # fmt: skip
    return sum(is_strange(x, y) for x, y in points) / len(points)


def line_to(one: Wanted, box: Box) -> tuple[Point, Point] | None:
    """From the edge of the mark to a name that stands apart from it; None where it stands at the mark."""
    x, y = box.nearest(one.x, one.y)
    far = hypot(x - one.x, y - one.y)
    if far <= one.mark * 0.75 + 2 * _GAP:
        return None
    start = one.mark / 2 / far
    return (one.x + (x - one.x) * start, one.y + (y - one.y) * start), (x, y)


def apart(marks: Mapping[str, Point], width: Mapping[str, float], firm: Callable[[str], bool]) -> dict[str, Point]:
    """The places of `marks`, those that touched each other moved from each other; what is `firm` stays."""
    at = dict(marks)
    for _ in range(8):
        for one, other in combinations(at, 2):
            across, down = at[other][0] - at[one][0], at[other][1] - at[one][1]
            far, least = hypot(across, down), (width[one] + width[other]) / 2
            if far >= least or (firm(one) and firm(other)):
                continue
            across, down = (across / far, down / far) if far else (0.0, 1.0)
            gives = 0.0 if firm(one) else 1.0 if firm(other) else 0.5
            push = least - far
            at[one] = at[one][0] - across * push * gives, at[one][1] - down * push * gives
            at[other] = at[other][0] + across * push * (1 - gives), at[other][1] + down * push * (1 - gives)
    return at


def _near(one: Wanted, taken: Sequence[Box], within: Box, strange: Strange | None) -> Box | None:
    for box in _places(one):
        if not box.lies_in(within) or any(box.meets(other) for other in taken):
            continue
        if strange is None or one.yields or (_is_reached(one, box, strange) and strange(one.key, box) <= _LITTLE):
            return box
    return None


def _led(one: Wanted, others: Sequence[Box], within: Box, strange: Strange) -> Box | None:
    """The place at the end of a line that is nearest, and least on the land of others."""
    best, least = None, float("inf")
    for box, away in _farther(one):
        if away >= least:
            break
        wider = box.wider(_GAP)
        if not box.lies_in(within) or any(wider.meets(other) for other in others):
            continue
        line = line_to(one, box)
        if line is None:
            continue
        share = strange(one.key, box)
        cost = away + 3 * one.height * share
        if cost >= least or (share > _LITTLE and not one.anywhere):
            continue
        if not any(_crosses(line, other) for other in others):
            best, least = box, cost
    return best


def _is_reached(one: Wanted, box: Box, strange: Strange) -> bool:
    """Whether no land of others lies between the mark and the name: a coast beyond the border is not one's own."""
    x, y = box.nearest(one.x, one.y)
    between = Box(min(x, one.x), min(y, one.y), abs(x - one.x), abs(y - one.y))
    return strange(one.key, between) <= _BETWEEN


def _crosses(line: tuple[Point, Point], box: Box) -> bool:
    """Whether a line runs through a box."""
    (x, y), (to_x, to_y) = line
    enters, leaves = 0.0, 1.0
    for start, step, low, high in (
        (x, to_x - x, box.x, box.x + box.width), (y, to_y - y, box.y, box.y + box.height),
    ):  # fmt: skip
        if not step:
            if not low < start < high:
                return False
            continue
        one, other = sorted(((low - start) / step, (high - start) / step))
        enters, leaves = max(enters, one), min(leaves, other)
    return enters < leaves


def _along(one: Wanted, box: Box) -> list[Box]:
    """The line to a name, as small boxes that nothing else may cover."""
    line = line_to(one, box)
    if line is None:
        return []
    (x, y), (to_x, to_y) = line
    steps = int(hypot(to_x - x, to_y - y) / _GAP)
    share = 1 / max(steps, 1)
    return [Box(x + (to_x - x) * n * share - 0.5, y + (to_y - y) * n * share - 0.5, 1, 1) for n in range(steps)]


def _places(one: Wanted) -> list[Box]:
    away = one.mark / 2 + _GAP
    centre, middle = one.x - one.width / 2, one.y - one.height / 2
    right, left = one.x + away, one.x - away - one.width
    below, above = one.y + away, one.y - away - one.height
    corners = [(right, below), (right, above), (left, below), (left, above)]
    sides = [(centre, below), (centre, above), (right, middle), (left, middle)]
    aside, along = one.width / 8, one.height / 3
    between = [(centre + n * aside, y) for y in (below, above) for n in (1, -1, 2, -2, 3, -3)]
    between += [(x, middle + side) for x in (right, left) for side in (along, -along)]
    return [Box(x, y, one.width, one.height) for x, y in (*sides, *between, *corners)]


def _farther(one: Wanted) -> Iterator[tuple[Box, float]]:
    """Boxes around the mark, from near to far, and how far each is from it."""
    reach, step = one.mark / 2 + 5 * _GAP, one.height / 3
    for ring in range(int((_FARTHEST if one.anywhere else _FAR) * 3)):
        away = reach + ring * step
        for number in range(_DIRECTIONS):
            angle = 2 * pi * number / _DIRECTIONS
            x = one.x + cos(angle) * (one.width / 2 + away)
            y = one.y + sin(angle) * (one.height / 2 + away)
            yield Box(x - one.width / 2, y - one.height / 2, one.width, one.height), away
