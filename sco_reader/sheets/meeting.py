"""What does the sheet of a meeting print beside its card? Its line of place and days, what was adopted, the growth."""

from datetime import date
from typing import TYPE_CHECKING, Any

from sco_reader import reference
from sco_reader.arabic.bidi import isolate
from sco_reader.arabic.wording import days_in_words, edtf_in_words, hijri_in_words
from sco_reader.cards.card import Marks, Row, Section
from sco_reader.dates import Edtf
from sco_reader.errors import OutOfTable
from sco_reader.model import Lang, Meeting
from sco_reader.store import Connection
from sco_reader.words import say

if TYPE_CHECKING:
    from sco_reader.sheets.context import Paper

_MAIN = ("declaration", "treaty", "convention", "charter")
"""Kinds of document that a briefing names; the others are counted."""


def for_meeting(paper: "Paper") -> dict[str, Any]:
    """Additions to the context: subtitle, facts, decisions, growth, and the topics that stay off the paper."""
    found = reference.meeting(paper.db, paper.card.id)
    sections = {section.key: section for section in paper.card.sections}
    decided = [row for group in sections["decisions"].groups[:1] for row in group.rows if sections["decisions"].count]
    shown = decided[: paper.most_decisions]
    documents = [row.cells[0].text for row in sections["documents"].rows]
    left = frozenset([*documents, *(row.cells[0].text for row in decided[len(shown) :])])
    context: dict[str, Any] = {
        "subtitle": paper.spans(_subtitle(paper, found)),
        "facts": [*_adopted(paper, sections), *_neighbours(paper, sections["neighbours"])],
        "unprinted": left,
        "growth": growth(paper.db, paper.card.lang, horizon=paper.card.horizon, event=found.end),
    }
    if shown:
        more = paper.say("sheet-more", n=len(decided) - len(shown)) if len(decided) > len(shown) else ""
        context["decisions"] = {
            "title": sections["decisions"].title, "more": more,
            "rows": [{"text": paper.spans(row.cells[0].text), **paper.marks(row.marks)} for row in shown],
        }  # fmt: skip
    return context


def _subtitle(paper: "Paper", found: Meeting) -> str:
    lang = paper.card.lang
    parts = [] if found.body == "s5" else [reference.entity(paper.db, "sco").name.in_(lang)]
    if found.venue is not None:
        parts.append(found.venue.in_(lang))
    parts.append(found.city_name.in_(lang))
    days = days_in_words(found.start, found.end, lang)
    hijri = hijri_days(found.start, found.end, lang)
    parts.append(f"{days} ({hijri})" if hijri else days)
    return paper.say("sheet-comma").join(isolate(part) for part in parts)


def hijri_days(start: date, end: date, lang: Lang) -> str:
    """The days of a meeting in the Umm al-Qura calendar, "" beyond its table."""
    try:
        first, last = hijri_in_words(start, lang), hijri_in_words(end, lang)
    except OutOfTable:
        return ""
    if start == end:
        return last
    day, _, month = first.partition(" ")
    if month == last.partition(" ")[2]:
        if lang == "en":
            return f"{day}–{last}"
        return f"{day} و{last}" if (end - start).days == 1 else f"من {day} إلى {last}"
    return f"{first} – {last}" if lang == "en" else f"من {first} إلى {last}"


def _adopted(paper: "Paper", sections: dict[str, Section]) -> list[dict[str, Any]]:
    """One row: the declarations by name, and how many papers the sources count."""
    titles = [found for found in reference.documents(paper.db, of=paper.card.id) if found.kind in _MAIN]
    rows = {row.link: row for row in sections["documents"].rows}
    named = [rows[found.id] for found in titles if found.id in rows]
    counted = [row for group in sections["decisions"].groups[1:] for row in group.rows][:4]
    if not named and not counted:
        return []
    names = paper.say("sheet-comma").join(isolate(row.cells[0].text) for row in named)
    counts = " · ".join(" ".join(row.cells[0].text.split()) for row in counted)
    marks = paper.marks(_firsts([*named, *counted]))
    return [{"label": paper.say("sheet-adopted"), "value": paper.spans(names or counts),
             "sub": paper.spans(counts) if names else [], "uncertain": False, **marks}]  # fmt: skip


def _neighbours(paper: "Paper", section: Section) -> list[dict[str, Any]]:
    """The meetings before and after, as one row of facts."""
    if not section.rows:
        return []
    said = [f"{row.cells[0].text}: {isolate(row.cells[1].text)} ({row.cells[2].text})" for row in section.rows]
    marks = paper.marks(_firsts(section.rows))
    return [{"label": section.title, "value": paper.spans(" · ".join(said)), "sub": [], "uncertain": False, **marks}]


def _firsts(rows: tuple[Row, ...] | list[Row]) -> Marks:
    """The first source of each row: what stands together on one line."""
    return Marks(tuple(dict.fromkeys(number for row in rows for number in row.marks.numbers[:1])))


def growth(db: Connection, lang: Lang, *, horizon: date, event: date | None = None) -> dict[str, Any] | None:
    """How many members there were from which day on, over the whole history; `event` is the day to point out."""
    members = [row for row in reference.statuses(db) if row.status == "member"]
    changes: dict[date, list[tuple[int, str, Edtf]]] = {}
    for row in members:
        changes.setdefault(row.span.since.earliest, []).append((1, row.name.in_(lang), row.span.since))
        if row.span.until is not None:
            changes.setdefault(row.span.until.earliest, []).append((-1, row.name.in_(lang), row.span.until))
    if not changes:
        return None
    order = reference.sort_keys(db, lang)
    named = {row.name.in_(lang): order[row.country] for row in members}
    steps, count = [], 0
    for day in sorted(changes):
        count += sum(change for change, _, _ in changes[day])
        names = sorted((name for _, name, _ in changes[day]), key=named.__getitem__)
        said = edtf_in_words(changes[day][0][2].text, lang)
        steps.append({"at": _year(day), "count": count, "names": say("sheet-comma", lang).join(names), "day": said,
                      "now": event == day})  # fmt: skip
    told = "; ".join(say("sheet-growth-step", lang, n_text=step["count"], day=step["day"]) for step in steps)
    return {
        "steps": steps, "from": min(step["at"] for step in steps), "to": _year(horizon),
        "event": _year(event) if event else None, "alt": say("sheet-growth-alt", lang, steps=told.replace(";", "؛") if lang == "ar" else told),
    }  # fmt: skip


def _year(day: date) -> float:
    """A day as a fraction of its year, for drawing."""
    first, after = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return round(day.year + (day - first).days / (after - first).days, 4)
