"""Source numbers as small boxes: where they stand, how they look, and what asks for the footnote behind one."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from sco_reader.cards.card import Marks
from sco_reader.cards.footnote import Footnote
from sco_reader.desktop.theme import Theme

_MOST, _PAD, _TOP, _GAP, _ROOM_FOR_FOUR = 3, 6, 7, 4, 120


class Asked(NamedTuple):
    """A wish for the footnote of one fact."""

    footnote: Footnote
    anchor: QRect
    """Where its mark stands on the screen."""
    number: int
    """The source to begin with, 0 for the first."""
    by_key: bool
    then: Callable[[int], None]
    """What goes on from the footnote to source number N: the list of sources of that part of the window."""
    help: str = "footnote-help"
    """The sentence that says where Enter goes on to."""


def mark_boxes(
    theme: Theme, box: QRect, marks: Marks, *, rtl: bool, at_start: bool = False
) -> list[tuple[int, QRect, bool]]:
    """Number, box, and whether that source says otherwise: at the end of `box`, or at its start, in reading order."""
    metrics = QFontMetrics(theme.font("mark"))
    most = _MOST + (box.width() >= theme.px(_ROOM_FOR_FOUR))
    shown = [(number, False) for number in marks.numbers[: most - bool(marks.against)]]
    shown += [(number, True) for number in marks.against[:1]]
    height = metrics.height() + 2
    widths = [max(metrics.horizontalAdvance(str(number)) + 8, height) for number, _ in shown]
    whole = sum(widths) + _GAP * (len(widths) - 1) if widths else 0
    from_left = rtl != at_start
    x = box.left() + _PAD if from_left else box.right() - _PAD - whole
    if rtl:
        shown.reverse()
        widths.reverse()
    boxes = []
    for (number, against), wide in zip(shown, widths, strict=True):
        boxes.append((number, QRect(x, box.top() + _TOP, wide, height), against))
        x += wide + _GAP
    return boxes


def draw_marks(painter: QPainter, theme: Theme, box: QRect, marks: Marks, *, rtl: bool, at_start: bool = False) -> None:
    """The numbers in accent, one that says otherwise outlined in the colour of doubt."""
    painter.setFont(theme.font("mark"))
    for number, where, against in mark_boxes(theme, box, marks, rtl=rtl, at_start=at_start):
        if against:
            painter.setPen(QPen(theme.colour("warn"), 1.2))
            painter.setBrush(theme.colour("warn-tint"))
        else:
            painter.setPen(theme.rim("accent"))
            painter.setBrush(theme.colour("accent-tint"))
        painter.drawRoundedRect(QRectF(where), 3, 3)
        painter.setPen(theme.colour("warn" if against else "accent"))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, theme.voice.digits(str(number)))
