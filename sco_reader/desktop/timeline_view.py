"""The timeline: a heading, a legend, zoom, and the canvas on which lanes are drawn."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sco_reader.desktop.parts import hairline, head_panel, label, tool_button, width_of_row
from sco_reader.desktop.pictures import icon
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.desktop.timeline_legend import BarLegend
from sco_reader.desktop.timeline_moves import TimelineCanvas
from sco_reader.model import Text
from sco_reader.timeline import Item
from sco_reader.words import say

_GAP = 6
_BY_MONTHS = 24
"""Fewer months than these are counted as such: a year that begins in one and ends in the next is not one."""


class TimelineView(QWidget):
    """Memberships, leaders, meetings and documents in lanes; one date as a needle."""

    entity_opened = Signal(str)
    day_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.canvas = TimelineCanvas(theme)
        self._title = QLabel()
        self._range = label("quiet")
        self._legend = BarLegend(theme)
        self._out = tool_button("icon")
        self._span = label("label")
        self._in = tool_button("icon")
        self._whole = tool_button("icon")
        self._tools = (self._out, self._span, self._in, self._whole)
        bar = head_panel()
        self._rows = QVBoxLayout(bar)
        self._rows.setContentsMargins(16, 6, 16, 6)
        self._rows.setSpacing(_GAP)
        self._upper = QHBoxLayout()
        self._upper.setSpacing(_GAP)
        self._upper.addWidget(self._title)
        self._upper.addWidget(self._range)
        self._upper.addStretch()
        for widget in self._tools:
            self._upper.addWidget(widget)
        self._rows.addLayout(self._upper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(hairline())
        column.addWidget(self.canvas, 1)

        self._out.clicked.connect(self.canvas.zoom_out)
        self._in.clicked.connect(self.canvas.zoom_in)
        self._whole.clicked.connect(self.canvas.show_all)
        self.canvas.entity_opened.connect(self.entity_opened)
        self.canvas.day_chosen.connect(self.day_chosen)
        self.canvas.range_changed.connect(self.show_range)
        theme.changed.connect(self.retranslate)

    def show_items(self, items: list[Item], *, first: date, horizon: date, places: Mapping[str, Text]) -> None:
        """Show `items` from `first` on; what lies after `horizon` is hatched: nobody has checked it."""
        self.canvas.show_items(items, first=first, horizon=horizon, places=places)

    def show_as_of(self, day: date, *, today: date) -> None:
        self.canvas.show_as_of(day, today=today)

    def show_range(self) -> None:
        lang, voice = self._theme.lang, self._theme.voice
        first, last = self.canvas.years
        said = f"\u2066{first}–{last}\u2069" if lang == "en" else f"\u2067{first} – {last}\u2069"
        self._range.setText(voice.digits(said if first != last else str(first)))
        months = self.canvas.months
        span = voice.say("timeline-months", n=months) if months < _BY_MONTHS else ""
        show_text(self._span, span or voice.say("timeline-years", n=last - first), lang)

    def retranslate(self) -> None:
        lang, theme = self._theme.lang, self._theme
        self._title.setFont(theme.font("view-title"))
        show_text(self._title, say("timeline-title", lang), lang)
        for button, drawn, word in (
            (self._out, "zoom-out", "timeline-zoom-out"), (self._in, "zoom-in", "timeline-zoom-in"),
            (self._whole, "history", "timeline-all"),
        ):  # fmt: skip
            button.setIcon(icon(drawn, theme.colour("ink2")))
            button.setToolTip(say(word, lang))
            button.setAccessibleName(say(word, lang))
        self._legend.retranslate()
        self.canvas.retranslate()
        self.show_range()
        self._fit()

    def _fit(self) -> None:
        """The key to the bars beside the heading, or below it where the page is narrow."""
        whole = self._legend.on_one_line
        narrow = self.width() < width_of_row((self._title, self._range, *self._tools), gap=_GAP) + whole + 2 * _GAP
        self._legend.setMinimumWidth(0 if narrow else whole)
        if narrow:
            self._upper.removeWidget(self._legend)
            self._rows.addWidget(self._legend)
        else:
            self._rows.removeWidget(self._legend)
            self._upper.insertWidget(3, self._legend, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()
