"""Coverage on the terminal: figures, facts by kind, years, the delegation matrix, holes."""

from collections.abc import Sequence

from sco_reader.console import Console
from sco_reader.coverage import COUNTED, Coverage, Plain, counted
from sco_reader.coveragenames import SEAT_COLUMNS, holes_by_name, seats_by_name
from sco_reader.store import Connection
from sco_reader.voice import Voice
from sco_reader.words import say


def write_coverage(db: Connection, found: Coverage, console: Console, voice: Voice) -> None:
    """What `coverage --json` gives, as tables for people."""
    lang = console.lang
    console.table((), [(say(f"coverage-{name}", lang), counted(found[name])) for name in COUNTED], ("", "bold"))
    columns = ("facts", "with_source", "with_two_publishers")
    heads = [say(f"coverage-column-{name}", lang) for name in ("kind", "facts", "source", "two")]
    _table(console, "coverage-by-kind", heads, [
        (say(f"coverage-kind-{kind}", lang), *(counted(row[name]) for name in columns))
        for kind, row in _rows(found, "by_kind")
    ])  # fmt: skip
    kinds = ("meetings", "councils", "delegations", "documents", "milestones")
    heads = [say("coverage-column-year", lang), *(say(f"coverage-{kind}", lang) for kind in kinds)]
    rows = [(year, *(counted(row.get(kind, "")) for kind in kinds)) for year, row in _rows(found, "by_year")]
    _table(console, "coverage-by-year", heads, rows)
    heads = [say(column, lang) for column in SEAT_COLUMNS]
    _table(console, "section-about-seats", heads, [row for _, row in seats_by_name(db, found, voice)])
    holes = holes_by_name(db, found, voice)
    if holes:
        console.line()
        console.line(say("coverage-holes", lang), "bold")
        for _, hole in holes:
            console.line(hole)


def _rows(found: Coverage, key: str) -> list[tuple[str, dict[str, Plain]]]:
    table = found[key]
    assert isinstance(table, dict)
    return [(name, row) for name, row in table.items() if isinstance(row, dict)]


def _table(console: Console, title: str, heads: list[str], rows: Sequence[tuple[str, ...]]) -> None:
    console.line()
    console.line(say(title, console.lang), "bold")
    console.table(tuple(heads), rows)
