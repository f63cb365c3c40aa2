"""Who came to which meeting? The parties and the meetings as a table, seen from one day."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Literal

from sco_reader import reference
from sco_reader.dates import Holds
from sco_reader.model import Delegation, Kind, Meeting, Text
from sco_reader.store import Connection

BODIES = ("hsc", "hgc", "s5")
"""Heads of state, heads of government, and the Shanghai Five before them."""

STANDINGS = (*reference.SCO_STATUSES, "shanghai_five")

Order = Literal["standing", "name", "came"]
ORDERS: tuple[Order, ...] = ("standing", "name", "came")


class Level(Enum):
    """Who headed a delegation. An organisation's own head counts as STATE."""

    STATE = "state"
    GOVERNMENT = "government"
    OTHER = "other"


class Answer(Enum):
    """What the file knows of a party at a meeting."""

    LED = "led"
    ABSENT = "absent"
    UNKNOWN = "unknown"
    """It had a seat, and nobody has found who sat there."""
    NO_SEAT = "no_seat"
    """It had no seat of right, and no invitation is on record."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One party at one meeting, with its standing on the last day of it ("" for none)."""

    meeting: str
    party: str
    answer: Answer
    standing: str
    level: Level | None = None
    by_video: bool = False
    stood_in: bool = False
    """The head stood in for somebody who usually comes."""
    turned: bool = False
    """The standing is another than at the meeting before it in the table."""
    later: bool = False
    """The meeting opened after the day: pale, and out of every count."""
    sent: Delegation | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A row of the table: the party with its standing on the day, and its seats in the order of the meetings."""

    id: str
    kind: Kind
    name: Text
    standing: str
    seats: tuple[Seat, ...]

    @property
    def came(self) -> int:
        """At how many meetings up to the day it was represented."""
        return sum(seat.answer is Answer.LED and not seat.later for seat in self.seats)

    @property
    def called(self) -> int:
        """To how many of them it had a seat, or is known to have been invited."""
        return sum(seat.answer is not Answer.NO_SEAT and not seat.later for seat in self.seats)


@dataclass(frozen=True, slots=True)
class Attendance:
    meetings: tuple[Meeting, ...]
    parties: tuple[Party, ...]
    """By standing on the day, then states before organisations."""
    on: date

    @property
    def counted(self) -> int:
        """How many of the meetings had opened by the day."""
        return sum(meeting.start <= self.on for meeting in self.meetings)


def attendance(db: Connection, *, bodies: Iterable[str] = ("hsc",), on: date) -> Attendance:
    """Everybody who had a seat at a meeting of these bodies, or came to one, oldest meeting first.

    With the councils of the SCO also everybody who has a standing on the day.
    """
    wanted = set(bodies)
    meetings = tuple(row for row in reference.meetings(db) if row.body in wanted)
    sent, standings = _sent(db), _standings(db)
    today = {row.country: row.status for row in reference.states(db, on=on)}
    names = {row.country: row.name for row in reference.statuses(db)}
    kinds: dict[str, Kind] = dict.fromkeys(names, "country")
    for row in sent.values():
        names.setdefault(row.party, row.party_name)
        kinds.setdefault(row.party, row.party_kind)
    parties = []
    for party, name in names.items():
        seats = _seats(party, meetings, sent, standings, on)
        if (party in today and wanted - {"s5"}) or any(seat.answer is not Answer.NO_SEAT for seat in seats):
            parties.append(Party(party, kinds[party], name, today.get(party, ""), seats))
    order = reference.sort_keys(db, "en")
    parties.sort(key=lambda party: (_rank(party.standing), party.kind, order[party.id]))
    return Attendance(meetings, tuple(parties), on)


def ordered(db: Connection, parties: Sequence[Party], order: Order, lang: str) -> list[Party]:
    """The parties by standing, by name as `lang` sorts, or by how often they came, most first."""
    keys = reference.sort_keys(db, lang)
    by_name = sorted(parties, key=lambda party: keys[party.id])
    if order == "standing":
        by_name.sort(key=lambda party: (_rank(party.standing), party.kind))
    elif order == "came":
        by_name.sort(key=lambda party: (-party.came, _rank(party.standing)))
    return by_name


def _rank(standing: str) -> int:
    return STANDINGS.index(standing) if standing else len(STANDINGS)


def _seats(
    party: str,
    meetings: tuple[Meeting, ...],
    sent: dict[tuple[str, str], Delegation],
    standings: dict[str, dict[str, str]],
    on: date,
) -> tuple[Seat, ...]:
    found = []
    before = None
    for meeting in meetings:
        standing = standings[meeting.id].get(party, "")
        row = sent.get((meeting.id, party))
        turned = before is not None and standing != before
        later = meeting.start > on
        if row is None:
            # Partners have no seat of right: of those not on record nothing is said.
            seated = standing in ("member", "observer", "shanghai_five")
            answer = Answer.UNKNOWN if seated else Answer.NO_SEAT
            found.append(Seat(meeting.id, party, answer, standing, turned=turned, later=later))
        else:
            led = not row.absent
            found.append(
                Seat(meeting.id, party, Answer.LED if led else Answer.ABSENT, standing, _level(row) if led else None,
                     row.format == "video", row.substitutes_for is not None, turned, later, row)
            )  # fmt: skip
        before = standing
    return tuple(found)


@lru_cache(maxsize=2)
def _sent(db: Connection) -> dict[tuple[str, str], Delegation]:
    return {(row.meeting, row.party): row for row in reference.delegations(db)}


@lru_cache(maxsize=2)
def _standings(db: Connection) -> dict[str, dict[str, str]]:
    """For each meeting the standing of every state on its last day, a certain one before an uncertain one."""
    found: dict[str, dict[str, str]] = {}
    for meeting in reference.meetings(db):
        held = [(row, row.on(meeting.end)) for row in reference.statuses(db) if row.status != "applicant"]
        there = found.setdefault(meeting.id, {})
        for wanted in (Holds.UNCERTAIN, Holds.YES):
            there.update((row.country, row.status) for row, answer in held if answer is wanted)
    return found


_STATE = re.compile(r"(Acting )?(President|Secretary-General|Executive Secretary) of ")
_BODY = re.compile(r"(Executive Director of (the )?CICA|Chairman of the (Board|Executive Committee)|Director.General)")
_GOVERNMENT = re.compile(r"(Acting )?(Prime Minister|Chief Executive)( and [^.]*)? of ")

_OF_STATE = ("head_of_state", "supreme_leader", "party_leader", "secretary_general", "rats_director")


def _level(row: Delegation) -> Level:
    """By the kind of the office; where the record has the office in words alone, by these words."""
    kind = row.office_kind
    if kind in _OF_STATE:
        return Level.STATE
    if kind == "head_of_government":
        return Level.GOVERNMENT
    said = row.office.en if row.office and kind in (None, "other") else ""
    if row.party_kind == "organisation":
        return Level.STATE if _STATE.match(said) or _BODY.match(said) else Level.OTHER
    if _STATE.match(said):
        return Level.STATE
    return Level.GOVERNMENT if _GOVERNMENT.match(said) else Level.OTHER
