"""Any spelling finds the entity; nothing typed breaks the look-up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sco_reader.search import CONFIDENT, lookup

FOUND = [
    ("توكايف", "kassym-jomart-tokayev"), ("Tokaev", "kassym-jomart-tokayev"), ("Токаев", "kassym-jomart-tokayev"),
    ("托卡耶夫", "kassym-jomart-tokayev"), ("وتوكاييف", "kassym-jomart-tokayev"), ("بوتين", "vladimir-putin"),
    ("شي جين بينغ", "xi-jinping"), ("Modi", "narendra-modi"), ("كازخستان", "kz"), ("استانا", "astana"),
    ("منظمة شنغهاي", "sco"), ("ШОС", "sco"), ("上合组织", "sco"), ("إيران", "ir"), ("مُحَمَّد مُخْبِر", "mohammad-mokhber"),
    ("قمة استانا 2024", "hsc-2024"), ("hsc-2024", "hsc-2024"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "wanted"), FOUND)
def test_a_spelling_finds_its_entity_first_and_surely(db, query, wanted):
    hits = lookup(db, query)

    assert hits[0].id == wanted
    assert hits[0].score >= CONFIDENT


@pytest.mark.parametrize(
    "query", ["", " ", "🎉", "\u202e", "x" * 100_000, '" OR 1=1 --', "NEAR(", "*", "\x00", "قرقرقرقر"]
)
def test_what_the_reference_does_not_hold_is_not_found_surely(db, query):
    assert all(hit.score < CONFIDENT for hit in lookup(db, query))


def test_there_are_never_more_lines_than_asked_for(db):
    assert len(lookup(db, "a")) <= 10
    assert len(lookup(db, "a", limit=3)) == 3


@settings(max_examples=60, deadline=None)
@given(query=st.text(max_size=30))
def test_nothing_that_can_be_typed_raises(db, query):
    assert all(0 <= hit.score <= 1 for hit in lookup(db, query))
