"""Answers to a query that names nobody: who holds the office, which meeting is meant."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sco_reader import roles
from sco_reader.arabic.fold import fold
from sco_reader.matching import CONFIDENT, HIGHEST_GUESS, is_fathers
from sco_reader.papers import papers_asked_for
from sco_reader.queryparts import in_step
from sco_reader.search import Hit, lookup, spellings
from sco_reader.store import Connection
from sco_reader.summits import meetings_asked_for

_PREFERRED = "SELECT id FROM spelling WHERE entity = :entity AND form = 'preferred' ORDER BY lang != 'en' LIMIT 1"

_TITLE = "SELECT name_en, name_ar FROM entity WHERE id = :id"

_LIKELY = """
SELECT t.person FROM term AS t JOIN office AS o ON o.id = t.office
WHERE t.person IN (SELECT value FROM json_each(:persons)) AND o.kind IN (SELECT value FROM json_each(:kinds))
AND t.since_earliest <= :on AND (t.until_latest IS NULL OR :on < t.until_latest)
UNION SELECT id FROM person WHERE id IN (SELECT value FROM json_each(:persons)) AND country = :owner"""


_CITIES_OF = "SELECT id FROM city WHERE country = :owner"

_NAMESAKES, _TIE = 0.06, 0.006
_CAPITAL, _OWNER_AND_MORE = 0.02, 0.76


def by_meeting(db: Connection, folded: str, words: Sequence[str], on: date | None) -> Iterator[Hit]:
    """A meeting, or what it adopted, by its city, number, year or body: "قمة أستانا 2024", "the 24th session"."""
    if len(words) < 2:
        return  # one word says too little, and most that is typed is one word
    for asked_for in (meetings_asked_for, papers_asked_for):
        for an_id, score in asked_for(db, folded, words, on):
            yield _called(db, an_id, score, "words")


def by_office(db: Connection, folded: str, day: date | None) -> Iterator[Hit]:
    """An office and whose it is; or a name after its titles."""
    words = folded.split()
    if (len(words) == 1 and words[0] < "\u3400") or not roles.worth_parting(words):
        return
    on = day or date.today()  # the reader's own day, where the window gives none
    for place, an_id in enumerate(roles.hosts(db, words)):
        yield _called(db, an_id, 0.95 - 0.02 * place, "role")
    asked = roles.asked_for(db, words)
    if asked is None:
        return
    serving = roles.holders(db, asked, on)
    if not asked.rest:
        for place, an_id in enumerate(serving):
            yield _called(db, an_id, max(0.95 - 0.02 * place, 0.5), "role")
        if asked.owner and not serving:
            yield _called(db, asked.owner, 0.93 if not asked.kinds else 0.7, "words")
        return
    hits = lookup(db, " ".join(asked.rest), limit=6, on=on)
    if asked.owner and not asked.kinds and (not hits or hits[0].kind == "organisation"):
        yield _called(db, asked.owner, _OWNER_AND_MORE, "words")  # منظمة إيكو للتعاون الاقتصادي
    if asked.kinds and asked.owner is None and hits and hits[0].kind in ("country", "organisation"):
        # A state by a name that is only heard or nearly spelt: رئيس وزراء قرقيزيا.
        for an_id in roles.holders(db, replace(asked, owner=hits[0].id), on)[:1]:
            yield _called(db, an_id, min(hits[0].score, HIGHEST_GUESS), "role")
    if asked.owner and hits and hits[0].kind in ("country", "organisation"):
        # The owner of the office is itself a body of somebody's: the Director of the RATS of the SCO.
        for an_id in (serving or roles.holders(db, replace(asked, owner=hits[0].id), on))[:1]:
            yield _called(db, an_id, 0.93, "role")
    persons = json.dumps([hit.id for hit in hits if hit.kind == "person"])
    question = {"persons": persons, "kinds": json.dumps(asked.kinds), "on": on.isoformat(), "owner": asked.owner}
    likely = {*serving, *(row[0] for row in db.execute(_LIKELY, question))}
    there = {row[0] for row in db.execute(_CITIES_OF, {"owner": asked.owner})} if asked.owner else set()
    for place, hit in enumerate(hits):
        if hit.kind == "person":
            name = fold(hit.matched)
            alike = hit.score > hits[0].score - _NAMESAKES and not is_fathers(name, asked.rest[0])
            alike = alike and in_step(asked.rest, name.split()) >= in_step(asked.rest, fold(hits[0].matched).split())
            bonus = (0.05 if alike else 0.0) if hit.id in likely else -0.02 * bool(asked.kinds or asked.owner)
            yield hit._replace(score=min(hit.score + bonus, 0.95) - _TIE * place)
        elif hit.id in there:  # مدينة أوفا الروسية
            yield hit._replace(score=0.97 * hit.score)
        else:
            yield hit._replace(score=hit.score * 0.8)


def capital_of(db: Connection, state: Hit) -> Iterator[Hit]:
    """The capital of a state that was surely named, where the word "capital" stood beside it: عاصمة كازاخستان."""
    if state.kind != "country" or state.score < CONFIDENT:
        return
    for (city,) in db.execute("SELECT capital FROM country WHERE id = :id AND capital IS NOT NULL", {"id": state.id}):
        yield _called(db, city, min(state.score + _CAPITAL, 1.0), "capital")


def _called(db: Connection, an_id: str, score: float, why: str) -> Hit:
    row = db.execute(_PREFERRED, {"entity": an_id}).fetchone()
    if row is None:  # a session of a council: its title would crowd names out of the index
        english, arabic = db.execute(_TITLE, {"id": an_id}).fetchone()
        return Hit(an_id, "meeting", english, arabic, english, score, why)
    return spellings(db, [row[0]])[0].hit(score, why)
