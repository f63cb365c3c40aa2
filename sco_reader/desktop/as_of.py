"""The one date that rules the window, and what the reader may type to set it."""

import re
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from sco_reader import reference
from sco_reader.arabic.digits import western
from sco_reader.arabic.fold import fold
from sco_reader.arabic.wording import Tradition, month_name
from sco_reader.dates import Edtf
from sco_reader.errors import NotADate
from sco_reader.model import Meeting
from sco_reader.search import CONFIDENT, lookup
from sco_reader.store import Connection

FIRST_DAY = date(1996, 4, 26)
"""The meeting that the Shanghai Five count from: before it there is nothing to show."""

_TRADITIONS: tuple[Tradition, ...] = ("egypt", "levant", "maghreb", "morocco")
_WORDS = {"today": 0, "yesterday": -1, "tomorrow": 1, "اليوم": 0, "امس": -1, "غدا": 1}
_DAY = re.compile(r"(?:(?P<day>\d{1,2}) )?(?P<month>[^\W\d]+(?: [^\W\d]+)?)(?: (?P<year>\d{4}))")


class AsOf(QObject):
    """Owns the as-of date; whoever shows anything listens to `changed`."""

    changed = Signal(object)

    def __init__(self, db: Connection, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._db = db
        self.today = today
        self.day = today
        self.horizon = reference.verified_through(db)
        self._meetings = [meeting for meeting in reference.meetings(db) if meeting.body in ("hsc", "s5")]

    @property
    def is_today(self) -> bool:
        return self.day == self.today

    @property
    def meetings(self) -> list[Meeting]:
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
        self.set_day(read_day(self._db, text, self.today))

    def meeting_on(self) -> Meeting | None:
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


def read_day(db: Connection, text: str, today: date) -> date:
    """The day that a reader means by `text`, in either language. Raises NotADate."""
    bare = western(text.strip())
    try:
        return min(Edtf.parse(bare).latest, today)
    except NotADate:
        pass
    folded = fold(bare)
    if folded in _WORDS:
        return today + timedelta(days=_WORDS[folded])
    found = _DAY.fullmatch(folded)
    if found is not None and (month := _month(found["month"])) is not None:
        written = f"{found['year']}-{month:02}" + (f"-{int(found['day']):02}" if found["day"] else "")
        return min(Edtf.parse(written).latest, today)
    hits = [hit for hit in lookup(db, bare, limit=3) if hit.kind == "meeting" and hit.score >= CONFIDENT]
    if hits:
        return reference.meeting(db, hits[0].id).end
    raise NotADate(text=text)


def _month(word: str) -> int | None:
    for number in range(1, 13):
        english = month_name(number, "en").casefold()
        if word == english or (len(word) >= 3 and english.startswith(word)):
            return number
        if any(word == fold(month_name(number, "ar", tradition)) for tradition in _TRADITIONS):
            return number
    return None
