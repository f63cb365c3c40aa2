"""Milestones and claims: what the press repeats, and what the record says to it."""

import json

import pytest

from sco_reader import chronicle
from sco_reader.cards.compose import card
from sco_reader.cli import run
from sco_reader.reference import as_of


def test_every_claim_names_who_said_it_and_what_decides_it(db):
    rows = chronicle.claims(db)

    assert len(rows) >= 40
    assert {row.verdict for row in rows} == {"right", "wrong", "imprecise", "contested"}
    for row in rows:
        assert row.claim.en and row.claim.ar and row.answer.en and row.answer.ar
        assert row.seen and row.evidence.citations and row.about, row.id


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("founded-by-russia-and-china", "wrong"),
        ("iran-member-since-2021", "wrong"),
        ("forty-per-cent-of-the-world", "imprecise"),
        ("astana-24-documents", "contested"),
        ("founded-by-six-states", "right"),
    ],
)
def test_the_verdict_on_what_the_press_repeats(capsys, claim, verdict):
    assert run(["claims", "--json"]) == 0

    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows[claim]["verdict"] == verdict


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_claim_has_a_card_with_its_sources(db, lang):
    shown = card(db, "nato-of-the-east", lang=lang, on=as_of(db, "2024-07-04"))

    assert shown.title and shown.sources


def test_milestones_run_from_the_border_agreement_to_the_partner_status(db):
    rows = {row.id: row for row in chronicle.milestones(db)}

    assert len(rows) >= 130
    assert str(rows["shanghai-five-begins"].start) == "1996-04-26"
    assert str(rows["sco-founded"].start) == "2001-06-15"
    assert str(rows["sco-partner-status"].start) == "2025-09-01"
    assert all(row.evidence.citations for row in rows.values())
