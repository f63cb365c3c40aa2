"""What an editor asks at 23:40, on the real data."""

from collections import Counter
from datetime import date

import pytest

from sco_reader import reference
from sco_reader.coverage import coverage
from sco_reader.dates import Holds
from sco_reader.errors import NotADate, NotAMeeting, UnknownId

STANDINGS = [
    ("2001-06-14", {}),
    ("2001-06-15", {"member": 6}),
    ("2017-06-08", {"member": 6, "observer": 6, "dialogue_partner": 6}),
    ("2017-06-09", {"member": 8, "observer": 4, "dialogue_partner": 6}),
    ("2024-07-03", {"member": 9, "observer": 3, "dialogue_partner": 14}),
    ("2024-07-04", {"member": 10, "observer": 2, "dialogue_partner": 14}),
    ("2025-12-31", {"member": 10, "sco_partner": 17}),
]


@pytest.mark.parametrize(("day", "counts"), STANDINGS)
def test_the_organisation_on_a_day(db, day, counts):
    on = date.fromisoformat(day)

    rows = reference.states(db, on=on)

    assert Counter(row.status for row in rows) == counts
    assert all(row.evidence.citations for row in rows)


@pytest.mark.parametrize(
    ("country", "before", "after"),
    [("ir", "2023-07-03", "2023-07-04"), ("in", "2017-06-08", "2017-06-09"), ("by", "2024-07-03", "2024-07-04")],
)
def test_an_observer_becomes_a_member_on_the_day(db, country, before, after):
    def standing(day: str) -> str:
        return next(row.status for row in reference.states(db, on=date.fromisoformat(day)) if row.country == country)

    assert (standing(before), standing(after)) == ("observer", "member")


def test_who_represented_whom_at_astana(db):
    rows = {row.party: row for row in reference.delegations(db, of="hsc-2024")}

    assert rows["ir"].head == "mohammad-mokhber" and rows["ir"].acting
    assert "President" in rows["ir"].office.en
    assert rows["in"].head == "subrahmanyam-jaishankar"
    assert rows["in"].substitutes_for == "narendra-modi"
    assert rows["un"].head == "antonio-guterres"
    assert {rows[party].role for party in ("tr", "az", "qa", "ae")} == {"dialogue_partner"}
    assert rows["tm"].role == rows["un"].role == "guest"
    assert sum(not row.absent for row in rows.values()) >= 20
    assert all(row.evidence.citations for row in rows.values())


def test_iran_had_an_acting_president_in_july_and_an_elected_one_in_august(db):
    july = {term.office.kind: term for term in reference.leaders(db, on=date(2024, 7, 4), owner="ir")}
    august = {term.office.kind: term for term in reference.leaders(db, on=date(2024, 8, 1), owner="ir")}

    assert (july["head_of_government"].person, july["head_of_government"].acting) == ("mohammad-mokhber", True)
    assert (august["head_of_government"].person, august["head_of_government"].acting) == ("masoud-pezeshkian", False)
    assert july["supreme_leader"].person == "ali-khamenei"


def test_every_member_has_its_leaders_on_every_day_of_2024_and_2025(db):
    for hole in (hole for hole in coverage(db)["holes"] if not hole.startswith(("hsc-", "hgc-", "s5-"))):
        _, days = hole.split(": ")
        _, last = days.split(" – ")
        assert last < "2024-01-01", hole


def test_summits_are_complete_and_numbered(db):
    rows = reference.meetings(db, body="hsc")

    assert [row.start.year for row in rows] == list(range(2001, 2026))
    assert next(row for row in rows if row.id == "hsc-2024").number == 24
    assert [row.start.year for row in reference.meetings(db, body="s5")] == list(range(1996, 2001))


def test_a_city_goes_by_its_name_at_the_time(db):
    assert reference.city_name(db, "astana", date(2020, 1, 1)).en == "Nur-Sultan"
    assert reference.city_name(db, "astana", date(2024, 7, 4)).ar == "أستانا"


def test_as_of_takes_a_meeting_for_its_last_day(db):
    assert reference.as_of(db, "hsc-2024") == date(2024, 7, 4)
    with pytest.raises(NotADate):
        reference.as_of(db, "2024-13-40")


def test_what_is_unknown_is_said_to_be_unknown(db):
    with pytest.raises(UnknownId):
        reference.entity(db, "atlantis")
    with pytest.raises(NotAMeeting):
        reference.meeting(db, "kz")


