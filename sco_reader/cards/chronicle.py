"""The cards of a milestone, a claim of the press, and a session of a regular council."""

from dataclasses import dataclass
from datetime import date

from sco_reader import chronicle, reference
from sco_reader.cards.card import Card, Cell, Fact, Group, Line, Marks, Row, Section
from sco_reader.cards.composer import Composer
from sco_reader.dates import Edtf
from sco_reader.model import Council, Evidence, Text
from sco_reader.store import Connection, kept
from sco_reader.voice import Voice
from sco_reader.words import say


def milestone_card(composer: Composer, an_id: str) -> Card:
    """What happened, when, and whom it concerns."""
    say = composer.say
    found = chronicle.milestones(composer.db, an_id=an_id)[0]
    marks = composer.marks(found.evidence, composer.name(found.title))
    facts = _days(composer, found.start, found.end, marks)
    return _card(
        composer, an_id, "milestone", found.title, say(f"milestone-{found.kind}"),
        lead=(Line(composer.name(found.text), marks),), facts=tuple(facts),
        sections=(concerned(composer, found.about),), note=found.note,
    )  # fmt: skip


def claim_card(composer: Composer, an_id: str) -> Card:
    """What is said, whether it is right, what decides it, and where it was seen."""
    say = composer.say
    found = chronicle.claims(composer.db, an_id=an_id)[0]
    marks = composer.marks(found.evidence, composer.name(found.claim))
    facts = [Fact(say("fact-verdict"), say(f"verdict-{found.verdict}"), "", marks)]
    seen = tuple(
        Row((Cell(citation.source.publisher_in(composer.lang), strong=True, quoted=True),
             Cell(citation.source.title, quoted=True),
             Cell(composer.moment_of(citation.source.published), tone="quiet", key=citation.source.published or "")),
            composer.cited((citation,)))
        for citation in found.seen
    )  # fmt: skip
    columns = (say("column-publisher"), say("column-title"), say("column-published"))
    where = Section("seen", say("section-seen"), columns, (Group("", seen),) if seen else (), len(seen), say("no-seen"))
    return _card(
        composer, an_id, "claim", found.claim, say(f"verdict-{found.verdict}"),
        lead=(Line(composer.name(found.answer), marks),), facts=tuple(facts),
        sections=(concerned(composer, found.about), where), note=found.note,
    )  # fmt: skip


def council_card(composer: Composer, an_id: str) -> Card:
    """When and where a regular council met."""
    say = composer.say
    found = chronicle.councils(composer.db, an_id=an_id)[0]
    marks = composer.marks(found.evidence, composer.name(found.name))
    city = reference.city_name(composer.db, found.city, found.end.latest)
    facts = _days(composer, found.start, found.end, marks)
    facts.append(Fact(say("fact-place"), composer.name(city), "", marks, link=found.city))
    if found.format is not None:
        facts.append(Fact(say("column-format"), say(f"format-{found.format}"), "", marks))
    return _card(composer, an_id, "council", found.name, say(f"body-{found.body}"), facts=tuple(facts), note=found.note)


def _days(composer: Composer, start: Edtf, end: Edtf | None, marks: Marks) -> list[Fact]:
    """As a meeting says its days, "9 and 10 September 2020"; each by itself where one is not known to the day."""
    say = composer.say
    if end is not None and start.is_exact and end.is_exact:
        return [Fact(say("fact-day"), composer.days(start.earliest, end.earliest), "", marks)]
    facts = [Fact(say("fact-day"), composer.moment(start), "", marks, not start.is_exact)]
    if end is not None and end != start:
        facts.append(Fact(say("fact-last-day"), composer.moment(end), "", marks, not end.is_exact))
    return facts


