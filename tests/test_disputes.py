"""Where sources differ: each stands on one side, and the heading says in words what they differ about."""

from datetime import date

import pytest

from sco_reader.arabic.bidi import bare
from sco_reader.cards.compose import card
from sco_reader.cards.footnote import footnote

NOW = date(2026, 1, 1)


@pytest.fixture(scope="module", params=["en", "ar"])
def disputes(request, db):
    ids = [row["id"] for row in db.execute("SELECT id FROM entity WHERE kind IN ('country', 'meeting', 'person')")]
    return [dispute for each in ids for dispute in card(db, each, lang=request.param, on=NOW).disputes]


def test_no_source_stands_on_both_sides_of_a_dispute(disputes):
    assert disputes
    for dispute in disputes:
        assert not set(dispute.marks.numbers) & set(dispute.marks.against), dispute


def test_a_heading_has_no_colon_of_its_own(disputes):
    for dispute in disputes:
        assert ": " not in bare(dispute.about), dispute.about


@pytest.mark.parametrize(
    ("lang", "heading"),
    [
        ("en", "Imangali Tasmagambetov, Prime Minister of Kazakhstan"),
        ("ar", "إيمانغالي تاسماغامبيتوف، رئيس وزراء كازاخستان"),
    ],
)
def test_a_term_is_named_by_its_holder_and_the_office(db, lang, heading):
    found = card(db, "imangali-tasmagambetov", lang=lang, on=NOW)

    assert heading in {bare(dispute.about) for dispute in found.disputes}


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "rest on the same source"), ("ar", "وتستند بقية البيانات إلى المصدر نفسه")]
)
def test_where_the_one_source_says_both_it_is_said_in_words(db, lang, words):
    found = card(db, "yerzhan-kazykhanov", lang=lang, on=NOW)

    assert words in found.disputes[0].text
    row = next(row for section in found.sections for row in section.rows if row.marks.against)
    assert footnote(row.marks, found.sources, found.disputes).disputes == found.disputes[:1]


@pytest.mark.parametrize(("lang", "one"), [("en", "this delegation"), ("ar", "هذا الوفد")])
def test_a_dispute_over_several_delegations_does_not_speak_of_one(db, lang, one):
    found = card(db, "hsc-2024", lang=lang, on=date(2024, 7, 4))

    several = next(dispute for dispute in found.disputes if len(dispute.fact_ids) == 4)
    assert one not in several.text
