"""The timeline: a heading, a legend, zoom, and the canvas on which lanes are drawn."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sco_reader.desktop.parts import hairline, label, panel, picture, tool_button
from sco_reader.desktop.pictures import icon
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.desktop.timeline_moves import TimelineCanvas
from sco_reader.desktop.timeline_paint import paint_bar
from sco_reader.timeline import Item
from sco_reader.words import say

_LEGEND = ("member", "observer", "dialogue_partner", "sco_partner", "shanghai_five")


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
        self._legend: list[tuple[QLabel, QLabel, str]] = [(picture(), label("label"), status) for status in _LEGEND]
        self._out = tool_button("icon")
        self._span = label("label")
        self._in = tool_button("icon")
        self._whole = tool_button("icon")
        bar = panel("sheetBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(6)
        row.addWidget(self._title)
        row.addWidget(self._range)
        row.addStretch()
        for swatch, name, _ in self._legend:
            row.addWidget(swatch)
            row.addWidget(name)
            row.addSpacing(6)
        for widget in (self._out, self._span, self._in, self._whole):
            row.addWidget(widget)
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

    def show_items(self, items: list[Item], *, first: date, horizon: date) -> None:
        """Show `items` from `first` on; what lies after `horizon` is hatched: nobody has checked it."""
        self.canvas.show_items(items, first=first, horizon=horizon)

    def show_as_of(self, day: date, *, today: date) -> None:
        self.canvas.show_as_of(day, today=today)

    def show_range(self) -> None:
        lang, voice = self._theme.lang, self._theme.voice
        first, last = self.canvas.years
        said = f"\u2066{first}–{last}\u2069" if lang == "en" else f"\u2067{first} – {last}\u2069"
        self._range.setText(voice.digits(said))
        show_text(self._span, voice.say("timeline-years", n=max(last - first, 1)), lang)

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
        for swatch, name, status in self._legend:
            swatch.setPixmap(self._swatch(status))
            name.setFont(theme.font("label"))
            show_text(name, theme.voice.say(f"status-{status}"), lang)
        self.canvas.retranslate()
        self.show_range()

    def _swatch(self, status: str) -> QPixmap:
        size, ratio = QSize(self._theme.px(26), self._theme.px(12)), self.devicePixelRatioF()
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(pixmap)
        paint_bar(painter, self._theme, pixmap.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), status, ratio)
        painter.end()
        return pixmap
