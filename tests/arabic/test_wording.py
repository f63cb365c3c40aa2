"""How Arabic is worded: months by tradition, digits, spans, both calendars, ordinals and titles by gender."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given

from sco_reader.arabic import wording
from sco_reader.arabic.bidi import isolate
from sco_reader.arabic.digits import in_digits
from tests.strategies import mixed_text


@pytest.mark.parametrize(
    ("since", "until", "english", "arabic"),
    [
        ("2024-07-04", None, "since 4 July 2024", "منذ 4 يوليو 2024"),
        ("2024-07", None, "since July 2024", "منذ يوليو 2024"),
        ("2010", "2015", "from 2010 to 2015", "من 2010 إلى 2015"),
        ("2024-05", "2024-07", "from May to July 2024", "من مايو إلى يوليو 2024"),
        ("2024-07-03", "2024-07-05", "from 3 to 5 July 2024", "من 3 إلى 5 يوليو 2024"),
        ("2019-03-23", "2022-09-17", "from 23 March 2019 to 17 September 2022", "من 23 مارس 2019 إلى 17 سبتمبر 2022"),
        ("2011~", "2012", "from about 2011 to 2012", "من نحو 2011 إلى 2012"),
        ("2024", "2024-07", "from 2024 to July 2024", "من 2024 إلى يوليو 2024"),
    ],
)
def test_a_span_says_once_what_both_ends_share(since, until, english, arabic):
    assert wording.span_in_words(since, until, "en") == english
    assert wording.span_in_words(since, until, "ar") == arabic


def test_a_month_and_a_year_are_said_as_the_house_says_them():
    said = {tradition: wording.edtf_in_words("2024-07", "ar", tradition) for tradition in get_args(wording.Tradition)}

    assert said == {
        "egypt": "يوليو 2024", "gulf": "يوليو 2024", "levant": "تموز 2024", "maghreb": "جويلية 2024",
        "morocco": "يوليوز 2024",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("style", "tradition"),
    [
        (("", ""), "egypt"),
        (("levant", ""), "levant"),
        (("egypt", "levant"), "levant"),
        (("maghreb", "morocco"), "morocco"),
    ],
)
def test_months_follow_the_house_unless_chosen(style, tradition):
    assert wording.Style(*style).tradition == tradition


def test_dates_inside_our_own_sentences_take_the_months_of_the_house():
    text = "وقّعه في 3 يوليو وأقرّه في مايو 2019، كما مارس صلاحياته"

    assert wording.in_months(text, "levant") == "وقّعه في 3 تموز وأقرّه في أيار 2019، كما مارس صلاحياته"
    assert wording.in_months(text, "gulf") == text


def test_hijri_days_of_a_meeting_stand_in_one_phrase():
    assert wording.hijri_days_in_words(date(2024, 7, 3), date(2024, 7, 4), "ar") == "27 و28 ذي الحجة 1445 هـ"
    assert (
        wording.hijri_days_in_words(date(2024, 7, 6), date(2024, 7, 8), "ar")
        == "من 30 ذي الحجة 1445 هـ إلى 2 المحرم 1446 هـ"
    )
    assert wording.hijri_days_in_words(date(1900, 1, 1), date(1900, 1, 2), "ar") == ""


@pytest.mark.parametrize(
    ("last", "arabic", "english"),
    [
        (date(2024, 7, 3), "الأربعاء", "Wednesday"),
        (date(2024, 7, 4), "الأربعاء والخميس", "Wednesday and Thursday"),
        (date(2024, 7, 5), "من الأربعاء إلى الجمعة", "Wednesday to Friday"),
    ],
)
def test_a_meeting_of_several_days_names_all_its_days_of_the_week(last, arabic, english):
    assert wording.weekdays_in_words(date(2024, 7, 3), last, "ar") == arabic
    assert wording.weekdays_in_words(date(2024, 7, 3), last, "en") == english


@pytest.mark.parametrize(
    ("western", "arabic"),
    [
        ("قمة أستانا 2024", "قمة أستانا ٢٠٢٤"),
        ("2,724,900 كم²", "٢٬٧٢٤٬٩٠٠ كم²"),
        ("17.6٪", "١٧٫٦٪"),
        ("2026.11", "٢٠٢٦.١١"),
        ("للفترة 2025-2027", "للفترة ٢٠٢٥-٢٠٢٧"),
        ("اكتب 2024-07-04", "اكتب 2024-07-04"),
        ("Astana summit 2024", "Astana summit 2024"),
        ("رمزها SCO-24 في 2024", "رمزها SCO-24 في ٢٠٢٤"),
        (f"{isolate('The World Factbook 2013')} · 2013", f"{isolate('The World Factbook 2013')} · ٢٠١٣"),
        ("12", "١٢"),
    ],
)
def test_digits_of_the_house_stand_in_arabic_and_leave_foreign_text_alone(western, arabic):
    assert in_digits(western, "arabic") == arabic
    assert in_digits(western, "western") == western


@given(text=mixed_text)
def test_turning_digits_twice_changes_nothing(text):
    once = in_digits(text, "arabic")

    assert in_digits(once, "arabic") == once


@pytest.mark.parametrize(
    ("number", "feminine", "masculine"),
    [
        (1, "الأولى", "الأول"), (3, "الثالثة", "الثالث"), (10, "العاشرة", "العاشر"), (11, "الحادية عشرة", "الحادي عشر"),
        (12, "الثانية عشرة", "الثاني عشر"), (20, "العشرون", "العشرون"), (21, "الحادية والعشرون", "الحادي والعشرون"),
        (24, "الرابعة والعشرون", "الرابع والعشرون"), (38, "الثامنة والثلاثون", "الثامن والثلاثون"),
    ],
)  # fmt: skip
def test_ordinals_agree_with_a_summit_and_with_a_meeting(number, feminine, masculine):
    assert wording.ordinal(number, "ar", "f") == feminine
    assert wording.ordinal(number, "ar", "m") == masculine


@pytest.mark.parametrize(
    ("office", "stem", "gender", "said"),
    [
        ("الرئيس", "كازاخستاني", "m", "الرئيس الكازاخستاني"),
        ("الرئيسة", "قيرغيزستاني", "f", "الرئيسة القيرغيزستانية"),
        ("رئيسة الوزراء", "هندي", "f", "رئيسة الوزراء الهندية"),
        ("الرئيس بالإنابة", "إيراني", "m", "الرئيس الإيراني بالإنابة"),
    ],
)
def test_an_office_takes_the_adjective_of_its_state_in_the_gender_of_its_holder(office, stem, gender, said):
    assert wording.titled(office, stem, gender) == said
