"""How dates, numbers and ordinals are said in Arabic and in English.

Arabic month names by tradition are those of CLDR (ar, ar_SY, ar_DZ, ar_MA); a test compares them with Babel. Ranges of
days inside Arabic are written "3 و4 يوليو" or "من … إلى …": no dash, nothing for the bidirectional algorithm to turn.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from sco_reader.errors import OutOfTable

Lang = Literal["en", "ar"]
House = Literal["egypt", "gulf", "levant", "maghreb"]
Tradition = Literal["egypt", "gulf", "levant", "maghreb", "morocco"]
Digits = Literal["western", "arabic"]
Gender = Literal["f", "m"]


class Style(NamedTuple):
    """How a house writes Arabic: its spelling of names, its months, its digits, Hijri days beside the others."""

    house: House | Literal[""] = ""
    """Empty: names as the reference prefers them."""
    months: Tradition | Literal[""] = ""
    """Empty: those of the house, and the Egyptian ones without a house."""
    digits: Digits = "western"
    hijri: bool = True

    @property
    def tradition(self) -> Tradition:
        return self.months or self.house or "egypt"


_MONTHS_EN = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
              "November", "December")  # fmt: skip
_MONTHS_AR_EGYPT = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
                    "نوفمبر", "ديسمبر")  # fmt: skip
_MONTHS_AR: dict[Tradition, tuple[str, ...]] = {
    "egypt": _MONTHS_AR_EGYPT,
    "gulf": _MONTHS_AR_EGYPT,
    "levant": ("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
               "تشرين الثاني", "كانون الأول"),
    "maghreb": ("جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر",
                "ديسمبر"),
    "morocco": ("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر",
                "دجنبر"),
}  # fmt: skip
_WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
}
# The last two in the genitive: a month stands behind its day alone, *في 28 ذي الحجة*.
_HIJRI_MONTHS = {
    "en": ("Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Thani", "Jumada al-Ula", "Jumada al-Akhira", "Rajab",
           "Shaban", "Ramadan", "Shawwal", "Dhu al-Qada", "Dhu al-Hijja"),
    "ar": ("المحرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان",
           "شوال", "ذي القعدة", "ذي الحجة"),
}  # fmt: skip
_ABOUT = {"~": {"en": "about {}", "ar": "نحو {}"}, "?": {"en": "{} (doubtful)", "ar": "{} (غير مؤكد)"}}


def month_name(month: int, lang: Lang, tradition: Tradition = "egypt") -> str:
    """The name of month 1 to 12."""
    return _MONTHS_EN[month - 1] if lang == "en" else _MONTHS_AR[tradition][month - 1]


def month_names() -> tuple[str, ...]:
    """Every name of a month, in both languages, of every tradition and of both calendars; the longest first."""
    solar = (name for names in (_MONTHS_EN, *_MONTHS_AR.values()) for name in names)
    lunar = (name for names in _HIJRI_MONTHS.values() for name in names)
    every = {*solar, *lunar, *(name[:3] for name in _MONTHS_EN)}
    return tuple(sorted(every, key=lambda name: (-len(name), name)))


# Beside a number alone: مارس is a verb too, and مايو may be a name.
_EGYPTIAN = "|".join(_MONTHS_AR_EGYPT)
_MONTH_OF_DATE = re.compile(
    f"(?<=[0-9] )(?:{_EGYPTIAN})(?![\u0621-\u064a])|(?<![\u0621-\u064a])(?:{_EGYPTIAN})(?= [0-9]{{4}})"
)


def in_months(text: str, tradition: Tradition) -> str:
    """A sentence of ours, whose dates have the Egyptian months, with those of `tradition`."""
    if tradition in ("egypt", "gulf"):
        return text
    names = _MONTHS_AR[tradition]
    return _MONTH_OF_DATE.sub(lambda found: names[_MONTHS_AR_EGYPT.index(found[0])], text)


def listed(names: Iterable[str], lang: Lang) -> str:
    """`Kazakh, Russian`, `الكازاخية والروسية`: Arabic joins what it lists by *and*, not by a bare comma."""
    return (", " if lang == "en" else " و").join(names)


def weekday_name(day: date, lang: Lang) -> str:
    return _WEEKDAYS[lang][day.weekday()]


def weekdays_in_words(start: date, end: date, lang: Lang) -> str:
    """The days of the week of a meeting: `Wednesday and Thursday`, `الأربعاء والخميس`, `من الاثنين إلى الأربعاء`."""
    first, last = weekday_name(start, lang), weekday_name(end, lang)
    if start == end:
        return last
    if (end - start).days == 1:
        return f"{first} and {last}" if lang == "en" else f"{first} و{last}"
    return f"{first} to {last}" if lang == "en" else f"من {first} إلى {last}"


def day_in_words(day: date, lang: Lang, tradition: Tradition = "egypt") -> str:
    """`4 July 2024`, `4 يوليو 2024`: years are never grouped."""
    return f"{day.day} {month_name(day.month, lang, tradition)} {day.year}"


@lru_cache(maxsize=4096)
def edtf_in_words(text: str, lang: Lang, tradition: Tradition = "egypt", *, short: bool = False) -> str:
    """An EDTF date of the data (`2024`, `2024-07`, `2011~`) as a reader says it; `short`: `4 Jul 2024`."""
    mark = text[-1] if text[-1] in _ABOUT else ""
    parts = [int(part) for part in text.removesuffix(mark).split("-")]
    if len(parts) == 3:
        said = f"{parts[2]} {_in_column(parts[1], lang, tradition, short=short)} {parts[0]}"
    elif len(parts) == 2:
        said = f"{_in_column(parts[1], lang, tradition, short=short)} {parts[0]}"
    else:
        said = str(parts[0])
    return _ABOUT[mark][lang].format(said) if mark else said


def _in_column(month: int, lang: Lang, tradition: Tradition, *, short: bool) -> str:
    """The month, in English by three letters where room is short; Arabic months are never cut."""
    name = month_name(month, lang, tradition)
    return name[:3] if short and lang == "en" else name


def days_in_words(start: date, end: date, lang: Lang, tradition: Tradition = "egypt", *, year: bool = True) -> str:
    """A meeting's days: `3–4 July 2024`, `3 و4 يوليو 2024`, `31 August – 1 September 2025`."""
    tail = f" {end.year}" if year else ""
    if start == end:
        return f"{start.day} {month_name(start.month, lang, tradition)}{tail}"
    last = f"{end.day} {month_name(end.month, lang, tradition)}{tail}"
    if (start.year, start.month) == (end.year, end.month):
        if lang == "en":
            return f"{start.day}–{last}"
        return f"{start.day} و{last}" if (end - start).days == 1 else f"من {start.day} إلى {last}"
    first = f"{start.day} {month_name(start.month, lang, tradition)}"
    if start.year != end.year:
        first += f" {start.year}"
    if lang == "en":
        return f"{first} – {last}"
    return f"{first} و{last}" if (end - start).days == 1 else f"من {first} إلى {last}"


