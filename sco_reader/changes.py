"""What changed between two days? Standings, leaders, ministers, names of cities, documents, meetings."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sco_reader import chronicle, reference
from sco_reader.dates import Edtf, Holds
from sco_reader.evidence import evidence_for
from sco_reader.model import Evidence, Lang, Term, Text
from sco_reader.store import Connection

What = Literal["standing", "leader", "minister", "city", "document", "meeting"]
KINDS: tuple[What, ...] = ("standing", "leader", "minister", "city", "document", "meeting")
"""In the order in which a desk reads them."""

_OWN_POSTS = ("sco", "rats")

_FORMER = """
SELECT entity, position, since, until FROM name WHERE form = 'former' AND lang = 'en' ORDER BY entity, position"""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is otherwise since `on`; `before` and `after` are a status, a person, a name, or nothing."""

    kind: What
    on: Edtf
    id: str
    """What the line opens: a state, the new holder, a city, a document, a meeting."""
    name: Text
    """Of the state, the city, the document, the meeting; for a post that of its state or organisation."""
    evidence: Evidence
    certain: bool
    """False where the day is not known well enough to say that it lies between the two."""
    before: str | None = None
    after: str | None = None
    before_name: Text | None = None
    after_name: Text | None = None
    owner: str | None = None
    """The state or organisation of a post."""
    office: Text | None = None
    acting: bool = False
    sort: str | None = None
    """Of a document its kind, of a meeting its body."""


def changes(db: Connection, *, since: date, until: date, lang: Lang = "en") -> list[Change]:
    """What is otherwise on `until` than on `since`, kind by kind, the latest first; the earlier day comes first.

    Those of one day stand in the order of the alphabet of `lang`.
    """
    first, last = sorted((since, until))
    between = _Between(first, last)
    found = [
        *_standings(db, between), *_posts(db, between), *_cities(db, between), *_documents(db, between),
        *_meetings(db, between),
    ]  # fmt: skip
    order = reference.sort_keys(db, lang)
    found.sort(key=lambda row: order.get(row.owner or row.id, row.id))
    found.sort(key=lambda row: row.on.latest, reverse=True)
    return sorted(found, key=lambda row: KINDS.index(row.kind))


def previous_summit(db: Connection, on: date) -> date:
    """The last day of the last meeting of heads of state that ended before `on`; before the first, the first day."""
    ended = [row.end for row in reference.meetings(db) if row.body in ("hsc", "s5") and row.end < on]
    return max(ended, default=min(row.start for row in reference.meetings(db)))


@dataclass(frozen=True, slots=True)
class _Between:
    """After the first day, up to and with the last."""

    first: date
    last: date

    def may_hold(self, moment: Edtf | None) -> bool:
        return moment is not None and self.first < moment.latest and moment.earliest <= self.last

    def surely_holds(self, moment: Edtf) -> bool:
        return self.first < moment.earliest and moment.latest <= self.last


def _standings(db: Connection, between: _Between) -> list[Change]:
    found = []
    rows = [row for row in reference.statuses(db) if row.status in reference.SCO_STATUSES]
    for row in rows:
        mine = [other for other in rows if other.country == row.country and other is not row]
        if between.may_hold(row.span.since):
            earlier = [other for other in mine if other.span.since.latest <= row.span.since.earliest]
            left = earlier[-1].status if earlier and _meets(earlier[-1].span.until, row.span.since) else None
            found.append(
                Change("standing", row.span.since, row.country, row.name, row.evidence,
                       between.surely_holds(row.span.since), left, row.status)
            )  # fmt: skip
        end = row.span.until
        if end is not None and between.may_hold(end) and not any(_meets(end, other.span.since) for other in mine):
            sure = between.surely_holds(end)
            found.append(Change("standing", end, row.country, row.name, row.evidence, sure, row.status, None))
    return found


