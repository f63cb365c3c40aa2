"""The way that the reader came: back, forward, and where the window stands."""

from typing import Literal, NamedTuple

_LONGEST = 200


View = Literal["card", "timeline", "matrix", "notes", "map", "tables", "sheet"]


class Place(NamedTuple):
    """A view and the entity that it shows or rests on."""

    view: View
    id: str


class History:
    """A line of places; going somewhere new drops what lay ahead."""

    def __init__(self, start: Place) -> None:
        self._places = [start]
        self._now = 0

    @property
    def here(self) -> Place:
        return self._places[self._now]

    def go_to(self, place: Place) -> None:
        if place == self.here:
            return
        self._places = [*self._places[: self._now + 1], place][-_LONGEST:]
        self._now = len(self._places) - 1

    def go_back(self) -> bool:
        """True where there was a place to go back to."""
        if self._now == 0:
            return False
        self._now -= 1
        return True

    def go_forward(self) -> bool:
        if self._now + 1 == len(self._places):
            return False
        self._now += 1
        return True
