"""What a card says, as plain values: the window paints it, the sheet prints it, the terminal lists it.

All text is in one language and says what held on one day. Numbers in `marks` count into `Card.sources`, from 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from sco_reader.arabic.bidi import in_line
from sco_reader.dates import Span
from sco_reader.model import Citation, Kind, Lang

Tone = Literal["plain", "quiet", "asof", "acting", "warn"]


@dataclass(frozen=True, slots=True)
class Marks:
    """Source numbers of a fact: those that bear it out, and those that say otherwise."""

    numbers: tuple[int, ...] = ()
    against: tuple[int, ...] = ()
    unverified: bool = False
    places: tuple[tuple[int, str], ...] = ()
    """Where on the page this very fact stands, by source number; another fact of the card may stand elsewhere on it."""
    fact: str = ""
    """Id of the fact in the reference, such as `status:kz:member:2001-06-15`: what a reader notes stands on it."""
    other_facts: tuple[str, ...] = ()
    """Ids of further facts that these are the sources of, where a line says several at once."""

    def citation(self, number: int, sources: Sequence[Citation]) -> Citation:
        """Source `number` of a card with those `sources`, as this fact cites it."""
        return replace(sources[number - 1], at=dict(self.places).get(number))


def together(*found: Marks) -> Marks:
    """The marks of a line that says several facts: the first source of each, then the others.

    A note of the reader stands on the first fact that has an id.
    """
    firsts = tuple(number for marks in found for number in marks.numbers[:1])
    against = tuple(dict.fromkeys(number for marks in found for number in marks.against))
    numbers = tuple(dict.fromkeys((*firsts, *(number for marks in found for number in marks.numbers))))
    facts = tuple(dict.fromkeys(fact for marks in found for fact in (marks.fact, *marks.other_facts) if fact))
    return Marks(
        numbers,
        against,
        any(marks.unverified for marks in found),
        tuple({number: place for marks in reversed(found) for number, place in marks.places}.items()),
        facts[0] if facts else "",
        facts[1:],
    )


def first_source(marks: Marks, sources: Sequence[Citation]) -> Citation | None:
    """The first of the `sources` of a card that bears out a fact with `marks`."""
    return marks.citation(marks.numbers[0], sources) if marks.numbers else None


@dataclass(frozen=True, slots=True)
class Headline:
    """An office as the head of its holder's card: in words that need no label, with the flag and the standing of the
    state that it is of."""

    text: str
    flag: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value of the strip at the top of a card."""

    label: str
    value: str
    sub: str = ""
    marks: Marks = Marks()
    uncertain: bool = False
    link: str | None = None
    headline: Headline | None = None
    """How it stands at the head of a card, where it does."""
    now: str | None = None
    """What it is today, where that is something else: "" for nothing. None where it still holds, or nobody asked."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the summary, with what it rests on."""

    text: str
    marks: Marks = Marks()


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as it is also written, and the traditions of the press in which somebody read it."""

    text: str
    where: tuple[str, ...] = ()
    marks: Marks = Marks()


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    sub: str = ""
    flag: str | None = None
    status: str | None = None
    """A status whose mark (disc, ring, diamond …) stands before the text."""
    tag: str = ""
    """A short word in a pill behind the text, such as *acting*."""
    tone: Tone = "plain"
    strong: bool = False
    uncertain: bool = False
    quoted: bool = False
    """Words of somebody else, which no house respells."""
    key: str = ""
    """What sorts the cell where its text does not: an ISO day."""
    links: tuple[tuple[str, str], ...] = ()
    """Names and ids that stand in this cell, one on a line, each open to the reader; `text` has them on one line."""


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    marks: Marks = Marks()
    link: str | None = None
    """The entity that Enter opens."""
    current: bool = False
    """It held on the as-of day, where others of its table did not."""
    later: bool = False
    """It comes after the as-of day: pale, and out of every count."""
    past: bool = False
    """It held on the as-of day, and does not today."""

    @property
    def said(self) -> str:
        """The row on one line, each cell isolated: what is copied of it."""
        return " · ".join(in_line(cell.text) for cell in self.cells if cell.text)


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    rows: tuple[Row, ...]
    status: str | None = None
    count: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    title: str
    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    count: int | None = None
    empty: str = ""
    even: bool = False
    """Its columns after the first are set against each other, and equally wide."""

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for group in self.groups for row in group.rows)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Time in one office without a gap, however many terms it has: a bar of a career."""

    name: str
    """The office without its state."""
    span: Span
    current: bool = False
    """It held on the as-of day."""
    acting: bool = False


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two sources that differ: what is contested, what the other says, and why the card prefers what it prints."""

    about: str
    text: str
    marks: Marks
    fact_ids: tuple[str, ...] = ()
    """Ids of the facts of which it is one field."""


@dataclass(frozen=True, slots=True)
class Card:
    id: str
    kind: Kind
    lang: Lang
    on: date
    horizon: date
    kicker: tuple[str, ...]
    title: str
    subtitle: str
    status: str | None = None
    flag: str | None = None
    names: tuple[Fact, ...] = ()
    also: tuple[Spelling, ...] = ()
    note: str = ""
    lead: tuple[Line, ...] = ()
    facts: tuple[Fact, ...] = ()
    career: tuple[Stretch, ...] = ()
    """Of a person: the offices held, by their first day."""
    sections: tuple[Section, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    sources: tuple[Citation, ...] = ()
    members: tuple[tuple[str, str], ...] = field(default=())
    """For a meeting: the members on its last day, as (country, name), in the order of the language."""

    filterable: bool = False
    """Its rows are many, and the reader may narrow them by a text."""

    compared: tuple[str, ...] = ()
    """Of a card that sets several side by side: their ids, in the order of the columns."""
    since: date | None = None
    """Of a card that compares two days: the other one."""

    @property
    def beyond_horizon(self) -> bool:
        return self.on > self.horizon
