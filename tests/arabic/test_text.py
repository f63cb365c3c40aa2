"""Folding, isolation, terminal order and wording."""

import unicodedata
from datetime import date

import pytest
from babel.dates import get_month_names
from hypothesis import example, given

from sco_reader.arabic import wording
from sco_reader.arabic.bidi import is_rtl, isolate, isolate_noted
from sco_reader.arabic.fold import fold
from sco_reader.arabic.sound import joined_sounds, sounds
from sco_reader.arabic.terminal import visual
from tests.strategies import mixed_text

SAME = [
    ("أستانا", "استانا"), ("مُحَمَّد مُخْبِر", "محمد مخبر"), ("شنغهاي", "شنغهاى"), ("قمة", "قمه"), ("کازاخستان", "كازاخستان"),
    ("توكـــاييف", "توكاييف"), ("ﻣﺤﻤﺪ", "محمد"), ("٢٠٢٤", "2024"), ("Türkiye", "turkiye"), ("Жапаров", "ЖАПАРОВ"),
    ("Тоқаев", "Токаев"), ("Khürelsükh", "khurelsukh"), ("Oʻzbekiston", "ozbekiston"), ("\u202eبوتين", "بوتين"),
    ("托卡葉夫", "托卡叶夫"), ("پاکستان", "باكستان"), ("Løkke", "lokke"), ("Çavuşoğlu", "cavusoglu"), ("رئيس", "رييس"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_word_fold_to_one_form(one, other):
    assert fold(one) == fold(other) != ""


@given(text=mixed_text)
@example(text="ﷺ")
def test_folding_twice_changes_nothing_and_it_is_never_longer_than_nfkc(text):
    once = fold(text)

    assert fold(once) == once
    assert len(once) <= len(unicodedata.normalize("NFKC", text).casefold())


@given(text=mixed_text)
def test_isolating_never_changes_what_a_search_finds_and_is_balanced(text):
    isolated = isolate(text)

    assert fold(isolated) == fold(text)
    assert sum(c in "\u2066\u2067\u2068" for c in isolated) == isolated.count("\u2069") == 1


def test_a_terminal_without_bidi_gets_letters_joined_reordered_and_brackets_mirrored():
    shown = visual("تأسست (SCO) في 2001 (شنغهاي)", rtl=True)

    assert "(SCO)" in shown
    assert shown.startswith("(ﻱﺎﻬﻐﻨﺷ)")
    assert "2001" in shown


@pytest.mark.parametrize(
    "words",
    [("Tokayev", "Tokaev", "Токаев", "توكاييف", "توقايف", "Tokajew"), ("Putin", "Путин", "بوتين", "पुतिन"),
     ("Pezeshkian", "بزشكيان", "Փեզեշքիան"), ("Xi Jinping", "شي جين بينغ", "شي جينبينج", "习近平"),
     ("Shanghai", "شنغهاي", "شنجهاي", "Шанхай", "شنگھائی", "上海"), ("Japarov", "Жапаров", "جاباروف", "Dschaparow")],
)  # fmt: skip
def test_one_name_is_heard_alike_in_every_script(words):
    assert frozenset.intersection(*(joined_sounds(word) for word in words))


@given(text=mixed_text)
def test_sounds_go_word_by_word_with_folding(text):
    assert len(sounds(text)) == len(fold(text).split())


@pytest.mark.parametrize(
    ("locale", "tradition"), [("ar", "egypt"), ("ar_SY", "levant"), ("ar_DZ", "maghreb"), ("ar_MA", "morocco")]
)
def test_arabic_months_are_those_of_cldr(locale, tradition):
    expected = get_month_names("wide", locale=locale)

    assert [wording.month_name(month, "ar", tradition) for month in range(1, 13)] == [
        expected[month] for month in range(1, 13)
    ]


def test_hijri_days_are_those_that_the_press_printed():
    assert wording.hijri_in_words(date(2024, 7, 7), "en") == "1 Muharram 1446 AH"
    assert wording.hijri_in_words(date(2024, 7, 4), "ar") == "28 ذي الحجة 1445 هـ"


def test_days_of_a_meeting_are_said_without_a_dash_in_arabic():
    days = (date(2024, 7, 3), date(2024, 7, 4))

    assert wording.days_in_words(*days, "ar") == "3 و4 يوليو 2024"
    assert wording.days_in_words(*days, "en") == "3–4 July 2024"
    assert wording.days_in_words(date(2025, 8, 31), date(2025, 9, 1), "ar") == "31 أغسطس و1 سبتمبر 2025"


def test_ordinals_of_summits():
    assert [wording.ordinal(n, "ar") for n in (1, 10, 11, 20, 24)] == [
        "الأولى",
        "العاشرة",
        "الحادية عشرة",
        "العشرون",
        "الرابعة والعشرون",
    ]
    assert [wording.ordinal(n, "en") for n in (1, 2, 3, 11, 24)] == ["1st", "2nd", "3rd", "11th", "24th"]


def test_direction_follows_the_first_strong_letter():
    assert is_rtl("2024 قمة") and not is_rtl("SCO قمة") and not is_rtl("123")


def test_a_note_of_the_other_direction_stands_behind_the_name_that_it_is_about():
    assert isolate_noted("Xianning Daily (نص شينخوا)") == f"{isolate('Xianning Daily')} ({isolate('نص شينخوا')})"
    mixed = f"{isolate('Eurasia.ro')} ({isolate('Fars')}، {isolate('ريا نوفوستي')})"
    assert isolate_noted("Eurasia.ro (Fars، ريا نوفوستي)") == mixed
    assert isolate_noted("الحياة (نسخة سعورس)") == isolate("الحياة (نسخة سعورس)")
    assert isolate_noted("RIA (Novosti) Press") == isolate("RIA (Novosti) Press")
