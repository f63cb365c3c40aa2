"""A list of what was found: a picture, a name, and a line below it."""

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sco_reader.desktop.measure import height
from sco_reader.desktop.paragraph import paragraph
from sco_reader.desktop.pictures import draw_status_mark, flag_pixmap, icon_of, icon_pixmap
from sco_reader.desktop.theme import Theme

if TYPE_CHECKING:
    from sco_reader.desktop.results import Result

_PAD, _PICTURE, _GAP, _MARK = 12, 22, 10, 9
HEADING = "heading"
"""The kind of a line that heads a group and opens nothing."""

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    ID = Qt.ItemDataRole.UserRole
    KIND = Qt.ItemDataRole.UserRole + 1
    SUB = Qt.ItemDataRole.UserRole + 2
    STATUS = Qt.ItemDataRole.UserRole + 3
    FLAG = Qt.ItemDataRole.UserRole + 4


class ResultModel(QAbstractListModel):
    """The results on show, in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results: list[Result] = []

    def show_results(self, results: list["Result"]) -> None:
        self.beginResetModel()
        self._results = results
        self.endResetModel()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._results[index.row()].kind == HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def choosable(self, start: int, step: int) -> int:
        """The first row from `start` on that can be chosen, going by `step`; -1 where there is none."""
        rows = range(start, len(self._results) if step > 0 else -1, step)
        return next((row for row in rows if self._results[row].kind != HEADING), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._results)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self._results[index.row()]
        spoken = " · ".join(filter(None, (found.name, found.sub)))
        return {
            int(Qt.ItemDataRole.DisplayRole): found.name, int(Qt.ItemDataRole.AccessibleTextRole): spoken,
            int(Qt.ItemDataRole.ToolTipRole): found.name, int(Role.ID): found.id, int(Role.KIND): found.kind,
            int(Role.SUB): found.sub, int(Role.STATUS): found.status, int(Role.FLAG): found.flag,
        }.get(int(role))  # fmt: skip


class ResultDelegate(QStyledItemDelegate):
    """Paints a result: flag or icon, name, and below it the kind or the standing."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lines are as high as their width makes them; Qt lays a list out anew for another height alone."""
        if isinstance(event, QResizeEvent) and event.oldSize().width() != event.size().width():
            self._view.scheduleDelayedItemsLayout()
        return super().eventFilter(watched, event)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._theme
        if index.data(Role.KIND) == HEADING:
            return QSize(theme.px(160), QFontMetrics(theme.font("heading")).height() + theme.px(12))
        if self._view.uniformItemSizes():
            lines = sum(QFontMetrics(theme.font(role)).height() for role in ("strong", "label"))
            return QSize(theme.px(160), lines + theme.px(14))
        room = self._room(self._view.viewport().width())
        name = height(theme, index.data(), "strong", room)
        below = height(theme, index.data(Role.SUB) or " ", "label", room - self._mark_width(index))
        return QSize(theme.px(160), int(name + below) + theme.px(14))

    def _room(self, width: int) -> int:
        """What the words have beside the picture. A long name goes on in a second line, none is cut; only in a list of
        thousands, all of one height, the end of a line gives way."""
        return width - 2 * self._theme.px(_PAD) - self._theme.px(_PICTURE + _GAP)

    def _mark_width(self, index: Index) -> int:
        return self._theme.px(_MARK) + 5 if index.data(Role.STATUS) else 0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        painter.save()
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        if index.data(Role.KIND) == HEADING:
            self._paint_heading(painter, box, index, rtl)
            painter.restore()
            return
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("select"))
            painter.setPen(theme.rim("ink"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            bar = QRect(box.right() - 2 if rtl else box.left(), box.top(), 3, box.height())
            painter.fillRect(bar, theme.colour("accent"))
        pad, picture, room = theme.px(_PAD), theme.px(_PICTURE), self._room(box.width())
        left = box.right() - pad - picture if rtl else box.left() + pad
        ratio = painter.device().devicePixelRatio()
        flag = index.data(Role.FLAG)
        pixmap = flag_pixmap(flag, picture, ratio) if flag else None
        if pixmap is None:
            pixmap = icon_pixmap(icon_of(index.data(Role.KIND)), theme.colour("ink2"), theme.px(18), ratio)
        painter.drawPixmap(left, box.top() + theme.px(9), pixmap)
        start = left - theme.px(_GAP) - room if rtl else left + picture + theme.px(_GAP)
        self._paint_text(painter, QRectF(start, box.top() + theme.px(6), room, box.height()), index, rtl)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, index: Index, rtl: bool) -> None:
        theme = self._theme
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.topLeft(), box.topRight())
        painter.setFont(theme.font("heading"))
        painter.setPen(theme.colour("ink2"))
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        text = box.adjusted(theme.px(12), theme.px(6), -theme.px(12), 0)
        painter.drawText(text, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, index.data())

    def _line(self, text: str, role: str, room: QRectF, *, rtl: bool) -> tuple[QTextLayout, float]:
        font = self._theme.font(role)
        if self._view.uniformItemSizes():
            text = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        return paragraph(text, font, room.width(), rtl=rtl, right=rtl)

    def _paint_text(self, painter: QPainter, room: QRectF, index: Index, rtl: bool) -> None:
        theme = self._theme
        name, below = self._line(index.data(), "strong", room, rtl=rtl)
        painter.setPen(theme.colour("ink"))
        name.draw(painter, room.topLeft())
        room.adjust(0, below + theme.px(2), 0, 0)
        status, beside = index.data(Role.STATUS), self._mark_width(index)
        painter.setPen(theme.colour("ink3"))
        if status:
            size = theme.px(_MARK)
            x = room.right() - size if rtl else room.left()
            middle = room.top() + QFontMetrics(theme.font("label")).height() / 2
            draw_status_mark(painter, theme, status, QRectF(x, middle - size / 2 + 1, size, size))
            painter.setPen(theme.status_colours(status)[0])
            room.adjust(0 if rtl else beside, 0, -beside if rtl else 0, 0)
        sub, _ = self._line(index.data(Role.SUB) or "", "label", room, rtl=rtl)
        sub.draw(painter, room.topLeft())
