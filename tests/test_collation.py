"""Lists stand in the order that a reader of each language expects."""

import pytest

from sco_reader.collation import sort_key
from sco_reader.reference import sort_keys


@pytest.mark.parametrize(
    ("lang", "ordered"),
    [
        ("en", ["Council 2", "Council 10", "Council 100"]),
        ("en", ["Astana Declaration 2011", "Astana Declaration 2024", "Bishkek Declaration 2007"]),
        ("en", ["elan", "Éric", "erik", "Zebra"]),
        ("ar", ["المجلس 2", "المجلس 10"]),
        ("ar", ["إعلان أستانا 2011", "إعلان أستانا 2024", "إعلان بيشكيك 2007"]),
        ("ar", ["آسيا", "أسيوط", "اسيوي"]),
        ("ar", ["أذربيجان", "أرمينيا", "الإمارات", "أوزبكستان", "إيران", "باكستان", "البحرين", "الصين", "طاجيكستان"]),
        ("ar", ["2024", "قمة", "ASEAN"]),
    ],
)  # fmt: skip
def test_names_sort_as_each_language_sorts_them(lang, ordered):
    mixed = [*ordered[1::2], *ordered[::2]]

    assert sorted(mixed, key=lambda text: sort_key(text, lang)) == ordered


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_summits_of_one_city_follow_each_other_by_year(db, lang):
    order = sort_keys(db, lang)

    assert sorted(["hsc-2024", "hsc-2011", "hsc-2017", "hsc-2005"], key=order.__getitem__) == [
        "hsc-2005", "hsc-2011", "hsc-2017", "hsc-2024",
    ]  # fmt: skip


def test_an_arabic_list_on_the_terminal_is_in_arabic_order(run):
    lines = run("states", "--lang", "ar", "--on", "2025-06-01").stdout.splitlines()

    members = [line.split()[-1] if len(line.split()[-1]) == 2 else line.split()[-3] for line in lines[3:13]]
    assert members == ["uz", "ir", "pk", "by", "ru", "cn", "tj", "kg", "kz", "in"]
