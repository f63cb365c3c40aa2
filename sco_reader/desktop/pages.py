"""What the middle of the window shows, one page at a time; a page is made when it is first asked for."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sco_reader.desktop.as_of import AsOf
from sco_reader.desktop.theme import Theme
from sco_reader.store import Connection

if TYPE_CHECKING:
    from sco_reader.desktop.map_page import MapPage
    from sco_reader.desktop.matrix_page import MatrixPage
    from sco_reader.desktop.notes_page import NotesPage
    from sco_reader.desktop.sheet_preview import SheetPreview
    from sco_reader.desktop.tables_page import TablesPage
    from sco_reader.desktop.timeline_page import TimelinePage


OWN_PAGES = ("timeline", "matrix", "notes", "map", "tables")
"""The views that fill the middle without a card of their own."""


class Pages(QStackedWidget):
    """The card and its neighbours, the timeline, who came, the sheet: what they say is handed on."""

    entity_opened = Signal(str)
    told = Signal(str)
    problem_found = Signal(object)
    closed = Signal()
    footnote_asked = Signal(object)
    """An Asked."""
    footnote_left = Signal()
    copy_requested = Signal(object)
    """The Citation that is to be copied."""
    counted = Signal(str)
    """What the page in front counts, each time that it shows something else."""

    def __init__(
        self, db: Connection, reference: Path, as_of: AsOf, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._db = db
        self._reference = reference
        self._as_of = as_of
        self._theme = theme
        self._timeline: TimelinePage | None = None
        self._sheet: SheetPreview | None = None
        self._matrix: MatrixPage | None = None
        self._map: MapPage | None = None
        self._tables: TablesPage | None = None
        self._notes: NotesPage | None = None
        self.make_notes: Callable[[], NotesPage] | None = None
        """Set by whoever keeps the reader's notes."""

    def minimumSizeHint(self) -> QSize:
        """What the page in front needs: Qt would ask those behind it too."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """No: Qt would take the highest of all pages, those behind too, and the window would grow by itself."""
        return False

    @property
    def timeline(self) -> "TimelinePage":
        if self._timeline is None:
            from sco_reader.desktop.timeline_page import TimelinePage

            page = TimelinePage(self._db, self._as_of, self._theme)
            page.view.entity_opened.connect(self.entity_opened)
            page.footnote_asked.connect(self.footnote_asked)
            page.counted.connect(self._tell_counts)
            self.addWidget(page)
            self._timeline = page
        return self._timeline

    @property
    def matrix(self) -> "MatrixPage":
        if self._matrix is None:
            from sco_reader.desktop.matrix_page import MatrixPage

            page = MatrixPage(self._db, self._as_of, self._theme)
            page.entity_opened.connect(self.entity_opened)
            page.footnote_asked.connect(self.footnote_asked)
            page.footnote_left.connect(self.footnote_left)
            page.copy_requested.connect(self.copy_requested)
            page.told.connect(self.told)
            page.problem_found.connect(self.problem_found)
            page.counted.connect(self._tell_counts)
            self.addWidget(page)
            self._matrix = page
        return self._matrix

    @property
    def map(self) -> "MapPage":
        if self._map is None:
            from sco_reader.desktop.map_page import MapPage

            page = MapPage(self._db, self._as_of, self._theme)
            page.entity_opened.connect(self.entity_opened)
            page.told.connect(self.told)
            page.problem_found.connect(self.problem_found)
            page.counted.connect(self._tell_counts)
            self.addWidget(page)
            self._map = page
        return self._map

    @property
    def tables(self) -> "TablesPage":
        if self._tables is None:
            from sco_reader.desktop.tables_page import TablesPage

            page = TablesPage(self._db, self._as_of, self._theme)
            page.entity_opened.connect(self.entity_opened)
            page.told.connect(self.told)
            page.problem_found.connect(self.problem_found)
            self.addWidget(page)
            self._tables = page
        return self._tables

    @property
    def notes(self) -> "NotesPage":
        if self._notes is None:
            assert self.make_notes is not None
            self._notes = self.make_notes()
            self.addWidget(self._notes)
        return self._notes

    @property
    def sheet(self) -> "SheetPreview":
        if self._sheet is None:
            from sco_reader.desktop.sheet_preview import SheetPreview

            page = SheetPreview(self._reference, self._theme)
            page.closed.connect(self.closed)
            page.told.connect(self.told)
            page.problem_found.connect(self.problem_found)
            self.addWidget(page)
            self._sheet = page
        return self._sheet

    @property
    def own_table(self) -> "MatrixPage | TablesPage | None":
        """The page in front, where it is a table of its own."""
        page = self.currentWidget()
        return next((each for each in (self._matrix, self._tables) if each is not None and each is page), None)

    @property
    def counts(self) -> str:
        """What the page in front counts; "" where it counts nothing for the foot of the window."""
        page = self.currentWidget()
        counting = (self._timeline, self._matrix, self._map)
        return next((each.counts for each in counting if each is not None and each is page), "")

    def _tell_counts(self) -> None:
        """A page behind the one in front turns with the day too: what it counts is nobody's question."""
        if self.sender() is self.currentWidget():
            self.counted.emit(self.counts)

    def show_page(self, view: str) -> None:
        """Put the page of `view`, one of OWN_PAGES, in front."""
        page: QWidget = getattr(self, view)
        self.setCurrentWidget(page)

    def take_focus(self) -> None:
        """Put the keyboard on the page in front, where it is none of the card's."""
        page = self.currentWidget()
        if page is self._timeline and self._timeline is not None:
            self._timeline.view.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif page is self._matrix and self._matrix is not None:
            self._matrix.take_focus()
        elif page is self._map and self._map is not None:
            self._map.take_focus()
        elif page is self._tables and self._tables is not None:
            self._tables.take_focus()
        elif page is self._notes and self._notes is not None:
            self._notes.take_focus()

    def retranslate(self) -> None:
        for page in (self._timeline, self._matrix, self._map, self._tables, self._notes):
            if page is not None:
                page.retranslate()
