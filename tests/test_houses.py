"""Names as each house of the press spells them: in cards, lists, sheets and on the terminal, and never in JSON."""

import json
import re
from datetime import date
from typing import get_args

import pytest

from sco_reader import cli, reference
from sco_reader.arabic.bidi import bare
from sco_reader.arabic.wording import House, Style
from sco_reader.briefing import write_sheet
from sco_reader.cards.compose import card
from sco_reader.cardtext import text_of
from sco_reader.houses import Speller, seen, speller
from sco_reader.words import say
from tests.texts import shown_texts

HOUSES = get_args(House)
ON = date(2024, 7, 4)


def page(db, an_id, house, lang="ar"):
    style = Style(house=house)
    return bare(text_of(card(db, an_id, lang=lang, on=ON, style=style), style))


@pytest.mark.parametrize(
    ("an_id", "house", "printed"),
    [
        ("xi-jinping", "", "شي جين بينغ"),
        ("xi-jinping", "egypt", "شي جين بينج"),
        ("xi-jinping", "gulf", "شي جين بينغ"),
        ("shavkat-mirziyoyev", "egypt", "شوكت ميرضيائيف"),
        ("shavkat-mirziyoyev", "maghreb", "شوكت ميرضيائيف"),
        ("nursultan-nazarbayev", "levant", "نور سلطان نازارباييف"),
        ("kg", "gulf", "قرغيزستان"),
        ("sco", "egypt", "منظمة شنجهاي للتعاون"),
        ("beijing", "maghreb", "بيكين"),
        ("bishkek", "gulf", "بشكيك"),
        ("bishkek", "egypt", "بيشكيك"),
        ("hsc-2019", "gulf", "قمة بشكيك 2019"),
    ],
)
def test_a_card_is_headed_by_the_name_that_the_house_prints(db, an_id, house, printed):
    assert card(db, an_id, lang="ar", on=ON, style=Style(house=house)).title == printed


def test_the_name_is_spelt_alike_wherever_it_stands(db):
    shown = page(db, "hsc-2006", "egypt")

    assert "قمة شنجهاي 2006" in shown
    assert "شنغهاي" not in shown.partition("المصادر")[0]
    assert "رئيس قرغيزستان" in page(db, "kg", "gulf")
    assert "صادير جباروف" in page(db, "hsc-2024", "egypt")


def test_an_english_card_gives_the_arabic_name_of_the_house(db):
    shown = card(db, "xi-jinping", lang="en", on=ON, style=Style(house="egypt"))

    assert shown.subtitle == "شي جين بينج"
    assert shown.title == "Xi Jinping"


def test_also_written_says_in_which_press_a_form_was_read_and_on_which_pages(db):
    shown = card(db, "xi-jinping", lang="ar", on=ON, style=Style(house="egypt"))
    spelt = {spelling.text: spelling for spelling in shown.also}

    assert spelt["شي جين بينج"].where == ("مصر", "الخليج")
    publishers = {shown.sources[number - 1].source.publisher for number in spelt["شي جين بينج"].marks.numbers}
    assert {"Vetogate", "Dar Al-Hilal"} <= publishers
    assert "شي جين بينغ (الخليج، المشرق، المغرب العربي)" in page(db, "xi-jinping", "egypt")


def test_what_somebody_else_wrote_is_not_respelt(db):
    plain = card(db, "xi-jinping", lang="ar", on=ON)
    dressed = card(db, "xi-jinping", lang="ar", on=ON, style=Style("egypt", "levant", "arabic"))

    assert [citation.source.title for citation in dressed.sources] == [c.source.title for c in plain.sources]
    assert [spelling.text for spelling in dressed.also] == [spelling.text for spelling in plain.also]


def test_every_form_of_a_house_was_read_in_its_press(db):
    rows = [row for (an_id,) in db.execute("SELECT DISTINCT entity FROM seen") for row in seen(db, an_id)]

    assert len(rows) > 150
    assert all(row.evidence.citations for row in rows)
    assert {row.tradition for row in rows if row.is_house} == set(HOUSES)


