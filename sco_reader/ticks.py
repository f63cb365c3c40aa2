"""When did the heads of state meet? The marks on the strip of time, read before the window is there."""

from datetime import date
from typing import NamedTuple

from sco_reader.store import Connection
from sco_reader.words import Lang

_TICKS = """
SELECT m.id, m.start, m.end, e.name_en, e.name_ar FROM meeting AS m JOIN entity AS e ON e.id = m.id
WHERE m.body IN ('hsc', 's5') ORDER BY m.start, m.id"""


class Tick(NamedTuple):
    """A meeting of heads of state: both days are inside it."""

    id: str
    start: date
    end: date
    name_en: str
    name_ar: str

    def name_in(self, lang: Lang) -> str:
        return self.name_ar if lang == "ar" else self.name_en


def ticks(db: Connection) -> list[Tick]:
    """The meetings of heads of state and of the Shanghai Five, by date."""
    return [
        Tick(row[0], date.fromisoformat(row[1]), date.fromisoformat(row[2]), row[3], row[4])
        for row in db.execute(_TICKS)
    ]
