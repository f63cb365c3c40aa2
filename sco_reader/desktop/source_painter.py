"""How a source, and a dispute between sources, looks in the panel."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sco_reader.arabic.bidi import is_rtl
from sco_reader.cards.card import Dispute
from sco_reader.desktop.marks import draw_marks
from sco_reader.desktop.paragraph import paragraph
from sco_reader.desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_NUMBER = Qt.ItemDataRole.UserRole
_LINE = Qt.ItemDataRole.UserRole + 1
_DISPUTE = Qt.ItemDataRole.UserRole + 3
_SIDE, _TOP, _GAP = 12, 8, 8
_HEIGHTS_KEPT = 4096


class SourceDelegate(QStyledItemDelegate):
    """Number, title, and below it publisher and day; a dispute as a block of its own."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._heights: dict[tuple[object, ...], int] = {}
        """By words, width and look: a card cites hundreds, and the card of the next day mostly the same ones."""

    def _blocks(self, index: Index, width: float, *, rtl: bool) -> tuple[list[tuple[QTextLayout, float, bool]], float]:
        """Title and line laid out at the width, each with its height and whether it is first; the whole height."""
        fonts: tuple[QFont, QFont] = (self._theme.font("strong"), self._theme.font("label"))
        disputed = isinstance(index.data(_DISPUTE), Dispute)
        room = width - 2 * _SIDE - (2 * _GAP if disputed else self._number_width() + _GAP)
        title = str(index.data() or "")
        found = []
        whole = 0.0
        for text, font, first in ((title, fonts[0], True), (str(index.data(_LINE) or ""), fonts[1], False)):
            own = is_rtl(text) if first and not disputed else rtl
            layout, height = paragraph(text, font, room, rtl=own, right=rtl)
            found.append((layout, height, first))
            whole += height
        if disputed:
            whole += QFontMetrics(self._theme.font("mark")).height() + 8
        return found, whole

    def _number_width(self) -> int:
        return QFontMetrics(self._theme.font("mark")).horizontalAdvance("000") + 8

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # The scroll bar comes when the rows are laid out: room is left for it, or the last line of a source is cut.
        width = min(
            self._view.viewport().width(), self._view.width() - self._view.verticalScrollBar().sizeHint().width()
        )
        rtl = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        disputed = isinstance(index.data(_DISPUTE), Dispute)
        key = (index.data(), index.data(_LINE), disputed, width, rtl, self._theme.lang, self._theme.percent)
        if key not in self._heights:
            if len(self._heights) > _HEIGHTS_KEPT:
                self._heights.clear()
            _, height = self._blocks(index, width, rtl=rtl)
            self._heights[key] = int(height) + 2 * _TOP + (_GAP if disputed else 0) + 1
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dispute = index.data(_DISPUTE)
        focused = bool(state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        if isinstance(dispute, Dispute):
            frame = QRectF(box).adjusted(_SIDE - 2, 2, -_SIDE + 2, -_GAP)
            painter.setPen(QPen(theme.colour("accent" if focused else "warn"), 2 if focused else 1))
            painter.setBrush(theme.colour("warn-tint"))
            painter.drawRoundedRect(frame, 6, 6)
        else:
            if focused:
                painter.fillRect(box, theme.colour("select"))
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -2), 4, 4)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
            self._paint_number(painter, box, theme.voice.digits(str(index.data(_NUMBER))), rtl=rtl)
        self._paint_blocks(painter, box, index, dispute, rtl=rtl)
        painter.restore()

    def _paint_number(self, painter: QPainter, box: QRect, number: str, *, rtl: bool) -> None:
        theme = self._theme
        font = theme.font("mark")
        metrics = QFontMetrics(font)
        wide = max(metrics.horizontalAdvance(number) + 8, metrics.height() + 2)
        left = box.right() - _SIDE - wide if rtl else box.left() + _SIDE
        where = QRectF(left, box.top() + _TOP + 2, wide, metrics.height() + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent-tint"))
        painter.drawRoundedRect(where, 3, 3)
        painter.setFont(font)
        painter.setPen(theme.colour("accent"))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, number)

    def _paint_blocks(self, painter: QPainter, box: QRect, index: Index, dispute: object, *, rtl: bool) -> None:
        theme = self._theme
        disputed = isinstance(dispute, Dispute)
        blocks, _ = self._blocks(index, box.width(), rtl=rtl)
        inset = _SIDE + (_GAP if disputed else self._number_width() + _GAP)
        left = box.left() + (_SIDE + (_GAP if disputed else 0) if rtl else inset)
        y = box.top() + _TOP
        for layout, height, first in blocks:
            painter.setPen(theme.colour(("warn" if disputed else "ink") if first else ("ink" if disputed else "ink3")))
            layout.draw(painter, QPointF(left, y))
            y += int(height)
        if isinstance(dispute, Dispute):
            inner = QRect(box.left() + _SIDE, y, box.width() - 2 * _SIDE, 20)
            draw_marks(painter, theme, inner, dispute.marks, rtl=rtl, at_start=True)
