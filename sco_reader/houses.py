"""How does each house of the Arabic press spell a name, and where was that read?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sco_reader.arabic.wording import House
from sco_reader.evidence import evidence_for
from sco_reader.model import Evidence
from sco_reader.store import Connection

_SEEN = """
SELECT fact, tradition, text, house FROM seen WHERE entity = :entity
ORDER BY instr('egypt gulf levant maghreb', tradition), position"""

_HOUSE = """
SELECT e.id, e.kind, e.name_ar, s.text FROM seen AS s JOIN entity AS e ON e.id = s.entity
WHERE s.tradition = :house AND s.house = 1 AND s.text != e.name_ar ORDER BY length(e.name_ar) DESC, e.id"""

_ADJECTIVE = """
SELECT text FROM name WHERE entity = :country AND lang = 'ar' AND form = 'adjective' ORDER BY position LIMIT 1"""

# Written on to the word that follows: and, so, in, as, to, the.
_PREFIX = "(?:[وف]?(?:[بك]?(?:ال)?|لل?))"
# The adjective of a name in -stan goes with the name: القيرغيزستاني, القرغيزستانية.
_NISBA = "(?:ي(?:ة|ون|ين)?)?"
_LETTERS = "\u0621-\u064a\u064b-\u0652\u0670-\u06d3"
_SHORTEST_FAMILY_NAME = 5


@dataclass(frozen=True, slots=True)
class Seen:
    """A spelling as one tradition of the press has it; `is_house` where the tradition is taken to print it."""

    text: str
    tradition: House
    is_house: bool
    evidence: Evidence


def seen(db: Connection, an_id: str) -> list[Seen]:
    """The spellings of an entity that somebody read, by tradition, each with the pages."""
    rows = db.execute(_SEEN, {"entity": an_id}).fetchall()
    borne_out = evidence_for(db, [row["fact"] for row in rows])
    return [Seen(row["text"], row["tradition"], bool(row["house"]), borne_out[row["fact"]]) for row in rows]


def adjective_of(db: Connection, country: str) -> str | None:
    """The Arabic adjective of a state, masculine and indefinite (`كازاخستاني`), None where the file has none."""
    row = db.execute(_ADJECTIVE, {"country": country}).fetchone()
    return str(row["text"]) if row else None


class Speller:
    """Turns the names that the reference prefers into those of a house, wherever they stand in a text."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._forms = dict(forms)
        names = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
        pattern = f"(?<![{_LETTERS}])({_PREFIX})({names})(?={_NISBA}(?![{_LETTERS}]))"
        self._pattern = re.compile(pattern) if forms else None

    def __call__(self, text: str) -> str:
        return self._pattern.sub(self._spelt, text) if self._pattern is not None else text

    def _spelt(self, found: re.Match[str]) -> str:
        return found[1] + self._forms[found[2]]


@lru_cache(maxsize=16)
def speller(db: Connection, house: House | str) -> Speller:
    """Spells as `house` does; without a house, or where it has no form of its own, as the reference prefers."""
    forms: dict[str, str] = {}
    for row in db.execute(_HOUSE, {"house": house}) if house else ():
        forms[row["name_ar"]] = row["text"]
        ours, theirs = row["name_ar"].split(" "), row["text"].split(" ")
        if row["kind"] == "person" and ours[-1] != theirs[-1] and len(ours[-1]) >= _SHORTEST_FAMILY_NAME:
            forms.setdefault(ours[-1], theirs[-1])
    return Speller(forms)
