"""What changed between two days, in values, on a card, on the terminal."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sco_reader.changes import KINDS, changes, previous_summit
from sco_reader.cli import run

DELHI, ASTANA = date(2023, 7, 4), date(2024, 7, 4)


def of(db, kind, since=DELHI, until=ASTANA):
    return [row for row in changes(db, since=since, until=until) if row.kind == kind]


def test_a_standing_is_told_with_the_one_before(db):
    rows = {row.id: (str(row.on), row.before, row.after) for row in of(db, "standing")}

    assert rows == {"by": ("2024-07-04", "observer", "member"), "bh": ("2023-07-15", None, "dialogue_partner")}


def test_the_first_day_is_outside_and_the_last_one_inside(db):
    assert "ir" not in {row.id for row in of(db, "standing")}
    assert "ir" in {row.id for row in of(db, "standing", date(2023, 7, 3), DELHI)}


def test_a_post_is_told_with_who_held_it_before(db):
    rows = {(row.owner, str(row.on)): (row.before, row.after, row.acting) for row in of(db, "leader")}

    assert rows["ir", "2024-05-19"] == ("ebrahim-raisi", "mohammad-mokhber", True)
    assert rows["kz", "2024-02-06"] == ("roman-sklyar", "olzhas-bektenov", False)
    assert "un" not in {row.owner for row in of(db, "leader", date(2016, 1, 1), ASTANA)}


def test_whoever_left_years_before_the_first_day_is_not_the_one_before(db):
    rows = {row.id: row for row in of(db, "leader", until=date(2025, 12, 1)) if row.owner == "mm" and row.acting}

    assert rows["min-aung-hlaing"].before is None  # the file knows no President of 2016 to 2025


def test_foreign_ministers_are_those_of_members(db):
    assert {row.owner for row in of(db, "minister")} <= {"by", "cn", "in", "ir", "kg", "kz", "pk", "ru", "tj", "uz"}
    assert ("qin-gang", "wang-yi") in {(row.before, row.after) for row in of(db, "minister")}


def test_a_city_that_was_renamed_is_told_with_both_names_and_sources(db):
    there, back = reversed(of(db, "city", date(2019, 1, 1), ASTANA))

    assert (there.before_name.en, there.after_name.en) == ("Astana", "Nur-Sultan")
    assert (back.before_name.en, back.after_name.en) == ("Nur-Sultan", "Astana")
    assert there.evidence.citations and back.evidence.citations


def test_documents_and_meetings_of_the_year_are_there(db):
    assert "astana-declaration-2024" in {row.id for row in of(db, "document")}
    assert {"hsc-2024", "hgc-2023", "cfm-2024"} <= {row.id for row in of(db, "meeting")}


def test_every_change_since_the_founding_has_a_source(db):
    rows = changes(db, since=date(2001, 6, 14), until=date(2026, 1, 1))

    assert [row.id for row in rows if not row.evidence.citations] == []
    assert [row.kind for row in rows] == sorted((row.kind for row in rows), key=KINDS.index)


@settings(max_examples=15, deadline=None)
@given(days=st.lists(st.dates(date(1996, 1, 1), date(2026, 12, 31)), min_size=3, max_size=3))
def test_two_stretches_of_time_hold_what_the_whole_holds(db, days):
    first, middle, last = sorted(days)

    def told(since, until):
        return {(row.kind, row.id, row.on, row.before, row.after) for row in changes(db, since=since, until=until)
                if row.kind in ("document", "meeting", "city")}  # fmt: skip

    assert told(first, middle) | told(middle, last) == told(first, last)
    assert told(last, first) == told(first, last)


@pytest.mark.parametrize(
    ("on", "day"), [("2024-07-04", "2023-07-04"), ("2024-07-05", "2024-07-04"), ("1996-04-26", "1996-04-26")]
)
def test_without_another_day_it_is_the_summit_before(db, on, day):
    assert previous_summit(db, date.fromisoformat(on)).isoformat() == day


def test_the_command_gives_text_and_json(capsys):
    assert run(["changes", "--to", "hsc-2024", "--lang", "ar"]) == 0
    assert "بيلاروسيا" in capsys.readouterr().out

    assert run(["changes", "--from", "hsc-2023", "--to", "hsc-2024", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {"kind", "on", "id", "name_en", "name_ar", "before", "after", "certain", "sources"} <= rows[0].keys()


def test_a_day_on_which_nothing_changed_ends_in_one_sentence(capsys):
    assert run(["changes", "--from", "2013-01-01", "--to", "2013-01-01"]) == 1

    assert len(capsys.readouterr().err.splitlines()) == 1
