"""Lanes on a canvas: what is drawn where."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from sco_reader.desktop.pictures import draw_focus_frame, flag_pixmap
from sco_reader.desktop.theme import Theme
from sco_reader.desktop.timeline_layout import (
    Heights,
    Lane,
    Mark,
    Row,
    Spot,
    label_below,
    label_beside,
    lanes_of,
    rows_of,
    spots_of,
)
from sco_reader.desktop.timeline_paint import hatch, paint_bar, paint_doubt, paint_spot, paint_term, span_box
from sco_reader.desktop.timeline_scale import YEAR, Scale, ticks
from sco_reader.model import Text
from sco_reader.timeline import Item
from sco_reader.words import say

_BODIES = {"meetings/s5": "body-s5", "meetings/hsc": "body-hsc", "meetings/hgc": "body-hgc"}
_BESIDE = ("documents", "milestones")
"""Groups of points so dense that a label stands beside its point, on two lines."""

Label = tuple[QRectF, str, bool, bool]
"""Where a name stands, its words, whether it holds on the day and whether it comes later."""


class LaneCanvas(QWidget):
    """Draws what is in view."""

    range_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: list[Item] = []
        self._lanes: list[Lane] = []
        self._rows: list[Row] = []
        self._names: dict[str, tuple[str, str]] = {}
        self._places: Mapping[str, Text] = {}
        self._on_needle: list[Label] = []
        self._first, self._horizon = date(1996, 1, 1), date(2025, 12, 31)
        self._day, self._today = self._horizon, self._horizon
        self._start, self._days = float(self._first.toordinal()), 30 * YEAR
        self._scroll = 0.0
        self._focused: tuple[int, int] | None = None
        theme.changed.connect(self.retranslate)

    def sizeHint(self) -> QSize:
        return QSize(900, 540)

    # What is shown

    def show_items(self, items: list[Item], *, first: date, horizon: date, places: Mapping[str, Text]) -> None:
        """Show `items`; `places` are the cities of meetings, since the lane says what kind of meeting they are."""
        self._items, self._horizon, self._places = items, horizon, places
        self._first = date(first.year, 1, 1)
        self._names = {item.id: (item.label_en, item.label_ar) for item in items if item.lane.startswith("membership")}
        order = {item.lane: place for place, item in enumerate(items)}
        for place, body in enumerate(_BODIES):
            order[body] = place
        self._lanes = lanes_of(
            items, first=self._first, horizon=horizon, last=self._last, order=lambda lane: order.get(lane, 0)
        )
        self._start, self._days = float(self._first.toordinal()), self._last - self._first.toordinal()
        self.lay_out()
        self.range_changed.emit()

    def show_as_of(self, day: date, *, today: date) -> None:
        longer = today != self._today
        self._day, self._today = day, today
        if longer:
            self._start, self._days = float(self._first.toordinal()), self._last - self._first.toordinal()
            self.range_changed.emit()
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(say("timeline-title", self._theme.lang))
        self.setAccessibleDescription(say("timeline-help", self._theme.lang))
        self.lay_out()

    @property
    def _last(self) -> float:
        return float(date(max(self._today, self._horizon).year + 1, 1, 1).toordinal())

    @property
    def years(self) -> tuple[int, int]:
        scale = self._scale
        return date.fromordinal(int(scale.start) + 1).year, date.fromordinal(int(scale.end) - 1).year

    @property
    def months(self) -> int:
        """How many months are on show, as near as a whole number says it."""
        return round(12 * self._scale.days / YEAR)

    @property
    def lanes(self) -> tuple[Lane, ...]:
        return tuple(self._lanes)

    @property
    def in_view(self) -> int:
        """How many bars and points fall into the years on show, however far down."""
        scale = self._scale
        return sum(lane.count_between(scale.start, scale.end) for lane in self._lanes)

    @property
    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    @property
    def _head(self) -> int:
        metrics = QFontMetricsF(self._theme.font("label"))
        place = 1 if self._theme.lang == "ar" else 0
        dress = self._theme.voice.dress
        widest = max((metrics.horizontalAdvance(dress(names[place])) for names in self._names.values()), default=0.0)
        return max(int(widest) + self._theme.px(18) + 40, self._theme.px(152))

    @property
    def _axis(self) -> int:
        return self._theme.px(34)

    @property
    def _scale(self) -> Scale:
        wide = max(self.width() - self._head, 50)
        scale = Scale(self._start, self._days, 0.0 if self._rtl else float(self._head), float(wide), self._rtl)
        return scale.within(self._first.toordinal(), self._last)

    def _take(self, scale: Scale) -> None:
        found = scale.within(self._first.toordinal(), self._last)
        self._start, self._days = found.start, found.days
        self.range_changed.emit()
        self.update()

    def lay_out(self) -> None:
        line = QFontMetricsF(self._theme.font("label")).height()
        lane = max(line + 4, self._theme.px(21))
        heights = Heights(line + self._theme.px(8), lane, lane + line, 2 * line + self._theme.px(8))
        self._rows = rows_of(self._lanes, (), heights, self._theme.px(6))
        self._scroll = min(self._scroll, self._deepest)
        self.update()

    @property
    def _deepest(self) -> float:
        whole = self._rows[-1].top + self._rows[-1].height if self._rows else 0.0
        return max(whole - (self.height() - self._axis), 0.0)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, scale = self._theme, self._scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._on_needle = []
        painter.fillRect(self.rect(), theme.colour("card"))
        painter.setClipRect(0, self._axis, self.width(), self.height() - self._axis)
        self._paint_grid(painter, scale)
        for index, row in enumerate(self._rows):
            top = self._axis + row.top - self._scroll
            if top + row.height < self._axis or top > self.height():
                continue
            if row.lane is None:
                self._paint_heading(painter, row, top)
            else:
                self._paint_lane(painter, scale, index, row.lane, QRectF(0, top, self.width(), row.height))
        painter.setClipping(False)
        self._paint_axis(painter, scale)
        self._paint_needle(painter, scale)
        if self.hasFocus() and self._focused is None:
            draw_focus_frame(painter, theme, QRectF(self.rect()))

    def _paint_grid(self, painter: QPainter, scale: Scale) -> None:
        checked = scale.along(self._horizon.toordinal() + 1)
        if checked < scale.width:
            box = scale.rect(max(checked, 0), scale.width - max(checked, 0), self._axis, self.height())
            hatch(painter, self._theme.colour("line"), box)
        painter.setPen(QPen(self._theme.colour("grid"), 1))
        for tick in ticks(scale, year_width=60, month_width=70):
            x = scale.x_of(tick.day.toordinal())
            if scale.left <= x <= scale.left + scale.width:
                painter.drawLine(QPointF(x, self._axis), QPointF(x, self.height()))

    def _paint_axis(self, painter: QPainter, scale: Scale) -> None:
        theme = self._theme
        painter.fillRect(QRectF(0, 0, self.width(), self._axis), theme.colour("card"))
        font, flag = theme.font("heading"), self._flag(scale)
        painter.setFont(font)
        painter.setPen(theme.colour("ink2"))
        metrics = QFontMetricsF(font)
        for tick in ticks(scale, year_width=metrics.horizontalAdvance("2024") + 24, month_width=90):
            if not tick.labelled and tick.unit == "month":
                continue
            text = (
                theme.voice.digits(str(tick.day.year))
                if tick.unit == "year"
                else theme.voice.moment(tick.day.isoformat()[:7], short=True)
            )
            if tick.labelled:
                wide = metrics.horizontalAdvance(text)
                x = scale.x_of(tick.day.toordinal())
                left = x - wide - 4 if self._rtl else x + 4
                label = QRectF(left - 4, 0, wide + 8, self._axis)
                covered = flag is not None and flag.intersects(label)
                if scale.left <= left and left + wide <= scale.left + scale.width and not covered:
                    painter.drawText(QPointF(left, self._axis - 9), text)
        painter.setPen(QPen(theme.colour("line-strong"), 1))
        painter.drawLine(QPointF(0, self._axis - 0.5), QPointF(self.width(), self._axis - 0.5))

    def _paint_heading(self, painter: QPainter, row: Row, top: float) -> None:
        box = QRectF(0, top, self.width(), row.height)
        painter.fillRect(box, self._theme.colour("side"))
        painter.setFont(self._theme.font("heading"))
        painter.setPen(self._theme.colour("ink2"))
        self._text(painter, box.adjusted(14, 0, -14, 0), say(f"timeline-{row.group}", self._theme.lang))

    def _text(self, painter: QPainter, box: QRectF, text: str) -> None:
        side = Qt.AlignmentFlag.AlignRight if self._rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_lane(self, painter: QPainter, scale: Scale, index: int, lane: Lane, box: QRectF) -> None:
        painter.save()
        painter.setClipRect(QRectF(scale.left, box.top(), scale.width, box.height()), Qt.ClipOperation.IntersectClip)
        painter.setFont(self._theme.font("label"))
        if lane.has_spans:
            self._paint_spans(painter, scale, lane, box)
        else:
            self._paint_spots(painter, scale, lane, box)
        if self._focused is not None and self._focused[0] == index:
            self._paint_focus(painter, scale, lane.marks[self._focused[1]], box, spans=lane.has_spans)
        painter.restore()
        self._paint_head(painter, lane, box)

    def _paint_spans(self, painter: QPainter, scale: Scale, lane: Lane, box: QRectF) -> None:
        first, last = lane.between(scale.start, scale.end)
        top, height = box.top() + 2.5, box.height() - 5
        for mark in lane.marks[first:last]:
            later = mark.begins_after(self._day)
            painter.setOpacity(self._theme.later if later else 1.0)
            where = span_box(mark, scale, top, height)
            if lane.group == "membership":
                paint_bar(painter, self._theme, where, mark.item.kind)
            else:
                whole = self._theme.voice.dress(mark.item.label(self._theme.lang))
                name = whole.split()[-1] if self._theme.lang == "en" else whole
                fits = QFontMetricsF(painter.font()).horizontalAdvance(whole) + 12 < where.width()
                paint_term(painter, self._theme, where, name=whole if fits else name, current=mark.covers(self._day),
                           acting=mark.item.kind == "acting", rtl=self._rtl)  # fmt: skip
            if not mark.is_certain:
                paint_doubt(painter, self._theme.colour("card"), mark, scale, top, height)
            painter.setOpacity(1.0)

    def _spots(self, lane: Lane, scale: Scale) -> list[Spot]:
        metrics = QFontMetricsF(self._theme.font("label"))
        spots = spots_of(lane, scale, 11)
        if lane.group in _BESIDE:
            return label_beside(spots, scale, self._choices, metrics.horizontalAdvance, lines=2, glyph=10, gap=5)
        label_below(spots, scale, self._choices, metrics.horizontalAdvance, first=self._is_now, gap=6)
        return spots

    def _choices(self, spot: Spot) -> list[str]:
        if len(spot.marks) > 1:
            return []
        item, voice = spot.marks[-1].item, self._theme.voice
        place = self._places.get(item.id)
        if place is not None:
            return [f"{voice.name(place)} {voice.digits(item.start[:4])}"]
        return [voice.dress(item.label(self._theme.lang))]

    def _is_now(self, spot: Spot) -> bool:
        return any(mark.covers(self._day) for mark in spot.marks)

    def _paint_spots(self, painter: QPainter, scale: Scale, lane: Lane, box: QRectF) -> None:
        line, needle = QFontMetricsF(painter.font()).height(), scale.x_of(self._day.toordinal())
        unchecked = scale.along(self._horizon.toordinal() + 1)
        for spot in self._spots(lane, scale):
            now, later = self._is_now(spot), spot.marks[0].begins_after(self._day)
            y = box.top() + 9 + spot.line * (line + 2)
            paint_spot(painter, self._theme, spot, QPointF(scale.x_at(spot.along), y), now=now, later=later)
            if spot.label:
                below = 0 if lane.group in _BESIDE else line / 2 + 6
                where = scale.rect(spot.label_along, spot.label_width + 2, y + below - line / 2, line)
                if spot.label_along + spot.label_width > unchecked:  # no name is read through the hatch
                    painter.fillRect(where.adjusted(0, 1, 0, -1), self._theme.colour("card"))
                painter.setOpacity(self._theme.later if later else 1.0)
                painter.setPen(self._theme.colour("asof" if now else "ink2"))
                painter.drawText(where, Qt.AlignmentFlag.AlignCenter, spot.label)
                painter.setOpacity(1.0)
                if where.left() <= needle <= where.right():
                    self._on_needle.append((where, spot.label, now, later))

    def _paint_focus(self, painter: QPainter, scale: Scale, mark: Mark, box: QRectF, *, spans: bool) -> None:
        x = scale.x_of(mark.middle)
        where = span_box(mark, scale, box.top() + 1, box.height() - 2) if spans else QRectF(x - 9, box.top(), 18, 18)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(where, 3, 3)

    def _paint_head(self, painter: QPainter, lane: Lane, box: QRectF) -> None:
        theme = self._theme
        left = box.right() - self._head if self._rtl else box.left()
        head = QRectF(left, box.top(), self._head, box.height())
        painter.fillRect(head, theme.colour("card"))
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("ink"))
        code = lane.name.partition("-")[0]
        wide = theme.px(18)
        flag = flag_pixmap(code, wide, self.devicePixelRatioF()) if lane.has_spans else None
        inner = head.adjusted(14, 0, -14, 0)
        if flag is not None:
            x = inner.right() - wide if self._rtl else inner.left()
            painter.drawPixmap(QPointF(x, box.center().y() - wide * 3 / 8), flag)
            inner.adjust(0 if self._rtl else wide + 8, 0, -(wide + 8) if self._rtl else 0, 0)
        self._text(painter, inner, self._head_text(lane, code))

    def _head_text(self, lane: Lane, code: str) -> str:
        lang = self._theme.lang
        if lane.key in _BODIES:
            metrics = QFontMetricsF(self._theme.font("label"))
            body = self._theme.voice.say(_BODIES[lane.key])
            if metrics.horizontalAdvance(body) > self._head - 28:
                return self._theme.voice.say(f"matrix-{_BODIES[lane.key]}")
            return body
        if code in self._names:
            return self._theme.voice.dress(self._names[code][1 if lang == "ar" else 0])
        return say("office-kind-secretary_general" if lane.group == "leaders" else f"timeline-{lane.group}", lang)

    def _flag(self, scale: Scale) -> QRectF | None:
        """The box of the date on top of the needle, while the day is in view."""
        along = scale.along(self._day.toordinal())
        if not 0 <= along <= scale.width:
            return None
        text = self._theme.voice.day(self._day)
        wide = QFontMetricsF(self._theme.font("label")).horizontalAdvance(text) + 16
        left = min(max(scale.x_at(along) - wide / 2, scale.left), scale.left + scale.width - wide)
        return QRectF(left, 3, wide, self._axis - 14)

    def _paint_needle(self, painter: QPainter, scale: Scale) -> None:
        pill = self._flag(scale)
        if pill is None:
            return
        theme, x = self._theme, scale.x_of(self._day.toordinal())
        colour = theme.colour("ink" if self._day == self._today else "asof")
        painter.setPen(QPen(colour, 1.6))
        painter.drawLine(QPointF(x, 20), QPointF(x, self.height()))
        painter.setFont(theme.font("label"))
        self._paint_labels_on_needle(painter, scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(pill, 4, 4)
        painter.drawPolygon(
            QPolygonF([QPointF(x - 4, pill.bottom()), QPointF(x + 4, pill.bottom()), QPointF(x, pill.bottom() + 6)])
        )
        painter.setPen(theme.colour("card"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, theme.voice.day(self._day))

    def _paint_labels_on_needle(self, painter: QPainter, scale: Scale) -> None:
        """Names that the needle runs through stand on a ground of their own, over it."""
        painter.save()
        painter.setClipRect(QRectF(scale.left, self._axis, scale.width, self.height() - self._axis))
        for where, text, now, later in self._on_needle:
            painter.fillRect(where.adjusted(0, 1, 0, -1), self._theme.colour("card"))
            painter.setOpacity(self._theme.later if later else 1.0)
            painter.setPen(self._theme.colour("asof" if now else "ink2"))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text)
            painter.setOpacity(1.0)
        painter.restore()
