"""What stands on the timeline: memberships, leaders, meetings, milestones and documents, as items in lanes."""

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from sco_reader import chronicle, reference
from sco_reader.dates import Edtf
from sco_reader.model import Evidence, Lang, Office
from sco_reader.store import Connection
from sco_reader.voice import Voice

_LED_BY_GOVERNMENT = ("in", "ir", "pk")
"""States that send their head of government to summits: a summit lane shows that post instead."""

_LEADING = ("head_of_state", "head_of_government", "supreme_leader", "secretary_general", "rats_director")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in time: `start` and `end` are EDTF as written, `end` exclusive for spans and None while open.

    A meeting's `end` is its last day, so is a milestone's, where it has one; a document has none. Lanes are
    `membership/kz`, `leaders/kz-president`, `meetings/hsc`, `milestones` and `documents`.
    """

    id: str
    lane: str
    label_en: str
    label_ar: str
    start: str
    end: str | None
    kind: str

    def answer(self) -> dict[str, str | None]:
        return asdict(self)

    def label(self, lang: Lang) -> str:
        return self.label_ar if lang == "ar" else self.label_en


def items(
    db: Connection, *, since: date | None = None, until: date | None = None, summit_posts: bool = False
) -> list[Item]:
    """Everything between two days (both inclusive), lane by lane, each in the order of time.

    With `summit_posts`, of each state the one post whose holder goes to summits, and the Secretary-General.
    """
    found = [
        *_memberships(db), *_leaders(db, summit_posts=summit_posts), *_meetings(db), *_milestones(db), *_documents(db),
    ]  # fmt: skip
    return [item for item in found if _is_between(item, since, until)]


def evidence_of(db: Connection, item: Item) -> Evidence | None:
    """What the dates of an item rest on; None for one that is not of the file."""
    group = item.lane.partition("/")[0]
    if group == "meetings":
        return reference.meeting(db, item.id).evidence.get("dates")
    if group == "milestones":
        return chronicle.milestones(db, an_id=item.id)[0].evidence
    if group == "documents":
        return reference.documents(db, an_id=item.id)[0].evidence
    if group == "membership":
        held = [row for row in reference.statuses(db, item.id) if row.status == item.kind]
        return next((row.evidence for row in held if str(row.span.since) == item.start), None)
    office = item.lane.partition("/")[2]
    terms = [term for term in reference.terms(db, person=item.id) if term.office.id == office]
    return next((term.evidence for term in terms if str(term.span.since) == item.start), None)


def _is_between(item: Item, since: date | None, until: date | None) -> bool:
    if until is not None and Edtf.parse(item.start).earliest > until:
        return False
    is_point = item.lane.startswith(("meetings", "milestones", "documents"))
    end = item.end or (item.start if is_point else None)
    return since is None or end is None or Edtf.parse(end).latest >= since


def _memberships(db: Connection) -> list[Item]:
    """Lanes in the order in which states came to their highest standing."""
    rows = reference.statuses(db)
    rank = {status: place for place, status in enumerate((*reference.SCO_STATUSES, "shanghai_five"))}
    best: dict[str, tuple[int, date]] = {}
    for row in rows:
        key = (rank[row.status], row.span.since.earliest)
        best[row.country] = min(best.get(row.country, key), key)
    rows.sort(key=lambda row: (best[row.country], row.country, row.span.since.earliest))
    return [
        Item(row.country, f"membership/{row.country}", row.name.en, row.name.ar, str(row.span.since),
             str(row.span.until) if row.span.until else None, row.status)
        for row in rows
    ]  # fmt: skip


def _leaders(db: Connection, *, summit_posts: bool) -> list[Item]:
    members = {row.country for row in reference.statuses(db) if row.status == "member"}
    return [
        Item(term.person, f"leaders/{term.office.id}", term.name.en, term.name.ar, str(term.span.since),
             str(term.span.until) if term.span.until else None, "acting" if term.acting else "term")
        for term in reference.terms(db)
        if term.office.kind in _LEADING and (term.office.owner in members or term.office.kind in _LEADING[3:])
        and (not summit_posts or _goes_to_summits(term.office))
    ]  # fmt: skip


def _goes_to_summits(office: Office) -> bool:
    wanted = "head_of_government" if office.owner in _LED_BY_GOVERNMENT else "head_of_state"
    return office.kind in (wanted, "secretary_general")


def _meetings(db: Connection) -> list[Item]:
    return [
        Item(
            row.id,
            f"meetings/{row.body}",
            row.name.en,
            row.name.ar,
            row.start.isoformat(),
            row.end.isoformat(),
            row.format,
        )
        for row in reference.meetings(db)
    ]


def _milestones(db: Connection) -> list[Item]:
    return [
        Item(row.id, "milestones", row.title.en, row.title.ar, str(row.start), str(row.end) if row.end else None,
             row.kind)
        for row in chronicle.milestones(db)
    ]  # fmt: skip


def _documents(db: Connection) -> list[Item]:
    return [
        Item(row.id, "documents", row.title.en, row.title.ar, str(row.signed), None, row.kind)
        for row in reference.documents(db)
        if row.signed is not None
    ]


def draw(
    db: Connection, found: list[Item], *, voice: Voice, target: Path, on: date,
    since: date | None = None, until: date | None = None,
) -> None:  # fmt: skip
    """The timeline as a picture, by the ending of `target` (svg, png, pdf), over the years of `since` and `until`.

    Raises UnknownEnding, CannotWrite.
    """
    from sco_reader.timeline_sheet import draw as draw_sheet

    horizon = reference.verified_through(db)
    shown = [item for item in found if item.lane.startswith(("membership", "meetings"))]
    starts = min((Edtf.parse(item.start).earliest for item in shown), default=horizon)
    last = min(until or horizon, horizon)
    first = min(max(starts, since or starts), last)
    draw_sheet(shown, voice=voice, on=on, horizon=horizon, target=target, years=(first.year, last.year))
