"""The card of a person: names, the office held on the day, all terms, delegations led."""

from sco_reader import reference
from sco_reader.arabic.bidi import isolate
from sco_reader.cards.card import Card, Cell, Fact, Group, Headline, Line, Row, Section, Stretch
from sco_reader.cards.composer import Composer
from sco_reader.dates import Span
from sco_reader.model import Life, Term


def person_card(composer: Composer, an_id: str) -> Card:
    """What a desk asks about a person on the as-of day."""
    say = composer.say
    life = reference.life(composer.db, an_id)
    entity = life.entity
    terms = sorted(reference.terms(composer.db, person=an_id), key=lambda term: term.span.since.earliest, reverse=True)
    held = [term for term in terms if composer.is_current(term.span)]
    name = composer.name(entity.name)
    lead = _lead(composer, name, held)
    strip, also = composer.name_facts(an_id, entity.name, reference.names(composer.db, an_id))
    facts = person_facts(composer, life, held)
    owner = held[0].office.owner if held else life.country
    standing = composer.standing(owner) if owner else None
    return Card(
        id=an_id, kind="person", lang=composer.lang, on=composer.on, horizon=reference.verified_through(composer.db),
        kicker=(say("kind-person"), *(composer.name(term.office.of) for term in held[:1])),
        title=name, subtitle=entity.name.en if composer.lang == "ar" else entity.name.ar,
        flag=life.country, status=standing.status if standing else None, names=strip, also=also,
        note=composer.name(entity.note) if entity.note else "", lead=lead, facts=facts,
        career=_career(composer, terms),
        sections=(_terms(composer, terms), _delegations(composer, an_id)),
        disputes=tuple(composer.disputes), sources=tuple(composer.sources),
    )  # fmt: skip


def _lead(composer: Composer, name: str, held: list[Term]) -> tuple[Line, ...]:
    if not held:
        return (Line(composer.say("lead-no-office", day=composer.day(composer.on), person=isolate(name))),)
    return tuple(
        Line(
            composer.say_then(
                "lead-office", person=isolate(name), office=isolate(composer.name(term.office.of)),
                since=composer.since(term),
            ),
            composer.held_marks(term),
        )
        for term in held
    )  # fmt: skip


def person_facts(composer: Composer, life: Life, held: list[Term]) -> tuple[Fact, ...]:
    """Offices held on the day, days of birth and death, the country of one without an office."""
    say = composer.say
    facts = []
    for term in held:
        facts += composer.holder(composer.name(term.office.owner_name), term)
        standing = composer.standing(term.office.owner)
        headline = Headline(
            composer.name(term.office.of), term.office.owner, standing.status if standing is not None else None
        )
        facts[-1] = Fact(
            composer.name(term.office.owner_name), composer.name(term.office.name),
            composer.since(term), facts[-1].marks, facts[-1].uncertain, term.office.owner, headline,
        )  # fmt: skip
    if not held:
        facts.append(Fact(say("fact-office"), say("no-office"), composer.day(composer.on)))
    for key, day, evidence in life.days:
        facts.append(
            Fact(
                say(f"fact-{key}"),
                composer.moment(day),
                "",
                composer.marks(evidence, say(f"fact-{key}")),
                not day.is_exact,
            )
        )
    if life.country is not None and not held:
        facts.append(
            Fact(
                say("fact-country"), composer.name(reference.entity(composer.db, life.country).name), link=life.country
            )
        )
    return tuple(facts)


def _career(composer: Composer, terms: list[Term]) -> tuple[Stretch, ...]:
    """The terms as stretches, by first day: one that goes on where one of the same office ends belongs to it."""
    found: dict[tuple[str, bool], list[Span]] = {}
    names: dict[tuple[str, bool], str] = {}
    for term in sorted(terms, key=lambda term: term.span.since.earliest):
        spans = found.setdefault((term.office.id, term.acting), [])
        names[term.office.id, term.acting] = composer.name(term.office.name)
        if spans and spans[-1].until is not None and spans[-1].until.text == term.span.since.text:
            spans[-1] = Span(spans[-1].since, term.span.until)
        else:
            spans.append(term.span)
    stretches = [
        Stretch(names[key], span, composer.is_current(span), acting=key[1])
        for key, spans in found.items()
        for span in spans
    ]
    return tuple(sorted(stretches, key=lambda stretch: stretch.span.since.earliest))


def _terms(composer: Composer, terms: list[Term]) -> Section:
    say = composer.say
    rows = tuple(composer.term_row(term, of_person=True) for term in terms)
    columns = (say("column-from"), say("column-to"), say("column-post"))
    return Section("terms", say("section-terms"), columns, (Group("", rows),), len(rows), say("no-terms"))


def _delegations(composer: Composer, person: str) -> Section:
    """Delegations led and meetings chaired, latest first."""
    say = composer.say
    led = {row.meeting: row for row in reference.delegations(composer.db, head=person)}
    listed = []
    for found in reversed(reference.meetings(composer.db)):
        chaired = found.chair_person == person
        row = led.get(found.id)
        if row is None and not chaired:
            continue
        evidence = row.evidence if row else found.evidence.get("chair")
        party = row.party if row else found.chair_country
        party_name = composer.name(row.party_name if row else found.chair_country_name)
        office = composer.head(row)[1] if row else Cell("")
        cells = (
            composer.days_cell(found.start, found.end),
            Cell(composer.name(found.name), tag=say("in-the-chair") if chaired else ""),
            Cell(party_name, flag=party), office,
        )  # fmt: skip
        listed.append(
            Row(cells, composer.marks(evidence, composer.name(found.name)), found.id, later=found.start > composer.on)
        )
    columns = (say("column-dates"), say("column-meeting"), say("column-party"), say("column-office"))
    return Section("meetings", say("section-led"), columns, (Group("", tuple(listed)),), len(listed), say("no-led"))
