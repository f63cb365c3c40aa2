"""Which document is meant by its kind, what it is about, its years, or the meeting that adopted it, in any language?

A document's English title and a query are read by the same cues (`resources/lookup/papers.txt`): each becomes a set of
subjects, years and names. The document that shares the most of the query's, and says little else, is meant.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from math import fsum, log
from typing import NamedTuple

from sco_reader.arabic.clitics import bare_forms
from sco_reader.arabic.fold import fold
from sco_reader.cues import Spoken, table
from sco_reader.queryparts import telling
from sco_reader.store import Connection
from sco_reader.summits import meant, read
from sco_reader.summitwords import COMMON, IDLE

_DOCUMENTS = """
SELECT d.id, d.kind, d.signed, d.place, e.name_en FROM document AS d JOIN entity AS e ON e.id = d.id ORDER BY d.id"""

_ADOPTED = """
SELECT id FROM document WHERE meeting = :meeting
AND (kind = :kind OR (:kind = 'communique' AND id LIKE '%-communique-%')) ORDER BY id"""

_NAMED = """
SELECT joined, entity FROM spelling
WHERE kind IN ('country', 'city', 'organisation') AND form != 'id' AND entity != 'sco'
ORDER BY kind DESC, weight DESC, entity"""

_STATES = "SELECT id FROM country"

_YEARS = re.compile("(?:199|20[0-4])[0-9]")
_KIND, _OF_ALL = "kind ", "what every paper says"
_LONGEST_NAME = 4
_LEFT_OVER = 0.6
_NOT_ASKED = 0.5
_PARTY = 0.15
_OF_THE_NAME = "shanghai"
_OF_A_YEAR = 0.6
_FAINT, _SURE = 0.4, 0.72
_AHEAD = 0.05
_MOST = 6


class _Paper(NamedTuple):
    """A document and what it is about."""

    id: str
    told: frozenset[str]
    """What its title says: kinds, subjects, years, states, organisations."""
    besides: frozenset[str]
    """What may be said of it: its kind in the reference, the year and the place of signing."""
    signed: str


def papers_asked_for(db: Connection, folded: str, words: Sequence[str], on: date | None) -> Iterator[tuple[str, float]]:
    """Documents that are meant, each with its score (0 to 1): by the meeting, "the Dushanbe declaration", "the
    communiqué of the 22nd meeting"; or by what they are about, "the treaty on good-neighbourliness".
    """
    said = table("papers").spoken(folded, words)
    if any(sense.startswith(_KIND) for sense in said.senses):
        yield from _of_a_meeting(db, folded, words, on, said)
        yield from _on_a_subject(db, folded, words, on, said)


def _of_a_meeting(
    db: Connection, folded: str, words: Sequence[str], on: date | None, said: Spoken
) -> Iterator[tuple[str, float]]:
    kind = next((kind for kind in ("communique", "declaration") if said.of(_KIND + kind)), "")
    if not kind:
        return
    papers = table("papers")
    rest = [word for word in words if not any(sense.startswith(_KIND) for sense in papers.senses_of(word, said))]
    spoken = table("meetings").spoken(folded, rest)
    asked = read(db, folded, rest, spoken)
    if asked.left or not (asked.told or (on and words[1:])):
        return
    if not asked.told:
        asked = asked._replace(bodies=("hgc",) if kind == "communique" else ("hsc",))
    for place, meeting in enumerate(meant(db, asked, on)):
        for row in db.execute(_ADOPTED, {"meeting": meeting.id, "kind": kind}):
            yield row[0], 0.94 - 0.06 * asked.heard - 0.02 * place


def _on_a_subject(
    db: Connection, folded: str, words: Sequence[str], on: date | None, said: Spoken
) -> Iterator[tuple[str, float]]:
    cues = table("papers")
    names, of_names = _named(db, words)
    subjects = {sense for sense in said.senses if sense != _OF_ALL}
    asked = subjects | names | set(_YEARS.findall(folded))
    left = [
        word for place, word in enumerate(words)
        if place not in of_names and not word.isdigit() and word < "\u3400"
        and said.cues.isdisjoint(cues.stems_of(word)) and COMMON.isdisjoint((word, *bare_forms(word)))
    ]  # fmt: skip
    papers, weights = _papers(db)
    states = _states(db)  # a treaty is often cited with the states that signed it
    about = {subject for subject in subjects if not subject.startswith(_KIND)} | names
    found = []
    for paper in papers:
        met = asked & (paper.told | paper.besides)
        # A kind alone, or a year, is many papers'.
        if not (met & about or (len(met) > 2 and any(one.startswith(_KIND) for one in met))):
            continue
        share = fsum(weights.get(one, 1.0) for one in met)
        missed = fsum(_PARTY if one in states else weights.get(one, 1.0) for one in asked - met)
        unsaid = fsum(weights.get(one, 1.0) for one in paper.told - met)
        found.append((share / (share + missed + _LEFT_OVER * len(left) + _NOT_ASKED * unsaid), paper))
    found = [(share, paper) for share, paper in found if share >= _FAINT]
    day = (on or date.max).toordinal()
    found.sort(key=lambda each: (-round(each[0] / _AHEAD), abs(_signed(each[1]) - day), each[1].id))
    for place, (share, paper) in enumerate(found[:_MOST]):
        yield paper.id, (0.93 if share >= _SURE else 0.62 + 0.36 * share) - 0.02 * place


def _signed(paper: _Paper) -> int:
    year, month, day = (*map(int, re.findall("[0-9]+", paper.signed)[:3]), 1, 1)[:3] if paper.signed else (1, 1, 1)
    return date(year, month, day).toordinal()


@lru_cache(maxsize=4)
def _papers(db: Connection) -> tuple[tuple[_Paper, ...], Mapping[str, float]]:
    """Every document, and what each subject says: the fewer share it, the more."""
    cues = table("papers")
    found = []
    for an_id, kind, signed, place, title in db.execute(_DOCUMENTS):
        folded = fold(title)
        words = telling(folded)
        subjects = {sense for sense in cues.spoken(folded, words).senses if sense != _OF_ALL}
        told = subjects | _named(db, words, glued=False)[0] | set(_YEARS.findall(title))
        besides = {_KIND + kind, *_YEARS.findall(signed or ""), *_YEARS.findall(an_id)} | ({place} if place else set())
        found.append(_Paper(an_id, frozenset(told), frozenset(besides - told), signed or ""))
    shared = Counter(subject for paper in found for subject in paper.told | paper.besides)
    weights = {
        # A year tells as much whether many papers are for it or few.
        subject: _OF_A_YEAR if subject.isdigit() else log(1 + len(found) / count) / log(1 + len(found))
        for subject, count in shared.items()
    }
    return tuple(found), weights


def _named(db: Connection, words: Sequence[str], *, glued: bool = True) -> tuple[set[str], set[int]]:
    """States, cities and organisations that `words` name, and the places of the words that do; `glued` also where an
    ending or a clitic is glued to the name.
    """
    names = _names(db)
    forms = [(word, *bare_forms(word)) if glued else (word,) for word in words]
    found: set[str] = set()
    taken: set[int] = set()
    for length in range(_LONGEST_NAME, 0, -1):
        for start in range(len(words) - length + 1):
            run = range(start, start + length)
            if taken.isdisjoint(run) and not (length == 1 and words[start] in IDLE):
                between = "".join(words[start + 1 : start + length - 1])
                lasts = forms[start + length - 1] if length > 1 else ("",)
                name = next((names[said] for first in forms[start] for last in lasts
                             if (said := first + between + last) in names), "")  # fmt: skip
                if name:
                    found.add(name)
                    taken.update(run)
    if _OF_THE_NAME in found and table("meetings").spoken("", words).of("name of the organisation"):
        found.discard(_OF_THE_NAME)
    return found, taken


@lru_cache(maxsize=4)
def _names(db: Connection) -> Mapping[str, str]:
    """Folded names, without spaces, of states, cities and organisations."""
    return {row[0]: row[1] for row in db.execute(_NAMED)}


@lru_cache(maxsize=4)
def _states(db: Connection) -> frozenset[str]:
    return frozenset(row[0] for row in db.execute(_STATES))
