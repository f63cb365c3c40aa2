"""When did it hold? EDTF dates to the precision that is known, and intervals that answer yes, no or uncertain.

Dates follow EDTF (ISO 8601-2:2019, annex A) as far as the data use it: year, month or day, qualified by `~` (about)
or `?` (doubtful). A qualified date may be off by one unit of its precision, and by no more: `2011~` is some day from
2010 to 2012. That width is ours (EDTF leaves it open), so every surface that prints the qualifier says it too.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Literal, NoReturn

from sco_reader.errors import NotADate

Precision = Literal["year", "month", "day"]

_EDTF = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[~?]?)", re.ASCII)


class Holds(Enum):
    """The answer to *did it hold on that day*; it has no truth value, so that nobody reads UNCERTAIN as yes."""

    YES = "yes"
    NO = "no"
    UNCERTAIN = "uncertain"

    def __bool__(self) -> NoReturn:
        raise TypeError("Holds has three values: compare it with Holds.YES, Holds.NO or Holds.UNCERTAIN")


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as it was written, and the first and the last day that it can mean (both inclusive)."""

    text: str
    earliest: date
    latest: date
    precision: Precision
    mark: Literal["", "~", "?"] = ""

    @classmethod
    def parse(cls, text: str) -> "Edtf":
        """Read `2024`, `2024-07`, `2024-07-04`, each with an optional `~` or `?`. Raises NotADate."""
        found = _EDTF.fullmatch(text)
        if found is None:
            raise NotADate(text=text)
        year, month, day = (int(found[part] or 0) for part in ("year", "month", "day"))
        mark: Literal["", "~", "?"] = found["mark"]  # type: ignore[assignment]  # the pattern allows no other
        try:
            first = date(year, month or 1, day or 1)
        except ValueError:
            raise NotADate(text=text) from None
        if found["day"]:
            precision: Precision = "day"
            last = first
        elif found["month"]:
            precision = "month"
            last = date(year, month, calendar.monthrange(year, month)[1])
        else:
            precision = "year"
            last = date(year, 12, 31)
        if mark:
            first, last = _one_unit_wider(first, last, precision)
        return cls(text, first, last, precision, mark)

    @property
    def is_exact(self) -> bool:
        """True where one day and no other is meant."""
        return self.earliest == self.latest

    @property
    def year(self) -> int:
        return int(self.text[:4])

    def __str__(self) -> str:
        return self.text


def _one_unit_wider(first: date, last: date, precision: Precision) -> tuple[date, date]:
    if precision == "day":
        return first - timedelta(days=1), last + timedelta(days=1)
    if precision == "month":
        before = first - timedelta(days=1)
        after = last + timedelta(days=1)
        return before.replace(day=1), after.replace(day=calendar.monthrange(after.year, after.month)[1])
    return date(first.year - 1, 1, 1), date(last.year + 1, 12, 31)


@dataclass(frozen=True, slots=True)
class Span:
    """When a fact held: `since` inclusive, `until` exclusive, None while no end is known."""

    since: Edtf
    until: Edtf | None = None

    def holds_on(self, on: date) -> Holds:
        """YES, NO, or UNCERTAIN where a bound is known only to its month or year (EDTF level 0) or is qualified."""
        if on < self.since.earliest or (self.until is not None and on >= self.until.latest):
            return Holds.NO
        if on >= self.since.latest and (self.until is None or on < self.until.earliest):
            return Holds.YES
        return Holds.UNCERTAIN

    def surely_overlaps(self, other: "Span") -> bool:
        """True where both held on one day whatever the unknown parts turn out to be."""
        starts = max(self.since.latest, other.since.latest)
        ends = [span.until.earliest for span in (self, other) if span.until is not None]
        return not ends or starts < min(ends)

    @property
    def runs_backwards(self) -> bool:
        """True where the end cannot come after the start on any reading of the two dates."""
        return self.until is not None and self.until.latest <= self.since.earliest

    def starts_after(self, on: date) -> bool:
        return self.since.earliest > on


def day_from(text: str) -> date:
    """One ISO day, as `--on` takes it. Raises NotADate for anything that is not exactly one day."""
    moment = Edtf.parse(text.strip())
    if not moment.is_exact or moment.precision != "day":
        raise NotADate(text=text)
    return moment.earliest
