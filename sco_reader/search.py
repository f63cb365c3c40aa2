"""Any spelling in any script finds the entity. A keystroke is one row of the index; what that row does not answer
surely is read again in `finding`: other orders, glued clitics, offices, the wrong keyboard, sounds, slips.

This module stands on the path from a key press to an answer, so it imports nothing that the answer does not need.
"""

import json
import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from sco_reader.arabic.clitics import is_glued
from sco_reader.arabic.fold import fold
from sco_reader.matching import CONFIDENT, GUESS, HIGHEST_GUESS, LONGEST_BEGINNING, kind_rank
from sco_reader.store import Connection

__all__ = ["CONFIDENT", "GUESS", "LONGEST_QUERY", "Hit", "lookup"]

LONGEST_QUERY = 200
"""Letters of a query that are read; nothing that the reference holds is named with more."""

_CERTAIN = 0.97
"""The whole of a name, and nothing else: no other reading can better it."""

_NAMED_AT_ANY_TIME = 0.94
"""What is left of the sureness of a name where other meetings in that city, or what they adopted, go by it as well."""

_NAMESAKES, _ONE_BY_SURNAME = 0.004, 0.014
_NAMED_ALIKE = 10


class Hit(NamedTuple):
    """An entity found: the spelling that matched, how surely (0 to 1; see CONFIDENT), and by what reading."""

    id: str
    kind: str
    name_en: str
    name_ar: str
    matched: str
    score: float
    why: str
    """`name`, `former`, `abroad`, `adjective`, `beginning`, `words`, `clitic`, `role`, `keyboard`, `sound`, `slip`."""


class Spelling(NamedTuple):
    """A row of the index with the names of its entity."""

    id: int
    entity: str
    kind: str
    name_en: str
    name_ar: str
    form: str
    text: str
    folded: str
    joined: str
    weight: int

    def hit(self, score: float, why: str) -> Hit:
        return Hit(self.entity, self.kind, self.name_en, self.name_ar, self.text, score, why)


_BEGUN = "SELECT hits FROM begun WHERE beginning = ?"

_KNOWN = "SELECT word FROM word WHERE word IN (SELECT value FROM json_each(:words))"

_SPELLINGS = """
SELECT s.id, s.entity, s.kind, e.name_en, e.name_ar, s.form, s.text, s.folded, s.joined, s.weight
FROM json_each(:ids) AS wanted JOIN spelling AS s ON s.id = wanted.value JOIN entity AS e ON e.id = s.entity"""

_IN_OFFICE = """
SELECT DISTINCT person FROM term WHERE person IN (SELECT value FROM json_each(:persons))
AND since_earliest <= :on AND (until_latest IS NULL OR :on < until_latest)"""


def lookup(db: Connection, query: str, *, limit: int = 10, on: date | None = None) -> list[Hit]:
    """Entities that go by `query`, best first, at most `limit`; where all are guesses, three.

    `on` is the day for offices ("رئيس إيران"), for "the summit", and for names that several people bear. Bad or empty
    text finds nothing and raises nothing.
    """
    raw = query[:LONGEST_QUERY].replace("\x00", " ")
    folded = fold(raw)
    if not folded:
        return []
    most = max(limit, _NAMED_ALIKE)  # who comes first must not hang on how many are wanted
    hits = begun(db, folded.replace(" ", ""), most)
    sure = hits[0].score if hits else 0.0
    # A name that has begun is still being typed: whether it is another's, misspelt, only more letters can tell. But
    # its first letter may be a clitic, and then the rest may be all of a name.
    keys = has_keys(raw)
    typing = bool(hits) and hits[0].why == "beginning" and not keys
    glued = is_glued(folded)
    if keys or (sure < _CERTAIN and (glued or (sure < CONFIDENT and not typing))):
        from sco_reader.finding import Finder

        finder = Finder(db, raw, folded, on)
        finder.note(hits)
        finder.find(only_glued=typing or sure >= CONFIDENT)
        hits = finder.best(most)
    elif hits and on is not None and hits[0].kind in ("meeting", "document"):
        hits = _of_that_time(db, folded, hits, on)
    return _less_sure_of_namesakes(db, hits, on)[:limit]