@lru_cache(maxsize=4096)
def hijri_in_words(day: date, lang: Lang) -> str:
    """`day` in the Umm al-Qura calendar, as the Arabic press prints it. Raises OutOfTable before 1924 or after 2077."""
    # Not QCalendar: its IslamicCivil says 30 Dhu al-Hijja on 7 July 2024, when the press printed 1 Muharram.
    from hijridate import Gregorian

    try:
        there = Gregorian.fromdate(day).to_hijri()
    except (OverflowError, ValueError):
        raise OutOfTable(day=day.isoformat()) from None
    return f"{there.day} {_HIJRI_MONTHS[lang][there.month - 1]} {there.year} {'AH' if lang == 'en' else 'هـ'}"


def hijri_days_in_words(start: date, end: date, lang: Lang) -> str:
    """The days of a meeting in the Umm al-Qura calendar, `27 و28 ذي الحجة 1445 هـ`; "" beyond its table."""
    try:
        first, last = hijri_in_words(start, lang), hijri_in_words(end, lang)
    except OutOfTable:
        return ""
    if start == end:
        return last
    day, _, month = first.partition(" ")
    if month != last.partition(" ")[2]:
        return f"{first} – {last}" if lang == "en" else f"من {first} إلى {last}"
    if lang == "en":
        return f"{day}–{last}"
    return f"{day} و{last}" if (end - start).days == 1 else f"من {day} إلى {last}"


