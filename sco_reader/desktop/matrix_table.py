"""The table of attendance on screen: heads that stay, columns from the reading edge, the as-of day in red."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sco_reader.attendance import Attendance, Order, Party, Seat
from sco_reader.desktop.as_of import AsOf
from sco_reader.desktop.asked import Asked
from sco_reader.desktop.clipboard import copy_text
from sco_reader.desktop.matrix_model import MatrixModel, SeatRole
from sco_reader.desktop.matrix_paint import MeetingHead, PartyHead, SeatDelegate, as_of_lines
from sco_reader.desktop.parts import label
from sco_reader.desktop.theme import Theme
from sco_reader.model import Meeting
from sco_reader.words import say

Index = QModelIndex | QPersistentModelIndex

_COLUMN, _WIDEST_COLUMN = 50, 92


class MatrixTable(QTableView):
    """Arrow keys step from cell to cell, Enter asks for what lies behind one; a head opens its card."""

    seat_chosen = Signal(object)
    """The Seat under the keyboard, or None."""
    seat_requested = Signal()
    """The reader wants to see more of the cell: by Enter (then `by_key` is true), or by a click."""
    entity_opened = Signal(str)
    copy_requested = Signal()
    footnote_asked = Signal(object, QRect)
    """The Seat under the keyboard, and where its cell stands on the screen."""

    def __init__(self, as_of: AsOf, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matrix")
        self._theme = theme
        self._as_of = as_of
        self.seats = MatrixModel(theme, self)
        self.columns = MeetingHead(theme, as_of, self)
        self.rows = PartyHead(theme, self)
        self.setModel(self.seats)
        self.setHorizontalHeader(self.columns)
        self.setVerticalHeader(self.rows)
        self.setItemDelegate(SeatDelegate(theme, as_of, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        # From column to column: none is cut where reading begins.
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        for head in (self.columns, self.rows):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setMinimumSectionSize(20)
        self.by_key = False
        self._corner = label("label")
        self._place_corner()
        self.columns.sectionClicked.connect(self.open_meeting)
        self.rows.sectionClicked.connect(self.open_party)
        self.clicked.connect(self.ask_for_seat)
        theme.changed.connect(self.viewport().update)

    def _place_corner(self) -> None:
        """Qt's corner button selects everything: here the corner names the figures at the end of the row heads."""
        button = self.findChild(QAbstractButton)
        if button is not None:
            button.setEnabled(False)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row = QVBoxLayout(button)
            row.setContentsMargins(8, 0, 8, 6)
            row.addWidget(self._corner, 0, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignTrailing)

    @property
    def corner(self) -> QLabel:
        return self._corner

    def show_attendance(self, found: Attendance, parties: list[Party], order: Order) -> None:
        """Show the table, the cell under the keyboard kept where it is still there, else the newest that counts."""
        kept = self.seat
        same_columns = self.seats.meetings == found.meetings and self.seats.rowCount() > 0
        self.columns.mixed = len({meeting.body for meeting in found.meetings}) > 1
        self.seats.show_attendance(found, parties, order)
        self.lay_out()
        index = self._index_of(kept) if kept is not None else None
        if index is None:
            column = max(found.counted - 1, 0)
            first = next((row for row in range(self.seats.rowCount()) if self._is_party(row)), 0)
            index = self.seats.index(first, column)
        self.setCurrentIndex(index)
        if not same_columns:
            self.scroll_to_day(found)
        self.viewport().update()
        self.columns.viewport().update()

    def scroll_to_day(self, found: Attendance) -> None:
        """Bring the newest meeting that counts to the end edge, with one of the later ones where there are any."""
        self.scrollToTop()
        last = min(found.counted, len(found.meetings) - 1)
        self.horizontalScrollBar().setValue(0)
        self.scrollTo(self.seats.index(self.currentIndex().row(), max(last, 0)))

    def _is_party(self, row: int) -> bool:
        return isinstance(self.seats.line(row), Party)

    def _index_of(self, seat: Seat) -> QModelIndex | None:
        column = next((n for n, row in enumerate(self.seats.meetings) if row.id == seat.meeting), None)
        for row in range(self.seats.rowCount()):
            line = self.seats.line(row)
            if column is not None and isinstance(line, Party) and line.id == seat.party:
                return self.seats.index(row, column)
        return None

    def lay_out(self) -> None:
        """Columns wide enough for their heads, the spare room shared up to a limit; heights by the names."""
        theme = self._theme
        self._corner.setFont(theme.font("label"))
        self._corner.setText(say("seat-came", theme.lang))
        self.rows.fit()
        needed = [max(theme.px(_COLUMN), self.columns.needed(meeting)) for meeting in self.seats.meetings]
        spare = self.width() - self.rows.width() - sum(needed) - theme.px(12)
        more = max(spare, 0) // max(len(needed), 1)
        widths = [min(wide + more, max(wide, theme.px(_WIDEST_COLUMN))) for wide in needed]
        for column, wide in enumerate(_whole_at_the_end(widths, self.viewport().width())):
            self.setColumnWidth(column, wide)
        for row in range(self.seats.rowCount()):
            self.setRowHeight(row, self.rows.height_of(row))
        self.columns.fit(self.seats.meetings)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.lay_out()
            self.scrollTo(self.currentIndex())

    @property
    def seat(self) -> Seat | None:
        """What stands under the keyboard."""
        found = self.currentIndex().data(SeatRole.SEAT)
        return found if isinstance(found, Seat) else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.seat_chosen.emit(self.seat)

    def ask_for_seat(self, _index: Index) -> None:
        self.by_key = False
        self.seat_requested.emit()

    def open_meeting(self, column: int) -> None:
        meeting = self.seats.headerData(column, Qt.Orientation.Horizontal, SeatRole.MEETING)
        if isinstance(meeting, Meeting):
            self.entity_opened.emit(meeting.id)

    def open_party(self, row: int) -> None:
        party = self.seats.headerData(row, Qt.Orientation.Vertical, SeatRole.PARTY)
        if isinstance(party, Party):
            self.entity_opened.emit(party.id)

    def asked_about(self, at: QPoint | None) -> Asked | None:
        """The cell: its meeting and its party; Copy takes the whole table."""
        index = self.currentIndex() if at is None else self.indexAt(self.viewport().mapFromGlobal(at))
        if not isinstance(index.data(SeatRole.SEAT), Seat):
            return None
        if at is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.setCurrentIndex(index)
        meeting = self.seats.meetings[index.column()]
        party = self.seats.line(index.row())
        assert isinstance(party, Party)
        voice = self._theme.voice
        links = ((voice.name(meeting.name), meeting.id), (voice.name(party.name), party.id))
        where = at or self.viewport().mapToGlobal(self.visualRect(index).center())
        return Asked(where, links, copy=self.copy_requested.emit, copy_word="matrix-copy-tip")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.seat is not None:
            self.by_key = True
            self.seat_requested.emit()
        elif event.key() == Qt.Key.Key_Space and self.seat is not None:
            box = self.visualRect(self.currentIndex())
            self.footnote_asked.emit(self.seat, QRect(self.viewport().mapToGlobal(box.topLeft()), box.size()))
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    def copy(self, text: str) -> None:
        copy_text(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells, then the as-of day over them: a frame about its meeting, or a line between two."""
        super().paintEvent(event)
        framed, before = as_of_lines(self._theme, self._as_of, self.seats.meetings)
        column = framed if framed is not None else before
        if column is None:
            return
        left = self.columnViewportPosition(column)
        box = QRect(left, 0, self.columnWidth(column), self.viewport().height())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter = QPainter(self.viewport())
        red = self._theme.colour("asof")
        # As the head has it: there, mirrored, sections lie a point further to the right than the cells.
        end = box.left() + 1 if rtl else box.right() - 1
        painter.fillRect(QRect(end, 0, 2, box.height()), red)
        if framed is not None:
            start = box.right() + 1 if rtl else box.left() - 1
            painter.fillRect(QRect(start, 0, 2, box.height()), red)


def _whole_at_the_end(widths: list[int], room: int) -> list[int]:
    """`widths`, the last of them a little wider, so that scrolled to the end they fill the room and none is cut."""
    if sum(widths) <= room:
        return widths
    count = next(count for count in range(len(widths)) if sum(widths[len(widths) - count - 1 :]) > room)
    if count == 0:
        return widths
    first, spare = len(widths) - count, room - sum(widths[len(widths) - count :])
    more = [0] * first + [spare // count + (place < spare % count) for place in range(count)]
    return [wide + added for wide, added in zip(widths, more, strict=True)]
