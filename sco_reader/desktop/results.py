"""The lines of the look-up list: what was found, and what it is on the as-of day."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sco_reader import chronicle, reference
from sco_reader.dates import Holds
from sco_reader.errors import UnknownId
from sco_reader.search import GUESS, lookup
from sco_reader.store import Connection
from sco_reader.voice import Voice
from sco_reader.whymatched import reason


class Result(NamedTuple):
    """A line of the list: what it opens, what it says, and the standing on the as-of day."""

    id: str
    kind: str
    """A kind of the reference, `note`, `bookmark`, `gone` for what left the reference, or the `heading` of a group."""
    name: str
    sub: str
    status: str | None
    flag: str | None


def known(db: Connection, ids: Iterable[str], on: date, voice: Voice) -> list[Result]:
    """Lines for entities by their ids; an id that the reference no longer has is left out."""
    return [line for an_id in ids if (line := _result(db, an_id, on, voice)) is not None]


def answers(db: Connection, query: str, *, most: int, on: date, voice: Voice) -> tuple[list[Result], str]:
    """Lines for what goes by `query`, best first, and the name of the sentence that stands over them."""
    hits = lookup(db, query, limit=most, on=on)
    found = [
        line for hit in hits if (line := _result(db, hit.id, on, voice, reason(query, hit, voice.lang))) is not None
    ]
    if not hits:
        return found, "lookup-nothing"
    return found, "lookup-did-you-mean" if hits[0].score < GUESS else "lookup-best"


def _result(db: Connection, an_id: str, on: date, voice: Voice, why: str = "") -> Result | None:
    try:
        entity = reference.entity(db, an_id)
    except UnknownId:
        return None
    name, status, flag = voice.name(entity.name), None, None
    sub = voice.say(f"kind-{entity.kind}")
    if entity.kind == "country":
        flag = an_id
        held = [row for row in reference.statuses(db, an_id) if row.on(on) is not Holds.NO]
        status = held[0].status if held else None
        sub = voice.say(f"status-{status}" if status else "status-none")
    elif entity.kind == "person":
        terms = reference.terms(db, person=an_id)
        office = next((term.office.of for term in terms if term.on(on) is not Holds.NO), None)
        sub = voice.name(office) if office else voice.say("no-office")
    elif entity.kind == "meeting":
        meeting = reference.meeting(db, an_id)
        days = voice.days(meeting.start, meeting.end)
        sub = days if why else f"{voice.say(f'body-{meeting.body}')} · {days}"
    elif entity.kind == "council":
        sub = voice.moment(chronicle.councils(db, an_id=an_id)[0].start)
    if why:
        sub = f"{sub} · {voice.say(why)}"
    return Result(an_id, entity.kind, name, sub, status, flag)
