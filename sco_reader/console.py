"""Text for people at a terminal: aligned, coloured where that is wanted, Arabic readable there too."""

import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from sco_reader.arabic.bidi import bare
from sco_reader.arabic.terminal import Mode, for_terminal, terminal_orders_text
from sco_reader.words import Lang

_STYLES = {"bold": "1", "quiet": "2", "asof": "31", "link": "36", "warn": "33"}
_GAP = 2
_WIDEST_COLUMN = 56
_NOT_PRINTED = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069]")


@dataclass(slots=True)
class Console:
    """Prints to one stream; on a pipe the text is logical and plain."""

    stream: TextIO
    lang: Lang
    bidi: Mode = "auto"

    @property
    def is_terminal(self) -> bool:
        return self.stream.isatty()

    @property
    def _coloured(self) -> bool:
        return self.is_terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"

    @property
    def _reorders(self) -> bool:
        """True where we put the text in visual order ourselves, and so place it at the right edge too."""
        return self.bidi == "visual" or (self.bidi == "auto" and self.is_terminal and not terminal_orders_text())

    def line(self, text: str = "", style: str = "") -> None:
        """One line of running text; in Arabic on a terminal without bidi it ends at the right edge."""
        rtl = self.lang == "ar"
        for part in _wrapped(bare(text), self._width) if self.is_terminal else [bare(text)]:
            said = for_terminal(part, self.bidi, is_terminal=self.is_terminal, rtl=rtl)
            if rtl and self._reorders:
                said = " " * max(self._width - width(said), 0) + said
            self._write(self._styled(said, style))

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]], styles: Sequence[str] = ()) -> None:
        """Rows under column heads; in visual order the columns run from the right."""
        every = (
            [[bare(cell) for cell in row] for row in (columns, *rows)]
            if columns
            else [[bare(c) for c in r] for r in rows]
        )
        if not every:
            return
        widths = [min(max(width(row[index]) for row in every), _WIDEST_COLUMN) for index in range(len(every[0]))]
        for number, row in enumerate(every):
            head = bool(columns) and number == 0
            self._row(row, widths, "quiet" if head else "", styles)

    def _row(self, row: Sequence[str], widths: Sequence[int], style: str, styles: Sequence[str]) -> None:
        mirrored = self.lang == "ar" and self._reorders
        cells = []
        for index, (text, wide) in enumerate(zip(row, widths, strict=True)):
            last = index == len(row) - 1
            short = _cut(text, wide) if self.is_terminal and not last else text
            said = for_terminal(short, self.bidi, is_terminal=self.is_terminal, rtl=self.lang == "ar")
            blank = " " * max(wide - width(said), 0)
            mine = style or (styles[index] if index < len(styles) else "")
            cells.append(
                blank + self._styled(said, mine) if mirrored else self._styled(said, mine) + ("" if last else blank)
            )
        ordered = list(reversed(cells)) if mirrored else cells
        line = (" " * _GAP).join(ordered)
        if mirrored:
            line = " " * max(self._width - sum(widths) - _GAP * (len(widths) - 1), 0) + line
        self._write(line.rstrip() if not mirrored else line)

    @property
    def _width(self) -> int:
        return min(shutil.get_terminal_size((100, 24)).columns, 160)

    def _styled(self, text: str, style: str) -> str:
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if style and self._coloured else text

    def _write(self, text: str) -> None:
        self.stream.write(text + "\n")


def width(text: str) -> int:
    """Columns that a terminal gives to `text` (UAX #11: wide and fullwidth take two, marks none).

    Ours because wcwidth, the library for it, takes 50 ms to import, more than the whole look-up.
    """
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) or _NOT_PRINTED.match(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _cut(text: str, wide: int) -> str:
    while width(text) > wide:
        text = text[:-2].rstrip() + "…"
    return text


def _wrapped(text: str, wide: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and width(line) + 1 + width(word) > wide:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def complain(text: str) -> None:
    """One sentence on stderr."""
    lang: Lang = "ar" if any(unicodedata.bidirectional(c) == "AL" for c in text[:40]) else "en"
    console = Console(sys.stderr, lang)
    console.line(text)
