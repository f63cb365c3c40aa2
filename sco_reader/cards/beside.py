"""The card that sets states, or people, side by side as of the day."""

from dataclasses import replace
from datetime import date

from sco_reader import reference
from sco_reader.arabic.wording import listed
from sco_reader.attendance import attendance
from sco_reader.cards.card import Card, Cell, Fact, Group, Line, Marks, Row, Section, together
from sco_reader.cards.composer import Composer
from sco_reader.cards.country import country_facts
from sco_reader.cards.person import person_facts
from sco_reader.errors import NotComparable
from sco_reader.search import GUESS, lookup
from sco_reader.store import Connection

MOST = 4
_KINDS = ("country", "person")


def with_one_more(db: Connection, ids: tuple[str, ...], text: str, on: date) -> tuple[str, ...]:
    """`ids` and what goes by `text`, of the kind of the first. Raises NotComparable."""
    kinds = (reference.entity(db, ids[0]).kind,) if ids else _KINDS
    hits = [hit.id for hit in lookup(db, text, on=on) if hit.kind in kinds and hit.score >= GUESS]
    if not hits or len(ids) >= MOST:
        raise NotComparable(text=text)
    return tuple(dict.fromkeys((*ids, hits[0])))


def beside_card(composer: Composer, an_id: str) -> Card:
    """A row a fact, a column an entity. Raises UnknownId."""
    say = composer.say
    ids = tuple(filter(None, an_id.partition(":")[2].split(",")))[:MOST]
    entities = [reference.entity(composer.db, each) for each in ids]
    facts = [_facts(composer, entity.id, entity.kind) for entity in entities]
    labels = list(dict.fromkeys(fact.label for column in facts for fact in column))
    heads = tuple(
        Cell(composer.name(entity.name), flag=_flag(composer, entity.id, entity.kind), strong=True)
        for entity in entities
    )
    rows = [_row(label, facts) for label in labels]
    names = listed((composer.name(entity.name) for entity in entities), composer.lang)
    lead = say("compare-lead", names=names, day=composer.day(composer.on)) if entities else say("compare-none")
    columns = ("", *(head.text for head in heads))
    groups = (Group("", (Row((Cell(""), *heads)), *rows)),) if entities else ()
    return Card(
        id=an_id, kind="organisation", lang=composer.lang, on=composer.on,
        horizon=reference.verified_through(composer.db), kicker=(say("compare-kicker"),), title=say("compare-title"),
        subtitle="", lead=(Line(lead),), compared=ids,
        sections=(Section("facts", say("compare-section"), columns, groups, len(rows), even=True),) if entities else (),
        disputes=tuple(composer.disputes), sources=tuple(composer.sources),
    )  # fmt: skip


def _flag(composer: Composer, an_id: str, kind: str) -> str | None:
    return an_id if kind == "country" else reference.life(composer.db, an_id).country


def _facts(composer: Composer, an_id: str, kind: str) -> list[Fact]:
    """Its facts by label, each label once: what an entity has several of stands in one cell, the first on top."""
    if kind == "country":
        found = [*country_facts(composer, an_id, reference.terms(composer.db, owner=an_id)), *_came(composer, an_id)]
    else:
        found = _of_person(composer, an_id)
    return found


def _came(composer: Composer, country: str) -> list[Fact]:
    """How many delegations it sent to the summits, and to the meetings of heads of government, up to the day."""
    facts = []
    for body in ("hsc", "hgc"):
        parties = attendance(composer.db, bodies=(body,), on=composer.on).parties
        party = next((row for row in parties if row.id == country), None)
        if party is not None and party.called:
            label = composer.say("compare-came", body=composer.say(f"body-{body}"))
            facts.append(Fact(label, composer.say("compare-share", n_text=party.came, m=party.called)))
    return facts


def _of_person(composer: Composer, person: str) -> list[Fact]:
    say = composer.say
    terms = [term for term in reference.terms(composer.db, person=person) if composer.is_current(term.span)]
    facts = [
        Fact(say("fact-office"), f"{fact.label}: {fact.value}", fact.sub, fact.marks, fact.uncertain, fact.link)
        if fact.link in {term.office.owner for term in terms}
        else fact
        for fact in person_facts(composer, reference.life(composer.db, person), terms)
    ]
    days = {row.id: row.start for row in reference.meetings(composer.db)}
    led = sum(days[row.meeting] <= composer.on for row in reference.delegations(composer.db, head=person))
    return [*facts, Fact(say("compare-led"), str(led))]


def _row(label: str, columns: list[list[Fact]]) -> Row:
    """One label across the columns; the sources of all its cells stand at the end of the row."""
    cells = [Cell(label, tone="quiet")]
    found: list[Marks] = []
    for facts in columns:
        fact = next((each for each in facts if each.label == label), None)
        if fact is None:
            cells.append(Cell("–", tone="quiet"))
            continue
        links = ((fact.value, fact.link),) if fact.link else ()
        cells.append(Cell(fact.value, sub=fact.sub, uncertain=fact.uncertain, links=links))
        marks = fact.marks
        found.append(replace(marks, numbers=marks.numbers[: 1 + len(marks.other_facts)], against=marks.against[:1]))
    row = together(*found)
    # No note stands on several entities.
    return Row(tuple(cells), replace(row, fact="", other_facts=(row.fact, *row.other_facts)))