def test_every_fact_has_a_source(db):
    found = coverage(db)

    assert found["facts"] == found["facts_with_source"] > 700
    assert found["states"] == 27


def test_what_is_known_to_the_month_is_uncertain_inside_it(db):
    uncertain = [row for row in reference.terms(db) if not row.span.since.is_exact]

    assert uncertain
    assert uncertain[0].on(uncertain[0].span.since.earliest) is Holds.UNCERTAIN


def test_women_hold_offices_with_feminine_names_acting_ones_too(db):
    women = [row["id"] for row in db.execute("SELECT id FROM person WHERE gender = 'f' ORDER BY id")]
    terms = [term for woman in women for term in reference.terms(db, person=woman)]
    led = [row for woman in women for row in reference.delegations(db, head=woman)]

    assert len(women) == 20
    assert all(term.office.name.ar.split()[0].endswith("ة") for term in terms), [t.office.name.ar for t in terms]
    assert all(row.office.ar.split()[0].endswith("ة") for row in led), [row.office.ar for row in led]
    acting = {term.office.of.ar for term in terms if term.acting}
    assert acting == {"رئيسة قيرغيزستان بالإنابة", "وزيرة خارجية قيرغيزستان بالإنابة"}


def test_an_office_is_named_for_all_its_holders_where_they_stand_together(db):
    from sco_reader.cards.compose import card

    leaders = next(s for s in card(db, "lk", lang="ar", on=date(2024, 7, 4)).sections if s.key == "leaders")

    assert "رئيس وزراء سريلانكا" in {group.title for group in leaders.groups}


def test_a_summit_is_numbered_in_words_and_its_chair_named_with_office_and_state(db):
    from sco_reader.cards.compose import card

    summit = card(db, "hsc-2024", lang="ar", on=date(2024, 7, 4))
    council = card(db, "hgc-2024", lang="ar", on=date(2024, 10, 16))

    assert "القمة الرابعة والعشرون" in summit.kicker
    assert any(part.startswith("الاجتماع") for part in council.kicker)
    assert any("الرئيس الكازاخستاني" in line.text for line in summit.lead)


@pytest.mark.parametrize(
    ("an_id", "then", "now"),
    [
        ("kz", "On 4 July 2024 Kazakhstan had been a member state of the SCO since 15 June 2001.",
         "As of 4 July 2024, Kazakhstan has been a member state of the SCO since 15 June 2001."),
        ("ir", "On 4 July 2024 Iran had been a member state of the SCO since 4 July 2023.",
         "As of 4 July 2024, Iran has been a member state of the SCO since 4 July 2023."),
        ("la", "On 4 July 2024 Laos had no standing in the SCO.", "As of 4 July 2024, Laos has no standing in the SCO."),
        ("sco", "On 4 July 2024 the SCO had 10 member states.", "As of 4 July 2024, the SCO has 10 member states."),
        ("xi-jinping", "On 4 July 2024 Xi Jinping had been President of China since 14 March 2013.",
         "As of 4 July 2024, Xi Jinping has been President of China since 14 March 2013."),
    ],
)  # fmt: skip
def test_what_held_on_a_past_day_is_told_in_the_past_and_what_holds_today_in_the_present(db, an_id, then, now):
    from sco_reader.arabic.bidi import bare
    from sco_reader.cards.compose import card

    day = date(2024, 7, 4)

    def told(today):
        return bare(card(db, an_id, lang="en", on=day, today=today).lead[0].text)

    assert told(date(2026, 11, 23)) == then
    assert told(day) == now


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_standing_has_its_sentence_for_the_past_and_the_present(lang):
    from sco_reader.words import say

    for status in (*reference.SCO_STATUSES, "shanghai_five"):
        for key in (f"lead-status-{status}", f"lead-status-{status}-today"):
            said = say(key, lang, day="DAY", state="STATE", since="SINCE")
            assert all(word in said for word in ("DAY", "STATE", "SINCE"))


def test_the_counts_of_the_data_are_grouped_by_thousands(db):
    from sco_reader.cards.compose import card
    from sco_reader.cards.ids import ABOUT

    found = card(db, ABOUT, lang="en", on=date(2024, 7, 4))
    figures = {fact.label: fact.value for fact in found.facts}

    assert figures["Facts"][1] == "," and figures["Sources"][1] == ","
    assert "%" in found.lead[0].text and " %" not in found.lead[0].text
