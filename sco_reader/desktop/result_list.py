"""A list of what was found: a picture, a name, and a line below it."""

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sco_reader.desktop.pictures import draw_status_mark, flag_pixmap, icon_pixmap
from sco_reader.desktop.theme import Theme

if TYPE_CHECKING:
    from sco_reader.desktop.results import Result

_ICONS = {
    "person": "user",
    "meeting": "landmark",
    "document": "scroll-text",
    "city": "map-pin",
    "organisation": "building-2",
    "country": "flag",
    "council": "users",
    "milestone": "calendar-clock",
    "claim": "circle-help",
    "note": "sticky-note",
    "bookmark": "bookmark",
    "gone": "triangle-alert",
}
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

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.data(Role.KIND) == HEADING:
            return QSize(self._theme.px(160), QFontMetrics(self._theme.font("heading")).height() + self._theme.px(12))
        name, sub = QFontMetrics(self._theme.font("strong")), QFontMetrics(self._theme.font("label"))
        return QSize(self._theme.px(160), name.height() + sub.height() + self._theme.px(14))

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
            bar = QRect(box.right() - 2 if rtl else box.left(), box.top(), 3, box.height())
            painter.fillRect(bar, theme.colour("accent"))
        pad = theme.px(12)
        picture = theme.px(22)
        left = box.right() - pad - picture if rtl else box.left() + pad
        ratio = painter.device().devicePixelRatio()
        flag = index.data(Role.FLAG)
        pixmap = flag_pixmap(flag, picture, ratio) if flag else None
        if pixmap is None:
            pixmap = icon_pixmap(_ICONS[index.data(Role.KIND)], theme.colour("ink2"), theme.px(18), ratio)
        painter.drawPixmap(left, box.top() + theme.px(9), pixmap)
        start = left + picture + theme.px(10)
        text = (
            QRect(box.left() + pad, box.top(), left - box.left() - pad - theme.px(10), box.height())
            if rtl
            else QRect(start, box.top(), box.right() - start - theme.px(8), box.height())
        )
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self._paint_text(painter, text, side | Qt.AlignmentFlag.AlignAbsolute, index, rtl)
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

    def _paint_text(self, painter: QPainter, box: QRect, side: Qt.AlignmentFlag, index: Index, rtl: bool) -> None:
        theme = self._theme
        strong, label = theme.font("strong"), theme.font("label")
        name_height = QFontMetrics(strong).height()
        painter.setFont(strong)
        painter.setPen(theme.colour("ink"))
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        name = QFontMetrics(strong).elidedText(index.data(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QRect(box.left(), box.top() + theme.px(6), box.width(), name_height), side, name)
        below = QRect(box.left(), box.top() + theme.px(8) + name_height, box.width(), QFontMetrics(label).height())
        status = index.data(Role.STATUS)
        painter.setFont(label)
        painter.setPen(theme.colour("ink3"))
        if status:
            size = theme.px(9)
            x = below.right() - size if rtl else below.left()
            draw_status_mark(painter, theme, status, QRectF(x, below.center().y() - size / 2 + 1, size, size))
            painter.setPen(theme.status_colours(status)[0])
            below.adjust(0 if rtl else size + 5, 0, -(size + 5) if rtl else 0, 0)
        sub = QFontMetrics(label).elidedText(index.data(Role.SUB), Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, side, sub)
