"""All states, people, meetings, documents and sources as dense tables: to sort, to narrow, to take away."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sco_reader.arabic.bidi import isolate, neutralise
from sco_reader.desktop.as_of import AsOf
from sco_reader.desktop.card_tools import FilterField
from sco_reader.desktop.choices import MenuButton, Segments, segment
from sco_reader.desktop.clip import table_clip
from sco_reader.desktop.clipboard import put
from sco_reader.desktop.parts import hairline, head_panel, label, push_button, tab_through, width_of_row
from sco_reader.desktop.pictures import icon
from sco_reader.desktop.tables_model import Arranged, LineRole, TableModel
from sco_reader.desktop.tables_view import LineTable
from sco_reader.desktop.text import show_hint, show_text
from sco_reader.desktop.theme import Theme, load_fonts_for
from sco_reader.errors import CannotWrite
from sco_reader.files import write_whole
from sco_reader.spreadsheet import as_csv
from sco_reader.store import Connection
from sco_reader.tables import TABLES, Line, TableName, table
from sco_reader.words import say

_GAP, _FIELD = 8, 200
_TURNED = "descending"


class TablesPage(QWidget):
    """Five tables, one at a time; the as-of date turns them."""

    entity_opened = Signal(str)
    told = Signal(str)
    problem_found = Signal(object)

    def __init__(self, db: Connection, as_of: AsOf, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._db = db
        self._as_of = as_of
        self._theme = theme
        self.name: TableName = "states"
        self._stale = True
        self._hidden: dict[TableName, set[int]] = {}
        self._sorted: dict[TableName, tuple[int, Qt.SortOrder]] = {}
        self._title, self._count, self._none = label(), label("quiet"), label("quiet")
        self._toggles = [segment(theme) for _ in TABLES]
        self._segments = Segments(self._toggles)
        self.filter = FilterField()
        self.filter.setClearButtonEnabled(True)
        self.columns, self.sort = MenuButton(theme), MenuButton(theme)
        self._copy, self._export = push_button(), push_button()
        self.model = TableModel(theme, self)
        self.rows = Arranged(self)
        self.rows.setSourceModel(self.model)
        self.view = LineTable(theme)
        self.view.setModel(self.rows)
        self.view.setSortingEnabled(True)
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        self._place()
        self._connect()
        self.retranslate()

    def _place(self) -> None:
        tools = head_panel()
        rows = QVBoxLayout(tools)
        rows.setContentsMargins(16, 8, 16, 8)
        rows.setSpacing(6)
        for row in (self._upper, self._lower):
            row.setSpacing(_GAP)
            rows.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addWidget(hairline())
        column.addWidget(self._none)
        column.addWidget(self.view, 1)
        self._none.setContentsMargins(16, 16, 16, 16)
        for toggle, name in zip(self._toggles, TABLES, strict=True):
            toggle.setProperty("table", name)

    def _connect(self) -> None:
        for toggle in self._toggles:
            toggle.clicked.connect(self._turn)
        self.filter.textChanged.connect(self.narrow)
        self._menu(self.columns).triggered.connect(self._choose_column)
        self._menu(self.sort).triggered.connect(self._choose_order)
        self.view.horizontalHeader().sortIndicatorChanged.connect(self._keep_order)
        self.view.entity_opened.connect(self.entity_opened)
        self.view.copy_requested.connect(self.copy_chosen)
        self._copy.clicked.connect(self.copy_table)
        self._export.clicked.connect(self.export)
        self._as_of.changed.connect(self.show_day)

    # What the reader sees

    def show_table(self, name: TableName) -> None:
        """Turn to another table; its columns and its order stay as they were left."""
        self.name = name
        self.filter.clear()
        self.show_day()

    def show_day(self, _day: object = None) -> None:
        """Show the table as of the day in force."""
        self._stale = not self.isVisible()
        if self._stale:
            return  # nobody looks: it is made when the page comes up again
        found = table(self._db, self.name, self._theme.voice, self._as_of.day)
        load_fonts_for(" ".join(item.text for line in found.lines for item in line.items))
        self.model.show_table(found)
        hidden = self._hidden.setdefault(
            self.name, {number for number, column in enumerate(found.columns) if column.extra}
        )
        for number in range(len(found.columns)):
            self.view.setColumnHidden(number, number in hidden)
        self.view.sortByColumn(*self._order)
        for toggle in self._toggles:
            toggle.setChecked(toggle.property("table") == self.name)
        self.view.setAccessibleName(say(f"tables-{self.name}", self._theme.lang))
        self._fill_menus()
        self.view.lay_out()
        self._show_count()
        self.view.setCurrentIndex(self.rows.index(0, min(set(range(len(found.columns))) - hidden)))

    def narrow(self, text: str) -> None:
        """Show the rows alone that hold every word of `text`."""
        self.rows.narrow(text)
        self._show_count()

    def _show_count(self) -> None:
        shown, all_rows = self.rows.rowCount(), self.model.rowCount()
        voice = self._theme.voice
        said = voice.digits(str(all_rows)) if shown == all_rows else voice.say("tables-of", n_text=shown, m=all_rows)
        show_text(self._count, said, voice.lang)
        self._none.setVisible(not shown and bool(all_rows))
        show_text(self._none, say("tables-empty", voice.lang), voice.lang)

    def take_focus(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What the reader wishes

    def _turn(self) -> None:
        self.show_table(next(name for name in TABLES if name == self.sender().property("table")))

    def choose_columns(self, columns: set[int]) -> None:
        """Show those columns alone; the last one stays."""
        if not columns:
            return
        self._hidden[self.name] = set(range(self.model.columnCount())) - columns
        for number in range(self.model.columnCount()):
            self.view.setColumnHidden(number, number not in columns)
        self.view.lay_out()

    def _choose_column(self, _action: QAction) -> None:
        actions = self._menu(self.columns).actions()
        self.choose_columns({int(action.data()) for action in actions if action.isChecked()})
        self._check_menus()

    def _choose_order(self, action: QAction) -> None:
        """By another column, or the other way round."""
        column, order = self._order
        ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if action.data() == _TURNED:
            self.view.sortByColumn(column, descending if action.isChecked() else ascending)
        else:
            self.view.sortByColumn(int(action.data()), order)

    def _keep_order(self, column: int, order: Qt.SortOrder) -> None:
        self._sorted[self.name] = (column, order)
        self._check_menus()

    def _menu(self, button: QToolButton) -> QMenu:
        menu = button.menu()
        assert menu is not None
        return menu

    def _fill_menus(self) -> None:
        lang, found = self._theme.lang, self.model.table
        assert found is not None
        named: list[tuple[object, str]] = [(number, say(each.word, lang)) for number, each in enumerate(found.columns)]
        orders = [(-1, say("tables-as-listed", lang)), *named, (_TURNED, say("tables-descending", lang))]
        for button, lines in ((self.columns, named), (self.sort, orders)):
            menu = self._menu(button)
            menu.clear()
            for value, text in lines:
                if value == _TURNED:
                    menu.addSeparator()
                action = QAction(text, menu)
                action.setCheckable(True)
                action.setData(value)
                menu.addAction(action)
        self._check_menus()

    def _check_menus(self) -> None:
        """Tick what is in force. The actions stay: one of them may be the one that is just being chosen."""
        hidden = self._hidden.get(self.name, set())
        column, order = self._order
        for action in self._menu(self.columns).actions():
            action.setChecked(action.data() not in hidden)
        for action in self._menu(self.sort).actions():
            turned = order == Qt.SortOrder.DescendingOrder
            action.setChecked(turned if action.data() == _TURNED else action.data() == column)

    @property
    def _order(self) -> tuple[int, Qt.SortOrder]:
        """The column that sorts, -1 for as listed, and which way round."""
        return self._sorted.get(self.name, (-1, Qt.SortOrder.AscendingOrder))

    def taken(self, rows: list[int]) -> list[list[str]]:
        """The head and those rows of what is shown, with the columns that are shown, in their order."""
        head = self.view.horizontalHeader()
        columns = [head.logicalIndex(place) for place in range(self.rows.columnCount())]
        columns = [column for column in columns if not self.view.isColumnHidden(column)]
        lines: list[Line] = [self.rows.index(row, 0).data(LineRole.LINE) for row in rows]
        titles = [str(self.rows.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
        return [titles, *([line.items[column].text for column in columns] for line in lines)]

    def copy_chosen(self) -> None:
        """The chosen rows into the clipboard."""
        self._copy_rows(sorted({index.row() for index in self.view.selectionModel().selectedIndexes()}))

    def copy_table(self) -> None:
        """All rows that are shown into the clipboard."""
        self._copy_rows(list(range(self.rows.rowCount())))

    def _copy_rows(self, rows: list[int]) -> None:
        put(table_clip(self.taken(rows), self._theme.lang, caption=say(f"tables-{self.name}", self._theme.lang)))
        self.told.emit(self._theme.voice.say("tables-copied", n=len(rows)))

    def export(self) -> None:
        """Ask where, then save the rows that are shown."""
        name, _ = QFileDialog.getSaveFileName(
            self, say("matrix-export", self._theme.lang), f"{self.name}.csv", "CSV (*.csv)"
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, target: Path) -> None:
        """Save the rows that are shown as CSV, whole or not at all."""
        if target.suffix.lower() != ".csv":
            target = target.with_name(f"{target.name}.csv")
        try:
            write_whole(target, as_csv(self.taken(list(range(self.rows.rowCount())))))
        except CannotWrite as error:
            self.problem_found.emit(error)
            return
        self.told.emit(say("sheet-saved", self._theme.lang, file=isolate(neutralise(str(target)))))

    # Words and sizes

    def retranslate(self) -> None:
        lang, theme = self._theme.lang, self._theme
        self._title.setFont(theme.font("view-title"))
        show_text(self._title, say("tables-title", lang), lang)
        self._count.setFont(theme.font("label"))
        self._none.setFont(theme.font("body"))
        for toggle in self._toggles:
            toggle.setText(say(f"tables-{toggle.property('table')}", lang))
        show_hint(self.filter, say("tables-filter", lang), lang)
        self.filter.setAccessibleName(say("tables-filter", lang))
        for button, picture, key in ((self.columns, "grid-3x3", "columns"), (self.sort, "list-filter", "sort")):
            button.setText(f"\u00a0{say(f'tables-{key}', lang)}")
            button.setIcon(icon(picture, theme.colour("ink2")))
        for push, picture, key in ((self._copy, "copy", "copy"), (self._export, "download", "export")):
            push.setText(f"\u00a0{say(f'matrix-{key}', lang)}")
            push.setIcon(icon(picture, theme.colour("ink2")))
            push.setToolTip(say(f"matrix-{key}-tip", lang))
            push.setAccessibleName(say(f"matrix-{key}-tip", lang))
        self._fit()
        self.show_day()

    def _fit(self) -> None:
        """One row of tools, or two where the page is narrow."""
        for row in (self._upper, self._lower):
            while row.count():
                row.takeAt(0)
        tools = (self.columns, self.sort, self._copy, self._export)
        beside = width_of_row((self._title, self._count, self._segments, *tools), gap=_GAP)
        narrow = self.width() < beside + self._theme.px(_FIELD)
        second = self._lower if narrow else self._upper
        self._upper.addWidget(self._title)
        self._upper.addWidget(self._count)
        self._upper.addStretch()
        self._upper.addWidget(self._segments)
        second.addWidget(self.filter, 1)
        for button in tools:
            second.addWidget(button)
        tab_through((*self._toggles, self.filter, *tools, self.view))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.show_day()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.filter.hasFocus():
            self.take_focus()
        elif event.matches(QKeySequence.StandardKey.Save):
            self.export()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)
