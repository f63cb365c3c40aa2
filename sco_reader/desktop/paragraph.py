"""A paragraph laid out for painting: wrapped at a width, with a direction and an edge that are told, not guessed."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from sco_reader.arabic.unbroken import pieces, unbroken


def paragraph(text: str, font: QFont, width: float, *, rtl: bool, right: bool) -> tuple[QTextLayout, float]:
    """The layout of `text` and its height; `rtl` is its own direction, `right` the edge at which it stands.

    Dates and names stay whole where there is room for them.
    """
    layout = QTextLayout(_kept_together(text, font, width), font)
    option = QTextOption(
        Qt.AlignmentFlag.AlignAbsolute | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    )
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 20))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout, y


def _kept_together(text: str, font: QFont, width: float) -> str:
    shown = unbroken(text)
    if shown is text:
        return text
    metrics = QFontMetricsF(font)
    return shown if all(metrics.horizontalAdvance(piece) <= width for piece in pieces(shown)) else text
