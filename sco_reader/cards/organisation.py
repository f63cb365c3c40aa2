"""The cards of organisations: the SCO as it stood on the day, its bodies, and those that came as guests."""

from sco_reader import reference
from sco_reader.arabic.bidi import isolate
from sco_reader.arabic.wording import listed
from sco_reader.cards.card import Card, Cell, Fact, Group, Line, Row, Section
from sco_reader.cards.chronicle import claims_section, councils_section, milestones_section
from sco_reader.cards.composer import Composer
from sco_reader.dates import Holds
from sco_reader.model import Status, Term

SCO = "sco"


_MEETINGS_ON_PAPER = 5
"""Of each body, on a sheet."""

_MOST_NAMED = 2
"""Of those that came last on one day."""


def organisation_card(composer: Composer, an_id: str) -> Card:
    """An organisation on the as-of day; for the SCO itself who is what, who leads, and its meetings."""
    say = composer.say
    life = reference.life(composer.db, an_id)
    entity = life.entity
    terms = reference.terms(composer.db, owner=an_id)
    is_sco = an_id == SCO
    standing = reference.states(composer.db, on=composer.on) if is_sco else []
    lead = _lead(composer, standing) if is_sco else ()
    strip, also = composer.name_facts(an_id, entity.name, reference.names(composer.db, an_id))
    facts = _counts(composer, standing) if is_sco else []
    leading = [kind for kind in ("secretary_general", "rats_director") if any(t.office.kind == kind for t in terms)]
    for kind in leading or ["other"]:  # where another post leads, those of other kinds are its deputies
        facts += composer.holder(say(f"office-kind-{kind}"), composer.held(terms, kind))
    for key, day, evidence in life.days:
        facts.append(Fact(say(f"fact-{key}"), composer.moment(day), "", composer.marks(evidence, say(f"fact-{key}"))))
    if life.seat is not None:
        facts.append(
            Fact(
                say("fact-seat"),
                composer.name(reference.city_name(composer.db, life.seat, composer.on)),
                link=life.seat,
            )
        )
    sections = (_states(composer, standing), _leaders(composer, standing), _meetings(composer)) if is_sco else ()
    about = None if is_sco else an_id
    beside = [milestones_section(composer, about), claims_section(composer, about)]
    if is_sco:
        beside.append(councils_section(composer))
    if composer.is_paper:
        beside = []
    return Card(
        id=an_id, kind="organisation", lang=composer.lang, on=composer.on,
        horizon=reference.verified_through(composer.db), kicker=(say("kind-organisation"),),
        title=composer.name(entity.name), subtitle=entity.name.en if composer.lang == "ar" else entity.name.ar,
        names=strip, also=also, note=composer.name(entity.note) if entity.note else "", lead=lead, facts=tuple(facts),
        sections=(
            *sections, _heads(composer, terms), _attended(composer, an_id),
            *(section for section in beside if section.rows),
        ),
        disputes=tuple(composer.disputes), sources=tuple(composer.sources),
    )  # fmt: skip


def _lead(composer: Composer, standing: list[Status]) -> tuple[Line, ...]:
    count = sum(row.status == "member" for row in standing)
    if not count:
        return (Line(composer.say("lead-before-founding", day=composer.day(composer.on))),)
    return (Line(composer.say_then("lead-organisation", n=count)),)


def _counts(composer: Composer, standing: list[Status]) -> list[Fact]:
    """How many hold each status; states whose standing is uncertain on that day are counted apart."""
    say = composer.say
    facts = []
    for status in reference.SCO_STATUSES:
        mine = [row for row in standing if row.status == status]
        if not mine:
            continue
        sure = sum(row.on(composer.on) is Holds.YES for row in mine)
        doubt = say("of-these-uncertain", n=len(mine) - sure) if sure < len(mine) else ""
        newest = max(mine, key=lambda row: row.span.since.earliest)
        since = _latest(composer, mine, newest)
        marks = composer.marks(newest.evidence, composer.name(newest.name))
        facts.append(Fact(say(f"statuses-{status}"), str(len(mine)), doubt or since, marks, uncertain=bool(doubt)))
    return facts


def _latest(composer: Composer, mine: list[Status], newest: Status) -> str:
    """Who came last and when; where many came on one day, none of them is the last, and the day alone is said."""
    order = reference.sort_keys(composer.db, composer.lang)
    last_day = [row for row in mine if row.span.since.earliest == newest.span.since.earliest]
    came = [composer.name(row.name) for row in sorted(last_day, key=lambda row: order[row.country])]
    day = composer.moment(newest.span.since)
    if len(came) > _MOST_NAMED:
        return composer.say("last-joined-many", day=day)
    last = "last-joined-partner" if newest.status.endswith("_partner") else "last-joined"  # شركاء are people in Arabic
    return composer.say(last, state=listed(map(isolate, came), composer.lang), day=day)