@pytest.mark.parametrize("house", HOUSES)
def test_spelling_twice_changes_nothing(db, house):
    spell = speller(db, house)
    texts = [text for (text,) in db.execute("SELECT name_ar FROM entity UNION SELECT of_ar FROM office")]

    assert [text for text in map(spell, texts) if spell(text) != text] == []


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("وقيرغيزستان", "وقرغيزستان"), ("لقيرغيزستان", "لقرغيزستان"), ("الرئيس القيرغيزستاني", "الرئيس القرغيزستاني"),
        ("القيرغيزستانية", "القرغيزستانية"), ("قيرغيزستانات", "قيرغيزستانات"), ("ببيشكيك", "ببيشكيك"),
    ],
)  # fmt: skip
def test_a_name_is_known_with_what_is_written_on_to_it_and_no_longer_word_is_taken_for_it(text, spelt):
    assert Speller({"قيرغيزستان": "قرغيزستان"})(text) == spelt


@pytest.mark.parametrize("command", [("leaders",), ("delegations", "hsc-2024"), ("states",), ("show", "kg")])
def test_json_keeps_the_names_of_the_reference(run, command):
    plain, housed = run(*command, "--json"), run(*command, "--json", "--house", "egypt")

    assert plain.returncode == housed.returncode == 0
    assert json.loads(plain.stdout) == json.loads(housed.stdout)


def test_lists_on_the_terminal_follow_the_house_in_names_and_months(run):
    egypt = run("delegations", "hsc-2024", "--lang", "ar", "--house", "egypt")
    levant = run("leaders", "--country", "kg", "--lang", "ar", "--house", "levant")

    assert "شي جين بينج" in egypt.stdout
    assert "كانون الثاني 2021" in levant.stdout
    assert "شي جين بينج" in run("lookup", "xi jinping", "--house", "egypt").stdout


def test_a_sheet_follows_the_house_in_every_format(db, tmp_path):
    for ending in ("txt", "html", "docx", "pdf"):
        write_sheet(
            db, ["hsc-2024"], lang="ar", on=None, target=tmp_path / f"a.{ending}", style=Style("egypt", "levant")
        )

    assert "شي جين بينج" in (tmp_path / "a.txt").read_text("utf-8")
    assert "تموز 2024" in (tmp_path / "a.html").read_text("utf-8")
    assert "يوليو" not in (tmp_path / "a.html").read_text("utf-8").partition("<ol")[0]


def test_a_house_that_does_not_exist_is_told_in_one_sentence(run):
    answer = run("leaders", "--house", "narnia")

    assert answer.returncode == 2
    assert len(answer.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_help_and_completion_know_the_house(run, lang):
    assert cli.HOUSES == HOUSES
    assert "--house" in run("sheet", "--help", "--lang", lang).stdout
    assert say("help-house", lang).split()[0] in run("--help", "--lang", lang).stdout
    assert "--house" in run("completion", "bash").stdout


def test_a_search_finds_every_form_that_was_read(db):
    from sco_reader.search import lookup

    missed = [
        (row.text, an_id)
        for (an_id,) in db.execute("SELECT DISTINCT entity FROM seen")
        for row in seen(db, an_id)
        if an_id not in {hit.id for hit in lookup(db, row.text, limit=5)}
    ]
    assert missed == []
    assert reference.entity(db, "xi-jinping").name.ar == "شي جين بينغ"


def test_accusatives_have_their_tanwin_in_the_texts_as_in_the_window(db):
    """أيضًا and عضوًا as in the sentences of the window; titles that somebody else wrote stay as they are."""
    dropped = re.compile(
        "(?<![\u0621-\u0652])(أيضا|عضوا|مراقبا|شريكا|جديدا|مؤقتا|قائما|مكلفا|معا|دائما|نظاما|سلميا|لاحقا)(?![\u0621-\u0652])"
    )
    wrong = [
        (where, text) for where, text in shown_texts(db) if not where.startswith("source.") and dropped.search(text)
    ]
    assert wrong == []
