"""The look-up: one field, results as one types, and what was opened lately."""

from datetime import date
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
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sco_reader.arabic.bidi import isolate, neutralise
from sco_reader.desktop.parts import tool_button
from sco_reader.desktop.pictures import draw_status_mark, flag_pixmap, icon_pixmap
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.store import Connection
from sco_reader.words import say

if TYPE_CHECKING:
    from sco_reader.desktop.results import Result

_FILTERS = ("all", "country", "person", "meeting", "document")
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
}
_TRY = ("hsc-2024", "kz", "kassym-jomart-tokayev")
_MOST = 12

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

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._results)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self._results[index.row()]
        spoken = f"{found.name}, {found.sub}" if found.sub else found.name
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

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        name, sub = QFontMetrics(self._theme.font("strong")), QFontMetrics(self._theme.font("label"))
        return QSize(self._theme.px(160), name.height() + sub.height() + self._theme.px(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        painter.save()
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
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


class LookupPanel(QWidget):
    """The field, the kinds to narrow by, and the list. Up, Down and Enter work from inside the field."""

    entity_opened = Signal(str)
    beside_requested = Signal(str)

    def __init__(self, db: Connection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._db = db
        self._theme = theme
        self._day = date.min
        self._recent: list[str] = []
        self.field = QLineEdit()
        self.field.installEventFilter(self)
        self._filters = QButtonGroup(self)
        self._heading = QLabel()
        self.model = ResultModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ResultDelegate(theme, self))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.installEventFilter(self)
        self._place()
        self.field.textChanged.connect(self.search)
        self.field.textChanged.connect(self._offer_to_clear)
        self._filters.buttonClicked.connect(self.search)
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        theme.changed.connect(self.repaint_list)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        top = QVBoxLayout()
        top.setContentsMargins(10, 0, 10, 0)
        top.addWidget(self.field)
        kinds = QHBoxLayout()
        kinds.setSpacing(0)
        for number, name in enumerate(_FILTERS):
            button = tool_button("filter", checkable=True)
            button.setChecked(number == 0)
            self._filters.addButton(button, number)
            kinds.addWidget(button)
            button.setProperty("kind", name)
        kinds.addStretch()
        top.addLayout(kinds)
        column.addLayout(top)
        self._heading.setContentsMargins(12, 4, 12, 0)
        column.addWidget(self._heading)
        column.addWidget(self.list, 1)

    def edit(self) -> None:
        """Put the cursor into the field, all of it chosen."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def begin(self, day: date, recent: list[str]) -> None:
        """Show the first list; it may wait until the window is there."""
        self._day, self._recent = day, recent
        self.search()

    def show_day(self, day: date) -> None:
        self._day = day
        self.search()

    def show_recent(self, recent: list[str]) -> None:
        self._recent = recent
        if not self.field.text().strip():
            self.search()

    def retranslate(self) -> None:
        lang, theme = self._theme.lang, self._theme
        self.field.setPlaceholderText(say("lookup-hint", lang))
        self.field.setAccessibleName(say("lookup-label", lang))
        self.field.setMinimumHeight(theme.px(34))
        self.list.setAccessibleName(say("lookup-results", lang))
        self._heading.setFont(theme.font("heading"))
        for button in self._filters.buttons():
            button.setFont(theme.font("label"))
            button.setText(say(f"filter-{button.property('kind')}", lang))
            button.setMinimumWidth(QFontMetrics(theme.font("label")).horizontalAdvance(button.text()) + theme.px(16))
        self.search()

    def search(self) -> None:
        """Show what the field asks for; with an empty field, what was opened lately and three things to try."""
        if self._day == date.min:
            return
        from sco_reader.desktop.results import answers, known  # the look-up behind it: not before the first frame

        lang, voice = self._theme.lang, self._theme.voice
        query = self.field.text()
        kind = _FILTERS[max(self._filters.checkedId(), 0)]
        if not query.strip():
            self._say(say("lookup-recent" if self._recent else "lookup-try", lang))
            found = known(self._db, self._recent or _TRY, self._day, voice)
        else:
            most = _MOST * (1 if kind == "all" else 4)
            found, heading = answers(self._db, query, most=most, on=self._day, voice=voice)
            shown = isolate(neutralise(query.strip()[:40]))
            self._say(say(heading, lang, query=shown) if heading == "lookup-nothing" else say(heading, lang))
        self._heading.setWordWrap(True)
        self.model.show_results([row for row in found if kind in ("all", row.kind)][:_MOST])
        if query.strip() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))

    def _offer_to_clear(self, text: str) -> None:
        """The button that empties the field is made when there is something to empty."""
        if text and not self.field.isClearButtonEnabled():
            self.field.setClearButtonEnabled(True)

    def repaint_list(self) -> None:
        self.list.viewport().update()

    def _say(self, text: str) -> None:
        show_text(self._heading, text, self._theme.lang)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.entity_opened.emit(str(index.data(Role.ID)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            count = self.model.rowCount()
            row = self.list.currentIndex().row()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                if count:
                    self.beside_requested.emit(str(self.model.index(max(row, 0)).data(Role.ID)))
                return True
            if watched is not self.field:
                return False
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and count:
                step = 1 if key == Qt.Key.Key_Down else -1
                self.list.setCurrentIndex(self.model.index(min(max(row + step, 0), count - 1)))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and count:
                self._open(self.model.index(max(row, 0)))
                return True
        return super().eventFilter(watched, event)
