"""The things that the reference knows, as frozen values. `since` is inclusive, `until` exclusive."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sco_reader.dates import Edtf, Holds, Span

Lang = Literal["en", "ar"]
Kind = Literal["country", "person", "city", "organisation", "meeting", "document", "council", "milestone", "claim"]


@dataclass(frozen=True, slots=True)
class Text:
    """One text in the languages in which the reference has it; Arabic and English are always there."""

    en: str
    ar: str
    ru: str | None = None
    zh: str | None = None

    def in_(self, lang: Lang) -> str:
        return self.ar if lang == "ar" else self.en


@dataclass(frozen=True, slots=True)
class Source:
    """A page that somebody read for a fact."""

    id: str
    address: str
    publisher: str
    title: str
    language: str
    published: str | None
    read_on: str
    klass: str
    archived: str | None = None
    publisher_ar: str = ""
    """The publisher's Arabic name; empty where it has none of its own."""
    publisher_key: str = ""
    """The same for every name and edition of one publisher: two sources that share it bear a fact out once."""

    def publisher_in(self, lang: Lang) -> str:
        """The publisher as a reader of `lang` knows it."""
        return (self.publisher_ar if lang == "ar" else "") or self.publisher


@dataclass(frozen=True, slots=True)
class Citation:
    source: Source
    at: str | None = None
    """Where on the page, such as `paragraph 4`."""


@dataclass(frozen=True, slots=True)
class Contest:
    """What other sources say of one field, and why the value in the record is preferred."""

    field: str
    value: Text
    reason: Text
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a fact rests on; `unverified` marks one that no source bears out yet."""

    fact: str
    citations: tuple[Citation, ...] = ()
    contests: tuple[Contest, ...] = ()
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    id: str
    kind: Kind
    name: Text
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """Another name of an entity: form is official, also, abbreviation or former (then with its span)."""

    lang: str
    form: str
    text: str
    since: Edtf | None = None
    until: Edtf | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A day on the way to a status: applied, decision, signed (the memorandum) or effect."""

    step: str
    on: Edtf
    meeting: str | None
    note: Text | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Status:
    """A state's standing in the SCO (or in the Shanghai Five) over a span of time."""

    country: str
    name: Text
    status: str
    span: Span
    note: Text | None
    steps: tuple[Step, ...]
    evidence: Evidence

    def on(self, day: date) -> Holds:
        return self.span.holds_on(day)


@dataclass(frozen=True, slots=True)
class Office:
    id: str
    owner: str
    owner_name: Text
    kind: str
    name: Text
    of: Text
    """With its state, as its holder is called: *President of Kazakhstan*, رئيسة قيرغيزستان."""
    post: Text
    """With its state, whoever holds it."""
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """One holder's time in one office; the office is worded for the holder (gender, acting)."""

    person: str
    name: Text
    office: Office
    span: Span
    acting: bool
    began: str | None
    ended: str | None
    note: Text | None
    evidence: Evidence

    def on(self, day: date) -> Holds:
        return self.span.holds_on(day)


@dataclass(frozen=True, slots=True)
class Delegation:
    """Who led a party's delegation at a meeting; `head` is None where the party stayed away."""

    meeting: str
    party: str
    party_kind: Kind
    party_name: Text
    role: str
    head: str | None
    head_name: Text | None
    office: Text | None
    acting: bool
    substitutes_for: str | None
    substituted_name: Text | None
    why: Text | None
    format: str
    absent: bool
    note: Text | None
    evidence: Evidence
    office_kind: str | None = None
    """Kind of the office, where the record names one with dates of its own."""


@dataclass(frozen=True, slots=True)
class Meeting:
    id: str
    body: str
    number: int | None
    name: Text
    city: str
    city_name: Text
    """As the city was called on the first day."""
    country: str | None
    start: date
    end: date
    venue: Text | None
    chair_country: str
    chair_country_name: Text
    chair_person: str | None
    chair_person_name: Text | None
    format: str
    documents: tuple[str, ...]
    note: Text | None
    evidence: dict[str, Evidence] = field(default_factory=dict)
    """By aspect: dates, city, chair, format, number, venue."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A decision of a meeting (count None), or how many documents of a sort it adopted."""

    text: Text
    count: int | None
    note: Text | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Document:
    id: str
    title: Text
    kind: str
    signed: Edtf | None
    place: str | None
    meeting: str | None
    in_force: Edtf | None
    summary: Text | None
    full_text: str | None
    note: Text | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Life:
    """What is known of a person, a place or an organisation beside its names."""

    entity: Entity
    country: str | None = None
    organisation: str | None = None
    capital: str | None = None
    seat: str | None = None
    gender: str | None = None
    days: tuple[tuple[str, Edtf, Evidence], ...] = ()
    """`born`, `died`, `founded`, `dissolved` with what bears them out."""
    verified_through: date | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A state's part of the SCO's budget, or of the posts in its bodies, in per cent as written."""

    what: str
    percent: str
    span: Span
    note: Text | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Figures:
    """A state in figures, each with what bears it out; None where no source has been read."""

    area_km2: int | None
    population: int | None
    population_year: Edtf | None
    languages: Text | None
    shares: tuple[Share, ...]
    evidence: dict[str, Evidence]
    """By kind: area, population, languages."""


@dataclass(frozen=True, slots=True)
class Council:
    """One session of a regular council under the leaders: foreign ministers, defence ministers, secretaries."""

    id: str
    body: str
    name: Text
    start: Edtf
    end: Edtf
    city: str
    format: str | None
    note: Text | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Milestone:
    """An event worth a place on the timeline; both days are inside it, `end` is None where it has one day."""

    id: str
    kind: str
    title: Text
    text: Text
    start: Edtf
    end: Edtf | None
    about: tuple[str, ...]
    note: Text | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that the press repeats, and what the record says to it."""

    id: str
    claim: Text
    verdict: str
    answer: Text
    about: tuple[str, ...]
    """The entities whose facts decide it."""
    seen: tuple[Citation, ...]
    note: Text | None
    evidence: Evidence
