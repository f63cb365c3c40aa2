"""The command palette: one field that finds any wish by its name in either language, and grants it."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sco_reader.arabic.fold import fold
from sco_reader.desktop.keys import KEYS
from sco_reader.desktop.parts import label
from sco_reader.desktop.text import show_hint, show_text
from sco_reader.desktop.theme import Theme
from sco_reader.desktop.wishes import Wishes, key_text
from sco_reader.settings import Settings
from sco_reader.words import LANGUAGES, Lang, say

Index = QModelIndex | QPersistentModelIndex

_NAME = int(Qt.ItemDataRole.UserRole)
_OTHER, _KEY = _NAME + 1, _NAME + 2
_WIDE, _ROWS = 600, 10


def found_wishes(query: str, lang: Lang, used: list[str]) -> list[tuple[str, str]]:
    """The names of the wishes that `query` may mean, best first, each with its words in the other language where
    those alone were meant; what was used lately goes first among equals, and with nothing typed.
    """
    asked = fold(query.strip())
    other: Lang = "en" if lang == "ar" else "ar"
    ranked = []
    for place, (name, key) in enumerate(KEYS.items()):
        lately = used.index(name) if name in used else len(used)
        ranks = {each: _rank(asked, fold(say(key.word, each))) for each in LANGUAGES}
        best = min((rank for rank in ranks.values() if rank is not None), default=None)
        if best is not None:
            elsewhere = ranks[lang] is None and bool(asked)
            ranked.append((best, lately, place, name, say(key.word, other) if elsewhere else ""))
    return [(name, shown) for _, _, _, name, shown in sorted(ranked)]


def _rank(asked: str, words: str) -> int | None:
    """0 where the name begins so, 1 where each word asked begins one of its words, 2 where each is in it."""
    if words.startswith(asked):
        return 0
    parts = asked.split()
    if all(any(word.startswith(part) for word in words.split()) for part in parts):
        return 1
    return 2 if all(part in words for part in parts) else None


class _WishModel(QAbstractListModel):
    """The wishes found, in order; one that does not apply now is grey."""

    def __init__(self, wishes: Wishes, parent: QObject) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self._found: list[tuple[str, str]] = []

    def show_wishes(self, found: list[tuple[str, str]]) -> None:
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._found)

    def flags(self, index: Index) -> Qt.ItemFlag:
        applies = self._wishes.actions[self._found[index.row()][0]].isEnabled()
        shown = Qt.ItemFlag.ItemIsSelectable
        return shown | Qt.ItemFlag.ItemIsEnabled if applies else shown

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        name, other = self._found[index.row()]
        action = self._wishes.actions[name]
        said, key = action.iconText(), key_text(action)
        return {
            int(Qt.ItemDataRole.DisplayRole): said, _NAME: name, _OTHER: other, _KEY: key,
            int(Qt.ItemDataRole.AccessibleTextRole): ", ".join(filter(None, (said, other, key))),
        }.get(int(role))  # fmt: skip


class _WishDelegate(QStyledItemDelegate):
    """Name at the reading edge, key at the other; between them the other language where it was the one found."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._theme.px(200), QFontMetrics(self._theme.font("body")).height() + self._theme.px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        start = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        end = start | (Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight)
        start |= Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("select"))
            painter.setPen(theme.rim("ink"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.fillRect(QRect(box.right() - 2 if rtl else box.left(), box.top(), 3, box.height()),
                             theme.colour("accent"))  # fmt: skip
        inner = box.adjusted(theme.px(14), 0, -theme.px(14), 0)
        applies = bool(state & QStyle.StateFlag.State_Enabled)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("ink" if applies else "off"))
        painter.drawText(inner, start, index.data())
        used = QFontMetrics(theme.font("body")).horizontalAdvance(index.data()) + theme.px(12)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("ink3"))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # Ctrl+, reads from the left in Arabic too
        painter.drawText(inner, end, index.data(_KEY))
        painter.drawText(inner.adjusted(0 if rtl else used, 0, -used if rtl else 0, 0), start, index.data(_OTHER))
        painter.restore()


class WishFinder(QDialog):
    """Up and Down choose, Enter grants, Escape or a click beside it closes it."""

    def __init__(self, wishes: Wishes, settings: Settings, theme: Theme, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("finder")
        self._wishes = wishes
        self._settings = settings
        self._theme = theme
        lang = theme.lang
        self.setWindowTitle(say("action-palette", lang))
        self.field = QLineEdit()
        self.field.setMinimumHeight(theme.px(34))
        show_hint(self.field, say("palette-hint", lang), lang)
        self.field.setAccessibleName(say("palette-hint", lang))
        self.field.installEventFilter(self)
        self.list = QListView()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(say("action-palette", lang))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.model = _WishModel(wishes, self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_WishDelegate(theme, self.list))
        self._none = label("quiet", wrap=True)
        self._none.setContentsMargins(theme.px(14), 0, theme.px(14), 8)
        show_text(self._none, say("palette-none", lang), lang)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 8)
        column.setSpacing(8)
        field = QVBoxLayout()
        field.setContentsMargins(8, 0, 8, 0)
        field.addWidget(self.field)
        column.addLayout(field)
        column.addWidget(self._none)
        column.addWidget(self.list)
        self.field.textChanged.connect(self.show_found)
        self.list.clicked.connect(self.grant)
        self.show_found("")

    def open_over(self, window: QWidget) -> None:
        """Show it in the upper middle of `window`, the cursor in the field."""
        wide = min(self._theme.px(_WIDE), window.width() - 32)
        self.setFixedWidth(wide)
        place = QPoint((window.width() - wide) // 2, min(self._theme.px(80), window.height() // 8))
        self.move(window.mapToGlobal(place))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_found(self, text: str) -> None:
        """Show what `text` may mean."""
        self.model.show_wishes(found_wishes(text, self._theme.lang, self._settings.wishes))
        rows = self.model.rowCount()
        self._none.setVisible(not rows)
        self.list.setVisible(rows > 0)
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * min(rows, _ROWS))
        self.adjustSize()
        self._choose(0)

    def _choose(self, row: int, step: int = 1) -> None:
        """Choose the row, or the next one in the direction of `step` that applies now."""
        rows = range(self.model.rowCount())
        while row in rows and not self.model.index(row).flags() & Qt.ItemFlag.ItemIsEnabled:
            row += step
        if row not in rows:
            return
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        self.field.setAccessibleDescription(index.data(Qt.ItemDataRole.AccessibleTextRole))
        QAccessible.updateAccessibility(QAccessibleEvent(self.field, QAccessible.Event.DescriptionChanged))

    def grant(self, index: QModelIndex) -> None:
        """Close, so that the keyboard is where it was, and grant the wish, where it applies."""
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        name = str(index.data(_NAME))
        self._settings.wished(name)
        self.close()
        self._wishes.actions[name].trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            row = self.list.currentIndex().row()
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
            key = Qt.Key(event.key())
            if key in steps:
                last = self.model.rowCount() - 1
                self._choose(min(max(row + steps[key], 0), last), 1 if steps[key] > 0 else -1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.grant(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)
