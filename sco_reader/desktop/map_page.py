"""The map with its tools, the same states as a list, the key to the marks, and whose borders these are."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from sco_reader import reference
from sco_reader.arabic.wording import listed
from sco_reader.desktop.as_of import AsOf
from sco_reader.desktop.choices import segment
from sco_reader.desktop.clipboard import copy_text
from sco_reader.desktop.map_legend import MapLegend
from sco_reader.desktop.map_moves import MapCanvas
from sco_reader.desktop.parts import hairline, label, panel, push_button, tab_through, tool_button
from sco_reader.desktop.pictures import icon
from sco_reader.desktop.result_list import ResultDelegate, ResultModel, Role
from sco_reader.desktop.results import Result
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.errors import UserError
from sco_reader.spreadsheet import as_tsv
from sco_reader.standings import ORDER, Standing, in_order, since, standings
from sco_reader.store import Connection
from sco_reader.words import say

_LIST, _LIST_FROM, _WORDS_FROM = 290, 900, 760


class MapPage(QWidget):
    """Joins the map, the list and the tools; the as-of date turns all of it."""

    entity_opened = Signal(str)
    told = Signal(str)
    problem_found = Signal(object)
    counted = Signal()
    """`counts` says something else."""

    def __init__(self, db: Connection, as_of: AsOf, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._db = db
        self._as_of = as_of
        self._theme = theme
        self._found: list[Standing] = []
        self._title = label()
        self._day = label()
        self._capitals, self._listed = segment(theme), segment(theme)
        self._out, self._in, self._whole = (tool_button("icon") for _ in range(3))
        self._export = push_button()
        self.canvas = MapCanvas(theme, self)
        self.model = ResultModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ResultDelegate(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot = panel("side")
        self.legend = MapLegend(theme)
        self._borders = label("label", wrap=True)
        self._place()
        self._connect()
        self.retranslate()

    def _place(self) -> None:
        tools = panel("sheetBar")
        row = QHBoxLayout(tools)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(6)
        row.addWidget(self._title)
        row.addWidget(self._day)
        row.addStretch()
        for widget in (self._capitals, self._listed, self._out, self._in, self._whole, self._export):
            row.addWidget(widget)
        tab_through((self._capitals, self._listed, self._out, self._in, self._whole, self._export))
        self._side = panel("side")
        beside = QVBoxLayout(self._side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.list)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.canvas)
        self._split.addWidget(self._side)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 1)
        self._split.setHandleWidth(1)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(16, 6, 16, 6)
        foot.setSpacing(4)
        foot.addWidget(self.legend)
        foot.addWidget(self._borders)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (tools, hairline(), self._split, hairline(), self._foot):
            column.addWidget(part)
        column.setStretchFactor(self._split, 1)
        tab_through((self._export, self.canvas, self.list))

    def _connect(self) -> None:
        self._capitals.toggled.connect(self.show_day)
        self._listed.clicked.connect(self._fold)
        self._out.clicked.connect(self.canvas.zoom_out)
        self._in.clicked.connect(self.canvas.zoom_in)
        self._whole.clicked.connect(self.canvas.show_region)
        self._export.clicked.connect(self.export)
        self.canvas.entity_opened.connect(self.entity_opened)
        self.canvas.state_reached.connect(self._choose)
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        self._as_of.changed.connect(self.show_day)

    # What the reader sees

    def show_day(self, _day: object = None) -> None:
        """Show every state as it stood on the day in force."""
        lang, voice = self._theme.lang, self._theme.voice
        day = self._as_of.day
        self._found = in_order(self._db, standings(self._db, on=day, today=self._as_of.today), lang)
        self.canvas.show_standings(self._found, self._names_of_capitals(day) if self._capitals.isChecked() else {})
        self.model.show_results([self._line(standing) for standing in self._found])
        self._day.setObjectName("second" if self._as_of.is_today else "asof")
        self._day.style().polish(self._day)
        show_text(self._day, voice.day(day), lang)
        self.legend.show_standings(self._found)
        self.counted.emit()

    @property
    def counts(self) -> str:
        """How many states had a standing on the day, and which."""
        voice = self._theme.voice
        tally = Counter(standing.status for standing in self._found if standing.held is not None)
        held = [voice.say(f"counted-{status}", n=tally[status]) for status in ORDER if tally[status]]
        states = voice.say("map-states", n=tally.total())
        return voice.say("map-counts", states=states, listed=listed(held, self._theme.lang)) if held else states

    def _line(self, standing: Standing) -> Result:
        voice = self._theme.voice
        said = voice.say(f"status-{standing.status}")
        if standing.held is not None:
            said = voice.say("map-standing", status=said, since=since(standing, voice))
        if not standing.certain:
            said = voice.say("map-uncertain", line=said)
        return Result(standing.country, "country", voice.name(standing.name), said, standing.status, standing.country)

    def _names_of_capitals(self, day: date) -> dict[str, str]:
        found = {}
        for standing in self._found:
            city = reference.life(self._db, standing.country).capital
            if city is not None:
                found[standing.country] = self._theme.voice.name(reference.city_name(self._db, city, day))
        return found

    # What the reader wishes

    def take_focus(self) -> None:
        at = self.list if self.canvas.isHidden() else self.canvas
        at.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, country: str) -> None:
        """The list follows the keyboard on the map."""
        row = next(n for n, standing in enumerate(self._found) if standing.country == country)
        self.list.setCurrentIndex(self.model.index(row))

    def _open(self, index: QModelIndex) -> None:
        self.entity_opened.emit(index.data(Role.ID))

    def _fold(self) -> None:
        """The list in place of the map, or the map again."""
        self._fit()
        if self._listed.isChecked():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))
        else:
            self.take_focus()

    def copy_list(self) -> None:
        """The list into the clipboard, as a spreadsheet takes it."""
        voice = self._theme.voice
        rows = [[voice.say(f"map-column-{name}") for name in ("state", "standing", "since", "today")]]
        for standing in self._found:
            rows.append([voice.name(standing.name), voice.say(f"status-{standing.status}"), since(standing, voice),
                         voice.say(f"status-{standing.today}")])  # fmt: skip
        copy_text(as_tsv(rows))
        self.told.emit(say("matrix-copied", self._theme.lang, rows=len(rows) - 1))

    def export(self) -> None:
        """Ask where, then save the map."""
        name, _ = QFileDialog.getSaveFileName(
            self, say("map-export-tip", self._theme.lang), f"map-{self._as_of.day}.pdf",
            "PDF (*.pdf);;SVG (*.svg);;PNG (*.png)",
        )  # fmt: skip
        if name:
            self.export_to(Path(name))

    def sheet_job(self) -> Callable[[], bytes]:
        """What sets the map that is in view for print, in the language of the window."""
        from sco_reader.map_sheet import drawn

        day = self._as_of.day
        capitals = self._names_of_capitals(day) if self._capitals.isChecked() else {}
        return partial(drawn, self._found, self.canvas.sight.frame, capitals=capitals, voice=self._theme.voice, on=day,
                       horizon=self._as_of.horizon, wide=self._wide, kind="pdf")  # fmt: skip

    def export_to(self, target: Path) -> None:
        """Save what is in view as PDF, SVG or PNG, whole or not at all."""
        from sco_reader.map_sheet import draw

        day = self._as_of.day
        capitals = self._names_of_capitals(day) if self._capitals.isChecked() else {}
        try:
            draw(self._found, self.canvas.sight.frame, capitals=capitals, voice=self._theme.voice, on=day,
                 horizon=self._as_of.horizon, wide=self._wide, target=target)  # fmt: skip
        except UserError as error:
            self.problem_found.emit(error)
            return
        self.told.emit(say("sheet-saved", self._theme.lang, file=str(target)))

    def _wide(self, name: str) -> float:
        """The width of a name, in letters high."""
        font = self._theme.font("label")
        font.setPixelSize(100)
        return QFontMetricsF(font).horizontalAdvance(name) / 100

    # Words and sizes

    def retranslate(self) -> None:
        lang, theme = self._theme.lang, self._theme
        self._title.setFont(theme.font("view-title"))
        self._day.setFont(theme.font("heading"))
        show_text(self._title, say("map-title", lang), lang)
        for button, word in ((self._capitals, "map-capitals"), (self._listed, "map-list")):
            button.setText(say(word, lang))
            button.setToolTip(say(f"{word}-tip", lang))
            button.setAccessibleName(say(f"{word}-tip", lang))
        for button, picture, word in (
            (self._out, "zoom-out", "map-zoom-out"), (self._in, "zoom-in", "map-zoom-in"),
            (self._whole, "globe", "map-all"),
        ):  # fmt: skip
            button.setIcon(icon(picture, theme.colour("ink2")))
            button.setToolTip(say(word, lang))
            button.setAccessibleName(say(word, lang))
        self._export.setIcon(icon("download", theme.colour("ink2")))
        self._export.setToolTip(say("map-export-tip", lang))
        self._export.setAccessibleName(say("map-export-tip", lang))
        self.list.setAccessibleName(say("map-list-tip", lang))
        self._borders.setFont(theme.font("label"))
        show_text(self._borders, say("map-borders", lang), lang)
        self.show_day()
        self.canvas.retranslate()
        self._fit()

    def _fit(self) -> None:
        """The list beside the map, or in its place where the page is narrow."""
        wide = self.width() >= self._theme.px(_LIST_FROM)
        asked = self._listed.isChecked()
        self._listed.setVisible(not wide)
        self._side.setVisible(wide or asked)
        self.canvas.setVisible(wide or not asked)
        words = self.width() >= self._theme.px(_WORDS_FROM)
        self._export.setText(f"\u00a0{say('matrix-export', self._theme.lang)}" if words else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()
            beside = self._theme.px(_LIST)
            self._split.setSizes([max(event.size().width() - beside, beside), beside])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Save):
            self.export()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_list()
        else:
            super().keyPressEvent(event)
