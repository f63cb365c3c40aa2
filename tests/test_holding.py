"""Since when an office is held: the unbroken time, not the term alone."""

from dataclasses import replace
from datetime import date

import pytest

from sco_reader import reference
from sco_reader.arabic.bidi import bare
from sco_reader.cards.compose import card
from sco_reader.holding import holding

ASTANA = date(2024, 7, 4)


def held(db, owner, kind, on):
    return next(term for term in reference.leaders(db, on=on, owner=owner) if term.office.kind == kind)


@pytest.mark.parametrize(
    ("owner", "kind", "on", "since", "term"),
    [
        ("kz", "head_of_state", ASTANA, "2019-03-20", "2022-11-26"),
        ("kz", "head_of_state", date(2020, 1, 1), "2019-03-20", "2019-06-12"),
        ("cn", "head_of_state", ASTANA, "2013-03-14", "2013-03-14"),
        # Four years as prime minister lie between the two presidencies.
        ("ru", "head_of_state", ASTANA, "2012-05-07", "2024-05-07"),
        # The cabinet resigned before the new president, and went on for three days as acting.
        ("ru", "head_of_government", ASTANA, "2020-01-16", "2024-05-10"),
        ("ru", "head_of_government", date(2024, 5, 8), "2024-05-07", "2024-05-07"),
        # He stood in before the election; that is not counted.
        ("uz", "head_of_state", ASTANA, "2016-12-14", "2023-07-14"),
        ("uz", "head_of_state", date(2016, 10, 1), "2016-09-08", "2016-09-08"),
    ],
)
def test_an_office_is_held_since_the_first_of_the_terms_that_follow_each_other(db, owner, kind, on, since, term):
    found = holding(db, held(db, owner, kind, on))

    assert (found.first.span.since.text, found.term.span.since.text) == (since, term)
    assert found.is_one_term is (since == term)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "since 20 March 2019, current term since 26 November 2022"),
        ("ar", "منذ 20 مارس 2019، وولايته الحالية منذ 26 نوفمبر 2022"),
    ],
)
def test_the_cards_of_state_and_person_say_both_days_and_cite_both(db, lang, said):
    state = card(db, "kz", lang=lang, on=ASTANA)
    person = card(db, "kassym-jomart-tokayev", lang=lang, on=ASTANA)

    fact = next(fact for fact in state.facts if fact.link == "kassym-jomart-tokayev")
    assert bare(fact.sub).replace("\u00a0", " ").endswith(said)
    assert said in bare(person.lead[0].text).replace("\u00a0", " ")
    addresses = {person.sources[number - 1].source.published for number in person.lead[0].marks.numbers}
    assert {"2019-03-20", "2022-11-26"} <= addresses


def test_a_woman_holds_her_own_term(db, monkeypatch):
    life = reference.life

    def of_a_woman(db, an_id):
        return replace(life(db, an_id), gender="f")

    monkeypatch.setattr(reference, "life", of_a_woman)

    found = card(db, "kz", lang="ar", on=ASTANA)

    assert any("وولايتها الحالية" in fact.sub for fact in found.facts)


def test_the_leaders_of_the_members_are_listed_by_the_unbroken_start(db):
    leaders = next(s for s in card(db, "sco", lang="en", on=ASTANA).sections if s.key == "leaders")

    cell = next(row.cells[-1] for row in leaders.groups[0].rows if row.link == "kassym-jomart-tokayev")
    assert (cell.text, cell.sub, cell.key) == ("20 March 2019", "current term since 26 November 2022", "2019-03-20")


def test_the_terminal_says_both_days_and_json_keeps_one_row_a_term(run):
    shown = run("leaders", "--country", "kz", "--on", "2024-07-04").stdout
    json = run("leaders", "--country", "kz", "--on", "2024-07-04", "--json").stdout

    assert "20 March 2019" in shown and "current term since 26 November 2022" in shown
    assert '"from": "2022-11-26"' in json and "2019-03-20" not in json.replace('"published": "2019-03-20"', "")
