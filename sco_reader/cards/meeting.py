"""The card of a meeting: when, where, who led which delegation, what was adopted."""

from collections import Counter

from sco_reader import reference
from sco_reader.arabic.bidi import isolate
from sco_reader.arabic.wording import ordinal, titled, weekdays_in_words
from sco_reader.cards.card import Card, Cell, Fact, Group, Line, Marks, Row, Section, together
from sco_reader.cards.composer import Composer
from sco_reader.houses import adjective_of
from sco_reader.model import Delegation, Document, Meeting, Outcome, Status

ROLES = ("member", "observer", "dialogue_partner", "sco_partner", "guest")


def meeting_card(composer: Composer, an_id: str) -> Card:
    """What a desk asks about a meeting. Its states and offices are those of its last day, whatever the as-of day."""
    say = composer.say
    found = reference.meeting(composer.db, an_id)
    standing = reference.states(composer.db, on=found.end)
    rows = reference.delegations(composer.db, of=an_id)
    documents = reference.documents(composer.db, of=an_id)
    body = say(f"body-{found.body}")
    kicker = [say("kind-meeting"), body]
    if found.number is not None:
        nth = ordinal(found.number, composer.lang, "m" if found.body == "hgc" else "f")
        kicker.append(say(f"nth-{found.body}", nth=nth))
    other = found.name.en if composer.lang == "ar" else found.name.ar
    lead = _lead(composer, found, standing, rows)
    order = reference.sort_keys(composer.db, composer.lang)
    members = sorted((row for row in standing if row.status == "member"), key=lambda row: order[row.country])
    facts = _facts(composer, found)
    return Card(
        id=an_id, kind="meeting", lang=composer.lang, on=composer.on, horizon=reference.verified_through(composer.db),
        kicker=tuple(kicker), title=composer.name(found.name), subtitle=other, flag=found.country,
        note=composer.name(found.note) if found.note else "", lead=lead, facts=facts,
        sections=(
            _delegations(composer, found, standing, rows),
            _documents(composer, documents),
            _outcomes(composer, found),
            _neighbours(composer, found),
        ),
        members=tuple((row.country, composer.name(row.name)) for row in members),
        disputes=tuple(composer.disputes), sources=tuple(composer.sources),
    )  # fmt: skip


def _lead(composer: Composer, found: Meeting, standing: list[Status], rows: list[Delegation]) -> tuple[Line, ...]:
    lines = []
    members = [row for row in standing if row.status == "member"]
    for row in members:
        if found.start <= row.span.since.earliest and row.span.since.latest <= found.end and found.body == "hsc":
            joined = sum(other.span.since.latest <= row.span.since.latest for other in members)
            same_day = [other for other in members if other.span.since.text == row.span.since.text]
            about = composer.say("status-of", state=isolate(composer.name(row.name)))
            key = "lead-joined" if len(same_day) == 1 else "lead-joined-among"
            if len(same_day) == len(members):
                continue
            lines.append(
                composer.line(key, row.evidence, about, day=composer.moment(row.span.since),
                              state=isolate(composer.name(row.name)), nth=ordinal(joined, composer.lang))
            )  # fmt: skip
    chair = found.evidence.get("chair")
    if found.chair_person_name is not None:
        lines.append(
            composer.line("lead-chair", chair, composer.say("fact-chair"),
                          state=isolate(composer.name(found.chair_country_name)),
                          person=_in_the_chair(composer, found, rows))
        )  # fmt: skip
    for sent in rows:
        if sent.role == "member" and sent.head_name and sent.office and (sent.substitutes_for or sent.acting):
            lines.append(
                composer.line("lead-represented", sent.evidence, composer.name(sent.party_name),
                              state=isolate(composer.name(sent.party_name)), office=isolate(composer.name(sent.office)),
                              person=isolate(composer.name(sent.head_name)))
            )  # fmt: skip
    return tuple(lines)


def _in_the_chair(composer: Composer, found: Meeting, rows: list[Delegation]) -> str:
    """Who was in the chair, with the office held that day: *الرئيس الكازاخستاني قاسم جومارت توكاييف*."""
    assert found.chair_person_name is not None
    assert found.chair_person is not None
    person = isolate(composer.name(found.chair_person_name))
    led = next((row for row in rows if row.head == found.chair_person and row.party == found.chair_country), None)
    if led is None or led.office is None:
        return person
    office = composer.name(led.office)
    stem = adjective_of(composer.db, found.chair_country)
    if composer.lang == "ar" and stem is not None:
        gender = reference.life(composer.db, found.chair_person).gender
        office = titled(office, stem, "f" if gender == "f" else "m")
    return composer.say("titled-person", office=office, person=person)


