"""What of a card no longer holds today: each fact gets what it is now, each row a mark."""

from collections import defaultdict
from dataclasses import replace

from sco_reader.cards.card import Card, Fact, Group, Row, Section

_TOLD_OF_TODAY = ("states", "leaders")
"""The sections that list what held on the day; the others have all days, and pale what comes later."""


def beside_today(card: Card, now: Card) -> Card:
    """`card` with its facts and rows marked where `now`, the same card as of today, says something else."""
    if card.on == now.on:
        return card
    values: dict[str, list[str]] = defaultdict(list)
    for fact in now.facts:
        values[fact.label].append(fact.value)
    listed = {
        (section.key, *_said(group, row)) for section in now.sections for group in section.groups for row in group.rows
    }

    def marked(section: Section) -> Section:
        if section.key not in _TOLD_OF_TODAY:
            return section
        groups = tuple(
            replace(group, rows=tuple(
                replace(row, past=(section.key, *_said(group, row)) not in listed) for row in group.rows
            ))
            for group in section.groups
        )  # fmt: skip
        return replace(section, groups=groups)

    return replace(
        card,
        facts=tuple(_fact(fact, values) for fact in card.facts),
        sections=tuple(marked(section) for section in card.sections),
    )


def differences(card: Card) -> int:
    """How many facts and rows of a card no longer hold today."""
    return sum(fact.now is not None for fact in card.facts) + sum(
        row.past for section in card.sections for row in section.rows
    )


def _fact(fact: Fact, values: dict[str, list[str]]) -> Fact:
    now = values.get(fact.label, [])
    return fact if fact.value in now else replace(fact, now=now[0] if now else "")


def _said(group: Group, row: Row) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Who is listed and as what; a second term of the same holder changes the days and the note alone."""
    return group.status, row.link, tuple(cell.text for cell in row.cells[1:] if not cell.key and cell.tone != "quiet")
