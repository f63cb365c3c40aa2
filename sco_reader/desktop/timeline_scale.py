"""Where does a day stand? The scale of the timeline: days to points and back, zoom, pan, and the ticks of the axis.

Days are proleptic ordinals (`date.toordinal()`), with fractions. A distance `along` counts from the edge where reading
begins: mirroring happens here and nowhere else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from PySide6.QtCore import QRectF

YEAR = 365.2425
SHORTEST = 92.0
"""The fewest days that fill the view: a quarter of a year."""

_YEAR_STEPS = (1, 2, 5, 10, 20, 50)
_MONTH_STEPS = (1, 3)


@dataclass(frozen=True, slots=True)
class Scale:
    """`days` days from `start` on, over `width` points from `left` on; mirrored, the past is on the right."""

    start: float
    days: float
    left: float
    width: float
    mirrored: bool

    @property
    def end(self) -> float:
        return self.start + self.days

    @property
    def per_day(self) -> float:
        """Points a day."""
        return self.width / self.days

    def along(self, day: float) -> float:
        """How far a day lies from the edge where reading begins."""
        return (day - self.start) * self.width / self.days

    def x_at(self, along: float) -> float:
        return self.left + (self.width - along if self.mirrored else along)

    def x_of(self, day: float) -> float:
        return self.x_at(self.along(day))

    def day_at(self, x: float) -> float:
        along = x - self.left
        return self.start + (self.width - along if self.mirrored else along) * self.days / self.width

    def rect(self, along: float, length: float, top: float, height: float) -> QRectF:
        """The rectangle that begins at `along` and is `length` long in the direction of reading."""
        left = self.left + (self.width - along - length if self.mirrored else along)
        return QRectF(left, top, length, height)

    def within(self, first: float, last: float) -> "Scale":
        """The same scale, moved and if need be zoomed so that it shows nothing outside `first` to `last`."""
        days = min(max(self.days, SHORTEST), last - first)
        start = min(max(self.start, first), last - days)
        return replace(self, start=start, days=days)

    def zoomed(self, factor: float, x: float) -> "Scale":
        """`factor` times as close, the day under `x` staying where it is."""
        days = max(self.days / factor, SHORTEST)
        day = self.day_at(x)
        return replace(self, days=days, start=day - (day - self.start) * days / self.days)

    def panned(self, points: float) -> "Scale":
        """What a reader sees who looks `points` further to the right: later, or earlier where it is mirrored."""
        days = points / self.per_day
        return replace(self, start=self.start - days if self.mirrored else self.start + days)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis; `unit` tells a label what to say, `labelled` whether there is one."""

    day: date
    unit: Literal["year", "month"]
    labelled: bool


def ticks(scale: Scale, *, year_width: float, month_width: float) -> list[Tick]:
    """The ticks in view, labels at least their width apart; years before months."""
    month = scale.per_day * YEAR / 12
    labelled_months = next((step for step in _MONTH_STEPS if step * month >= month_width), 0)
    fine_months = next((step for step in _MONTH_STEPS if step * month >= 14), 0)
    year = scale.per_day * YEAR
    labelled_years = next((step for step in _YEAR_STEPS if step * year >= year_width), _YEAR_STEPS[-1])
    fine_years = next(step for step in (*_YEAR_STEPS, 100) if step * year >= 6 or step == 100)
    found = []
    for day in _firsts(scale, labelled_months or fine_months):
        if day.month == 1:
            if day.year % fine_years == 0 or day.year % labelled_years == 0:
                found.append(Tick(day, "year", day.year % labelled_years == 0))
        else:
            found.append(Tick(day, "month", bool(labelled_months)))
    return found


def _firsts(scale: Scale, month_step: int) -> Iterator[date]:
    """The first days of years, and of every `month_step`th month unless it is 0, that are in view."""
    first = date.fromordinal(max(int(scale.start) - 31, 1)).year
    last = date.fromordinal(int(scale.end) + 1).year
    for year in range(first, last + 1):
        for month in range(1, 13, month_step or 12):
            day = date(year, month, 1)
            if scale.start - 31 <= day.toordinal() <= scale.end:
                yield day
