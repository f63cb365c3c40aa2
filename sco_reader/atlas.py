"""Where do the states lie? Outlines of the world in kilometres, by Natural Earth, projected beforehand.

`resources/map/README.md` says which edition, how they were projected, and whose borders they are.
"""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any, Literal

from sco_reader.paths import resource

Fineness = Literal["far", "near"]
Point = tuple[float, float]

WHOLE_WORLD = 2 * 6371.0072
"""Radius, in km, of the disc that the whole Earth fills in this projection; its centre is the origin."""

_MARGIN = 0.12


@dataclass(frozen=True, slots=True)
class Shape:
    """One land of the data set; `id` is that of a state of the reference, None for all others."""

    id: str | None
    rings: tuple["array[float]", ...]
    """Closed lines as x, y, x, y …; a point inside an odd number of them lies in the land. y grows to the south."""
    heart: Point = (0.0, 0.0)
    """The point of a state that is farthest from its borders."""
    reach: float = 0.0
    """How far that is."""
    capital: Point = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the map: its middle, how wide and how high it is."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, ring: "array[float]") -> bool:
        """True where the box around `ring` reaches into the frame."""
        xs, ys = ring[0::2], ring[1::2]
        return (
            min(xs) < self.x + self.width / 2 and max(xs) > self.x - self.width / 2
            and min(ys) < self.y + self.height / 2 and max(ys) > self.y - self.height / 2
        )  # fmt: skip


@lru_cache(maxsize=2)
def shapes(fineness: Fineness) -> tuple[Shape, ...]:
    """Every land: `far` for a continent on a page (8 km), `near` for a closer look (1.6 km)."""
    topology = json.loads(resource(f"map/{fineness}.json").read_text("utf-8"))
    arcs = [_arc(steps, topology["transform"]["scale"][0]) for steps in topology["arcs"]]
    return tuple(_shape(geometry, arcs) for geometry in topology["objects"]["countries"]["geometries"])


@lru_cache(maxsize=2)
def states(fineness: Fineness = "far") -> dict[str, Shape]:
    """The states of the reference by their id."""
    return {shape.id: shape for shape in shapes(fineness) if shape.id is not None}


@lru_cache(maxsize=1)
def region() -> Frame:
    """The part of the map where the states of the reference lie: the hearts of all, and a margin."""
    hearts = [shape.heart for shape in states().values()]
    left, right = min(x for x, _ in hearts), max(x for x, _ in hearts)
    top, bottom = min(y for _, y in hearts), max(y for _, y in hearts)
    wide, high = (right - left) * (1 + 2 * _MARGIN), (bottom - top) * (1 + 2 * _MARGIN)
    return Frame((left + right) / 2, (top + bottom) / 2, wide, high)


def _arc(steps: Sequence[Sequence[int]], scale: float) -> "array[float]":
    """A line of a TopoJSON file: each point is written as its step from the one before."""
    across, down = zip(*steps, strict=True)
    arc = array("d", bytes(16 * len(steps)))
    arc[0::2] = array("d", [x * scale for x in accumulate(across)])
    arc[1::2] = array("d", [y * scale for y in accumulate(down)])
    return arc


def _shape(geometry: dict[str, Any], arcs: "list[array[float]]") -> Shape:
    rings = tuple(_ring(places, arcs) for polygon in geometry["arcs"] for places in polygon)
    said = geometry["properties"]
    if "id" not in geometry:
        return Shape(None, rings)
    return Shape(geometry["id"], rings, tuple(said["heart"]), said["reach"], tuple(said["capital"]))


def _ring(places: Sequence[int], arcs: "list[array[float]]") -> "array[float]":
    """The line that a list of arcs makes, each from where the one before ended; ~n is arc n backwards."""
    ring = array("d")
    for place in places:
        arc = arcs[place] if place >= 0 else _backwards(arcs[~place])
        ring.extend(arc[2:] if ring else arc)
    return ring


def _backwards(arc: "array[float]") -> "array[float]":
    turned = array("d", bytes(8 * len(arc)))
    turned[0::2], turned[1::2] = arc[-2::-2], arc[::-2]
    return turned
