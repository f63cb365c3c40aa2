"""Text in labels: its base direction and its edge are those of the window, whatever script it begins with."""

import re
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QLineEdit

from sco_reader.arabic.bidi import LRI, PDI, RLI
from sco_reader.arabic.unbroken import unbroken
from sco_reader.words import Lang


def show_text(label: QLabel, text: str, lang: Lang) -> None:
    """Put plain `text` into `label` with the base direction of `lang` (UAX #9, HL3), at its leading edge.

    Left to itself, QLabel takes direction and edge from the first strong letter outside isolates: a Latin subtitle
    would stand at the left of an Arabic card, and a list of isolated names would run backwards.

    Dates and names stay whole at the end of a line, unless the reader may select the text and copy it.
    """
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse & label.textInteractionFlags()
    shown = text if selectable else unbroken(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(f"{RLI if lang == 'ar' else LRI}{shown}{PDI}" if text else "")
    label.setAlignment(leading(lang) | Qt.AlignmentFlag.AlignVCenter)
    label.setAccessibleName(text)
    _leave_room_below(label, text)


def show_html(label: QLabel, html: str, lang: Lang) -> None:
    """Put a paragraph of rich text into `label`, in the direction of `lang`, at its leading edge."""
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(f'<div dir="{"rtl" if lang == "ar" else "ltr"}">{unbroken(html)}</div>' if html else "")
    label.setAlignment(leading(lang) | Qt.AlignmentFlag.AlignVCenter)


def _leave_room_below(label: QLabel, text: str) -> None:
    """Keep what hangs below the last line: a label shows nothing beyond its edge."""
    before, below = label.property("below") or 0, _hanging(label, text)
    if before != below:
        margins = label.contentsMargins()
        margins.setBottom(margins.bottom() - before + below)
        label.setContentsMargins(margins)
        label.setProperty("below", below)


def _hanging(label: QLabel, text: str) -> int:
    """How far the dots of a «شي» or «لي» hang lower than the font says that its letters do."""
    words = set(_ENDS_IN_YEH.findall(text))
    if not words:
        return 0
    font = label.font().toString()
    return max(_below_descent(word, font) for word in words)


_ENDS_IN_YEH = re.compile(r"\w*ي\b")


@lru_cache(maxsize=4096)
def _below_descent(word: str, said: str) -> int:
    """How far the ink of `word` in the font that is so described goes below its descent."""
    font = QFont()
    font.fromString(said)
    metrics = QFontMetrics(font)
    return max(metrics.tightBoundingRect(word).bottom() + 1 - metrics.descent(), 0)


def show_hint(field: QLineEdit, hint: str, lang: Lang) -> None:
    """Put `hint` into the empty `field`, and its cursor to the same edge.

    Left to itself, QLineEdit sets the cursor of an empty field where the keyboard last used begins to write.
    """
    field.setPlaceholderText(hint)
    field.setAlignment(leading(lang) | Qt.AlignmentFlag.AlignVCenter)


def leading(lang: Lang) -> Qt.AlignmentFlag:
    """The edge at which reading begins, however the text itself runs."""
    side = Qt.AlignmentFlag.AlignRight if lang == "ar" else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def escaped(text: str) -> str:
    """`text` as rich text shows it letter by letter."""
    from html import escape  # 3 ms of tables: not before the first frame

    return escape(text)
