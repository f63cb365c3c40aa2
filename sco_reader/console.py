"""Text for people at a terminal: aligned, coloured where that is wanted, Arabic readable there too."""

import os
import re
import sys
import unicodedata
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple, TextIO

from sco_reader.arabic.bidi import LRI, PDI, balanced
from sco_reader.arabic.terminal import Mode, for_terminal, terminal_orders_text
from sco_reader.words import Lang

_STYLES = {"bold": "1", "quiet": "2", "asof": "31", "link": "36", "warn": "33"}
_GAP, _COLUMNS = 2, 100
_WIDEST_COLUMN, _NARROWEST_COLUMN = 56, 8
_NOT_PRINTED = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069]")


class Console(NamedTuple):
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

    @property
    def _is_mirrored(self) -> bool:
        return self.lang == "ar" and self._reorders

    @property
    def _breaks_lines(self) -> bool:
        """A line in visual order must be broken before it is turned: a terminal would break off its beginning."""
        return self.is_terminal or self._reorders

    def line(self, text: str = "", style: str = "") -> None:
        """One line of running text; in Arabic on a terminal without bidi it ends at the right edge."""
        for part in wrapped(text, self._width) if self._breaks_lines else [text]:
            said = self._ordered(part)
            blank = " " * max(self._width - width(said), 0) if self._is_mirrored else ""
            self._write(blank + self._styled(said, style))

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]], styles: Sequence[str] = ()) -> None:
        """Rows under column heads; in visual order the columns run from the right. What is too wide is broken."""
        every = [columns, *rows] if columns else rows
        if not every:
            return
        widths = [max(width(row[index]) for row in every) for index in range(len(every[0]))]
        if self._breaks_lines:
            widths = _fitted(widths, self._width - _GAP * (len(widths) - 1), every)
        else:
            widths = [min(wide, _WIDEST_COLUMN) for wide in widths]
        for number, row in enumerate(every):
            head = bool(columns) and number == 0
            self._row(row, widths, "quiet" if head else "", styles)

    def _row(self, row: Sequence[str], widths: Sequence[int], style: str, styles: Sequence[str]) -> None:
        broken = [
            wrapped(text, wide, within_words=True) if self._breaks_lines else [text]
            for text, wide in zip(row, widths, strict=True)
        ]
        for parts in zip_longest(*broken, fillvalue=""):
            cells = []
            for index, (part, wide) in enumerate(zip(parts, widths, strict=True)):
                said = self._ordered(part)
                blank = " " * max(wide - width(said), 0)
                shown = self._styled(said, style or (styles[index] if index < len(styles) else ""))
                cells.append(blank + shown if self._is_mirrored else shown + blank)
            if self._is_mirrored:
                edge = " " * max(self._width - sum(widths) - _GAP * (len(widths) - 1), 0)
                self._write(edge + (" " * _GAP).join(reversed(cells)))
            else:
                self._write((" " * _GAP).join(cells).rstrip())

    def _ordered(self, text: str) -> str:
        return for_terminal(text, self.bidi, is_terminal=self.is_terminal, rtl=self.lang == "ar")

    @property
    def _width(self) -> int:
        return min(columns(), 160)

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


def _fitted(widths: list[int], room: int, rows: Sequence[Sequence[str]]) -> list[int]:
    """`widths` of the columns of `rows` made to fit into `room`, the widest first.

    None goes below what its longest word needs, an id or a date, as long as the others can give way; but no word has
    more than a third of the line.
    """
    fitted = list(widths)
    if sum(fitted) <= room:
        return fitted
    words = [max(max(map(width, _whole_words(row[index]))) for row in rows) for index in range(len(fitted))]
    for floors in ([max(min(word, room // 3), _NARROWEST_COLUMN) for word in words], [_NARROWEST_COLUMN] * len(words)):
        while sum(fitted) > room:
            giving = [index for index, floor in enumerate(floors) if fitted[index] > floor]
            if not giving:
                break
            fitted[max(giving, key=fitted.__getitem__)] -= 1
    return fitted


def _whole_words(text: str) -> list[str]:
    """`text` cut where a line may end: a date is one word, and a dot goes with what stands before it."""
    from sco_reader.arabic.unbroken import JOINER, unbroken

    return unbroken(text).replace(JOINER, "").split(" ")


def wrapped(text: str, wide: int, *, within_words: bool = False) -> list[str]:
    """`text` broken at spaces into lines of `wide` columns, each with its isolates closed.

    A longer word (an address) is left whole for the terminal to break, so that it can be copied; in a column, where
    it would push the others away, it is broken too. A date stays whole wherever it finds room.
    """
    if width(text) <= wide:
        return [text]
    from sco_reader.arabic.unbroken import NO_BREAK

    lines: list[str] = []
    line = ""
    words = _whole_words(text)
    if any(width(word) > wide for word in words):
        words = text.split(" ")
    for word in words:
        if line and width(line) + 1 + width(word) > wide:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
        while within_words and width(line) > wide:
            fits = next(n for n in range(len(line), 0, -1) if width(line[:n]) <= wide or n == 1)
            lines.append(line[:fits])
            line = line[fits:]
    # What has no letter of ours keeps its hyphens where they were: a line that ends in one is no Arabic line.
    whole_lines = [part.replace(NO_BREAK, " ") for part in (*lines, line)]
    return [f"{LRI}{part}{PDI}" for part in whole_lines] if text.isascii() else balanced(whole_lines)


def complain(text: str, bidi: Mode = "auto") -> None:
    """One sentence on stderr, in the order that --bidi asks for."""
    lang: Lang = "ar" if any(unicodedata.bidirectional(c) == "AL" for c in text[:40]) else "en"
    console = Console(sys.stderr, lang, bidi)
    console.line(text)


def columns() -> int:
    """The width of the terminal, as `shutil.get_terminal_size` reads it; its module costs 2 ms of every look-up."""
    said = os.environ.get("COLUMNS", "")
    if said.isdigit() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns or _COLUMNS
    except (OSError, ValueError):
        return _COLUMNS
