"""Which day is meant by what a reader typed? In both languages: a day, a month, a year, a meeting, yesterday."""

import re
from datetime import date, timedelta

from sco_reader.arabic.digits import western
from sco_reader.arabic.fold import fold
from sco_reader.arabic.wording import Tradition, month_name
from sco_reader.dates import Edtf
from sco_reader.errors import NotADate
from sco_reader.matching import CONFIDENT, HIGHEST_GUESS
from sco_reader.search import lookup
from sco_reader.store import Connection
from sco_reader.summits import last_day, meetings_asked_for

_TRADITIONS: tuple[Tradition, ...] = ("egypt", "levant", "maghreb", "morocco")
_WORDS = {"today": 0, "yesterday": -1, "tomorrow": 1, "اليوم": 0, "امس": -1, "غدا": 1}
_DAY = re.compile(r"(?:(?P<day>\d{1,2}) )?(?P<month>[^\W\d]+(?: [^\W\d]+)?)(?: (?P<year>\d{4}))")


_NUMBERS = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})")
"""As Arabic and European papers write it: the day comes first."""
_SURELY_MEANT = 0.85


def read_day(db: Connection, text: str, today: date, near: date | None = None) -> date:
    """The day that a reader means by `text`, in either language; of several meetings the one nearest to `near`.

    Raises NotADate.
    """
    bare = western(text.strip())
    try:
        return min(Edtf.parse(bare).latest, today)
    except NotADate:
        pass
    if (found := _NUMBERS.fullmatch(bare)) is not None:
        written = f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}"
        return min(_latest(written, text), today)
    folded = fold(bare)
    if folded in _WORDS:
        return today + timedelta(days=_WORDS[folded])
    found = _DAY.fullmatch(folded)
    if found is not None and (month := _month(found["month"])) is not None:
        written = f"{found['year']}-{month:02}" + (f"-{int(found['day']):02}" if found["day"] else "")
        return min(_latest(written, text), today)
    # "Astana 2024" is the summit's and its declaration's, so it is no sure name; but the summit alone has a day.
    meetings = [hit for hit in lookup(db, bare, limit=3) if hit.kind == "meeting" and hit.score >= HIGHEST_GUESS]
    if meetings and (len(meetings) == 1 or meetings[0].score >= CONFIDENT):
        return last_day(db, meetings[0].id)
    asked = next(meetings_asked_for(db, folded, folded.split(), near or today), None)
    if asked is not None and asked[1] >= _SURELY_MEANT:
        return last_day(db, asked[0])
    raise NotADate(text=text)


def _latest(written: str, text: str) -> date:
    """The last day of an EDTF date made of `text`, which alone the reader knows. Raises NotADate."""
    try:
        return Edtf.parse(written).latest
    except NotADate:
        raise NotADate(text=text) from None


def _month(word: str) -> int | None:
    for number in range(1, 13):
        english = month_name(number, "en").casefold()
        if word == english or (len(word) >= 3 and english.startswith(word)):
            return number
        if any(word == fold(month_name(number, "ar", tradition)) for tradition in _TRADITIONS):
            return number
    return None