def _meets(end: Edtf | None, start: Edtf) -> bool:
    return end is not None and end.earliest <= start.latest and start.earliest <= end.latest


def _posts(db: Connection, between: _Between) -> list[Change]:
    """Leaders of the states with a standing, and of the organisation; foreign ministers of members."""
    standing = {
        row.country: row.status
        for day in (between.first, between.last)
        for row in reference.states(db, on=day)
        if row.status != "applicant" and row.on(day) is not Holds.NO
    }
    by_office: dict[str, list[Term]] = {}
    for term in reference.terms(db):
        by_office.setdefault(term.office.id, []).append(term)
    found = []
    for terms in by_office.values():
        office = terms[0].office
        if office.kind in reference.OFFICES_OF_LEADERS and (office.owner in standing or office.owner in _OWN_POSTS):
            found += _holders("leader", terms, between)
        elif office.kind == "foreign_minister" and standing.get(office.owner) == "member":
            found += _holders("minister", terms, between)
    return found


def _holders(kind: What, terms: list[Term], between: _Between) -> list[Change]:
    """Each new holder of one post with the one before; an end after which nobody came is a line of its own."""
    found = []
    for place, term in enumerate(terms):
        before = terms[place - 1] if place else None
        if before is not None and before.span.until is not None and before.span.until.latest <= between.first:
            before = None  # whoever left before the first day is not what the post was on it
        if between.may_hold(term.span.since):
            found.append(_change_of(kind, term.span.since, before, term, between))
        end = term.span.until
        follows = any(other is not term and end is not None and _meets(end, other.span.since) for other in terms)
        if end is not None and between.may_hold(end) and not follows:
            found.append(_change_of(kind, end, term, None, between))
    return found


def _change_of(kind: What, on: Edtf, before: Term | None, after: Term | None, between: _Between) -> Change:
    shown = after or before
    assert shown is not None
    return Change(
        kind, on, shown.person, shown.office.owner_name, shown.evidence, between.surely_holds(on),
        before.person if before else None, after.person if after else None, before.name if before else None,
        after.name if after else None, shown.office.owner, shown.office.name, bool(after and after.acting),
    )  # fmt: skip


def _cities(db: Connection, between: _Between) -> list[Change]:
    found = []
    for row in db.execute(_FORMER).fetchall():
        fact = f"former_name:{row['entity']}:{row['position'] + 1}"
        name = reference.entity(db, row["entity"]).name
        for moment in (Edtf.parse(text) for text in (row["since"], row["until"]) if text):
            if not between.may_hold(moment):
                continue
            before = reference.city_name(db, row["entity"], moment.earliest - timedelta(days=1))
            after = reference.city_name(db, row["entity"], moment.latest)
            evidence = evidence_for(db, [fact])[fact]
            found.append(
                Change("city", moment, row["entity"], name, evidence, between.surely_holds(moment),
                       before_name=before, after_name=after)
            )  # fmt: skip
    return found


def _documents(db: Connection, between: _Between) -> list[Change]:
    return [
        Change("document", row.signed, row.id, row.title, row.evidence, between.surely_holds(row.signed), sort=row.kind)
        for row in reference.documents(db)
        if row.signed is not None and between.may_hold(row.signed)
    ]


def _meetings(db: Connection, between: _Between) -> list[Change]:
    """Meetings of the leaders, and sessions of the regular councils, by their last day."""
    found = []
    for meeting in reference.meetings(db):
        end = Edtf.parse(meeting.end.isoformat())
        if between.may_hold(end):
            evidence = meeting.evidence.get("dates") or Evidence(f"dates:{meeting.id}")
            found.append(Change("meeting", end, meeting.id, meeting.name, evidence, True, sort=meeting.body))
    for session in chronicle.councils(db):
        if between.may_hold(session.end):
            sure = between.surely_holds(session.end)
            found.append(
                Change("meeting", session.end, session.id, session.name, session.evidence, sure, sort=session.body)
            )
    return found
