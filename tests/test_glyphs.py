"""Every letter that is shown has a glyph in the fonts that we ship, in the window and on paper."""

import re
from datetime import date
from functools import lru_cache

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFontDatabase

from sco_reader.briefing.glyphs import is_printable
from sco_reader.cards.compose import card
from sco_reader.desktop.theme import Theme, load_fonts_for
from sco_reader.paths import resource
from tests.texts import HIDDEN, hidden_texts, shown_texts

ARABIC_WORD = re.compile("[\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06ee\u06ef\u06fa-\u06ff]+")

# Letters that Russian lacks, of the languages of members and partners whose names and titles we print.
ALPHABETS = {
    "Kazakh": "ӘәҒғҚқҢңӨөҰұҮүҺһІі", "Kyrgyz": "ҢңӨөҮү", "Tajik": "ҒғӢӣҚқӮӯҲҳҶҷ", "Uzbek": "ЎўҚқҒғҲҳʻʼ", "Mongolian": "ӨөҮү",
    "Russian": "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя", "Belarusian": "ІіЎў",
    "Turkish": "ÇçĞğİıÖöŞşÜü", "Azerbaijani": "ƏəÇçĞğİıÖöŞşÜü", "Turkmen": "ÄäÇçŇňÖöŞşÜüÝýŽž",
    "Persian": "پچژگکیۀ", "Urdu": "ٹڈڑںھہےۓ", "Pashto": "ټځڅډړږښګڼۍې", "Digits": "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
}  # fmt: skip


@lru_cache(maxsize=1)
def letters_of_families() -> dict[str, frozenset[int]]:
    """By the family that Qt knows (typographic, else legacy), the letters that every weight of it has."""
    found: dict[str, frozenset[int]] = {}
    for path in sorted([*resource("fonts").glob("*.ttf"), *resource("fonts").glob("*.otf")]):
        with TTFont(path) as font:
            family = font["name"].getDebugName(16) or font["name"].getDebugName(1)
            letters = frozenset(font.getBestCmap())
        found[family] = found.get(family, letters) & letters
    return found


def families(role: str, lang: str) -> list[str]:
    theme = Theme()
    theme.lang = lang
    return theme.font(role).families()


def first_with(letter: str, order: list[str]) -> str | None:
    return next((family for family in order if ord(letter) in letters_of_families()[family]), None)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("role", ["body", "strong", "title"])
def test_the_window_has_a_glyph_for_every_letter_that_it_shows(db, qapp, role, lang):
    order = families(role, lang)
    letters = {letter for _, text in shown_texts(db) for letter in text if letter.isprintable()}

    assert order[-1] in letters_of_families()
    assert sorted(letter for letter in letters if first_with(letter, order) is None) == []


def test_paper_has_a_glyph_for_every_letter_that_it_shows(db):
    assert sorted({letter for _, text in shown_texts(db) for letter in text if not is_printable(letter)}) == []


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("role", ["body", "title"])
def test_no_arabic_word_changes_its_font_midway(db, qapp, role, lang):
    order = families(role, lang)
    words = {word for _, text in shown_texts(db) for word in ARABIC_WORD.findall(text)}

    assert len(words) > 4000
    assert sorted(word for word in words if len({first_with(letter, order) for letter in word}) > 1) == []


@pytest.mark.parametrize("language", ALPHABETS)
def test_an_alphabet_is_whole_in_window_and_on_paper(qapp, language):
    for lang in ("ar", "en"):
        assert [letter for letter in ALPHABETS[language] if first_with(letter, families("body", lang)) is None] == []
    assert is_printable(ALPHABETS[language])


def test_titles_of_cards_in_both_scripts_are_of_one_family_a_word(db, qapp):
    """Latin and Arabic titles stand in Amiri whole; a word half in Plex would show."""
    words = {word for row in db.execute("SELECT name_en, name_ar FROM entity") for text in row for word in text.split()}

    order = families("title", "en")
    assert sorted(word for word in words if len({first_with(letter, order) for letter in word}) > 1) == []


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_no_card_shows_the_names_that_serve_to_find_alone(db, lang):
    owners = {row[0] for row in db.execute(f"SELECT DISTINCT entity FROM name WHERE form IN {HIDDEN}")}
    shown_forms = f"SELECT text FROM name WHERE entity = ? AND form NOT IN {HIDDEN}"

    assert len(owners) > 30
    for owner in sorted(owners):
        known = {text for (text,) in db.execute(shown_forms, (owner,))}
        known |= {text for (text,) in db.execute("SELECT text FROM seen WHERE entity = ?", (owner,))}
        assert {spelt.text for spelt in card(db, owner, lang=lang, on=date(2025, 12, 31)).also} <= known


def test_the_look_up_answers_with_our_names_and_not_with_the_one_that_it_matched(db, run):
    theirs = next(text for text in hidden_texts(db) if "ڪ" in text)

    found = run("lookup", theirs, "--lang", "ar")

    assert found.returncode == 0
    assert theirs not in found.stdout


def test_the_fonts_of_rarer_scripts_come_with_the_first_text_in_them(qapp):
    load_fonts_for("Никол Пашинян · Նիկոլ Փաշինյան · नरेन्द्र मोदी · 習近平")

    assert {"Noto Sans Armenian", "Noto Sans Devanagari", "SCO Reader Han"} <= set(QFontDatabase.families())