def concerned(composer: Composer, about: tuple[str, ...]) -> Section:
    """The entities whose facts stand behind a milestone or a claim, each a row that opens its card."""
    say = composer.say
    rows = []
    for an_id in about:
        entity = reference.entity(composer.db, an_id)
        flag = an_id if entity.kind == "country" else None
        cells = (Cell(composer.name(entity.name), flag=flag, strong=True), Cell(say(f"kind-{entity.kind}")))
        rows.append(Row(cells, link=an_id))
    columns = (say("column-name"), say("column-kind"))
    return Section("concerned", say("section-concerned"), columns, (Group("", tuple(rows)),) if rows else (), len(rows),
                   say("no-concerned"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Told:
    """A row that reads the same on every day; what it rests on is numbered with the card it stands on."""

    cells: tuple[Cell, ...]
    about: str
    evidence: Evidence
    link: str
    first: date
    body: str = ""

    def row(self, composer: Composer) -> Row:
        return Row(self.cells, composer.marks(self.evidence, self.about), self.link, later=self.first > composer.on)


def milestones_section(composer: Composer, about: str | None) -> Section:
    """Milestones that concern an entity (all of them for None), the latest first."""
    say = composer.say
    rows = tuple(told.row(composer) for told in _milestones(composer.db, composer.voice, about))
    columns = (say("column-dates"), say("column-milestone"), say("column-kind"))
    count = sum(not row.later for row in rows)
    return Section("milestones", say("section-milestones"), columns, (Group("", rows),) if rows else (), count,
                   say("no-milestones"))  # fmt: skip


@kept(64)
def _milestones(db: Connection, voice: Voice, about: str | None) -> list[_Told]:
    return [
        _Told((Cell(voice.moment(row.start, short=True), uncertain=not row.start.is_exact, key=row.start.text),
               Cell(row.title.in_(voice.lang), sub=row.text.in_(voice.lang), strong=True),
               Cell(say(f"milestone-{row.kind}", voice.lang), tone="quiet")),
              row.title.in_(voice.lang), row.evidence, row.id, row.start.earliest)
        for row in reversed(chronicle.milestones(db, about=about))
    ]  # fmt: skip


def claims_section(composer: Composer, about: str | None) -> Section:
    """What the press says of an entity (of anything for None), by verdict, what is wrong first."""
    say = composer.say
    found = chronicle.claims(composer.db, about=about)
    groups = []
    for verdict in reversed(chronicle.VERDICTS):
        rows = tuple(
            Row((Cell(composer.name(row.claim), sub=composer.name(row.answer), strong=True),),
                composer.marks(row.evidence, composer.name(row.claim)), row.id)
            for row in found
            if row.verdict == verdict
        )  # fmt: skip
        if rows:
            groups.append(Group(say(f"verdicts-{verdict}"), rows, count=str(len(rows))))
    return Section("claims", say("section-claims"), (say("column-claim"),), tuple(groups), len(found), say("no-claims"))


def councils_section(composer: Composer) -> Section:
    """Sessions of the regular councils, body by body, the latest first."""
    say = composer.say
    found = _councils(composer.db, composer.voice)
    groups = []
    for body in chronicle.COUNCILS:
        rows = tuple(told.row(composer) for told in found if told.body == body)
        if rows:
            groups.append(Group(say(f"body-{body}"), rows, count=str(sum(not row.later for row in rows))))
    columns = (say("column-dates"), say("fact-place"))
    return Section("councils", say("section-councils"), columns, tuple(groups), len(found), say("no-councils"))


@kept(4)
def _councils(db: Connection, voice: Voice) -> list[_Told]:
    return [
        _Told((Cell(_sat(voice, row), uncertain=not row.start.is_exact, key=row.start.text),
               Cell(reference.city_name(db, row.city, row.end.latest).in_(voice.lang))),
              row.name.in_(voice.lang), row.evidence, row.id, row.start.earliest, row.body)
        for row in reversed(chronicle.councils(db))
    ]  # fmt: skip


def _sat(voice: Voice, found: Council) -> str:
    """Its day, or its first and last day in one phrase."""
    if found.end == found.start:
        return voice.moment(found.start, short=True)
    return voice.days(found.start.earliest, found.end.latest)


def _card(
    composer: Composer, an_id: str, kind: str, title: Text, kicker: str, *, lead: tuple[Line, ...] = (),
    facts: tuple[Fact, ...], sections: tuple[Section, ...] = (), note: Text | None,
) -> Card:  # fmt: skip
    return Card(
        id=an_id, kind=reference.entity(composer.db, an_id).kind, lang=composer.lang, on=composer.on,
        horizon=reference.verified_through(composer.db), kicker=(composer.say(f"kind-{kind}"), kicker),
        title=composer.name(title), subtitle=title.en if composer.lang == "ar" else title.ar, lead=lead, facts=facts,
        sections=sections, note=composer.name(note) if note else "", disputes=tuple(composer.disputes),
        sources=tuple(composer.sources),
    )  # fmt: skip
