"""What does a sheet print? A card, chosen for paper, as plain data: the one thing that templates ever see."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from sco_reader import reference
from sco_reader.arabic.wording import day_in_words, edtf_in_words
from sco_reader.cards import card
from sco_reader.cards.card import Card, Cell, Dispute, Fact, Group, Marks, Row, Section
from sco_reader.model import Citation, Lang
from sco_reader.sheets.glyphs import is_printable, printable
from sco_reader.sheets.spans import Span, other_direction, spans
from sco_reader.store import Connection
from sco_reader.words import say

MOST_SOURCES = 2
"""Sources that a fact cites on paper."""

_NEVER_EMPTY = frozenset({"delegations", "statuses", "terms"})
"""Sections that say so when there is nothing: that no status is known is an answer."""

_PAGE = "\ue000"

Sheet = dict[str, Any]
"""Plain data, as JSON holds it."""


def sheet(db: Connection, an_id: str, *, lang: Lang, on: date | None, today: date, most_decisions: int | None = None) -> Sheet:
    """Everything that the sheet of one entity prints in one language. Raises UnknownId."""
    kind = reference.entity(db, an_id).kind
    if on is None:
        on = reference.meeting(db, an_id).end if kind == "meeting" else today
    found = card(db, an_id, lang=lang, on=on, most_sources=MOST_SOURCES)
    return Paper(db, found, most_decisions).sheet()


@dataclass(slots=True)
class Paper:
    """One card on its way to paper; sources are numbered anew, in the order in which they are printed."""

    db: Connection
    card: Card
    most_decisions: int | None = None
    _numbers: dict[int, int] = field(default_factory=dict)

    def say(self, key: str, /, **fields: object) -> str:
        return say(key, self.card.lang, **fields)

    def sheet(self) -> Sheet:
        card = self.card
        meeting = self._meeting() if card.kind == "meeting" else {}
        skipped = {"documents", "decisions", "neighbours"} if card.kind == "meeting" else set()
        kicker = card.kicker[1:] if card.kind == "meeting" else card.kicker
        lead = [{"text": self.spans(line.text), **self.marks(line.marks)} for line in card.lead]
        facts = [self._fact(fact) for fact in card.facts] + meeting.pop("facts", [])
        decisions = meeting.pop("decisions", None)
        sections = [
            self._section(section)
            for section in card.sections
            if section.key not in skipped and (section.rows or section.key in _NEVER_EMPTY)
        ]
        disputes = [self._dispute(*merged) for merged in self._disputes(meeting.pop("unprinted", frozenset()))]
        title = printable(card.title)
        return {
            "id": card.id, "kind": card.kind, "lang": card.lang, "name": title,
            "title": self.say("sheet-title", name=title),
            "kicker": self.spans(" · ".join((self.say("sheet-kicker"), *kicker))),
            "heading": self.spans(card.title), "subtitle": self.spans(card.subtitle),
            "flag": self._flag(card.flag, card.title) if card.kind == "country" else None, "status": card.status,
            "lead": lead, "facts": facts, "decisions": decisions,
            "names": [{"label": fact.label, "value": self.spans(fact.value)} for fact in card.names],
            "also": [self.spans(name) for name in card.also if is_printable(name)],
            "note": self.spans(card.note),
            "members": [{"name": name, "flag": self._flag(code, name)} for code, name in card.members],
            "sections": sections, "disputes": disputes, "sources": self._sources(),
            "as_of": self.say("sheet-as-of", day=day_in_words(card.on, card.lang)),
            "horizon": self.say("sheet-beyond" if card.beyond_horizon else "sheet-horizon", day=day_in_words(card.horizon, card.lang)),
            "page": self.say("sheet-page", page=_PAGE, pages=_PAGE).split(_PAGE),
            "growth": None, "words": self._words(), **meeting,
        }  # fmt: skip

    def _words(self) -> dict[str, str]:
        keys = ("kicker", "facts", "item", "value", "source", "comma", "disputes", "sources", "also", "names", "note",
                "growth", "unverified", "adopted")  # fmt: skip
        said = {key: self.say(f"sheet-{key}") for key in keys}
        return {**said, "uncertain": self.say("uncertain"), "members": self.say("sheet-members", n=len(self.card.members))}

    def spans(self, text: str) -> list[Span]:
        return spans(printable(text), self.card.lang)

    def marks(self, marks: Marks) -> dict[str, Any]:
        """The numbers to print, counted as they appear."""
        return {
            "marks": self._renumbered(marks.numbers), "against": self._renumbered(marks.against),
            "unverified": marks.unverified,
        }  # fmt: skip

    def _renumbered(self, numbers: tuple[int, ...]) -> list[int]:
        return sorted(self._numbers.setdefault(number, len(self._numbers) + 1) for number in numbers)

    def _flag(self, code: str | None, of: str) -> dict[str, str] | None:
        from sco_reader.paths import resource

        if code is None or not resource(f"flags/{code}.svg").is_file():
            return None
        return {"code": code, "alt": self.say("sheet-flag-of", state=printable(of))}

    def _fact(self, fact: Fact) -> dict[str, Any]:
        return {
            "label": printable(fact.label), "value": self.spans(fact.value), "sub": self.spans(fact.sub),
            "uncertain": fact.uncertain, **self.marks(fact.marks),
        }  # fmt: skip

    def _meeting(self) -> dict[str, Any]:
        from sco_reader.sheets.meeting import for_meeting

        return for_meeting(self)

    def _section(self, section: Section) -> dict[str, Any]:
        groups = [self._group(group, section) for group in section.groups]
        used = [
            any(row["cells"][place]["text"] or row["cells"][place]["tag"] for group in groups for row in group["rows"])
            for place in range(len(section.columns))
        ]
        return {
            "key": section.key, "title": section.title, "columns": list(section.columns), "used": used,
            "groups": groups, "empty": "" if section.rows else section.empty,
        }  # fmt: skip

    def _group(self, group: Group, section: Section) -> dict[str, Any]:
        rows, absent = list(group.rows), []
        if section.key == "delegations":
            stayed = {row.party for row in reference.delegations(self.db, of=self.card.id) if row.absent}
            absent = [row for row in rows if row.link in stayed]
            rows = [row for row in rows if row.link not in stayed]
        listed = [self._row(row) for row in rows]
        together: dict[str, Any] | None = None
        if absent:
            names = self.say("sheet-comma").join(row.cells[0].text for row in absent)
            numbers = tuple(dict.fromkeys(number for row in absent for number in row.marks.numbers))
            together = {"text": self.spans(self.say("sheet-absent", parties=names)), **self.marks(Marks(numbers[:MOST_SOURCES]))}
        return {
            "title": printable(group.title), "status": group.status, "count": group.count, "rows": listed, "absent": together,
            "mark": self.say("sheet-status-mark", status=group.title) if group.status else "",
        }  # fmt: skip

    def _row(self, row: Row) -> dict[str, Any]:
        return {
            "cells": [self._cell(cell) for cell in row.cells], "current": row.current, "later": row.later,
            **self.marks(row.marks),
        }  # fmt: skip

    def _cell(self, cell: Cell) -> dict[str, Any]:
        return {
            "text": self.spans(cell.text), "sub": self.spans(cell.sub), "flag": self._flag(cell.flag, cell.text),
            "status": cell.status, "mark": self.say("sheet-status-mark", status=cell.text) if cell.status else "",
            "tag": cell.tag, "tone": cell.tone, "strong": cell.strong, "uncertain": cell.uncertain,
        }  # fmt: skip

    def _disputes(self, unprinted: frozenset[str]) -> list[tuple[str, Dispute]]:
        """Disputes of what the sheet prints; where several are contested in the same words, one block names them all."""
        merged: dict[str, list[Dispute]] = {}
        for dispute in self.card.disputes:
            if dispute.about not in unprinted:
                merged.setdefault(dispute.text, []).append(dispute)
        return [(self.say("sheet-comma").join(dict.fromkeys(one.about for one in same)), same[0]) for same in merged.values()]

    def _dispute(self, about: str, dispute: Dispute) -> dict[str, Any]:
        text = self.spans(dispute.text)
        return {"about": self.spans(about), "text": text, **self.marks(dispute.marks)}

    def _sources(self) -> list[dict[str, Any]]:
        by_number = sorted(self._numbers.items(), key=lambda pair: pair[1])
        return [self._source(self.card.sources[number - 1], printed) for number, printed in by_number]

    def _source(self, citation: Citation, number: int) -> dict[str, Any]:
        """One entry: publisher, title (where our fonts can print it), day, and the address without its clutter."""
        source, lang = citation.source, self.card.lang
        day = edtf_in_words(source.published, lang) if source.published else self.say("sheet-read", day=edtf_in_words(source.read_on, lang))
        title = source.title if is_printable(source.title) else ""
        return {
            "number": number, "publisher": self.spans(source.publisher), "title": self.spans(title),
            "lang": source.language if title and other_direction(title, "ar" if lang == "en" else "en") else "",
            "day": day, "url": source.address, "domain": urlsplit(source.address).netloc.removeprefix("www.").rstrip("."),
            "at": citation.at or "",
        }  # fmt: skip
