"""The letters that a terminal is given against HarfBuzz, the shaper of Qt, Typst and the browsers: the same forms.

HarfBuzz knows the joining types of ArabicShaping.txt. It shapes in Noto Naskh Arabic, with all that is of style and
not of joining turned off; what each form of a letter looks like there, it tells of the letter between joiners.
"""

import re
import unicodedata
from functools import lru_cache

import pytest
import uharfbuzz as hb
from arabic_reshaper.letters import LETTERS_ARABIC

from sco_reader.arabic.terminal import shaped
from sco_reader.paths import resource
from tests.texts import hidden_texts, shown_texts

ZWJ, TATWEEL = "\u200d", "\u0640"
BETWEEN = {"isolated": ("", ""), "initial": ("", ZWJ), "medial": (ZWJ, ZWJ), "final": (ZWJ, "")}
STYLE = dict.fromkeys(("calt", "clig", "curs", "dlig", "kern", "liga", "mark", "mset", "rlig"), False)
BASIC = [letter for letter in map(chr, range(0x0620, 0x0700)) if unicodedata.category(letter) == "Lo"]
WORD = re.compile("[\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06ee\u06ef\u06fa-\u06ff\u200c\u200d]+")

WITHOUT_FORMS = {
    letter
    for letter in BASIC
    if not any(
        unicodedata.decomposition(chr(point)).split()[1:] == [f"{ord(letter):04X}"] for point in range(0xFB50, 0xFF00)
    )
}
"""Letters for which Unicode has no presentation forms, chiefly of Pashto, Sindhi, Kurdish and of Africa: nothing but a
shaping terminal can join them, so they stand as they are, and the letters beside them end their word before them."""

OTHERWISE = {
    ("ں", "initial"): "noon ghunna joins on both sides since Unicode 4.1, but forms exist for the end of a word alone,",
    ("ں", "medial"): "and Urdu writes it there alone: inside a word it is noon",
    ("ٷ", "medial"): "Kazakh high hamza on u has the isolated form alone,",
    ("ٷ", "final"): "and Unicode would have it written as two letters (0674 06C7)",
}
"""What differs from HarfBuzz, and why it may."""


@lru_cache(maxsize=1)
def font() -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(resource("fonts/NotoNaskhArabic-Regular.ttf")))))


def glyphs(text: str) -> list[tuple[int, ...]]:
    """The glyphs that HarfBuzz gives to each character of `text`."""
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.CHARACTERS
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "rtl", "Arab", "ar"
    hb.shape(font(), buffer, STYLE)
    of: dict[int, tuple[int, ...]] = dict.fromkeys(range(len(text)), ())
    for info in buffer.glyph_infos:
        of[info.cluster] += (info.codepoint,)
    return list(of.values())


@lru_cache(maxsize=4096)
def glyph_of(letter: str, form: str) -> tuple[int, ...]:
    before, after = BETWEEN[form]
    return glyphs(before + letter + after)[len(before)]


def forms(presentation: str) -> list[tuple[str, str]]:
    """The letters that a presentation form stands for, each with its own form; another character as it is."""
    form, *points = unicodedata.decomposition(presentation).split() or ("",)
    letters = [chr(int(point, 16)) for point in points]
    form = form.strip("<>")
    if form not in BETWEEN:
        return [(presentation, "")]
    if len(letters) == 1:
        return [(letters[0], form)]
    first = {"isolated": "initial", "final": "medial"}[form]  # lam-alef: alef never joins what follows
    return [(letters[0], first), (letters[1], "final")]


def is_joined_alike(word: str) -> bool:
    ours = [
        (letter, form)
        for character in shaped(word)
        for letter, form in forms(character)
        if unicodedata.category(letter) not in ("Mn", "Cf")
    ]
    theirs = [
        (letter, glyph)
        for letter, glyph in zip(word, glyphs(word), strict=True)
        if unicodedata.category(letter) not in ("Mn", "Cf")
    ]
    return [letter for letter, _ in ours] == [letter for letter, _ in theirs] and all(
        not form or glyph_of(letter, form) == glyph
        for (letter, form), (_, glyph) in zip(ours, theirs, strict=True)
    )  # fmt: skip


@pytest.mark.parametrize("form", BETWEEN)
def test_each_letter_in_each_position_has_the_form_of_harfbuzz(form):
    before, after = ("ب" if joiner else "" for joiner in BETWEEN[form])
    wrong = []
    for letter in sorted({*BASIC, *LETTERS_ARABIC} - WITHOUT_FORMS - {ZWJ, TATWEEL}):
        word = before + letter + after
        if is_joined_alike(word) == ((letter, form) in OTHERWISE):
            wrong.append(word)

    assert wrong == []


def test_every_arabic_letter_has_forms_and_so_have_those_of_persian_urdu_and_uyghur():
    assert WITHOUT_FORMS.isdisjoint("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکیڤٹڈڑںھہےۓۀئۇۆۈۋېڭ")
    assert WITHOUT_FORMS.isdisjoint(LETTERS_ARABIC)


def test_every_word_that_is_shown_has_the_forms_of_harfbuzz(db):
    words = {word for _, text in shown_texts(db) for word in WORD.findall(text)}

    assert len(words) > 3000
    assert sorted(word for word in words if not WITHOUT_FORMS.isdisjoint(word)) == []
    assert sorted(word for word in words if not is_joined_alike(word)) == []


def test_names_of_other_languages_differ_only_beside_letters_without_forms(db):
    words = {word for text in hidden_texts(db) for word in WORD.findall(text)}

    assert len(words) > 200
    assert [word for word in words if WITHOUT_FORMS.isdisjoint(word) and not is_joined_alike(word)] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("لا", "ﻻ"), ("بلا", "ﺑﻼ"), ("لأ", "ﻷ"), ("لَا", "ﻻَ"), ("الله", "ﺍﻟﻠﻪ"), ("ریال", "ﺭﯾﺎﻝ"), ("می‌خواهد", "ﻣﯽ‌ﺧﻮﺍﻫﺪ"),
        ("محمّد", "ﻣﺤﻤّﺪ"), ("ه‍", "ﻫ"),
    ],
)  # fmt: skip
def test_lam_alef_is_one_and_nothing_else_is_written_otherwise(text, shown):
    assert shaped(text) == shown
