"""What the file holds and how well it is borne out: coverage, the second reader's sample, councils, empty posts."""

import json
import re
from datetime import date, timedelta

import pytest

from sco_reader.assertion import assertion_in_words
from sco_reader.audit import sample
from sco_reader.build import build_reference
from sco_reader.coverage import coverage
from sco_reader.store import open_reference
from sco_reader.voice import voice_of

FIGURES = {
    "states", "people", "terms", "meetings", "delegations", "documents", "milestones", "claims", "sources", "facts",
    "facts_with_source", "facts_with_two_publishers", "audited", "audit_agree",
}  # fmt: skip
READINGS = """
- {on: 2026-11-23, sample: 1, seed: 1, results: [{fact: "status:rt:member:2017-06-09", says: otherwise, note: x}]}
- {on: 2026-11-24, sample: 1, seed: 1, results: [{fact: "status:rt:member:2017-06-09", says: agree, note: x}]}
"""


@pytest.fixture
def small(data_folder, tmp_path):
    """A reference built from the small folder, after `write` has spoilt or enriched it."""

    def made(name: str = "", text: str = ""):
        if name:
            (data_folder / name).parent.mkdir(exist_ok=True)
            (data_folder / name).write_text(text, "utf-8")
        path = tmp_path / "small.sqlite"
        build_reference(data_folder, path)
        return open_reference(path)

    return made


def test_coverage_answers_with_every_figure_that_was_promised(run):
    found = json.loads(run("coverage", "--json").stdout)

    assert set(found) >= FIGURES | {"by_kind", "by_year", "sources_by_class", "delegation_matrix", "holes"}
    assert found["facts_with_source"] == found["facts"]


def test_a_seat_without_a_head_is_a_hole_by_name(db):
    matrix, holes = coverage(db)["delegation_matrix"], coverage(db)["holes"]

    unknown = {
        (meeting, party) for meeting, seats in matrix.items() for party, said in seats.items() if said == "unknown"
    }
    named = {(line.split(": ")[0], party) for line in holes for party in line.split(": ")[1].split(", ")}
    assert unknown
    assert unknown <= named


@pytest.mark.parametrize("post", ["head_of_state", "head_of_government"])
def test_no_member_is_without_a_head_on_any_day(db, post):
    """Bar of the reference: from the first Shanghai agreement to the horizon, unless the file says the post was empty."""
    kinds = {"head_of_state": ("head_of_state", "supreme_leader"), "head_of_government": ("head_of_government",)}[post]
    marks = ",".join("?" * len(kinds))
    held = db.execute(
        f"""SELECT o.owner, t.since_earliest, coalesce(t.until_latest, '2026-01-01') FROM term AS t
JOIN office AS o ON o.id = t.office WHERE o.kind IN ({marks})
UNION ALL SELECT o.owner, v.since_earliest, v.until_latest FROM vacancy AS v
JOIN office AS o ON o.id = v.office WHERE o.kind IN ({marks})""", kinds * 2,
    ).fetchall()  # fmt: skip
    members = db.execute("""SELECT country, since_earliest, coalesce(until_latest, '2026-01-01') FROM status
WHERE status IN ('member', 'shanghai_five')""").fetchall()

    empty = []
    for country, since, until in members:
        mine = [(a, b) for owner, a, b in held if owner == country]
        day, last = date.fromisoformat(since), min(date.fromisoformat(until), date(2026, 1, 1))
        while day < last:
            if not any(a <= day.isoformat() < b for a, b in mine):
                empty.append(f"{country} {day}")
            day += timedelta(days=1)
    assert empty == []


def test_the_same_seed_draws_the_same_facts_and_says_what_the_file_claims(db):
    first, again, other = sample(db, 0.02, 7), sample(db, 0.02, 7), sample(db, 0.02, 8)

    assert [fact.id for fact in first] == [fact.id for fact in again]
    assert [fact.id for fact in first] != [fact.id for fact in other]
    assert all(fact.says for fact in first if not fact.id.startswith("former_name"))
    assert all(fact.evidence.citations for fact in first)


def test_of_a_fact_read_twice_the_last_reading_counts(small):
    found = coverage(small("audit.yaml", READINGS))

    assert (found["audited"], found["audit_agree"]) == (1, 1)


def test_the_card_about_the_data_names_what_is_missing_in_words(run):
    said = run("show", "about-the-data", "--lang", "ar").stdout

    assert "قمة طشقند 2004: منغوليا" in said
    assert "hsc-2004" not in said


def test_an_empty_post_is_no_hole(small, data_folder):
    office = (data_folder / "offices/rt.yaml").read_text("utf-8")
    vacant = "vacant: [{from: 2020-01-01, to: 2026-01-01, note: {en: Nobody, ar: لا أحد}, sources: [page-one]}]"

    before = [line for line in coverage(small())["holes"] if line.startswith("rt state")]
    after = [line for line in coverage(small("offices/rt.yaml", office.replace("}}\n", "}, " + vacant + "}\n")))["holes"]
             if line.startswith("rt state")]  # fmt: skip

    assert any("2020-01-01" in line for line in before)
    assert not any("2020-01-01" in line for line in after)


def test_the_organisation_lists_when_its_regular_councils_met(run):
    said = run("show", "sco", "--on", "2025-12-31").stdout.split("Regular councils")[1]

    assert "Council of Foreign Ministers" in said
    assert "4–5 May 2023" in said


def test_a_reader_of_arabic_has_the_sample_and_the_gaps_by_name(run):
    sample = run("audit", "--sample", "0.05", "--seed", "7", "--lang", "ar").stdout
    said = [line for line in sample.splitlines() if line.startswith("  ") and "://" not in line]
    coverage = run("coverage", "--lang", "ar").stdout

    assert [line for line in said if re.match("  [a-z_]+ ", line)] == []
    assert any(line.startswith("  رئيس الوفد: ") for line in said)
    assert "قمة طشقند 2004: منغوليا" in coverage
    assert "hsc-" not in coverage


def test_every_fact_of_the_file_can_be_said_in_both_languages(db):
    for lang in ("ar", "en"):
        said = [
            line for fact in sample(db, 1, 1)
            for line in assertion_in_words(db, fact.id, fact.kind, fact.entity, voice_of(db, lang))
        ]  # fmt: skip
        assert len(said) > 3000
