"""A section of a card as the reader wants it: sorted by a column, without some columns, or as rows to take away."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sco_reader.cards.card import Row, Section
from sco_reader.collation import sort_key
from sco_reader.model import Citation
from sco_reader.voice import Voice


@dataclass(frozen=True, slots=True)
class Arrangement:
    """`column` is the one that sorts, None as listed; `hidden` ones are left out."""

    column: int | None = None
    descending: bool = False
    hidden: frozenset[int] = frozenset()


def arranged(section: Section, wanted: Arrangement, lang: str) -> Section:
    """`section` in that order within each of its groups, without the hidden columns; one column at least stays."""
    if wanted.column is not None:
        section = _sorted(section, wanted.column, lang, descending=wanted.descending)
    shown = [number for number in range(len(section.columns)) if number not in wanted.hidden]
    if not shown or len(shown) == len(section.columns):
        return section
    groups = tuple(
        replace(
            group, rows=tuple(replace(row, cells=tuple(row.cells[number] for number in shown)) for row in group.rows)
        )
        for group in section.groups
    )
    return replace(section, columns=tuple(section.columns[number] for number in shown), groups=groups)


def _sorted(section: Section, column: int, lang: str, *, descending: bool) -> Section:
    """What has nothing in that column stands at the end of its group, either way round."""

    def key(row: Row) -> str:
        cell = row.cells[column]
        return cell.key or sort_key(cell.text, lang)

    groups = []
    for group in section.groups:
        said = [row for row in group.rows if row.cells[column].text]
        rows = sorted(said, key=key, reverse=descending)
        groups.append(replace(group, rows=(*rows, *(row for row in group.rows if not row.cells[column].text))))
    return replace(section, groups=tuple(groups))


def taken(section: Section, sources: Sequence[Citation], voice: Voice) -> list[list[str]]:
    """Head and rows for a spreadsheet: the group of each row where there are several, and who says so, with address."""
    grouped = any(group.title for group in section.groups)
    head = [*([voice.say("column-group")] if grouped else []), *section.columns, voice.say("column-source")]
    rows = [head]
    for group in section.groups:
        for row in group.rows:
            cells = [" · ".join(filter(None, (cell.text, cell.sub))) for cell in row.cells]
            said = "; ".join(
                f"{sources[number - 1].source.publisher_in(voice.lang)} {sources[number - 1].source.address}"
                for number in row.marks.numbers
            )
            rows.append([*([group.title] if grouped else []), *cells, said])
    return rows
