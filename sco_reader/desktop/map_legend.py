"""The key to the map: how each standing looks, and how many states had it on the day."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sco_reader.desktop.flow import FlowLayout
from sco_reader.desktop.map_paint import paint_mark, paint_swatch
from sco_reader.desktop.parts import label, picture
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.standings import ORDER, Standing
from sco_reader.words import Lang, say

_HIGH = 20


class _Entry(QWidget):
    """A picture, what it means, and how many."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mark, self._words, self._count = picture(), label("second"), label()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self._mark, self._words, self._count):
            row.addWidget(part)

    def show_count(self, picture: QPixmap, words: str, count: str, lang: Lang) -> None:
        self._mark.setPixmap(picture)
        for part, text, font in ((self._words, words, "label"), (self._count, count, "heading")):
            part.setFont(self._theme.font(font))
            show_text(part, text, lang)
            part.setVisible(bool(text))


class MapLegend(QWidget):
    """A piece of land, a mark, words and a count for each standing; as many on a line as there is room for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = FlowLayout(self, gap=16)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._entries = {status: _Entry(theme) for status in ORDER}
        self._differs = _Entry(theme)
        for entry in (*self._entries.values(), self._differs):
            self._row.addWidget(entry)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_standings(self, found: Sequence[Standing]) -> None:
        """Count the states of a day by standing."""
        voice, lang = self._theme.voice, self._theme.lang
        tally = Counter(standing.status for standing in found)
        for status, entry in self._entries.items():
            entry.show_count(
                self._swatch(status), voice.say(f"statuses-{status}"), voice.digits(str(tally[status])), lang
            )
            entry.setVisible(tally[status] > 0)
        self._differs.show_count(self._ring(), say("map-differs", lang), "", lang)
        self._differs.setVisible(any(standing.is_other_today for standing in found))
        self.updateGeometry()

    def _swatch(self, status: str) -> QPixmap:
        """A piece of land, and the mark that stands on it."""
        theme, high = self._theme, self._theme.px(_HIGH)
        pixmap = self._sheet(theme.px(44), high)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        land = QRectF(0.5, theme.px(3) + 0.5, theme.px(26), high - 2 * theme.px(3) - 1)
        paint_swatch(painter, theme, land, status)
        paint_mark(painter, theme, status, QPointF(theme.px(37), high / 2), differs=False)
        painter.end()
        return pixmap

    def _ring(self) -> QPixmap:
        high = self._theme.px(_HIGH)
        pixmap = self._sheet(high, high)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, self._theme, "member", QPointF(high / 2, high / 2), differs=True)
        painter.end()
        return pixmap

    def _sheet(self, wide: int, high: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(QSize(wide, high) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(Qt.GlobalColor.transparent))
        return pixmap
