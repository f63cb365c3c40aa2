"""What does the sheet of a meeting say beyond its card? Where and when in one line, and how the SCO has grown."""

from datetime import date
from typing import Any

from sco_reader import reference
from sco_reader.arabic.bidi import isolate
from sco_reader.dates import Edtf
from sco_reader.store import Connection
from sco_reader.voice import Voice
from sco_reader.words import say


def meeting_line(db: Connection, an_id: str, voice: Voice) -> str:
    """Organisation, venue, city and days, in both calendars where the house wants both."""
    found = reference.meeting(db, an_id)
    parts = [] if found.body == "s5" else [voice.name(reference.entity(db, "sco").name)]
    venue, city = voice.name(found.venue) if found.venue is not None else "", voice.name(found.city_name)
    if venue:
        parts.append(venue)
    if city not in venue:
        parts.append(city)
    days, hijri = voice.days(found.start, found.end), voice.hijri(found.start, found.end)
    return say("list-comma", voice.lang).join(
        isolate(part) for part in (*parts, f"{days} ({hijri})" if hijri else days)
    )


def growth(db: Connection, voice: Voice, *, on: date, horizon: date) -> dict[str, Any] | None:
    """How many member states there were from which day on, to the horizon; the as-of day is pointed out."""
    lang = voice.lang
    members = [row for row in reference.statuses(db) if row.status == "member"]
    order = reference.sort_keys(db, lang)
    members.sort(key=lambda row: order[row.country])
    changes: dict[date, list[tuple[int, str, Edtf]]] = {}
    for row in members:
        changes.setdefault(row.span.since.earliest, []).append((1, voice.name(row.name), row.span.since))
        if row.span.until is not None:
            changes.setdefault(row.span.until.earliest, []).append((-1, voice.name(row.name), row.span.until))
    if not changes:
        return None
    steps, said, count = [], [], 0
    for day in sorted(changes):
        count += sum(change for change, _, _ in changes[day])
        names = say("list-comma", lang).join(name for _, name, _ in changes[day])
        steps.append({"year": _as_year(day), "count": count, "names": names, "now": day == on})
        said.append(voice.say("sheet-growth-step", n_text=count, day=voice.moment(changes[day][0][2])))
    alt = say("sheet-growth-alt", lang, steps=("؛ " if lang == "ar" else "; ").join(said))
    return {"title": voice.say("sheet-growth"), "alt": alt, "steps": steps, "on": _as_year(min(on, horizon)),
            "end": _as_year(horizon), "first": min(changes).year, "last": horizon.year + 1}  # fmt: skip


def _as_year(day: date) -> float:
    """A day as a fraction of its year, for drawing."""
    first, after = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return round(day.year + (day - first).days / (after - first).days, 4)
