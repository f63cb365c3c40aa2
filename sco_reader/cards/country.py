"""The card of a state: its standing on the day, who leads it, its way into the organisation."""

from sco_reader import chronicle, reference
from sco_reader.arabic.bidi import isolate
from sco_reader.arabic.wording import listed
from sco_reader.cards.card import Card, Cell, Fact, Group, Line, Row, Section
from sco_reader.cards.chronicle import claims_section, milestones_section
from sco_reader.cards.composer import Composer
from sco_reader.dates import Holds
from sco_reader.model import Status, Term

_TERMS_ON_PAPER, _MEETINGS_ON_PAPER = 2, 12
"""A sheet answers for the day: what came long before stands in the window."""


def country_card(composer: Composer, an_id: str) -> Card:
    """What a desk asks about a state on the as-of day."""
    say = composer.say
    life = reference.life(composer.db, an_id)
    entity = life.entity
    names = reference.names(composer.db, an_id)
    official = next((row.text for row in names if row.form == "official" and row.lang == composer.lang), "")
    all_statuses = reference.statuses(composer.db, an_id)
    terms = reference.terms(composer.db, owner=an_id)
    current = composer.standing(an_id)
    facts = country_facts(composer, an_id, terms)
    lead = _lead(composer, composer.name(entity.name), current)
    strip, also = composer.name_facts(an_id, entity.name, names)
    offices = {term.office.id: term.office for term in terms}
    beside = () if composer.is_paper else tuple(
        section for section in (milestones_section(composer, an_id), claims_section(composer, an_id)) if section.rows
    )  # fmt: skip
    notes = [composer.name(office.note) for office in offices.values() if office.note]
    if entity.note:
        notes.insert(0, composer.name(entity.note))
    return Card(
        id=an_id, kind="country", lang=composer.lang, on=composer.on, horizon=reference.verified_through(composer.db),
        kicker=(say("kind-country"), say(f"status-{current.status}") if current else say("status-none")),
        title=composer.name(entity.name), subtitle=official, flag=an_id, status=current.status if current else None,
        names=strip, also=also, note=" ".join(notes), lead=lead, facts=tuple(facts),
        sections=(
            _statuses(composer, all_statuses),
            _leaders(composer, terms),
            _meetings(composer, an_id),
            *beside,
        ),
        disputes=tuple(composer.disputes), sources=tuple(composer.sources),
    )  # fmt: skip


def country_facts(composer: Composer, an_id: str, terms: list[Term]) -> list[Fact]:
    """Standing and leaders on the day, capital, figures; `terms` are those of its offices."""
    say = composer.say
    facts = _standing(composer, composer.standing(an_id), reference.statuses(composer.db, an_id))
    for kind in ("head_of_state", "supreme_leader", "head_of_government"):
        facts += composer.holder(say(f"office-kind-{kind}"), composer.held(terms, kind))
    capital = reference.life(composer.db, an_id).capital
    if capital is not None:
        called = reference.city_name(composer.db, capital, composer.on)
        facts.append(Fact(say("fact-capital"), composer.name(called), "", link=capital))
    return facts + _figures(composer, an_id)


def _standing(composer: Composer, current: Status | None, all_statuses: list[Status]) -> list[Fact]:
    say = composer.say
    if current is not None:
        since = say("since", day=composer.moment(current.span.since))
        marks = composer.marks(current.evidence, say(f"status-{current.status}"))
        return [
            Fact(say("fact-standing"), say(f"status-{current.status}"), since, marks,
                 uncertain=current.on(composer.on) is Holds.UNCERTAIN)
        ]  # fmt: skip
    later = [row for row in all_statuses if row.span.starts_after(composer.on)]
    sub = (
        say("first-on", what=say(f"status-{later[0].status}"), day=composer.moment(later[0].span.since))
        if later
        else ""
    )
    return [Fact(say("fact-standing"), say("status-none"), sub)]


def _figures(composer: Composer, an_id: str) -> list[Fact]:
    """Area, population, languages, shares in the SCO, bodies seated there, and when it chaired."""
    say = composer.say
    found = chronicle.figures(composer.db, an_id)
    facts = []
    if found.area_km2 is not None:
        facts.append(Fact(say("fact-area"), say("area-km2", count=f"{found.area_km2:,}"), "",
                          composer.marks(found.evidence["area"], say("fact-area"))))  # fmt: skip
    if found.population is not None:
        year = found.population_year.text if found.population_year else ""
        facts.append(Fact(say("fact-population"), f"{found.population:,}", say("population-in", year=year),
                          composer.marks(found.evidence["population"], say("fact-population"))))  # fmt: skip
    if found.languages is not None:
        facts.append(Fact(say("fact-languages"), composer.name(found.languages), "",
                          composer.marks(found.evidence["languages"], say("fact-languages"))))  # fmt: skip
    for share in found.shares:
        if composer.is_current(share.span):
            since = say("since", day=composer.moment(share.span.since))
            label = say(f"fact-share-{share.what}")
            facts.append(Fact(label, say("percent", count=share.percent), since, composer.marks(share.evidence, label)))
    seated = [composer.name(body.name) for body in reference.seated_in(composer.db, an_id)]
    if seated:
        facts.append(Fact(say("fact-bodies"), listed(seated, composer.lang)))
    chaired = [str(row.end.year) for row in reference.meetings(composer.db, body="hsc")
               if row.chair_country == an_id and row.end <= composer.on]  # fmt: skip
    if chaired:
        facts.append(Fact(say("fact-chaired"), listed(chaired, composer.lang)))
    return facts


