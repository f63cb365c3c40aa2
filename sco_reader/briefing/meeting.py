"""What does the sheet of a meeting say beyond its card? Where and when in one line, and how the SCO has grown."""

from datetime import date
from typing import Any

from sco_reader import reference
from sco_reader.arabic.bidi import isolate
from sco_reader.arabic.wording import days_in_words, edtf_in_words, hijri_in_words
from sco_reader.dates import Edtf
from sco_reader.errors import OutOfTable
from sco_reader.model import Lang
from sco_reader.store import Connection
from sco_reader.words import say

_COMMA = {"ar": "، ", "en": ", "}


def meeting_line(db: Connection, an_id: str, lang: Lang) -> str:
    """Organisation, venue, city and days, in both calendars."""
    found = reference.meeting(db, an_id)
    parts = [] if found.body == "s5" else [reference.entity(db, "sco").name.in_(lang)]
    if found.venue is not None:
        parts.append(found.venue.in_(lang))
    parts.append(found.city_name.in_(lang))
    days, hijri = days_in_words(found.start, found.end, lang), hijri_days(found.start, found.end, lang)
    return _COMMA[lang].join(isolate(part) for part in (*parts, f"{days} ({hijri})" if hijri else days))


def hijri_days(start: date, end: date, lang: Lang) -> str:
    """The days of a meeting in the Umm al-Qura calendar, `27 و28 ذو الحجة 1445 هـ`; "" beyond its table."""
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


def growth(db: Connection, lang: Lang, *, on: date, horizon: date) -> dict[str, Any] | None:
    """How many member states there were from which day on, to the horizon; the as-of day is pointed out."""
    members = [row for row in reference.statuses(db) if row.status == "member"]
    order = reference.sort_keys(db, lang)
    members.sort(key=lambda row: order[row.country])
    changes: dict[date, list[tuple[int, str, Edtf]]] = {}
    for row in members:
        changes.setdefault(row.span.since.earliest, []).append((1, row.name.in_(lang), row.span.since))
        if row.span.until is not None:
            changes.setdefault(row.span.until.earliest, []).append((-1, row.name.in_(lang), row.span.until))
    if not changes:
        return None
    steps, said, count = [], [], 0
    for day in sorted(changes):
        count += sum(change for change, _, _ in changes[day])
        names = _COMMA[lang].join(name for _, name, _ in changes[day])
        steps.append({"year": _as_year(day), "count": count, "names": names, "now": day == on})
        said.append(say("sheet-growth-step", lang, n_text=count, day=edtf_in_words(changes[day][0][2].text, lang)))
    alt = say("sheet-growth-alt", lang, steps=("؛ " if lang == "ar" else "; ").join(said))
    return {"title": say("sheet-growth", lang), "alt": alt, "steps": steps, "on": _as_year(min(on, horizon)),
            "end": _as_year(horizon), "first": min(changes).year, "last": horizon.year + 1}  # fmt: skip


def _as_year(day: date) -> float:
    """A day as a fraction of its year, for drawing."""
    first, after = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return round(day.year + (day - first).days / (after - first).days, 4)