def _facts(composer: Composer, found: Meeting) -> tuple[Fact, ...]:
    say = composer.say
    evidence = found.evidence
    days = composer.days(found.start, found.end)
    hijri = composer.voice.hijri(found.start, found.end)
    dates_sub = " · ".join(filter(None, (weekdays_in_words(found.start, found.end, composer.lang), hijri)))
    place = composer.name(found.city_name)
    country = composer.name(reference.entity(composer.db, found.country).name) if found.country else ""
    where = say("city-in-country", city=isolate(place), country=isolate(country)) if country else place
    venue = composer.name(found.venue) if found.venue else ""
    chair = composer.name(found.chair_country_name)
    person = composer.name(found.chair_person_name) if found.chair_person_name else ""
    marks = {aspect: composer.marks(borne_out, say(f"fact-{aspect}")) for aspect, borne_out in sorted(evidence.items())}
    nothing = Marks()
    facts = [
        Fact(say("fact-dates"), days, dates_sub, marks.get("dates", nothing)),
        Fact(say("fact-place"), venue or where, where if venue else "",
             together(marks.get("city", nothing), marks.get("venue", nothing)), link=found.city),
        Fact(say("fact-chair"), chair, person, marks.get("chair", nothing),
             link=found.chair_person or found.chair_country),
        Fact(say("fact-format"), say(f"format-{found.format}"), "", marks.get("format", nothing)),
    ]  # fmt: skip
    return tuple(facts)


def _delegations(composer: Composer, found: Meeting, standing: list[Status], rows: list[Delegation]) -> Section:
    say = composer.say
    entitled = Counter(row.status for row in standing)
    new = {
        row.country for row in standing if found.start <= row.span.since.latest <= found.end and row.status == "member"
    }
    order = reference.sort_keys(composer.db, composer.lang)
    groups = []
    for role in ROLES:
        of_role = sorted((row for row in rows if row.role == role), key=lambda row: (row.party_kind, order[row.party]))
        if not of_role:
            continue
        came = sum(not row.absent for row in of_role)
        count = (
            say("n-of-m", n_text=came, m=entitled[role]) if role in entitled and came != entitled[role] else str(came)
        )
        listed = []
        for row in of_role:
            party = composer.name(row.party_name)
            head, office = composer.head(row)
            tag = (
                say("new-member") if row.party in new and found.body == "hsc" and len(new) < entitled["member"] else ""
            )
            if row.party == found.chair_country and role == "member":
                office = Cell(office.text, office.sub, tag=say("in-the-chair"), tone="quiet")
            state = Cell(
                party,
                flag=row.party if row.party_kind == "country" or row.party == "un" else None,
                tag=tag,
                tone="asof" if tag else "plain",
            )
            listed.append(Row((state, head, office), composer.marks(row.evidence, party), row.head or row.party))
        groups.append(Group(say(f"role-{role}"), tuple(listed), role, count))
    columns = (say("column-party"), say("column-head"), say("column-office"))
    came = sum(not row.absent for row in rows)
    return Section("delegations", say("section-delegations"), columns, tuple(groups), came, say("no-delegations"))


def _documents(composer: Composer, documents: list[Document]) -> Section:
    say = composer.say
    rows = [
        Row(
            (Cell(composer.name(row.title), sub=composer.name(row.summary) if row.summary else ""),
             Cell(say(f"document-{row.kind}"), tone="quiet")),
            composer.marks(row.evidence, composer.name(row.title)), row.id,
        )
        for row in documents
    ]  # fmt: skip
    columns = (say("column-document"), say("column-kind"))
    return Section(
        "documents", say("section-documents"), columns, (Group("", tuple(rows)),), len(rows), say("no-documents")
    )


def _outcomes(composer: Composer, found: Meeting) -> Section:
    say = composer.say

    def rows(outcomes: list[Outcome]) -> tuple[Row, ...]:
        return tuple(
            Row(
                (Cell(str(row.count) if row.count is not None else "", strong=True),
                 Cell(composer.name(row.text), sub=composer.name(row.note) if row.note else "")),
                composer.marks(row.evidence, composer.name(row.text)),
            )
            for row in outcomes
        )  # fmt: skip

    decided = rows(reference.decisions(composer.db, found.id))
    counted = rows(reference.counts(composer.db, found.id))
    groups = [Group(say("group-decided"), tuple(Row(row.cells[1:], row.marks) for row in decided))] if decided else []
    if counted:
        whole = tuple(
            Row((Cell(say("counted", count=row.cells[0].text, what=row.cells[1].text), row.cells[1].sub),), row.marks)
            for row in counted
        )
        groups.append(Group(say("group-counted"), whole))
    return Section(
        "decisions",
        say("section-decisions"),
        (say("column-decision"),),
        tuple(groups),
        len(decided),
        say("no-decisions"),
    )


def _neighbours(composer: Composer, found: Meeting) -> Section:
    say = composer.say
    series = [row for row in reference.meetings(composer.db) if row.body == found.body]
    place = [row.id for row in series].index(found.id)
    rows = [
        Row(
            (Cell(say(label), tone="quiet"), Cell(composer.name(row.name), flag=row.country),
             composer.days_cell(row.start, row.end)),
            composer.marks(row.evidence.get("dates"), composer.name(row.name)), row.id,
        )
        for label, index in (("meeting-before", place - 1), ("meeting-after", place + 1))
        if 0 <= index < len(series) and (row := series[index])
    ]  # fmt: skip
    columns = ("", say("column-meeting"), say("column-dates"))
    return Section("neighbours", say("section-neighbours"), columns, (Group("", tuple(rows)),))
