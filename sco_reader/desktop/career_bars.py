"""The offices of a person as bars over the years: what the table below lists, seen at once."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sco_reader.cards.card import Card, Stretch
from sco_reader.desktop.patterns import pattern_brush
from sco_reader.desktop.theme import Theme
from sco_reader.desktop.timeline_paint import hatch, paint_doubt
from sco_reader.desktop.timeline_scale import Scale, ticks

_ROW, _BAR, _TOP, _PAD, _GAP, _ROUND = 24, 18, 12, 6, 4, 2.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch in ordinals of days; it holds from `sure_start` to `sure_end`, and outside them perhaps."""

    stretch: Stretch
    start: float
    sure_start: float
    sure_end: float
    end: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where a bar lies, its row counted from the top; where its name stands, None where there is no room for it."""

    bar: Bar
    row: int
    box: QRectF
    name: QRectF


class CareerBars(QWidget):
    """Paints one career at a time; where a bar is too short for its name, the name stands beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: tuple[Bar, ...] = ()
        self._places: tuple[Place, ...] = ()
        self._day = self._horizon = date.min
        self._is_today = True
        self._first = self._last = 0.0
        self._rows = 1
        # The table below says the same in words: those who listen pass over the picture of it.
        self.setProperty("decorative", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_career(self, card: Card, *, today: bool) -> None:
        """Show the career of `card` where it has more than one stretch; the needle is ink where the day is `today`."""
        self._day, self._horizon, self._is_today = card.on, card.horizon, today
        self.setVisible(len(card.career) > 1)
        if len(card.career) <= 1:
            self._bars = self._places = ()
            return
        self._first = float(date(card.career[0].span.since.earliest.year, 1, 1).toordinal())
        self._last = float(date(max(card.on, card.horizon).year + 1, 1, 1).toordinal())
        self._bars = tuple(self._bar(stretch) for stretch in card.career)
        self._lay_out(self.width())

    def _bar(self, stretch: Stretch) -> Bar:
        """One without an end goes on as far as anybody has checked."""
        since, until = stretch.span.since, stretch.span.until
        start, sure_start = float(since.earliest.toordinal()), float(since.latest.toordinal())
        if until is None:
            end = sure_end = max(float(self._horizon.toordinal() + 1), start)
        else:
            sure_end, end = float(until.earliest.toordinal()), float(until.latest.toordinal())
        return Bar(stretch, start, sure_start, sure_end, end)

    @property
    def _scale(self) -> Scale:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return Scale(self._first, self._last - self._first, 0.0, float(max(self.width(), 50)), rtl)

    def _lay_out(self, wide: int) -> None:
        """Each bar in the first row that has room for it and its name."""
        scale, theme = self._scale, self._theme
        metrics = QFontMetricsF(theme.font("label"))
        row_high, bar_high, top = theme.px(_ROW), theme.px(_BAR), theme.px(_TOP)
        taken: list[float] = []
        places = []
        for bar in self._bars:
            start = scale.along(bar.start)
            length = max(scale.along(bar.end) - start, 3.0)
            name = metrics.horizontalAdvance(bar.stretch.name) + 1
            first, last, at = start, start + length, start + _PAD
            if name + 2 * _PAD > length:  # beside it: behind, or before it where the edge is near
                fits_behind = start + length + _GAP + name <= wide
                at = start + length + _GAP if fits_behind else max(start - _GAP - name, 0.0)
                first, last = min(first, at), max(last, at + name)
            row = next((number for number, end in enumerate(taken) if end <= first), len(taken))
            taken[row : row + 1] = [last + 2 * _GAP]
            y = top + row * row_high
            places.append(Place(bar, row, scale.rect(start, length, y, bar_high), scale.rect(at, name, y, bar_high)))
        self._places = tuple(places)
        if len(taken) != self._rows:
            self._rows = max(len(taken), 1)
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(self._theme.font("label")).height()
        return QSize(self._theme.px(400), int(self._theme.px(_TOP) + self._rows * self._theme.px(_ROW) + line))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lay_out(event.size().width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._bars:
            return
        painter, scale = QPainter(self), self._scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("label"))
        foot = self._theme.px(_TOP) + self._rows * self._theme.px(_ROW) - self._theme.px(_ROW - _BAR) + _GAP
        self._paint_years(painter, scale, foot)
        for place in self._places:
            self._paint_bar(painter, scale, place)
        self._paint_needle(painter, scale.x_of(self._day.toordinal()), foot)

    def _paint_years(self, painter: QPainter, scale: Scale, foot: int) -> None:
        theme, metrics = self._theme, QFontMetricsF(painter.font())
        checked = scale.along(self._horizon.toordinal() + 1)
        hatch(painter, theme.colour("line"), scale.rect(checked, scale.width - checked, 0, foot))
        for tick in ticks(scale, year_width=metrics.horizontalAdvance("2024") + 20, month_width=scale.width):
            if not tick.labelled:
                continue
            x = scale.x_of(tick.day.toordinal())
            painter.setPen(QPen(theme.colour("grid"), 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, foot))
            text = theme.voice.digits(str(tick.day.year))
            wide = metrics.horizontalAdvance(text)
            painter.setPen(theme.colour("ink3"))
            left = min(max(x - wide / 2, 0.0), self.width() - wide)
            painter.drawText(QPointF(left, foot + metrics.ascent()), text)

    def _paint_bar(self, painter: QPainter, scale: Scale, place: Place) -> None:
        theme, bar = self._theme, place.bar
        current = bar.stretch.current
        painter.setOpacity(theme.later if bar.start > self._day.toordinal() else 1.0)
        painter.setPen(QPen(theme.colour("accent"), 1))
        painter.setBrush(theme.colour("accent" if current and not bar.stretch.acting else "accent-tint"))
        box = place.box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        if bar.stretch.acting:
            painter.setBrush(pattern_brush("stripes", theme.colour("accent"), painter))
            painter.drawRoundedRect(box, _ROUND, _ROUND)
        paint_doubt(painter, theme.colour("card"), bar, scale, place.box.top(), place.box.height())
        inside = place.box.contains(place.name)
        if bar.stretch.acting and inside:  # the stripes would run through it
            painter.fillRect(place.name.adjusted(-2, 2, 2, -2), theme.colour("card"))
        solid = inside and current and not bar.stretch.acting
        painter.setPen(theme.colour("on-accent" if solid else "ink"))
        painter.drawText(place.name, Qt.AlignmentFlag.AlignCenter, bar.stretch.name)
        painter.setOpacity(1.0)

    def _paint_needle(self, painter: QPainter, x: float, foot: int) -> None:
        colour = self._theme.colour("ink" if self._is_today else "asof")
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(x, 4), QPointF(x, foot))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        head = ((-4, 0), (4, 0), (4, 4), (0, 8), (-4, 4))
        painter.drawPolygon(QPolygonF([QPointF(x + dx, dy) for dx, dy in head]))

    def event(self, event: QEvent) -> bool:
        """A bar that is pointed at says from when to when, its name whole."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = QPointF(event.pos())
            bars = (place.bar for place in self._places if place.box.contains(at) or place.name.contains(at))
            found = next(bars, None)
            QToolTip.showText(event.globalPos(), self._sentence(found.stretch) if found is not None else "", self)
            return True
        return super().event(event)

    def _sentence(self, stretch: Stretch) -> str:
        until = stretch.span.until
        return f"{stretch.name}\n{self._theme.voice.span(stretch.span.since.text, until.text if until else None)}"
