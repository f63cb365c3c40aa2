"""The ways that the reader came, one a tab: back, forward, and where the window stands."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

_LONGEST = 200


View = Literal["card", "timeline", "matrix", "notes", "map", "tables", "sheet"]


class Place(NamedTuple):
    """A view and the entity that it shows or rests on."""

    view: View
    id: str


class _Way:
    """A line of places; going somewhere new drops what lay ahead."""

    def __init__(self, start: Place) -> None:
        self.places = [start]
        self.now = 0

    @property
    def here(self) -> Place:
        return self.places[self.now]


class History:
    """One way a tab, and the tab in front; what is asked of it is asked of that one."""

    def __init__(self, start: Place) -> None:
        self._ways = [_Way(start)]
        self._front = 0

    @property
    def here(self) -> Place:
        return self._way.here

    @property
    def _way(self) -> _Way:
        return self._ways[self._front]

    @property
    def can_go_back(self) -> bool:
        return self._way.now > 0

    @property
    def can_go_forward(self) -> bool:
        return self._way.now + 1 < len(self._way.places)

    def go_to(self, place: Place) -> None:
        way = self._way
        if place == way.here:
            return
        way.places = [*way.places[: way.now + 1], place][-_LONGEST:]
        way.now = len(way.places) - 1

    def go_back(self) -> bool:
        """True where there was a place to go back to."""
        if not self.can_go_back:
            return False
        self._way.now -= 1
        return True

    def go_forward(self) -> bool:
        if not self.can_go_forward:
            return False
        self._way.now += 1
        return True

    # Tabs

    @property
    def tabs(self) -> list[Place]:
        """Where each tab stands, in their order."""
        return [way.here for way in self._ways]

    @property
    def front(self) -> int:
        """The number of the tab in front, from 0."""
        return self._front

    def open_tab(self, place: Place) -> None:
        """A new tab behind the one in front, and in front of it."""
        self._front += 1
        self._ways.insert(self._front, _Way(place))

    def open_about(self, before: Sequence[Place], after: Sequence[Place]) -> None:
        """New tabs before and behind the one in front, which stays in front."""
        front = self._front
        self._ways[front + 1 : front + 1] = [_Way(place) for place in after]
        self._ways[front:front] = [_Way(place) for place in before]
        self._front += len(before)

    def turn_to(self, number: int) -> None:
        """Bring a tab to the front, around the ends."""
        self._front = number % len(self._ways)

    def close_tab(self, number: int) -> None:
        """Close a tab with its way; the only one stays."""
        if len(self._ways) > 1:
            del self._ways[number]
            if number < self._front or self._front == len(self._ways):
                self._front -= 1
