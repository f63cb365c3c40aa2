"""All states, people, meetings, documents or sources as one table as of a day: to sort, to narrow, to take away."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, get_args

from sco_reader import reference
from sco_reader.arabic.clitics import bare_forms
from sco_reader.arabic.fold import fold
from sco_reader.dates import Edtf, Holds
from sco_reader.evidence import all_sources
from sco_reader.holding import holding
from sco_reader.model import Status, Term
from sco_reader.store import Connection
from sco_reader.voice import Voice

TableName = Literal["states", "people", "meetings", "documents", "sources"]
TABLES: tuple[TableName, ...] = get_args(TableName)

LAST = "\U0010fffd"
"""The key of what is not known: it stands at the end."""

_PEOPLE = "SELECT e.id FROM entity AS e WHERE e.kind = 'person'"
_CITED = "SELECT source, count(DISTINCT fact) AS facts FROM citation GROUP BY source"


@dataclass(frozen=True, slots=True)
class Item:
    """What stands in one cell; `key` sorts it where its text does not (an ISO day, a number filled up with zeros)."""

    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row; `opens` is the entity whose card Enter opens, or an address for the browser."""

    items: tuple[Item, ...]
    opens: str
    flag: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """`word` names it in the catalogue; `extra` ones are hidden until the reader asks for them."""

    word: str
    extra: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    name: TableName
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def table(db: Connection, name: TableName, voice: Voice, on: date) -> Table:
    """The table of that name as of `on`, in the order of names or of time."""
    return _MADE[name](_Maker(db, voice, on))


def holds(line: Line, words: list[str]) -> bool:
    """True where the row holds every one of the folded `words`, with or without an Arabic prefix."""
    said = _folded(line)
    return all(any(form in said for form in (word, *bare_forms(word))) for word in words)


@lru_cache(maxsize=8192)
def _folded(line: Line) -> str:
    return fold(" ".join(item.text for item in line.items))


@dataclass(frozen=True, slots=True)
class _Maker:
    db: Connection
    voice: Voice
    on: date

    def name(self, an_id: str | None) -> Item:
        if not an_id:
            return Item("", LAST)
        entity = reference.entity(self.db, an_id)
        return Item(self.voice.name(entity.name), self.order[an_id])

    def moment(self, moment: Edtf | None) -> Item:
        if moment is None:
            return Item("", LAST)
        return Item(self.voice.moment(moment), moment.earliest.isoformat())

    def number(self, number: int | None) -> Item:
        if number is None:
            return Item("", LAST)
        return Item(self.voice.digits(f"{number:,}"), f"{number:012}")

    def word(self, key: str) -> Item:
        return Item(self.voice.say(key))

    @property
    def order(self) -> dict[str, str]:
        return reference.sort_keys(self.db, self.voice.lang)


def _states(make: _Maker) -> Table:
    from sco_reader import chronicle

    held: dict[str, list[Status]] = {}
    for row in reference.statuses(make.db):
        held.setdefault(row.country, []).append(row)
    leading = reference.leaders(make.db, on=make.on)
    lines = []
    for country in sorted(held, key=make.order.__getitem__):
        now = next((row for row in held[country] if row.on(make.on) is not Holds.NO), None)
        rank = (*reference.SCO_STATUSES, "shanghai_five").index(now.status) if now else 9
        standing = make.voice.say(f"status-{now.status}" if now else "status-none")
        figures = chronicle.figures(make.db, country)
        first = min((row.span.since for row in held[country]), key=lambda moment: moment.earliest)
        lines.append(Line((
            make.name(country), Item(standing, str(rank)), make.moment(now.span.since if now else None),
            _holder(make, leading, country, "head_of_state"), _holder(make, leading, country, "head_of_government"),
            make.name(reference.life(make.db, country).capital), make.moment(first),
            make.number(figures.area_km2), make.number(figures.population),
        ), country, country))  # fmt: skip
    columns = (
        Column("column-state"), Column("column-standing"), Column("column-since"),
        Column("office-kind-head_of_state"), Column("office-kind-head_of_government"), Column("fact-capital"),
        Column("column-first-standing", extra=True), Column("column-area-km2", extra=True),
        Column("fact-population", extra=True),
    )  # fmt: skip
    return Table("states", columns, tuple(lines))


