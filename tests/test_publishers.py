"""A publisher is one under all its names, and each reader sees the one of the own language."""

import io
import json
import re
from collections import defaultdict
from datetime import date

import pytest

from sco_reader.cards.compose import card
from sco_reader.cardtext import text_of
from sco_reader.check import describe, problems
from sco_reader.console import Console
from sco_reader.dataset import load
from sco_reader.evidence import all_sources
from sco_reader.paths import data_folder as real_data
from sco_reader.publishers import Publishers, folded_name

ON = date(2026, 11, 23)


@pytest.fixture(scope="module")
def known() -> Publishers:
    return Publishers(load(real_data()))


@pytest.mark.parametrize(
    ("written", "arabic"),
    [
        ("Elaph", "إيلاف"),
        ("Al Jazeera", "الجزيرة"),
        ("Al-Hayat (copy at Sauress)", "الحياة (نسخة سعورس)"),
        ("Al-Jazirah (Saudi Arabia) (copy at Sauress)", "الجزيرة (السعودية) (نسخة سعورس)"),
        ("Al-Watan (Syria)", "الوطن (سوريا)"),
        ("Kazinform (TASS)", "كازينفورم (تاس)"),
        ("Wikipedia (German)", "ويكيبيديا (بالألمانية)"),
        ("Anadolu Agency (via KSA Players)", "وكالة الأناضول (عبر KSA Players)"),
        ("UzDaily (SCO text)", "UzDaily (نص المنظمة)"),
        ("The Hindu", "The Hindu"),
    ],
)
def test_a_note_keeps_its_meaning_in_arabic(known, written, arabic):
    assert known.said(written).en == written
    assert known.said(written).ar == arabic


def test_editions_copies_and_agencies_taken_over_do_not_make_another_publisher(known):
    def key(written: str) -> str:
        return known.said(written).key

    assert key("Sputnik Arabic") == key("Sputnik China") == key("Sputnik (Pakistan Point)")
    assert key("Xinhua (Sina)") == key("Xinhua")
    assert key("Al-Watan (Syria)") != key("Al-Watan (Bahrain)")
    assert key("Kazinform (TASS)") == key("Kazinform") != key("TASS")


def test_arabic_pages_name_their_publisher_in_arabic_except_where_no_arabic_name_was_read(db):
    arabic = [source for source in all_sources(db) if source.language == "ar"]
    latin = [source.id for source in arabic if not re.search("[\u0620-\u064a]", source.publisher_in("ar"))]

    assert len(arabic) > 300
    assert len(latin) < len(arabic) / 5
    assert not any(re.search("[\u0620-\u064a]", source.publisher_in("en")) for source in arabic)


def test_no_publisher_of_the_reference_goes_by_two_spellings(db):
    spelt = defaultdict(set)
    for source in all_sources(db):
        spelt[folded_name(source.publisher)].add(source.publisher)

    assert {key: names for key, names in spelt.items() if len(names) > 1} == {}


def test_a_fact_counts_as_borne_out_twice_only_by_two_publishers(db):
    from sco_reader.coverage import coverage

    publishers = defaultdict(set)
    for row in db.execute("SELECT c.fact, s.publisher_key FROM citation AS c JOIN source AS s ON s.id = c.source"):
        publishers[row["fact"]].add(row["publisher_key"])

    assert coverage(db)["facts_with_two_publishers"] == sum(len(keys) > 1 for keys in publishers.values())
    assert len(publishers["delegation:hsc-2002:kz"]) == 1  # Xinhua, read in two places


def test_terminal_and_text_name_publishers_in_the_language_of_the_reader(db):
    arabic, english = (text_of(card(db, "kg", lang=lang, on=ON)) for lang in ("ar", "en"))

    assert "إيلاف" in arabic
    assert "Elaph" not in arabic.replace("elaph", "")
    assert "إيلاف" not in english
    assert "Elaph" in english


