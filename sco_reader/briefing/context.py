"""What stands on a sheet: a card turned into plain data, sources numbered by where they are first printed."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sco_reader import reference
from sco_reader.arabic.bidi import bare, is_rtl, isolate
from sco_reader.arabic.wording import Style
from sco_reader.briefing.glyphs import is_printable
from sco_reader.briefing.meeting import growth, meeting_line
from sco_reader.briefing.spans import spans
from sco_reader.cards.card import Card, Cell, Group, Marks, Row, Section
from sco_reader.cards.compose import card
from sco_reader.cards.ids import NO_ENTITY
from sco_reader.citation import source_line
from sco_reader.model import Citation, Lang
from sco_reader.paths import resource
from sco_reader.store import Connection
from sco_reader.voice import PLAIN, Voice, voice_of
from sco_reader.words import say

Plain = Any
"""What JSON can hold: text, numbers, true and false, null, lists and maps of these."""

_FEW_SOURCES = 26
"""With more than so many, each fact cites one source instead of two: the notes would fill a page of their own."""

_SECTIONS = {
    "meeting": ("delegations", "documents", "decisions"),
    "country": ("statuses", "leaders", "meetings"),
    "person": ("terms", "meetings"),
    "organisation": ("states", "leaders", "meetings", "heads"),
    "city": ("meetings", "names"),
    "document": (),
    "council": ("milestones",),
    "milestone": ("concerned",),
    "claim": ("concerned", "seen"),
}
_NO_BREAK = "\u00a0"
_LAYOUTS = {"documents": "paragraph", "decisions": "list"}
_MOST = {"decisions": 6, "documents": 8}
_REST_IS_COUNTED = (*_MOST, "leaders", "meetings")
_SHORTEST_NAME = 3  # abbreviations (РК, PRC) are for finding
_MOST_COUNTS = 3
_MOST_DISPUTES = 5
"""The data give the weightiest first; the rest is counted."""


@dataclass(slots=True)
class _Notes:
    """Numbers the sources anew, in the order in which the sheet prints them."""

    card: Card
    numbers: dict[int, int] = field(default_factory=dict)

    def of(self, marks: Marks) -> list[int]:
        every = (*marks.numbers, *marks.against)
        return sorted({self.numbers.setdefault(number, len(self.numbers) + 1) for number in every})

    def sources(self) -> list[Citation]:
        return [self.card.sources[old - 1] for old in self.numbers]


def sheet_card(db: Connection, an_id: str, *, lang: Lang, on: date | None, today: date, style: Style = PLAIN) -> Card:
    """The card that the sheet prints: a meeting as of its last day, all else as of `on` or today."""
    if on is None:
        is_meeting = an_id.partition(":")[0] not in NO_ENTITY and reference.entity(db, an_id).kind == "meeting"
        on = reference.meeting(db, an_id).end if is_meeting else today
    found = card(db, an_id, lang=lang, on=on, today=today, most_sources=2, style=style)
    if len(found.sources) <= _FEW_SOURCES:
        return found
    return card(db, an_id, lang=lang, on=on, today=today, most_sources=1, style=style)


def context(db: Connection, found: Card, style: Style = PLAIN) -> dict[str, Plain]:
    """One sheet as plain data for the template: every text as runs with their direction, every fact with its notes."""
    lang, notes, voice = found.lang, _Notes(found), voice_of(db, found.lang, style)
    kicker = [say("sheet-kicker", lang), *found.kicker]
    beyond = found.beyond_horizon
    horizon = voice.day(found.horizon)
    lists = (section for section in found.sections if section.key in _LAYOUTS)
    settled = {row.cells[0].text for section in lists for group in section.groups[:1] for row in group.rows}
    grown = found.kind == "meeting" or found.id == "sco"
    made: dict[str, Plain] = {
        "lang": lang,
        "kind": found.kind,
        "digits": style.digits if lang == "ar" else "western",
        "kicker": spans(" · ".join(isolate(part) for part in kicker), lang),
        "running": say("sheet-kicker", lang),
        "title": found.title,
        "document_title": bare(say("sheet-title", lang, name=found.title)),
        "subtitle": spans(_subtitle(db, found, voice), lang),
        "lead": [{"text": spans(line.text, lang), "notes": notes.of(line.marks)} for line in found.lead],
        "note": spans(found.note, lang) if found.kind != "meeting" else [],
        "members_title": voice.say("sheet-members", n=len(found.members)) if found.members else "",
        "members": [
            {"flag": code, "name": name, "alt": bare(say("sheet-flag-of", lang, state=name))}
            for code, name in found.members
        ],
        "facts_title": say("sheet-facts", lang),
        "facts": _facts(found, notes),
        "growth": growth(db, voice, on=found.on, horizon=found.horizon) if grown else None,
        "sections": _sections(found, notes, voice),
        "disputes_title": say("sheet-disputes", lang),
        "disputes": _disputes(found, notes, settled),
        "sources_title": say("sheet-sources", lang),
        "as_of": say("sheet-as-of", lang, day=voice.day(found.on)),
        "horizon": say("sheet-beyond" if beyond else "sheet-horizon", lang, day=horizon),
        "page": say("sheet-page", lang, page="{page}", pages="{pages}"),
        "source_head": say("column-source", lang),
        "item_head": say("column-item", lang),
        "fact_head": say("column-fact", lang),
        "status_alt": {
            status: bare(say("sheet-status-mark", lang, status=say(f"status-{status}", lang)))
            for status in (*reference.SCO_STATUSES, "shanghai_five", "guest")
        },
    }
    made["sources"] = [_source(number, citation, voice) for number, citation in enumerate(notes.sources(), 1)]
    return made


def _subtitle(db: Connection, found: Card, voice: Voice) -> str:
    """Where and when a meeting was; the official or the English name of what else there is, where that is another."""
    if found.kind == "meeting":
        return meeting_line(db, found.id, voice)
    return found.subtitle if found.subtitle != found.title else ""


def _facts(found: Card, notes: _Notes) -> list[Plain]:
    lang = found.lang
    rows: list[Plain] = []
    for fact in (*found.names, *found.facts):
        value = fact.value if not fact.sub else f"{isolate(fact.value)} · {fact.sub}"
        if fact.uncertain:
            value += _in_doubt(lang)
        rows.append({"label": fact.label, "value": spans(value, lang), "notes": notes.of(fact.marks)})
    rows.extend(_counted(found, notes))
    if found.also and found.kind in ("person", "country"):
        comma = say("list-comma", lang)
        named = {fact.value for fact in found.names}
        also = comma.join(
            isolate(spelt.text) + (f" ({comma.join(spelt.where)})" if spelt.where else "")
            for spelt in found.also
            if len(spelt.text) > _SHORTEST_NAME and spelt.text not in named
        )
        if also:
            rows.append({"label": say("sheet-also", lang), "value": spans(also, lang), "notes": []})
    return rows


def _counted(found: Card, notes: _Notes) -> list[Plain]:
    """What the sources count at a meeting: documents, decisions, statements."""
    groups = next((section.groups for section in found.sections if section.key == "decisions"), ())
    rows = [row for group in groups[1:] for row in group.rows][:_MOST_COUNTS]
    if not rows:
        return []
    said = " · ".join(isolate(" ".join(row.cells[0].text.split())) for row in rows)
    numbers = sorted({number for row in rows for number in notes.of(row.marks)})
    return [{"label": say("sheet-counted", found.lang), "value": spans(said, found.lang), "notes": numbers}]


def _wanted(found: Card) -> list[Section]:
    if found.id.partition(":")[0] in NO_ENTITY:
        filled = [section for section in found.sections if section.rows]
        whole = [replace(section, title="") for section in filled if section.key == "all"]
        return whole or filled  # beside the whole list the others are parts of it
    by_key = {section.key: section for section in found.sections}
    return [by_key[key] for key in _SECTIONS[found.kind] if key in by_key and by_key[key].rows]


def _sections(found: Card, notes: _Notes, voice: Voice) -> list[Plain]:
    made = [_section(section, found, notes, voice) for section in _wanted(found)]
    return [each for each in made if each["groups"]]


def _section(section: Section, found: Card, notes: _Notes, voice: Voice) -> dict[str, Plain]:
    lang = found.lang
    groups: list[Plain] = []
    for group in _printed(section):
        missing = [row for row in group.rows if section.key == "delegations" and _is_absence(row)]
        came = [row for row in group.rows if row not in missing]
        came = [row for row in came if not section.even or row.cells[0].text]  # the heads stand in the table's own head
        came, said = _without_repeated_note(came) if section.key == "states" else (came, "")
        rows: list[Plain] = [_row(row, lang, notes) for row in came if not (row.later and found.kind == "organisation")]
        if not rows and not missing:
            continue  # all of it comes after the day; a head without rows makes the typesetter panic
        count = _how_many(group.count, len(rows), voice)
        groups.append({
            "title": f"{group.title} ({count})" if group.title and count else group.title,
            "status": group.status or "", "rows": rows,
            "missing": {"text": spans(said, lang), "notes": []} if said else _missing(missing, lang, notes),
        })  # fmt: skip
    return {"key": section.key, "title": section.title, "columns": list(section.columns), "groups": groups,
            "layout": _LAYOUTS.get(section.key, "table"), "more": _more(section, voice)}  # fmt: skip


def _how_many(counted: str, printed: int, voice: Voice) -> str:
    """The count beside a heading: `2 of 7` where the sheet prints fewer rows than there are; what says more, stays."""
    if not counted.isdecimal() or int(counted) == printed:
        return counted
    return voice.say("n-of-m", n_text=printed, m=counted)


def _without_repeated_note(rows: list[Row]) -> tuple[list[Row], str]:
    """The rows, and a note that most of them carry, to be said once below them instead of in each."""
    said = Counter(row.cells[-1].text for row in rows if row.cells[-1].text).most_common(1)
    if not said or said[0][1] < max(3, len(rows) // 2):
        return rows, ""
    note = said[0][0]
    bare_rows = [replace(row, cells=(*row.cells[:-1], Cell(""))) if row.cells[-1].text == note else row for row in rows]
    return bare_rows, note


def _printed(section: Section) -> tuple[Group, ...]:
    """The groups to print: of a long list the first rows alone; what was counted stands among the facts."""
    if section.key not in _MOST:
        return section.groups
    return tuple(Group("", group.rows[: _MOST[section.key]]) for group in section.groups[:1])


def _more(section: Section, voice: Voice) -> str:
    printed = sum(len(group.rows) for group in _printed(section))
    left = (section.count or 0) - printed if section.key in _REST_IS_COUNTED else 0
    return voice.digits(say(f"sheet-more-{section.key}", voice.lang, n=left)) if left > 0 else ""


def _is_absence(row: Row) -> bool:
    return len(row.cells) == 3 and not row.cells[1].strong


def _missing(rows: list[Row], lang: Lang, notes: _Notes) -> Plain:
    if not rows:
        return None
    names = say("list-comma", lang).join(isolate(row.cells[0].text) for row in rows)
    numbers = Marks(tuple(dict.fromkeys(number for row in rows for number in row.marks.numbers)))
    return {
        "text": spans(f"{say('absent', lang)}: {names}", lang),
        "notes": notes.of(numbers),
    }


def _row(row: Row, lang: Lang, notes: _Notes) -> Plain:
    return {"cells": [_cell(cell, lang) for cell in row.cells], "notes": notes.of(row.marks), "later": row.later,
            "current": row.current}  # fmt: skip


def _cell(cell: Cell, lang: Lang) -> Plain:
    doubtful = cell.uncertain and cell.text and not cell.text.endswith(")")
    text = cell.text + (_in_doubt(lang) if doubtful else "")
    return {
        "text": spans(text, lang), "sub": spans(cell.sub, lang), "flag": _flag(cell.flag),
        "alt": bare(say("sheet-flag-of", lang, state=cell.text)), "status": cell.status or "", "tag": cell.tag,
        "time": cell.tone == "asof", "quiet": cell.tone == "quiet", "strong": cell.strong,
    }  # fmt: skip


def _in_doubt(lang: Lang) -> str:
    """In brackets, which a narrow column does not break."""
    return f" ({say('uncertain', lang).replace(' ', _NO_BREAK)})"


def _flag(code: str | None) -> str:
    """The code of a flag that we ship; of an organisation, none."""
    return code if code and resource(f"flags/{code}.svg").exists() else ""


def _disputes(found: Card, notes: _Notes, listed: set[str]) -> list[Plain]:
    """Disputes over what the sheet prints in full; those over a line of a list are left to the window."""
    most = _MOST_DISPUTES if found.kind in ("meeting", "country") else None
    return [
        {"about": spans(dispute.about, found.lang), "text": spans(dispute.text, found.lang),
         "notes": notes.of(dispute.marks)}
        for dispute in found.disputes
        if all(number in notes.numbers for number in dispute.marks.against) and not _is_listed(dispute.about, listed)
    ][:most]  # fmt: skip


def _is_listed(about: str, listed: set[str]) -> bool:
    return any(about in line for line in listed)


def _source(number: int, citation: Citation, voice: Voice) -> Plain:
    source = citation.source
    title = source.title if is_printable(source.title) else ""
    domain = source.address.split("/")[2].removeprefix("www.").rstrip(".")
    line = source_line(citation, voice, space=_NO_BREAK)
    return {"number": number, "title": spans(title, "ar" if is_rtl(title) else "en"),
            "domain": domain, "title_rtl": is_rtl(title),
            "line": spans(line, voice.lang), "address": source.address}  # fmt: skip
