"""The cards of a document and of a city."""

from sco_reader import reference
from sco_reader.cards.card import Card, Cell, Fact, Group, Line, Row, Section
from sco_reader.cards.composer import Composer


def document_card(composer: Composer, an_id: str) -> Card:
    """A document: what it is, when and where it was signed, what it says."""
    say = composer.say
    found = reference.documents(composer.db, an_id=an_id)[0]
    marks = composer.marks(found.evidence, composer.name(found.title))
    facts = [Fact(say("column-kind"), say(f"document-{found.kind}"), "", marks)]
    for key, moment in (("signed", found.signed), ("in-force", found.in_force)):
        if moment is not None:
            facts.append(Fact(say(f"fact-{key}"), composer.moment(moment), "", marks, not moment.is_exact))
    if found.meeting is not None:
        meeting = reference.meeting(composer.db, found.meeting)
        facts.append(Fact(say("column-meeting"), composer.name(meeting.name), link=found.meeting))
    if found.place is not None:
        on = found.signed.latest if found.signed else composer.on
        facts.append(
            Fact(say("fact-place"), composer.name(reference.city_name(composer.db, found.place, on)), link=found.place)
        )
    strip, also = composer.name_facts(an_id, found.title, reference.names(composer.db, an_id))
    return Card(
        id=an_id, kind="document", lang=composer.lang, on=composer.on, horizon=reference.verified_through(composer.db),
        kicker=(say("kind-document"), say(f"document-{found.kind}")), title=composer.name(found.title),
        subtitle=found.title.en if composer.lang == "ar" else found.title.ar, names=strip, also=also,
        note=composer.name(found.note) if found.note else "",
        lead=(Line(composer.name(found.summary), marks),) if found.summary else (), facts=tuple(facts),
        disputes=tuple(composer.disputes), sources=tuple(composer.sources),
    )  # fmt: skip


def city_card(composer: Composer, an_id: str) -> Card:
    """A city: its name on the day, its names over time, the meetings held there."""
    say = composer.say
    life = reference.life(composer.db, an_id)
    names = reference.names(composer.db, an_id)
    strip, also = composer.name_facts(an_id, life.entity.name, names)
    facts = []
    if life.country is not None:
        facts.append(
            Fact(
                say("fact-country"), composer.name(reference.entity(composer.db, life.country).name), link=life.country
            )
        )
    former = tuple(
        Row((
            Cell(composer.moment(row.since) if row.since else "", key=row.since.text if row.since else ""),
            Cell(composer.moment(row.until) if row.until else "", key=row.until.text if row.until else ""),
            Cell(row.text, strong=True),
        ))
        for row in names
        if row.form == "former" and row.lang == composer.lang
    )  # fmt: skip
    held = tuple(
        Row(
            (composer.days_cell(row.start, row.end), Cell(composer.name(row.name))),
            composer.marks(row.evidence.get("city"), composer.name(row.name)), row.id, later=row.start > composer.on,
        )
        for row in reference.meetings(composer.db)
        if row.city == an_id
    )  # fmt: skip
    today = composer.name(reference.city_name(composer.db, an_id, composer.on))
    return Card(
        id=an_id, kind="city", lang=composer.lang, on=composer.on, horizon=reference.verified_through(composer.db),
        kicker=(say("kind-city"),), title=today, flag=life.country,
        subtitle=life.entity.name.en if composer.lang == "ar" else life.entity.name.ar, names=strip, also=also,
        facts=tuple(facts),
        sections=(
            Section("meetings", say("section-meetings"), (say("column-dates"), say("column-meeting")),
                    (Group("", held),), len(held), say("no-meetings")),
            Section("names", say("section-names"), (say("column-from"), say("column-to"), say("column-name")),
                    (Group("", former),) if former else (), len(former), say("no-former-names")),
        ),
        disputes=tuple(composer.disputes), sources=tuple(composer.sources),
    )  # fmt: skip
