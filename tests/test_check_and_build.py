"""The data are checked in full and built whole or not at all."""

import sqlite3

import pytest

from sco_reader.build import build_reference
from sco_reader.check import describe, problems
from sco_reader.errors import DataHasProblems, NoDataFolder
from sco_reader.paths import data_folder as real_data
from sco_reader.store import open_reference

SPOILT = [
    ("countries/rt.yaml", "name_sources", "nmae_sources", "The key “nmae_sources” is not known here"),
    ("countries/rt.yaml", "sources: [page-one, page-two]}\n  - {status: member", "sources: [page-three]}\n  - {status: member", "“page-three” points nowhere"),
    ("countries/rt.yaml", "to: 2017-06-09", "to: 2018-06-09", "overlap"),
    ("countries/rt.yaml", "to: 2017-06-09", "to: 2004-06-09", "runs backwards"),
    ("countries/rt.yaml", "from: 2017-06-09, sources: [page-one, page-two]", "from: 2017-06-09", "has no source"),
    ("countries/rt.yaml", "ar: روريتانيا, ", "", "has no Arabic"),
    ("countries/rt.yaml", "from: 2017-06-09", "from: 2017-06-31", "no such date"),
    ("countries/rt.yaml", "zh: 鲁里坦尼亚", "zh: 鲁里坦尼亚, en: Twice", "stands here twice"),
    ("countries/rt.yaml", "statuses:", "statuses: [", "not YAML"),
    ("people/rudolf-elphberg.yaml", "office: rt-president", "office: rt-king", "“rt-king” points nowhere"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "right", "wrong", "said"), SPOILT)
def test_each_slip_is_told_with_its_file_and_line(data_folder, file, right, wrong, said):
    path = data_folder / file
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")

    found = [describe(problem, "en") for problem in problems(data_folder)]

    assert any(said in line for line in found), found
    assert all(line.startswith("data/") and line.split(":")[1].isdigit() for line in found)


def test_every_problem_is_told_and_not_the_first_alone(data_folder):
    for file, right, wrong, _ in (SPOILT[0], SPOILT[9]):
        path = data_folder / file
        path.write_text(path.read_text("utf-8").replace(right, wrong, 1), "utf-8")

    files = {problem.file for problem in problems(data_folder)}

    assert files == {"data/countries/rt.yaml", "data/people/rudolf-elphberg.yaml"}


def test_two_presidents_on_one_day_are_a_problem(data_folder):
    usurper = (
        (data_folder / "people/rudolf-elphberg.yaml").read_text("utf-8").replace("Rudolf Elphberg", "Michael Strelsau")
    )
    (data_folder / "people/michael-strelsau.yaml").write_text(usurper, "utf-8")

    assert [problem.key for problem in problems(data_folder)] == ["problem-two-holders"]


def test_the_real_data_have_no_problem():
    assert problems(real_data()) == []


def test_a_folder_without_sources_is_not_data(tmp_path):
    with pytest.raises(NoDataFolder):
        problems(tmp_path)


def test_the_same_data_give_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        build_reference(real_data(), tmp_path / name)

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_failed_build_leaves_the_old_file_and_nothing_else(data_folder, tmp_path):
    target = tmp_path / "out" / "sco.sqlite"
    build_reference(data_folder, target)
    before = target.read_bytes()
    (data_folder / "countries/rt.yaml").write_text("name: oops", "utf-8")

    with pytest.raises(DataHasProblems):
        build_reference(data_folder, target)

    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["sco.sqlite"]


def test_the_file_is_strict_and_read_only(db):
    tables = db.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall()

    assert tables and all("STRICT" in row[0] for row in tables if "fts" not in row[0])
    assert not db.execute("PRAGMA foreign_key_check").fetchall()
    with pytest.raises(sqlite3.OperationalError):
        db.execute("DELETE FROM entity")


def test_a_built_file_opens(data_folder, tmp_path):
    build_reference(data_folder, tmp_path / "x.sqlite")

    assert open_reference(tmp_path / "x.sqlite").execute("SELECT count(*) FROM status").fetchone()[0] == 2


def test_a_house_prints_only_what_was_read_in_its_press(data_folder):
    path = data_folder / "people/rudolf-elphberg.yaml"
    seen = "house: {egypt: رودلف إلفبرج}\nseen:\n  - {text: رودلف إلفبرج, in: gulf, sources: [page-one]}\n"
    path.write_text(path.read_text("utf-8") + seen, "utf-8")

    assert [problem.key for problem in problems(data_folder)] == ["problem-house-not-seen"]
    path.write_text(path.read_text("utf-8").replace("in: gulf", "in: egypt"), "utf-8")
    assert problems(data_folder) == []
    path.write_text(
        path.read_text("utf-8").replace(", sources: [page-one]}\n", "}\n").replace("egypt:", "egypt:"), "utf-8"
    )
    assert "problem-no-source" in {problem.key for problem in problems(data_folder)}


def test_controls_in_a_file_are_shown_in_the_problem_and_not_obeyed(data_folder, run):
    office = data_folder / "offices/rt.yaml"
    office.write_text(office.read_text("utf-8").replace("head_of_state", '"head\u202eof"'), encoding="utf-8")

    told = run("check", str(data_folder))

    assert told.returncode == 1
    assert "head[U+202E]of" in told.stdout and "\u202e" not in told.stdout


def test_our_own_arabic_spells_a_state_as_its_card_does(data_folder):
    country = data_folder / "countries/rt.yaml"
    country.write_text(country.read_text("utf-8") + "also: {ar: [رورتانيا]}\n", "utf-8")
    (data_folder / "claims").mkdir()
    claim = data_folder / "claims/ruritania-left.yaml"
    claim.write_text(
        "claim: {en: Ruritania left, ar: خرجت رورتانيا}\n"  # as the press has it
        "answer: {en: Ruritania stayed., ar: بقيت المنظمة ورورتانيا معا.}\n"
        "verdict: wrong\nabout: [rt]\nseen: [page-one]\nsources: [page-one, page-two]\n",
        "utf-8",
    )

    found = [describe(problem, "en") for problem in problems(data_folder)]

    assert len(found) == 1, found
    assert "“رورتانيا”" in found[0] and "“روريتانيا”" in found[0]
    assert found[0].startswith("data/claims/ruritania-left.yaml:2:")
    claim.write_text(claim.read_text("utf-8").replace("ورورتانيا", "وروريتانيا"), "utf-8")
    assert problems(data_folder) == []
