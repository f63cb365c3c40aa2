"""Where a painted line may end: not inside a date, not before a separator, not inside a Chinese name."""

import pytest

from sco_reader.arabic.unbroken import JOINER, NO_BREAK, unbroken


def parts(text: str) -> list[str]:
    """What stands between the places at which a line may end."""
    return unbroken(text).replace(JOINER, "").split(" ")


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("since 26 November 2022, in office", "26 November 2022,"),
        ("on 3–4 July 2024", "3–4 July 2024"),
        ("of Jul 2024", "Jul 2024"),
        ("في 3 و4 يوليو 2024", "3 و4 يوليو 2024"),
        ("اجتمعوا من 12 إلى 15 تشرين الثاني 2024", "من 12 إلى 15 تشرين الثاني 2024"),
        ("الخميس 28 ذي الحجة 1445 هـ.", "28 ذي الحجة 1445 هـ."),
        ("في ٤ يوليو ٢٠٢٤", "٤ يوليو ٢٠٢٤"),
        ("30 Dhu al-Hijja 1445 AH", "30 Dhu al-Hijja 1445 AH"),
        ("President · since", "President ·"),
        ("31 August – 1 September 2025", "31 August –"),
    ],
)
def test_a_line_never_ends_inside_a_date_or_before_a_separator(text, together):
    assert together.replace(" ", NO_BREAK) in parts(text)


@pytest.mark.parametrize("text", ["In March he left.", "4 members in July", "قال في مارس", "24 من 25"])
def test_what_is_no_date_breaks_as_before(text):
    assert NO_BREAK not in unbroken(text)


def test_a_chinese_name_stays_whole_and_a_sentence_breaks():
    assert unbroken("托卡耶夫") == JOINER.join("托卡耶夫")
    assert JOINER.join("哈斯穆-卓玛尔特·托卡耶夫") in unbroken("Tokayev (哈斯穆-卓玛尔特·托卡耶夫)")
    title = "习近平出席上海合作组织阿斯塔纳峰会并发表重要讲话"
    assert unbroken(title) is title


def test_the_letters_are_the_same():
    text = "3 و4 يوليو 2024 · 托卡耶夫 · 26 November 2022"
    assert unbroken(text).replace(JOINER, "").replace(NO_BREAK, " ") == text
