"""How a source, and a dispute between sources, looks in the panel."""

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sco_reader.arabic.bidi import is_rtl
from sco_reader.cards.card import Dispute
from sco_reader.desktop.marks import draw_marks
from sco_reader.desktop.measure import advance, height
from sco_reader.desktop.paragraph import paragraph
from sco_reader.desktop.pictures import icon_pixmap
from sco_reader.desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_SIDE, _TOP, _GAP, _CHEVRON = 12, 8, 8, 16


class SourceRole(IntEnum):
    NUMBER = Qt.ItemDataRole.UserRole
    LINE = Qt.ItemDataRole.UserRole + 1
    ADDRESS = Qt.ItemDataRole.UserRole + 2
    DISPUTE = Qt.ItemDataRole.UserRole + 3
    CITATION = Qt.ItemDataRole.UserRole + 4
    FOLD = Qt.ItemDataRole.UserRole + 5
    """On the line that many disputes fold into: whether they are open."""


class SourceDelegate(QStyledItemDelegate):
    """Number, title, and below it publisher and day; a dispute as a block of its own."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def _texts(self, index: Index, width: float, *, rtl: bool) -> tuple[list[tuple[str, str, bool]], float]:
        """Title and line, each with its role and whether it runs from the right; the width that they have."""
        disputed = isinstance(index.data(SourceRole.DISPUTE), Dispute)
        room = width - 2 * _SIDE - (2 * _GAP if disputed else self._number_width() + _GAP)
        title = str(index.data() or "")
        return [
            (title, "strong", rtl if disputed else is_rtl(title)),
            (str(index.data(SourceRole.LINE) or ""), "label", rtl),
        ], room  # fmt: skip

    def _number_width(self) -> int:
        return advance(self._theme, "000", "mark") + 8

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # The scroll bar comes when the rows are laid out: room is left for it, or the last line of a source is cut.
        width = min(
            self._view.viewport().width(), self._view.width() - self._view.verticalScrollBar().sizeHint().width()
        )
        texts, room = self._texts(index, width, rtl=self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        whole = sum(height(self._theme, text, role, room, rtl=own) for text, role, own in texts if text)
        if isinstance(index.data(SourceRole.DISPUTE), Dispute):
            whole += QFontMetrics(self._theme.font("mark")).height() + 8 + _GAP
        return QSize(width, int(whole) + 2 * _TOP + 1)

    def _paint_fold(self, painter: QPainter, box: QRect, index: Index, *, rtl: bool) -> None:
        """The line that many disputes fold into, with an arrow that says whether they are open."""
        theme, size = self._theme, self._theme.px(_CHEVRON)
        texts, room = self._texts(index, box.width(), rtl=rtl)
        layout, _ = paragraph(texts[0][0], theme.font("strong"), room, rtl=rtl, right=rtl)
        painter.setPen(theme.colour("warn"))
        inset = _SIDE + self._number_width() + _GAP
        layout.draw(painter, QPointF(box.left() + (_SIDE if rtl else inset), box.top() + _TOP))
        name = "chevron-down" if index.data(SourceRole.FOLD) else "chevron-left" if rtl else "chevron-right"
        picture = icon_pixmap(name, theme.colour("warn"), size, painter.device().devicePixelRatio())
        left = box.right() - _SIDE - size if rtl else box.left() + _SIDE
        middle = box.top() + _TOP + QFontMetrics(theme.font("strong")).height() / 2
        painter.drawPixmap(QPointF(left, middle - size / 2), picture)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dispute = index.data(SourceRole.DISPUTE)
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
        if index.data(SourceRole.FOLD) is not None:
            self._paint_fold(painter, box, index, rtl=rtl)
        else:
            if not isinstance(dispute, Dispute):
                self._paint_number(painter, box, theme.voice.digits(str(index.data(SourceRole.NUMBER))), rtl=rtl)
            self._paint_blocks(painter, box, index, dispute, rtl=rtl)
        painter.restore()

    def _paint_number(self, painter: QPainter, box: QRect, number: str, *, rtl: bool) -> None:
        theme = self._theme
        font = theme.font("mark")
        metrics = QFontMetrics(font)
        wide = max(metrics.horizontalAdvance(number) + 8, metrics.height() + 2)
        left = box.right() - _SIDE - wide if rtl else box.left() + _SIDE
        where = QRectF(left, box.top() + _TOP + 2, wide, metrics.height() + 2)
        painter.setPen(theme.rim("accent"))
        painter.setBrush(theme.colour("accent-tint"))
        painter.drawRoundedRect(where, 3, 3)
        painter.setFont(font)
        painter.setPen(theme.colour("accent"))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, number)

    def _paint_blocks(self, painter: QPainter, box: QRect, index: Index, dispute: object, *, rtl: bool) -> None:
        theme = self._theme
        disputed = isinstance(dispute, Dispute)
        texts, room = self._texts(index, box.width(), rtl=rtl)
        inset = _SIDE + (_GAP if disputed else self._number_width() + _GAP)
        left = box.left() + (_SIDE + (_GAP if disputed else 0) if rtl else inset)
        y = box.top() + _TOP
        inks = ("warn", "ink") if disputed else ("ink", "ink3")
        for (text, role, own), ink in zip(texts, inks, strict=True):
            layout, tall = paragraph(text, theme.font(role), room, rtl=own, right=rtl)
            painter.setPen(theme.colour(ink))
            layout.draw(painter, QPointF(left, y))
            y += int(tall)
        if isinstance(dispute, Dispute):
            inner = QRect(box.left() + _SIDE, y, box.width() - 2 * _SIDE, 20)
            draw_marks(painter, theme, inner, dispute.marks, rtl=rtl, at_start=True)
