"""A label whose source numbers stand in round boxes, as those of the tables do."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextDocument,
    QTextFragment,
    QTextLine,
)
from PySide6.QtWidgets import QLabel, QWidget

from sco_reader.desktop.text import show_html
from sco_reader.desktop.theme import Theme
from sco_reader.words import Lang

_ROUND = 3


class _Box(NamedTuple):
    """Where a number stands in the document, where it begins in its text, what it says, and in which ink."""

    where: QRectF
    at: int
    said: str
    ink: QColor


class MarkedText(QLabel):
    """Rich text of `fact_strip`. QLabel lays it out and follows its links; the boxes are painted over the numbers.

    Rich text knows no round box, and QLabel shows nobody its document but as its child.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_marks = False
        self._boxes: list[_Box] | None = None

    def show_marks(self, html: str, lang: Lang) -> None:
        """Show a paragraph whose links of `marks_html` become boxes."""
        self._has_marks = "source:" in html
        self._boxes = None
        show_html(self, html, lang)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._boxes = None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_marks:
            return
        document = self.findChild(QTextDocument)
        if not isinstance(document, QTextDocument):
            return
        if self._boxes is None:
            self._boxes = self._found(document)
        # QLabel sets a text that is lower than itself in the middle.
        top = max((self.contentsRect().height() - document.size().height()) / 2, 0.0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("mark"))
        painter.translate(QPointF(self.contentsRect().topLeft()) + QPointF(0, top))
        chosen = self.selectionStart() if self.hasFocus() and self.hasSelectedText() else -1
        for box in self._boxes:
            self._paint(painter, box, chosen=box.at == chosen)

    def _paint(self, painter: QPainter, box: _Box, *, chosen: bool) -> None:
        theme, warn = self._theme, box.ink == self._theme.colour("warn")
        if chosen:
            painter.setPen(QPen(theme.colour("accent"), 2))
        elif warn:
            painter.setPen(QPen(theme.colour("warn"), 1.2))
        else:
            painter.setPen(theme.rim("accent"))
        painter.setBrush(theme.colour("warn-tint" if warn else "accent-tint"))
        painter.drawRoundedRect(box.where, _ROUND, _ROUND)
        painter.setPen(box.ink)
        painter.drawText(box.where, Qt.AlignmentFlag.AlignCenter, box.said)

    def _found(self, document: QTextDocument) -> list[_Box]:
        high = QFontMetricsF(self._theme.font("mark")).height() + 2
        found = []
        block = document.begin()
        while block.isValid():
            layout, origin = block.layout(), block.layout().position()
            for fragment in _fragments(block):
                if not fragment.charFormat().isAnchor():
                    continue
                at = fragment.position() - block.position()
                line = layout.lineForTextPosition(at)
                ends = [_x(line, place, edge) for place in (at, at + fragment.length() - 1) for edge in QTextLine.Edge]
                middle = line.y() + line.ascent() - QFontMetricsF(self.font()).capHeight() / 2
                where = QRectF(min(ends), middle - high / 2, max(ends) - min(ends), high).translated(origin)
                found.append(_Box(where, fragment.position(), fragment.text().strip("\u00a0"),
                                  fragment.charFormat().foreground().color()))  # fmt: skip
            block = block.next()
        return found


def _x(line: QTextLine, place: int, edge: QTextLine.Edge) -> float:
    """Where an edge of the letter at `place` lies: PySide gives the place back with it."""
    found: Any = line.cursorToX(place, edge)
    return float(found[0] if isinstance(found, tuple) else found)


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    steps: Any = block  # it runs through its fragments, which its types do not say
    for step in steps:
        yield step.fragment()
