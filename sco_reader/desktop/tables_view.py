"""One table on screen: rows under the keyboard, columns as wide as what stands in them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from sco_reader.desktop.tables_model import LineRole, icon_size
from sco_reader.desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_WIDEST, _NARROWEST, _SIDES, _LOOKED_AT = 320, 64, 34, 500
_TIGHT = 24
"""The least that stands at the sides of a text: where it spares the reader a scroll bar, columns go so near."""


class LineTable(QTableView):
    """Enter or a double click opens what a row is about; Ctrl+C copies the chosen rows."""

    entity_opened = Signal(str)
    copy_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("dense")
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(30)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.doubleClicked.connect(self.open)

    def open(self, index: Index) -> None:
        """Open the card of the row, or hand its address to the browser: the reader asked for it."""
        opens = str(index.data(LineRole.OPENS) or "")
        if opens.startswith(("http://", "https://")):
            QDesktopServices.openUrl(QUrl(opens))
        elif opens:
            self.entity_opened.emit(opens)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    def lay_out(self) -> None:
        """Columns as wide as what stands in the first rows, within reason; what room is left or wanting is shared."""
        model, theme = self.model(), self._theme
        self.setIconSize(icon_size(theme))
        self.setFont(theme.font("body"))
        self.horizontalHeader().setFont(theme.font("label"))
        self.verticalHeader().setDefaultSectionSize(max(theme.px(28), QFontMetrics(theme.font("body")).height() + 6))
        shown = [column for column in range(model.columnCount()) if not self.isColumnHidden(column)]
        body, head = QFontMetrics(theme.font("body")), QFontMetrics(theme.font("label"))
        widths, tight = {}, {}
        for column in shown:
            texts = [str(model.index(row, column).data()) for row in range(min(model.rowCount(), _LOOKED_AT))]
            flagged = icon_size(theme).width() + 8 if self._has_flag(column) else 0
            longest = max((body.horizontalAdvance(text) for text in texts), default=0) + flagged
            title = head.horizontalAdvance(str(model.headerData(column, Qt.Orientation.Horizontal))) + theme.px(_SIDES)
            least = max(title, theme.px(_NARROWEST))
            widths[column] = min(max(longest + theme.px(_SIDES), least), max(theme.px(_WIDEST), least))
            tight[column] = min(max(longest + theme.px(_TIGHT), title), widths[column])
        room = self.viewport().width()
        if sum(tight.values()) <= room < sum(widths.values()):
            widths = tight
        spare, rest = divmod(max(room - sum(widths.values()), 0), max(len(shown), 1))
        for place, (column, wide) in enumerate(widths.items()):
            self.setColumnWidth(column, wide + spare + (place < rest))

    def _has_flag(self, column: int) -> bool:
        return self.model().index(0, column).data(Qt.ItemDataRole.DecorationRole) is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.lay_out()
