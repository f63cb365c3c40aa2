"""What can be printed, and how each is set: in the background, on a connection of its own.

The id of a sheet says what it shows: that of a card, `timeline:1996-2026`, `attendance:hsc+hgc:standing`, `map`,
`tables` or `notes`, which are these as they stand in the window.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from sco_reader.arabic.wording import Style
from sco_reader.cards.ids import HOME
from sco_reader.store import Connection, open_reference
from sco_reader.voice import voice_of
from sco_reader.words import Lang

SheetLang = Literal["ar", "en", "both"]

_TIMELINE, _ATTENDANCE = "timeline", "attendance"
MAP, TABLES, NOTES = "map", "tables", "notes"


def timeline_id(first: int, last: int) -> str:
    """The sheet of the timeline from one year to another."""
    return f"{_TIMELINE}:{first}-{last}"


def attendance_id(bodies: list[str], order: str) -> str:
    """The sheet of who came to the meetings of `bodies`."""
    return f"{_ATTENDANCE}:{'+'.join(bodies)}:{order}"


def view_of(an_id: str) -> str:
    """The view that a sheet prints: `timeline`, `matrix`, `map`, `tables`, `notes`, or "" where it is a card."""
    kind = an_id.partition(":")[0]
    own = {_TIMELINE: "timeline", _ATTENDANCE: "matrix", MAP: "map", TABLES: "tables", NOTES: "notes"}
    return own.get(kind, "")


def card_behind(an_id: str) -> str:
    """The id of the card that a sheet of `an_id` rests on."""
    return HOME if view_of(an_id) else an_id


@dataclass(frozen=True, slots=True)
class SheetJob:
    """One sheet to be set, as of a day; views are set in one language."""

    reference: Path
    an_id: str
    lang: SheetLang
    on: date
    style: Style

    def __call__(self) -> bytes:
        from sco_reader.briefing import pdf_bytes

        db = open_reference(self.reference)
        lang: Lang = "en" if self.lang == "both" else self.lang
        kind, _, rest = self.an_id.partition(":")
        if kind == _TIMELINE:
            return self._timeline(db, lang, *rest.split("-"))
        if kind == _ATTENDANCE:
            return self._attendance(db, lang, *rest.split(":"))
        return pdf_bytes(db, self.an_id, lang=self.lang, on=self.on, style=self.style)

    def _timeline(self, db: Connection, lang: Lang, first: str, last: str) -> bytes:
        from sco_reader import reference, timeline
        from sco_reader.timeline_sheet import drawn

        years = int(first), int(last)
        found = timeline.items(db, since=date(years[0], 1, 1), until=date(years[1], 12, 31))
        voice = voice_of(db, lang, self.style)
        return drawn(found, voice=voice, on=self.on, horizon=reference.verified_through(db), kind="pdf", years=years)

    def _attendance(self, db: Connection, lang: Lang, bodies: str, order: str) -> bytes:
        from sco_reader.attendance import ORDERS
        from sco_reader.attendance_sheet import attendance_pdf

        chosen = next(each for each in ORDERS if each == order)
        voice = voice_of(db, lang, self.style)
        return attendance_pdf(db, bodies=bodies.split("+"), order=chosen, on=self.on, voice=voice)