_KEYS = re.compile(r"[a-zA-Z][\[\];`]|[\[\];`][a-zA-Z]|^['’,./]\w|[a-zA-Z][,/][a-zA-Z]")


def has_keys(raw: str) -> bool:
    """Whether signs stand where no name has them, as where Arabic was typed on a Latin keyboard: 'ark] is طشقند."""
    return _KEYS.search(raw) is not None


def _of_that_time(db: Connection, folded: str, hits: list[Hit], on: date) -> list[Hit]:
    """ "قمة شنغهاي", "Dushanbe Declaration" begin the names of several: on a day it is the one nearest to that day."""
    if any(letter.isdigit() for letter in folded):
        return hits
    from sco_reader.finding import Finder

    finder = Finder(db, folded, folded, on)
    if not finder.find_meeting():
        return hits
    finder.note(hit._replace(score=min(hit.score, _NAMED_AT_ANY_TIME)) for hit in hits)
    return finder.best(len(hits))


def known_words(db: Connection, words: Iterable[str]) -> set[str]:
    """Those of `words` (folded) that stand in some spelling of the index."""
    return {row[0] for row in db.execute(_KNOWN, {"words": json.dumps(sorted(set(words)))})}


def begun(db: Connection, joined: str, limit: int) -> list[Hit]:
    """What begins with `joined` (folded, without spaces): spellings, their words, and neighbours; ranked when built."""
    if len(joined) > LONGEST_BEGINNING:
        return []
    row = db.execute(_BEGUN, (joined,)).fetchone()
    if row is None:
        return []
    known = _known_spellings(db)
    found = []
    for entry in row[0].split(" ", limit)[:limit]:
        number, more, thousandths = entry.partition("+")
        if not more:
            number, _, thousandths = entry.partition(":")
        found.append((int(number), int(thousandths) / 1000, more))
    missing = [number for number, _, _ in found if number not in known]
    if missing:
        spellings(db, missing)
    return [
        known[number].hit(score, "beginning" if more else _WHY.get(known[number].form, "name"))
        for number, score, more in found
    ]


_WHY = {form: form for form in ("former", "adjective", "abroad")} | {"adjective_abroad": "adjective"}


@lru_cache(maxsize=4)
def _known_spellings(_db: Connection) -> dict[int, Spelling]:
    """The spellings of a file that were met before; it never changes while it is open."""
    return {}


def spellings(db: Connection, numbers: Iterable[int]) -> list[Spelling]:
    """The rows of these numbers, in their order."""
    known = _known_spellings(db)
    wanted = list(numbers)
    missing = [number for number in wanted if number not in known]
    if missing:
        for row in db.execute(_SPELLINGS, {"ids": json.dumps(missing)}):
            known[row[0]] = Spelling(*row)
    return [known[number] for number in wanted]


def _less_sure_of_namesakes(db: Connection, hits: list[Hit], on: date | None) -> list[Hit]:
    """A name that two bear opens nothing without asking; whoever is in office on that day comes first."""
    first = hits[0].score if hits else 0.0
    if len(hits) < 2 or not 0.8 <= first < _CERTAIN or hits[1].score < first - _ONE_BY_SURNAME:
        return hits
    alike = [hit for hit in hits if hit.score >= first - _NAMESAKES]
    unsure = [hit for hit in hits[len(alike) :] if hit.score >= first - _ONE_BY_SURNAME]
    persons = [hit.id for hit in alike if hit.kind == "person"]
    if len(persons) > 1:
        day = (on or date.max).isoformat()
        asked = {"persons": json.dumps(persons), "on": day}
        serving = {row[0] for row in db.execute(_IN_OFFICE, asked)}
        alike.sort(key=lambda hit: (kind_rank(hit.kind), hit.id not in serving))
    if len(alike) == 1 and any(hit.kind != "person" for hit in (*alike, *unsure)):
        return hits
    return [hit._replace(score=min(hit.score, HIGHEST_GUESS)) for hit in (*alike, *hits[len(alike) :])]
