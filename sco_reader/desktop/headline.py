"""The head of a person's card: the office of the day with the flag of its state, and the standing of that state."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sco_reader.cards.card import Fact
from sco_reader.desktop.fact_strip import FactCell, FactStrip
from sco_reader.desktop.parts import picture
from sco_reader.desktop.pictures import draw_status_mark, flag_pixmap
from sco_reader.desktop.theme import Theme

_FLAG, _MARK, _PAD, _GAP, _EDGE = 32, 10, 10, 6, 3


class StatusPill(QWidget):
    """A standing in its colour, with its mark, in a pill."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._status = self._said = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("decorative", True)  # the fact beside it says it too
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_status(self, status: str | None) -> None:
        self._status = status or ""
        self._said = self._theme.voice.say(f"status-{status}") if status else ""
        self.setVisible(bool(status))
        self.updateGeometry()
        self.update()

    @property
    def said(self) -> str:
        return self._said

    def sizeHint(self) -> QSize:
        theme, metrics = self._theme, QFontMetrics(self._theme.font("label"))
        wide = metrics.horizontalAdvance(self._said) + theme.px(_MARK + _GAP + 2 * _PAD)
        return QSize(wide, metrics.height() + theme.px(_GAP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, size = self._theme, self._theme.px(_MARK)
        ink, tint = theme.status_colours(self._status)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ink if theme.contrast == "more" else Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - theme.px(_PAD) - size if rtl else theme.px(_PAD)
        draw_status_mark(painter, theme, self._status, QRectF(left, (self.height() - size) / 2, size, size))
        painter.setFont(theme.font("label"))
        painter.setPen(ink)
        beside = theme.px(_PAD + _MARK + _GAP)
        room = box.adjusted(0, 0, -beside, 0) if rtl else box.adjusted(beside, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, self._said)


class HeadlineCell(FactCell):
    """An office in words that need no label, between its flag and the standing of its state."""

    def _place(self) -> None:
        self.setProperty("headline", True)
        self._flag = picture()
        self._pill = StatusPill(self._theme)
        words = QVBoxLayout()
        words.setSpacing(1)
        for part in (self._value, self._sub, self._now):
            words.addWidget(part)
        self._heading.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(12 + _EDGE, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self._flag, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def _said(self) -> str:
        headline = self._fact.headline
        return headline.text if headline is not None else self._fact.value

    def show_fact(self, fact: Fact) -> None:
        super().show_fact(fact)
        headline = fact.headline
        assert headline is not None
        self._value.setFont(self._theme.font("count"))
        flag = flag_pixmap(headline.flag, self._theme.px(_FLAG), self.devicePixelRatioF()) if headline.flag else None
        self._flag.setVisible(flag is not None)
        if flag is not None:
            self._flag.setPixmap(flag)
        self._pill.show_status(headline.status)


class Headlines(FactStrip):
    """One below the other; on another day than today with the stroke of the as-of date."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, per_row=1)
        self.setObjectName("headlines")
        self._is_today = True

    def _make(self) -> FactCell:
        return HeadlineCell(self._theme, self)

    def show_day(self, *, today: bool) -> None:
        """Whether the day in force is today's."""
        if today != self._is_today:
            self._is_today = today
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_today:
            return
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - _EDGE if rtl else 0
        QPainter(self).fillRect(left, 0, _EDGE, self.height(), self._theme.colour("asof"))
