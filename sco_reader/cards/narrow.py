"""A section narrowed to the rows that hold every word of a text, however it is spelt."""

from dataclasses import replace

from sco_reader.arabic.clitics import bare_forms
from sco_reader.arabic.fold import fold
from sco_reader.cards.card import Row, Section


def narrowed(section: Section, text: str) -> Section:
    """`section` with those rows alone; groups that lose all of theirs go too. An empty text leaves it as it is."""
    words = fold(text).split()
    if not words:
        return section
    groups = []
    for group in section.groups:
        rows = tuple(row for row in group.rows if _holds(row, words))
        if rows:
            groups.append(replace(group, rows=rows, count=str(len(rows)) if group.count else ""))
    return replace(section, groups=tuple(groups))


def _holds(row: Row, words: list[str]) -> bool:
    said = fold(" ".join(f"{cell.text} {cell.sub} {cell.tag}" for cell in row.cells))
    return all(any(form in said for form in (word, *bare_forms(word))) for word in words)