def test_json_keeps_one_english_string(run):
    shown = json.loads(run("claims", "--json", "--lang", "ar").stdout)
    found = re.findall(r'"publisher": "([^"]*)"', json.dumps(shown, ensure_ascii=False))

    assert {"Al-Ittihad", "Xinhua"} & set(found)
    assert not any(re.search("[\u0620-\u064a]", name) for name in found)


def test_a_sample_for_the_second_reader_names_publishers_in_arabic(db):
    from sco_reader.audit import sample, write_sample
    from sco_reader.voice import voice_of

    stream = io.StringIO()
    write_sample(db, sample(db, 0.2, 7), Console(stream, "ar", "logical"), voice_of(db, "ar"))

    assert "شينخوا" in stream.getvalue()
    assert "Xinhua:" not in stream.getvalue()


LISTED = """
- name: {en: "Al-One", ar: "الواحد"}
  also: ["The First"]
- name: {en: "Al-One Sport", ar: "الواحد الرياضي"}
  part_of: "Al-One"
"""


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("AL ONE", "The publisher “AL ONE” is called “Al-One” here. Write “Al-One”."),
        ("الواحد", "“الواحد” is called “Al-One” here"),
        ("The First", "“The First” is called “Al-One” here"),
        ("The First (AFP)", "“The First” is called “Al-One” here"),
        ("Two (Al One)", "“Al One” is called “Al-One” here"),
        ("two", "“Two” is called “two” here"),
    ],
)
def test_another_spelling_of_a_known_publisher_is_refused_with_what_to_write(data_folder, written, said):
    (data_folder / "publishers.yaml").write_text(LISTED, "utf-8")
    sources = (data_folder / "sources.yaml").read_text("utf-8").replace("publisher: One", f'publisher: "{written}"')
    (data_folder / "sources.yaml").write_text(sources, "utf-8")

    assert [line for line in (describe(one, "en") for one in problems(data_folder)) if said in line]


@pytest.mark.parametrize("written", ["Al-One", "Al-One (AFP)", "Al-One Sport", "One Hundred"])
def test_a_publisher_as_the_list_has_it_is_right(data_folder, written):
    (data_folder / "publishers.yaml").write_text(LISTED, "utf-8")
    sources = (data_folder / "sources.yaml").read_text("utf-8").replace("publisher: One", f'publisher: "{written}"')
    (data_folder / "sources.yaml").write_text(sources, "utf-8")

    assert problems(data_folder) == []


@pytest.mark.parametrize(
    ("right", "wrong", "key"),
    [
        ('part_of: "Al-One"', 'part_of: "Al-Two"', "problem-publisher-part"),
        ('"Al-One Sport"', '"The First"', "problem-publisher-twice"),
        ('also: ["The First"]', 'aslo: ["The First"]', "problem-unknown-key"),
    ],
)
def test_a_slip_in_the_list_is_told(data_folder, right, wrong, key):
    (data_folder / "publishers.yaml").write_text(LISTED.replace(right, wrong), "utf-8")

    assert key in {problem.key for problem in problems(data_folder)}


def test_a_publisher_in_arabic_must_be_listed(data_folder):
    sources = (data_folder / "sources.yaml").read_text("utf-8").replace("language: en", "language: ar", 1)
    (data_folder / "sources.yaml").write_text(sources, "utf-8")

    (line,) = (describe(problem, "en") for problem in problems(data_folder))
    assert "“One” publishes in Arabic and is not in publishers.yaml" in line


@pytest.mark.parametrize("written", ["False", "false", "no", "english", "xq"])
def test_a_language_that_is_no_code_is_refused(data_folder, written):
    sources = (data_folder / "sources.yaml").read_text("utf-8").replace("language: en", f"language: {written}", 1)
    (data_folder / "sources.yaml").write_text(sources, "utf-8")

    (line,) = (describe(problem, "en") for problem in problems(data_folder))
    assert line.startswith(f"data/sources.yaml:2: “{written}” is no language code")