def _states(composer: Composer, standing: list[Status]) -> Section:
    say = composer.say
    order = reference.sort_keys(composer.db, composer.lang)
    groups = []
    for status in reference.SCO_STATUSES:
        mine = sorted((row for row in standing if row.status == status), key=lambda row: order[row.country])
        rows = []
        for row in mine:
            name = composer.name(row.name)
            new = row.span.since.is_exact and row.span.since.earliest == composer.on
            state = Cell(
                name,
                flag=row.country,
                strong=True,
                tag=say("from-this-day") if new else "",
                tone="asof" if new else "plain",
            )
            held = row.span.since
            since = Cell(composer.moment(held), key=held.text, uncertain=row.on(composer.on) is Holds.UNCERTAIN)
            note = Cell(composer.name(row.note) if row.note else "", tone="quiet")
            rows.append(Row((state, since, note), composer.marks(row.evidence, name), row.country))
        if rows:
            groups.append(Group(say(f"statuses-{status}"), tuple(rows), status, str(len(rows))))
    columns = (say("column-state"), say("column-since"), say("column-note"))
    return Section("states", say("section-states"), columns, tuple(groups), len(standing), say("no-states"))


def _leaders(composer: Composer, standing: list[Status]) -> Section:
    """Who leads the members on the day: head of state, and of government where it is another post."""
    say = composer.say
    order = reference.sort_keys(composer.db, composer.lang)
    held = reference.leaders(composer.db, on=composer.on)
    rows = []
    for state in sorted((row for row in standing if row.status == "member"), key=lambda row: order[row.country]):
        mine = [term for term in held if term.office.owner == state.country and term.office.kind != "party_leader"]
        for number, term in enumerate(mine):
            flagged = Cell(composer.name(state.name), flag=state.country) if number == 0 else Cell("")
            holder = Cell(composer.name(term.name), strong=True, uncertain=term.on(composer.on) is Holds.UNCERTAIN)
            office = Cell(composer.name(term.office.name), tone="acting" if term.acting else "plain")
            rows.append(
                Row(
                    (flagged, holder, office, composer.since_cell(term)),
                    composer.held_marks(term),
                    term.person,
                )
            )
    columns = (say("column-state"), say("column-holder"), say("column-office"), say("column-since"))
    return Section("leaders", say("section-leaders"), columns, (Group("", tuple(rows)),), len(rows), say("no-leaders"))


def _meetings(composer: Composer) -> Section:
    say = composer.say
    groups = []
    for body in ("hsc", "hgc", "s5"):
        rows = []
        held = list(reversed(reference.meetings(composer.db, body=body)))
        if composer.is_paper:  # a sheet names the latest, and counts the rest
            held = [found for found in held if found.start <= composer.on][:_MEETINGS_ON_PAPER]
        for found in held:
            marks = composer.marks(found.evidence.get("dates"), composer.name(found.name))
            number = str(found.number) if found.number is not None else ""
            today = found.start <= composer.on <= found.end
            tag = say("on-this-day") if today else ""
            cells = (
                composer.days_cell(found.start, found.end),
                Cell(composer.name(found.name), flag=found.country, tag=tag, tone="asof" if today else "plain"),
                Cell(number, tone="quiet"), Cell(say(f"format-{found.format}"), tone="quiet"),
            )  # fmt: skip
            rows.append(Row(cells, marks, found.id, current=today, later=found.start > composer.on))
        if rows:
            groups.append(Group(say(f"body-{body}"), tuple(rows), count=str(sum(not row.later for row in rows))))
    columns = (say("column-dates"), say("column-meeting"), say("column-number"), say("column-format"))
    total = sum(found.start <= composer.on for found in reference.meetings(composer.db))
    return Section("meetings", say("section-meetings"), columns, tuple(groups), total, say("no-meetings"))


def _heads(composer: Composer, terms: list[Term]) -> Section:
    say = composer.say
    groups = []
    by_rank = sorted(terms, key=lambda term: term.office.kind == "other")  # a deputy comes after the head
    for office in dict.fromkeys(term.office.id for term in by_rank):
        mine = [term for term in terms if term.office.id == office]
        rows = tuple(composer.term_row(term, of_person=False) for term in reversed(mine))
        groups.append(Group(composer.name(mine[0].office.of), rows, count=str(len(rows))))
    columns = (say("column-from"), say("column-to"), say("column-holder"))
    return Section("heads", say("section-heads"), columns, tuple(groups), len(terms), say("no-leaders"))


def _attended(composer: Composer, an_id: str) -> Section:
    say = composer.say
    rows = []
    for row in reference.delegations(composer.db, party=an_id):
        found = reference.meeting(composer.db, row.meeting)
        head, office = composer.head(row)
        cells = (
            composer.days_cell(found.start, found.end),
            Cell(composer.name(found.name)),
            head,
            office,
        )
        rows.append(
            Row(
                cells,
                composer.marks(row.evidence, composer.name(found.name)),
                row.meeting,
                later=found.start > composer.on,
            )
        )
    columns = (say("column-dates"), say("column-meeting"), say("column-head"), say("column-office"))
    return Section(
        "attended", say("section-led"), columns, (Group("", tuple(rows)),) if rows else (), len(rows), say("no-led")
    )
