"""Who came to the meetings: the table, its tools, what lies behind a cell, and the key to the marks."""

from pathlib import Path

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from sco_reader import reference
from sco_reader.attendance import BODIES, ORDERS, Attendance, Order, Seat, attendance, ordered
from sco_reader.attendancetext import table_in_words
from sco_reader.cards.compose import card_of_seat
from sco_reader.cards.footnote import footnote_of
from sco_reader.desktop.as_of import AsOf
from sco_reader.desktop.choices import MenuButton, Segments, segment
from sco_reader.desktop.detail_panel import DetailPanel
from sco_reader.desktop.marks import Asked
from sco_reader.desktop.matrix_legend import Legend
from sco_reader.desktop.matrix_table import MatrixTable
from sco_reader.desktop.parts import hairline, head_panel, label, push_button, tab_through, width_of_row
from sco_reader.desktop.pictures import icon
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.errors import CannotWrite
from sco_reader.files import write_whole
from sco_reader.spreadsheet import as_csv, as_tsv
from sco_reader.store import Connection
from sco_reader.words import say

_PANEL, _PANEL_FROM, _GAP = 276, 1000, 8


class MatrixPage(QWidget):
    """Joins the table, the tools and the panel; the as-of date turns all of it."""

    entity_opened = Signal(str)
    told = Signal(str)
    problem_found = Signal(object)
    footnote_asked = Signal(object)
    """An Asked."""
    footnote_left = Signal()
    copy_requested = Signal(object)
    """The Citation that is to be copied."""
    counted = Signal()
    """`counts` says something else."""

    def __init__(self, db: Connection, as_of: AsOf, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._db = db
        self._as_of = as_of
        self._theme = theme
        self._bodies = {"hsc"}
        self._found: Attendance | None = None
        self._asked = False
        self._title = label()
        self._toggles = [segment(theme) for _ in BODIES]
        self._segments = Segments(self._toggles)
        self._order = MenuButton(theme)
        self._orders = QActionGroup(self)
        self._copy = push_button()
        self._export = push_button()
        self.table = MatrixTable(as_of, theme)
        self.detail = DetailPanel(theme)
        self._legend = Legend(theme)
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        self._place()
        self._connect()
        self.retranslate()

    def _place(self) -> None:
        tools = head_panel()
        rows = QVBoxLayout(tools)
        rows.setContentsMargins(16, 8, 16, 8)
        rows.setSpacing(6)
        rows.addLayout(self._upper)
        rows.addLayout(self._lower)
        for row in (self._upper, self._lower):
            row.setSpacing(_GAP)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.table)
        self._split.addWidget(self.detail)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 1)
        self._split.setHandleWidth(1)
        self.detail.setMinimumWidth(self._theme.px(230))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addWidget(hairline())
        column.addWidget(self._split, 1)
        column.addWidget(self._legend)
        menu = self._order.menu()
        for order in ORDERS:
            action = QAction(self._orders)
            action.setCheckable(True)
            action.setData(order)
            action.setChecked(order == ORDERS[0])
            menu.addAction(action)
        for toggle, body in zip(self._toggles, BODIES, strict=True):
            toggle.setProperty("body", body)
            toggle.setChecked(body in self._bodies)

    def _connect(self) -> None:
        for toggle in self._toggles:
            toggle.clicked.connect(self.choose_bodies)
        self._orders.triggered.connect(self.choose_order)
        self._copy.clicked.connect(self.copy_table)
        self._export.clicked.connect(self.export)
        self.table.copy_requested.connect(self.copy_table)
        self.table.seat_chosen.connect(self.show_seat)
        self.table.seat_requested.connect(self.open_detail)
        for part in (self.table, self.detail):
            part.entity_opened.connect(self.entity_opened)
        self.table.footnote_asked.connect(self.ask_footnote)
        self.detail.footnote_asked.connect(self.footnote_asked)
        self.detail.footnote_left.connect(self.footnote_left)
        self.detail.sources.copy_requested.connect(self.copy_requested)
        self.detail.closed.connect(self.close_detail)
        self._as_of.changed.connect(self.show_day)

    # What the reader sees

    def show_day(self, _day: object = None) -> None:
        """Show the table as of the day in force."""
        if not self.isVisible():
            self._found = None  # nobody looks: it is made when the page comes up again
            return
        found = attendance(self._db, bodies=self._bodies, on=self._as_of.day)
        order = self.order
        self._found = found
        self.table.show_attendance(found, ordered(self._db, found.parties, order, self._theme.lang), order)
        self.table.setAccessibleName(
            say("matrix-table", self._theme.lang, rows=len(found.parties), columns=len(found.meetings))
        )
        self.show_seat(self.table.seat)
        self.counted.emit()

    @property
    def counts(self) -> str:
        """How many rows and columns the table has."""
        if self._found is None:
            return ""
        voice = self._theme.voice
        rows = voice.say("matrix-parties", n=len(self._found.parties))
        return voice.say("matrix-counts", rows=rows, columns=voice.say("matrix-meetings", n=len(self._found.meetings)))

    def show_seat(self, seat: object) -> None:
        """Put what is known of a cell into the panel."""
        if isinstance(seat, Seat) and not self.detail.isHidden():
            voice = self._theme.voice
            self.detail.show_card(card_of_seat(self._db, seat, voice, on=self._as_of.day))

    def ask_footnote(self, seat: Seat, where: QRect) -> None:
        """Ask for the footnote of a cell; from there Enter goes on to the list of sources beside the table."""
        voice = self._theme.voice
        evidence = seat.sent.evidence if seat.sent is not None else None
        name = voice.name(reference.entity(self._db, seat.party).name)
        found = footnote_of(self._db, evidence, name, voice, self._as_of.day)
        self.footnote_asked.emit(Asked(found, where, 0, True, self.show_source))

    def show_source(self, number: int) -> None:
        """Put the keyboard on source `number` of the current cell, in the panel."""
        self._asked = True
        self.detail.show()
        self.show_seat(self.table.seat)
        self.detail.sources.show_source(number)

    def open_detail(self) -> None:
        """Show the panel where it is folded away; by keyboard, step into it."""
        self._asked = True
        self.detail.show()
        self.show_seat(self.table.seat)
        if self.table.by_key:
            self.detail.take_focus()

    def close_detail(self) -> None:
        self._asked = False
        self.detail.setVisible(False)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What the reader wishes

    def choose_bodies(self) -> None:
        """Show the meetings of the bodies that are switched on; the last one stays on."""
        chosen = {str(toggle.property("body")) for toggle in self._toggles if toggle.isChecked()}
        if not chosen:
            for toggle in self._toggles:
                toggle.setChecked(toggle.property("body") in self._bodies)
            return
        self._bodies = chosen
        self.show_day()

    @property
    def order(self) -> Order:
        """By what the rows are ordered."""
        chosen = self._orders.checkedAction()
        return next(order for order in ORDERS if order == chosen.data())

    @property
    def bodies(self) -> list[str]:
        """The bodies whose meetings are on show."""
        return [body for body in BODIES if body in self._bodies]

    def choose_order(self, _action: QAction) -> None:
        self._show_order()
        self.show_day()

    def _show_order(self) -> None:
        said = say(f"matrix-order-{self.order}", self._theme.lang)
        self._order.setText(f"\u00a0{said}")
        self._order.setAccessibleName(f"{say('matrix-order', self._theme.lang)}: {said}")

    def _table(self) -> list[list[str]]:
        assert self._found is not None
        lang = self._theme.lang
        return table_in_words(self._found, ordered(self._db, self._found.parties, self.order, lang), self._theme.voice)

    def copy_table(self) -> None:
        """The whole table into the clipboard, up to the day, as a spreadsheet takes it."""
        rows = self._table()
        self.table.copy(as_tsv(rows))
        self.told.emit(say("matrix-copied", self._theme.lang, rows=len(rows) - 1))

    def export(self) -> None:
        """Ask where, then save the table."""
        name, _ = QFileDialog.getSaveFileName(
            self, say("matrix-export", self._theme.lang), f"{'-'.join(sorted(self._bodies))}.csv", "CSV (*.csv)"
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, target: Path) -> None:
        """Save the table as CSV, whole or not at all."""
        if target.suffix.lower() != ".csv":
            target = target.with_name(f"{target.name}.csv")
        try:
            write_whole(target, as_csv(self._table()))
        except CannotWrite as error:
            self.problem_found.emit(error)
            return
        self.told.emit(say("sheet-saved", self._theme.lang, file=str(target)))

    # Words and sizes

    def retranslate(self) -> None:
        lang, theme = self._theme.lang, self._theme
        self._title.setFont(theme.font("view-title"))
        show_text(self._title, say("matrix-title", lang), lang)
        for toggle in self._toggles:
            toggle.setText(say(f"matrix-body-{toggle.property('body')}", lang))
        for action in self._orders.actions():
            action.setText(say(f"matrix-order-{action.data()}", lang))
        self._order.setIcon(icon("list-filter", theme.colour("ink2")))
        self._show_order()
        self._order.setToolTip(say("matrix-order", lang))
        for button, picture, key in ((self._copy, "copy", "copy"), (self._export, "download", "export")):
            button.setText(f"\u00a0{say(f'matrix-{key}', lang)}")
            button.setIcon(icon(picture, theme.colour("ink2")))
            button.setToolTip(say(f"matrix-{key}-tip", lang))
            button.setAccessibleName(say(f"matrix-{key}-tip", lang))
        self.detail.setAccessibleName(say("matrix-detail", lang))
        self._legend.retranslate()
        self._fit()
        self.show_day()

    def _fit(self) -> None:
        """One row of tools, or two where the page is narrow; there the panel is folded away until it is asked for."""
        for row in (self._upper, self._lower):
            while row.count():
                row.takeAt(0)
        tools = (self._title, self._segments, self._order, self._copy, self._export)
        narrow = self.width() < width_of_row(tools, gap=_GAP)
        second = self._lower if narrow else self._upper
        self._upper.addWidget(self._title)
        self._upper.addStretch()
        second.addWidget(self._segments)
        second.addWidget(self._order)
        if narrow:
            self._lower.addStretch()
        for button in (self._copy, self._export):
            self._upper.addWidget(button)
        choices, files = (*self._toggles, self._order), (self._copy, self._export)
        above = (*files, *choices) if narrow else (*choices, *files)
        tab_through((*above, self.table, *self.detail.as_read))
        self.detail.setVisible(self._asked or self.width() >= self._theme.px(_PANEL_FROM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()
            wide = self._theme.px(_PANEL)
            self._split.setSizes([max(event.size().width() - wide, wide), wide])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._found is None:
            self.show_day()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.detail.isAncestorOf(self.focusWidget() or self):
            if self.width() < self._theme.px(_PANEL_FROM):
                self.close_detail()
            else:
                self.take_focus()
        elif event.matches(QKeySequence.StandardKey.Save):
            self.export()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_table()
        else:
            super().keyPressEvent(event)
