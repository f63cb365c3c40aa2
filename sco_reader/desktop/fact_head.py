"""The words above the columns of a card's table: as many lines as they need, each at its edge."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from sco_reader.desktop.measure import height
from sco_reader.desktop.paragraph import paragraph
from sco_reader.desktop.theme import Theme

SIDES = 16
"""What stands beside the words of a column, both sides together."""
_PAD, _BELOW = 6, 4


class FactHead(QHeaderView):
    """Painted as the cells are: Qt counts the space at which it breaks a line, and indents an Arabic one by it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # The default is wide: it follows the widest glyph of the font, and Arabic has very wide ones.
        self.setMinimumSectionSize(20)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _words(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")

    def needed_height(self, widths: list[int]) -> int:
        """The height at which the words over each column are whole."""
        pairs = enumerate(widths)
        return int(max(height(self._theme, self._words(each), "body", width - SIDES) for each, width in pairs)) + 9

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        theme, rtl = self._theme, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.fillRect(box, theme.colour("card"))
        painter.setPen(QPen(theme.colour("line-strong"), 1))
        painter.drawLine(QPointF(box.left(), box.bottom() + 0.5), QPointF(box.right() + 1, box.bottom() + 0.5))
        at_right = rtl != (section == self.count() - 1)  # the marks of the sources stand at the far edge
        words, tall = paragraph(self._words(section), theme.font("body"), box.width() - SIDES, rtl=rtl, right=at_right)
        left = box.left() + (SIDES - _PAD if at_right else _PAD)
        painter.setPen(theme.colour("ink3"))
        words.draw(painter, QPointF(left, box.bottom() + 1 - _BELOW - tall))
        painter.restore()
