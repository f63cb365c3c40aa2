"""What is on show, on paper: which sheet prints it, and its title."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sco_reader.desktop.history import Place
from sco_reader.desktop.pages import OWN_PAGES
from sco_reader.desktop.sheet_jobs import MAP, NOTES, TABLES, attendance_id, timeline_id, view_of
from sco_reader.words import say

if TYPE_CHECKING:
    from sco_reader.desktop.window import Window


class Printing(QObject):
    """One method a key of `keys.KEYS`, and what shows a sheet when the window comes to it."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window

    def sheet(self) -> None:
        """Show on paper what is on show; where the sheet itself is, print it."""
        window = self._window
        view, an_id = window.history.here
        if view == "sheet":
            window.pages.sheet.print_out()
            return
        if view == "timeline":
            an_id = timeline_id(*window.pages.timeline.view.canvas.years)
        elif view == "matrix":
            matrix = window.pages.matrix
            an_id = attendance_id(matrix.bodies, matrix.order)
        elif view in (MAP, TABLES, NOTES):
            an_id = view
        window.go_to(Place("sheet", an_id))

    def show_sheet(self, an_id: str) -> None:
        """Put the sheet of `an_id` in front."""
        window = self._window
        title = self.title(Place("sheet", an_id)) or window.composed(an_id).title
        window.pages.setCurrentWidget(window.pages.sheet)
        job = {MAP: self._map, TABLES: self._tables, NOTES: self._notes}.get(an_id)
        window.pages.sheet.show_sheet(an_id, title, window.as_of.day, job() if job is not None else None)

    def _map(self) -> Callable[[], bytes]:
        return self._window.pages.map.sheet_job()

    def _tables(self) -> Callable[[], bytes]:
        """What sets the rows and columns that are shown, in their order."""
        tables = self._window.pages.tables
        rows = tables.taken(list(range(tables.rows.rowCount())))
        return self._as_table(rows, say(f"tables-{tables.name}", self._window.theme.lang))

    def _notes(self) -> Callable[[], bytes]:
        """What sets the notes and bookmarks that are shown, whole."""
        lang = self._window.theme.lang
        head = [say("column-item", lang), say("notes-title", lang)]
        return self._as_table([head, *self._window.pages.notes.written()], say("notes-title", lang))

    def _as_table(self, rows: list[list[str]], title: str) -> Callable[[], bytes]:
        from sco_reader.table_sheet import table_pdf

        as_of, voice = self._window.as_of, self._window.theme.voice
        return partial(table_pdf, rows, title=title, on=as_of.day, horizon=as_of.horizon, voice=voice)

    def title(self, place: Place) -> str:
        """The name of a view, or of the view that a sheet prints; "" where the place is named by its card."""
        view = view_of(place.id) if place.view == "sheet" else place.view
        return say(f"{view}-title", self._window.theme.lang) if view in OWN_PAGES else ""
