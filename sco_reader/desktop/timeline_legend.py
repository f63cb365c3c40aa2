"""The key to the bars of the timeline: how each standing looks."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from sco_reader.desktop.flow import FlowLayout
from sco_reader.desktop.parts import label, picture, width_of_row
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.desktop.timeline_paint import hatch, paint_bar

_STATUSES = ("member", "observer", "dialogue_partner", "sco_partner", "shanghai_five")
_UNCHECKED = "unchecked"
"""No standing: the hatched part of time after the last check."""
_GAP = 12


class BarLegend(QWidget):
    """A piece of a bar and a word for each standing, and the hatch; in the next line where there is no room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        flow = FlowLayout(self, gap=_GAP)
        flow.setContentsMargins(0, 0, 0, 0)
        self._entries: list[tuple[str, QLabel, QLabel]] = []
        self._pairs: list[QWidget] = []
        for status in (*_STATUSES, _UNCHECKED):
            pair, swatch, name = QWidget(), picture(), label("label")
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(swatch)
            row.addWidget(name)
            flow.addWidget(pair)
            self._pairs.append(pair)
            self._entries.append((status, swatch, name))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def on_one_line(self) -> int:
        """How wide it is with all entries side by side."""
        return width_of_row(self._pairs, gap=_GAP, sides=0)

    def retranslate(self) -> None:
        theme = self._theme
        for status, swatch, name in self._entries:
            swatch.setPixmap(self._swatch(status))
            name.setFont(theme.font("label"))
            key = "timeline-after-check" if status == _UNCHECKED else f"status-{status}"
            show_text(name, theme.voice.say(key), theme.lang)

    def _swatch(self, status: str) -> QPixmap:
        size, ratio = QSize(self._theme.px(26), self._theme.px(12)), self.devicePixelRatioF()
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(pixmap)
        if status == _UNCHECKED:
            hatch(painter, self._theme.colour("line-strong"), QRectF(QPointF(), QSizeF(size)))
        else:
            paint_bar(painter, self._theme, pixmap.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), status, ratio)
        painter.end()
        return pixmap