def span_in_words(since: str, until: str | None, lang: Lang, tradition: Tradition = "egypt") -> str:
    """Two EDTF bounds as one phrase: `منذ 4 يوليو 2024`, `من مايو إلى يوليو 2024`, `from 2010 to 2015`."""
    last = edtf_in_words(until, lang, tradition) if until else ""
    first = edtf_in_words(since, lang, tradition)
    if not last:
        return f"since {first}" if lang == "en" else f"منذ {first}"
    # What both bounds share is said once, at the end: the year, or the month and the year.
    shared = " ".join(_shared_ending(first.split(" "), last.split(" "))) if until and since[-1] not in _ABOUT else ""
    if shared and first not in (shared, last):
        first = first.removesuffix(f" {shared}")
    return f"from {first} to {last}" if lang == "en" else f"من {first} إلى {last}"


def _shared_ending(one: list[str], other: list[str]) -> list[str]:
    shared: list[str] = []
    for mine, theirs in zip(reversed(one), reversed(other), strict=False):
        if mine != theirs:
            break
        shared.insert(0, mine)
    return shared


_UNITS_M = ("", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع",
            "العاشر")  # fmt: skip
_UNITS_F = ("", "الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة",
            "العاشرة")  # fmt: skip
_TENS = {2: "العشرون", 3: "الثلاثون", 4: "الأربعون", 5: "الخمسون", 6: "الستون", 7: "السبعون", 8: "الثمانون",
         9: "التسعون"}  # fmt: skip


def ordinal(number: int, lang: Lang, gender: Gender = "f") -> str:
    """`24th`; `الرابعة والعشرون` as *القمة* and *الدورة* want it, `الرابع والعشرون` as *الاجتماع* does; 1 to 99.

    In Arabic both parts are definite, and the teens agree in both parts: *الثانية عشرة*, *الثاني عشر*.
    """
    if lang == "en":
        ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"
    of_unit = _UNITS_F if gender == "f" else _UNITS_M
    if number <= 10:
        return of_unit[number]
    tens, units = divmod(number, 10)
    first = "الحادية" if gender == "f" else "الحادي"
    unit = first if units == 1 else of_unit[units]
    if tens == 1:
        return f"{unit} {'عشرة' if gender == 'f' else 'عشر'}"
    return f"{unit} و{_TENS[tens]}" if units else _TENS[tens]


_ACTING = "بالإنابة"


def adjective(stem: str, gender: Gender, *, definite: bool = True) -> str:
    """A nisba as it agrees: `الكازاخستاني`, `الكازاخستانية`; each word of a compound one, `السريلانكي`.

    `stem` is masculine and indefinite, as the data have it.
    """
    words = [word + ("ة" if gender == "f" and not word.endswith("ة") else "") for word in stem.split(" ")]
    return " ".join(f"ال{word}" if definite and not word.startswith("ال") else word for word in words)


def titled(office: str, stem: str, gender: Gender = "m") -> str:
    """An office with the adjective of its state, as the press puts it before a name.

    `الرئيس` and `كازاخستاني` make *الرئيس الكازاخستاني*, `رئيسة الوزراء` and `هندي` make *رئيسة الوزراء الهندية*. The
    adjective agrees with the office, which stands in the form of its holder; *بالإنابة* comes after both.
    """
    plain = office.removesuffix(f" {_ACTING}")
    acting = f" {_ACTING}" if plain != office else ""
    return f"{plain} {adjective(stem, gender)}{acting}"