def _lead(composer: Composer, name: str, current: Status | None) -> tuple[Line, ...]:
    if current is None:
        return (Line(composer.say_then("lead-no-standing", state=isolate(name))),)
    said = composer.say_then(
        f"lead-status-{current.status}", state=isolate(name), since=composer.moment(current.span.since)
    )
    return (Line(said, composer.marks(current.evidence)),)


def _statuses(composer: Composer, rows: list[Status]) -> Section:
    say = composer.say
    listed = []
    for row in rows:
        about = say(f"status-{row.status}")
        marks = composer.marks(row.evidence, about)
        note = composer.name(row.note) if row.note else ""
        cells = (*composer.span_cells(row.span), Cell(about, sub=note, status=row.status))
        listed.append(Row(cells, marks, None, composer.is_current(row.span), composer.is_later(row.span)))
        for step in row.steps:
            what = say(f"step-{step.step}")
            said = composer.name(step.note) if step.note else ""
            if step.meeting is not None:
                at = composer.name(reference.entity(composer.db, step.meeting).name)
                what = say("step-at", step=isolate(what), meeting=isolate(at))
            day = Cell(
                composer.moment(step.on, short=True), tone="quiet", uncertain=not step.on.is_exact, key=step.on.text
            )
            cell_of_step = (day, Cell("", tone="quiet"), Cell(what, sub=said, tone="quiet"))
            later = step.on.earliest > composer.on
            listed.append(Row(cell_of_step, composer.marks(step.evidence, what), step.meeting, later=later))
    columns = (say("column-from"), say("column-to"), say("column-standing"))
    return Section(
        "statuses", say("section-statuses"), columns, (Group("", tuple(listed)),), len(rows), say("no-statuses")
    )


def _leaders(composer: Composer, terms: list[Term]) -> Section:
    say = composer.say
    groups = []
    # The highest post first; ministers and others behind the leaders.
    order = reference.OFFICES_OF_LEADERS
    ranked = sorted(terms, key=lambda t: order.index(t.office.kind) if t.office.kind in order else len(order))
    for office in dict.fromkeys(term.office.id for term in ranked):
        mine = [term for term in reversed(terms) if term.office.id == office]
        title = composer.name(mine[0].office.post)
        shown = _for_paper(composer, mine) if composer.is_paper else mine
        rows = tuple(composer.term_row(term, of_person=False) for term in shown)
        if rows:
            groups.append(Group(title, rows, count=str(len(mine))))
    columns = (say("column-from"), say("column-to"), say("column-holder"))
    return Section("leaders", say("section-leaders"), columns, tuple(groups), len(terms), say("no-leaders"))


def _for_paper(composer: Composer, terms: list[Term]) -> list[Term]:
    """Of an office the holder of the day and the one before: the latest first; deputies are left to the window."""
    if terms[0].office.kind == "other":
        return []
    return [term for term in terms if not composer.is_later(term.span)][:_TERMS_ON_PAPER]


def _meetings(composer: Composer, country: str) -> Section:
    """Meetings on its soil or in its chair, and delegations that it sent, oldest first."""
    say = composer.say
    sent = {row.meeting: row for row in reference.delegations(composer.db, party=country)}
    listed = []
    here = [found for found in reference.meetings(composer.db) if found.chair_country == country or found.id in sent]
    past = [found for found in here if found.start <= composer.on]
    for found in past[-_MEETINGS_ON_PAPER:] if composer.is_paper else here:
        chaired = found.chair_country == country
        head, office = Cell(""), Cell("")
        marks = composer.marks(found.evidence.get("chair" if chaired else "dates"), composer.name(found.name))
        if found.id in sent:
            head, office = composer.head(sent[found.id])
            marks = composer.marks(sent[found.id].evidence, composer.name(found.name))
        elif found.chair_person_name is not None:
            head = Cell(composer.name(found.chair_person_name), strong=True)
        tag = say("in-the-chair") if chaired else ""
        cells = (
            composer.days_cell(found.start, found.end),
            Cell(composer.name(found.name), tag=tag),
            head,
            office,
        )
        listed.append(Row(cells, marks, found.id, later=found.start > composer.on))
    columns = (say("column-dates"), say("column-meeting"), say("column-head"), say("column-office"))
    return Section(
        "meetings", say("section-meetings"), columns, (Group("", tuple(listed)),), len(here), say("no-meetings")
    )