def _holder(make: _Maker, leading: list[Term], country: str, kind: str) -> Item:
    term = next((term for term in leading if term.office.owner == country and term.office.kind == kind), None)
    return make.name(term.person if term is not None else None)


def _people(make: _Maker) -> Table:
    terms: dict[str, list[Term]] = {}
    for term in reference.terms(make.db):
        terms.setdefault(term.person, []).append(term)
    led = Counter(row.head for row in reference.delegations(make.db) if row.head is not None)
    lines = []
    people = [row["id"] for row in make.db.execute(_PEOPLE)]
    for person in sorted(people, key=make.order.__getitem__):
        life = reference.life(make.db, person)
        mine = terms.get(person, [])
        now = [term for term in mine if term.on(make.on) is not Holds.NO]
        owner = now[0].office.owner if now else life.country or life.organisation
        offices = make.voice.say("list-comma").join(make.voice.name(term.office.of) for term in now)
        born = next((day for key, day, _ in life.days if key == "born"), None)
        lines.append(Line((
            make.name(person), make.name(owner), Item(offices, "" if offices else LAST),
            make.moment(holding(make.db, now[0]).first.span.since if now else None), make.moment(born),
            make.number(len(mine)), make.number(led[person]),
        ), person, owner))  # fmt: skip
    columns = (
        Column("column-name"), Column("column-for"), Column("column-office-now"), Column("column-since"),
        Column("fact-born", extra=True), Column("column-terms", extra=True), Column("column-led"),
    )  # fmt: skip
    return Table("people", columns, tuple(lines))


def _meetings(make: _Maker) -> Table:
    lines = []
    for row in reversed(reference.meetings(make.db)):
        chair = Item(make.voice.name(row.chair_person_name)) if row.chair_person_name else Item("", LAST)
        lines.append(Line((
            Item(make.voice.days(row.start, row.end), row.start.isoformat()), make.name(row.id),
            make.word(f"body-{row.body}"), make.number(row.number), Item(make.voice.name(row.city_name)),
            make.name(row.chair_country), chair, make.word(f"format-{row.format}"), make.number(len(row.documents)),
        ), row.id, row.country))  # fmt: skip
    columns = (
        Column("column-dates"), Column("column-meeting"), Column("column-body", extra=True), Column("column-number"),
        Column("column-city"), Column("fact-chair"), Column("column-in-chair"), Column("column-format", extra=True),
        Column("column-documents"),
    )  # fmt: skip
    return Table("meetings", columns, tuple(lines))


def _documents(make: _Maker) -> Table:
    lines = []
    for row in reversed(reference.documents(make.db)):
        place = (
            reference.city_name(make.db, row.place, row.signed.latest if row.signed else make.on) if row.place else None
        )
        lines.append(Line((
            make.moment(row.signed), make.name(row.id), make.word(f"document-{row.kind}"), make.name(row.meeting),
            Item(make.voice.name(place)) if place else Item("", LAST), make.moment(row.in_force),
        ), row.id))  # fmt: skip
    columns = (
        Column("fact-signed"), Column("column-document"), Column("column-kind"), Column("column-meeting"),
        Column("fact-place", extra=True), Column("fact-in-force", extra=True),
    )  # fmt: skip
    return Table("documents", columns, tuple(lines))


def _sources(make: _Maker) -> Table:
    cited = {row["source"]: row["facts"] for row in make.db.execute(_CITED)}
    found = sorted(all_sources(make.db), key=lambda row: (-cited.get(row.id, 0), row.id))
    lines = tuple(
        Line((
            Item(row.title), Item(row.publisher_in(make.voice.lang)),
            make.moment(Edtf.parse(row.published) if row.published else None), make.word(f"class-{row.klass}"),
            make.number(cited.get(row.id, 0)), make.moment(Edtf.parse(row.read_on)), Item(row.address),
        ), row.address)
        for row in found
    )  # fmt: skip
    columns = (
        Column("column-title"), Column("column-publisher"), Column("column-published"), Column("column-class"),
        Column("column-cited"), Column("column-read", extra=True), Column("column-address", extra=True),
    )  # fmt: skip
    return Table("sources", columns, lines)


_MADE: dict[TableName, Callable[[_Maker], Table]] = {
    "states": _states, "people": _people, "meetings": _meetings, "documents": _documents, "sources": _sources,
}  # fmt: skip
