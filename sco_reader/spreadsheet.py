"""A table for a spreadsheet: as TSV for the clipboard, as CSV for a file."""

import csv
import io
from collections.abc import Iterable, Sequence

from sco_reader.arabic.bidi import bare

# What Excel, LibreOffice and Google Sheets take for a formula (OWASP, "CSV injection"); tab and CR end a cell of TSV.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def harmless(text: str) -> str:
    """`text` as one line that no spreadsheet computes: an apostrophe stands before what looks like a formula."""
    line = " ".join(bare(text).split())
    return f"'{line}" if line.startswith(_FORMULA) else line


def as_tsv(rows: Iterable[Sequence[str]]) -> str:
    """Rows by lines, cells by tabs, as spreadsheets take them from the clipboard."""
    return "".join("\t".join(map(harmless, row)) + "\n" for row in rows)


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """RFC 4180 in UTF-8 with a byte order mark, without which Excel reads Arabic as Latin-1."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")
