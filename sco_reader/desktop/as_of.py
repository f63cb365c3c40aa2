"""The one date that rules the window."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from sco_reader.store import Connection, meta
from sco_reader.ticks import Tick, ticks

FIRST_DAY = date(1996, 4, 26)
"""The meeting that the Shanghai Five count from: before it there is nothing to show."""


class AsOf(QObject):
    """Owns the as-of date; whoever shows anything listens to `changed`."""

    changed = Signal(object)

    def __init__(self, db: Connection, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._db = db
        self.today = today
        self.day = today
        self.horizon = date.fromisoformat(meta(db, "verified_through"))
        self._meetings = ticks(db)

    @property
    def is_today(self) -> bool:
        return self.day == self.today

    @property
    def meetings(self) -> list[Tick]:
        """The meetings of heads of state, by date: the ticks of the time strip."""
        return self._meetings

    def set_day(self, day: date) -> None:
        """Turn the window to `day`, not before the first meeting and not after today."""
        day = min(max(day, FIRST_DAY), self.today)
        if day != self.day:
            self.day = day
            self.changed.emit(day)

    def set_text(self, text: str) -> None:
        """Turn to what was typed: a day, a month or year (its last day), a meeting, `yesterday`. Raises NotADate."""
        from sco_reader.typedday import read_day  # with the look-up behind it: not before the first frame

        self.set_day(read_day(self._db, text, self.today, self.day))

    def meeting_on(self) -> Tick | None:
        """The meeting that the day falls into."""
        return next((row for row in self._meetings if row.start <= self.day <= row.end), None)

    def go_to_previous(self) -> None:
        earlier = [row for row in self._meetings if row.end < self.day]
        if earlier:
            self.set_day(earlier[-1].end)

    def go_to_next(self) -> None:
        later = [row for row in self._meetings if row.end > self.day]
        self.set_day(later[0].end if later else self.today)

    def go_to_today(self) -> None:
        self.set_day(self.today)
