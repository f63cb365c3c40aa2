"""A section of a card as a table: groups, flags, marks of status, words in pills, and the numbers of the sources."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QTableView, QWidget

from sco_reader.cards.card import Cell, Group, Row, Section
from sco_reader.desktop.asked import Asked
from sco_reader.desktop.cell_painter import (
    CellDelegate,
    group_height,
    least_width,
    needed_width,
    text_height,
    wanted_width,
)
from sco_reader.desktop.fact_head import SIDES, FactHead
from sco_reader.desktop.fact_model import FactModel, FactRole
from sco_reader.desktop.marks import mark_boxes
from sco_reader.desktop.measure import advance
from sco_reader.desktop.theme import Theme
from sco_reader.model import Citation

Index = QModelIndex | QPersistentModelIndex

_SOURCES, _SOURCES_OF_MANY, _LINKS = 100, 132, 168
_MOST_NAMES, _MOST_OF_ROOM, _MOST_OF_WHOLE = 0.85, 0.4, 0.9


class FactTable(QTableView):
    """Shows one section. Enter on a row opens what it is about; Space, or Enter on the marks, their footnote."""

    entity_opened = Signal(str)
    source_requested = Signal(int)
    footnote_asked = Signal(object, QRect, int, bool)
    """Marks, where they stand on the screen, the source to begin with (0: the first), and whether a key asked."""
    footnote_left = Signal()
    copy_requested = Signal()
    reached = Signal(QRect)
    """Tab has led here; where the row under the keyboard stands on the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facts")
        self._theme = theme
        self._even = False
        self._hovered = False
        self.facts = FactModel(theme, self)
        self.setModel(self.facts)
        self.setItemDelegate(CellDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.verticalHeader().hide()
        self._head = FactHead(theme, self)
        self.setHorizontalHeader(self._head)

    def show_section(self, section: Section, sources: tuple[Citation, ...] = ()) -> None:
        """Show `section` of a card with these sources."""
        self.clearSpans()
        self._even = section.even
        self._head.setVisible(not section.even)  # what is set side by side has a row of its own that names the columns
        self.facts.show_section(section, sources)
        for row in range(self.facts.rowCount()):
            if isinstance(self.facts.line(row), Group):
                self.setSpan(row, 0, 1, self.facts.columnCount())
        first = next((row for row in range(self.facts.rowCount()) if isinstance(self.facts.line(row), Row)), 0)
        self.setCurrentIndex(self.facts.index(first, 0))
        self.setAccessibleName(section.title)
        self.lay_out()

    def lay_out(self) -> None:
        """Share the width: what is short takes what it needs, the last text column the rest; heights follow."""
        columns = self.facts.columnCount()
        if not columns or not self.isVisible():
            return
        rows = [line for line in map(self.facts.line, range(self.facts.rowCount())) if isinstance(line, Row)]
        sources = self._theme.px(_SOURCES_OF_MANY if self._even else _SOURCES)
        widths = self._widths(rows, max(self.viewport().width(), 240) - sources)
        for column, width in enumerate((*widths, sources)):
            self.setColumnWidth(column, width)
        total = 0
        for number in range(self.facts.rowCount()):
            line = self.facts.line(number)
            if isinstance(line, Group):
                tall = int(group_height(self._theme, line, sum(widths) + sources))
            else:
                pairs = zip(line.cells, widths, strict=False)
                tall = int(max(text_height(self._theme, cell, width) for cell, width in pairs))
            self.setRowHeight(number, tall)
            total += tall
        if not self._even:
            tall = self._head.needed_height([*widths, sources])
            self._head.setFixedHeight(tall)
            total += tall
        self.setFixedHeight(total + 4)

    def _widths(self, rows: list[Row], room: int) -> list[int]:
        """Names stand on one line; what room is left goes to the columns with longer second lines, then to the last."""
        columns = range(self.facts.columnCount() - 1)
        cells = [[row.cells[column] for row in rows] for column in columns]
        heads = [
            0 if self._even else advance(self._theme, self.facts.column(each), "body") + SIDES + 2 for each in columns
        ]
        needs = [max([head, *(needed_width(self._theme, cell) for cell in column)])
                 for head, column in zip(heads, cells, strict=True)]  # fmt: skip
        wants = [max((wanted_width(self._theme, cell) for cell in column), default=60) for column in cells]
        if self._even and len(needs) > 1:
            first = min(needs[0], room // len(needs))
            return [first, *[(room - first) // (len(needs) - 1)] * (len(needs) - 1)]
        linked = [column for column in columns if any(len(row.cells[column].links) > 1 for row in rows)]
        for column in linked:
            needs[column] = min(needs[column], self._theme.px(_LINKS))
        if sum(needs) > room:
            return self._shared(cells, needs, room)
        spare = room - sum(needs)
        for column in columns:
            more = min(max(wants[column] - needs[column], 0), spare)
            needs[column] += more
            spare -= more
        if needs:
            needs[0 if columns[-1] in linked else -1] += spare
        return needs

    def _least(self, cells: list[list[Cell]], *, whole: bool) -> list[int]:
        return [max((least_width(self._theme, cell, whole=whole) for cell in column), default=60) for column in cells]

    def _shared(self, cells: list[list[Cell]], needs: list[int], room: int) -> list[int]:
        """Where not all can stand on one line, each column has its longest word and a share of the rest by its need
        (CSS 2.1, 17.5.2.2); the first, which names whom a row is about, keeps most of its names whole."""
        least = self._least(cells, whole=True)
        if sum(least) > room * _MOST_OF_WHOLE:
            least = self._least(cells, whole=False)
        for column, low in enumerate(least):
            words = (advance(self._theme, word, "body") for word in self.facts.column(column).split())
            least[column] = max(low, max(words, default=0) + SIDES + 2)
        usual = sorted(needed_width(self._theme, cell) for cell in cells[0])
        most = min(int(room * _MOST_OF_ROOM), room - sum(least[1:]))  # no column loses its longest word to the names
        least[0] = max(least[0], min(usual[int(len(usual) * _MOST_NAMES)], most))
        least = [min(low, need) for low, need in zip(least, needs, strict=True)]
        rest, wish = max(room - sum(least), 0), sum(needs) - sum(least)
        widths = [low + (rest * (need - low) // wish if wish else 0) for low, need in zip(least, needs, strict=True)]
        widths[-1] += room - sum(widths)
        return widths

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            row = self.visualRect(self.currentIndex())
            self.reached.emit(QRect(self.viewport().mapToGlobal(row.topLeft()), row.size()))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        number = self._mark_at(index, event.position().toPoint())
        if number is not None:
            self.source_requested.emit(number)
        elif index.column() < self.facts.columnCount() - 1:
            self.open(index)

    def open(self, index: Index) -> None:
        """Open what the cell names, or else what its row is about; where the cell names several, ask which."""
        cell = index.data(FactRole.CELL)
        if isinstance(cell, Cell) and len(cell.links) > 1:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for name, an_id in cell.links:
                action = QAction(name, menu)
                action.setData(an_id)
                menu.addAction(action)
            menu.setActiveAction(menu.actions()[0])
            menu.triggered.connect(self.open_chosen)
            menu.popup(self.viewport().mapToGlobal(self.visualRect(index).center()))
        elif index.data(FactRole.LINK):
            self.entity_opened.emit(str(index.data(FactRole.LINK)))

    def asked_about(self, at: QPoint | None) -> Asked | None:
        """The cell: what it opens, and the sources and the words of its row."""
        index = self.currentIndex() if at is None else self.indexAt(self.viewport().mapFromGlobal(at))
        row = index.data(FactRole.ROW) if index.isValid() else None
        if not isinstance(row, Row):
            return None
        if at is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.setCurrentIndex(index)
        cell = index.data(FactRole.CELL)
        links: tuple[tuple[str, str], ...] = ()
        if isinstance(cell, Cell) and cell.links:
            links = cell.links
        elif row.link:
            links = (("", row.link),)
        sources = (*row.marks.numbers, *row.marks.against)
        text = cell.text if isinstance(cell, Cell) else ""
        return Asked(at or self._below(index), links, sources, text=text, fact=True)

    def _below(self, index: Index) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).center())

    def open_chosen(self, action: QAction) -> None:
        self.entity_opened.emit(str(action.data()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        number = self._mark_at(index, point)
        if number is not None:
            self._hovered = True
            self._ask(index, number, by_key=False)
        else:
            self._leave_mark()
        opens = index.isValid() and bool(index.data(FactRole.LINK) or index.column() == self.facts.columnCount() - 1)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._leave_mark()

    def _leave_mark(self) -> None:
        if self._hovered:
            self._hovered = False
            self.footnote_left.emit()

    def ask_footnote(self) -> None:
        """Ask for the footnote of the current row, with the keyboard."""
        self._ask(self.currentIndex(), 0, by_key=True)

    def _ask(self, index: Index, number: int, *, by_key: bool) -> None:
        """Ask for the footnote of the row, at its marks."""
        row = index.data(FactRole.ROW)
        if isinstance(row, Row) and (row.marks.numbers or row.marks.against or row.marks.unverified):
            box = self.visualRect(self.facts.index(index.row(), self.facts.columnCount() - 1))
            where = QRect(self.viewport().mapToGlobal(box.topLeft()), box.size())
            self.footnote_asked.emit(row.marks, where, number, by_key)

    def _mark_at(self, index: QModelIndex, point: QPoint) -> int | None:
        row = index.data(FactRole.ROW)
        if not isinstance(row, Row) or index.column() != self.facts.columnCount() - 1:
            return None
        boxes = mark_boxes(
            self._theme, self.visualRect(index), row.marks, rtl=self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        )
        return next((number for number, box, _ in boxes if box.adjusted(-2, -6, 2, 6).contains(point)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        row = index.data(FactRole.ROW) if index.isValid() else None
        if isinstance(row, Row) and (
            event.key() == Qt.Key.Key_Space or (enters and index.column() == self.facts.columnCount() - 1)
        ):
            otherwise = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and row.marks.against
            self._ask(index, row.marks.against[0] if otherwise else 0, by_key=True)
        elif enters and index.isValid():
            self.open(index)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)
