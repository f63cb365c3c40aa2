"""How the marks of the timeline look: bars by status, boxes of leaders, points of meetings and documents."""

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QLinearGradient, QPainter, QPen

from sco_reader.desktop.patterns import PATTERN_OF, pattern_brush
from sco_reader.desktop.theme import Theme
from sco_reader.desktop.timeline_layout import Mark, Spot
from sco_reader.desktop.timeline_scale import Scale

_ROUND = 2.0


def paint_bar(painter: QPainter, theme: Theme, box: QRectF, status: str, ratio: float = 1.0) -> None:
    """A bar by status: solid, diagonal stripes, dots, tint with an outline, or dashed; colour is never alone."""
    if ratio != 1.0:
        box = QRectF(box.left() / ratio, box.top() / ratio, box.width() / ratio, box.height() / ratio)
    ink, tint = theme.status_colours(status)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine if status == "applicant" else Qt.PenStyle.SolidLine))
    if status == "member":
        painter.setBrush(ink)
        painter.drawRoundedRect(box, _ROUND, _ROUND)
    else:
        painter.setBrush(tint)
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        pattern = PATTERN_OF.get(status)
        if pattern is not None:
            painter.setBrush(pattern_brush(pattern, ink, painter))
            painter.drawRoundedRect(box, _ROUND, _ROUND)
    painter.restore()


def span_box(mark: Mark, scale: Scale, top: float, height: float) -> QRectF:
    """Where a span lies, cut to what is in view, at least a point wide."""
    start = max(scale.along(mark.start), -4.0)
    end = min(scale.along(mark.end), scale.width + 4.0)
    return scale.rect(start, max(end - start, 1.0), top, height)


class Spanning(Protocol):
    """What holds from `sure_start` to `sure_end`, and from `start` to `end` perhaps."""

    @property
    def start(self) -> float: ...
    @property
    def sure_start(self) -> float: ...
    @property
    def sure_end(self) -> float: ...
    @property
    def end(self) -> float: ...


def paint_doubt(painter: QPainter, ground: QColor, mark: Spanning, scale: Scale, top: float, height: float) -> None:
    """Over the unknown part at either end the bar fades into the ground."""
    for first, last, solid_at_end in (
        (mark.start, mark.sure_start, True), (mark.sure_end, mark.end, False),
    ):  # fmt: skip
        if last - first < 1:
            continue
        box = scale.rect(scale.along(first), scale.along(last) - scale.along(first), top, height)
        fade = QLinearGradient(box.topLeft(), box.topRight())
        clear = QColor(ground)
        clear.setAlpha(0)
        opaque_left = solid_at_end != scale.mirrored
        fade.setColorAt(0.0 if opaque_left else 1.0, ground)
        fade.setColorAt(1.0 if opaque_left else 0.0, clear)
        painter.fillRect(box.adjusted(-1, -1, 1, 1), QBrush(fade))


def paint_term(
    painter: QPainter, theme: Theme, box: QRectF, *, name: str, current: bool, acting: bool, rtl: bool
) -> None:
    """A leader's time in office; the holder of the day in accent, an acting one hatched; a name that fits or none."""
    painter.setPen(QPen(theme.colour("accent" if current else "line-strong"), 1.4 if current else 1))
    painter.setBrush(theme.colour("accent-tint" if current else "side"))
    painter.drawRoundedRect(box, _ROUND, _ROUND)
    if acting:
        painter.setBrush(pattern_brush("stripes", theme.colour("line-strong"), painter))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
    metrics = QFontMetricsF(painter.font())
    wide = metrics.horizontalAdvance(name)
    view = box.intersected(QRectF(painter.viewport()))
    if wide + 10 <= view.width():
        painter.setPen(theme.colour("accent" if current else "ink2"))
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        edge = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(view.adjusted(5, 0, -5, 0), edge, name)


def paint_spot(painter: QPainter, theme: Theme, spot: Spot, centre: QPointF, *, now: bool, later: bool) -> None:
    """A meeting: a dot, a square where by video; a milestone: a diamond; several on one place are one larger mark."""
    mark = spot.marks[-1]
    radius = 5.5 if len(spot.marks) > 1 or now else 4.5
    colour = theme.colour("asof" if now else "ink2")
    painter.setOpacity(theme.later if later else 1.0)
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(colour if mark.item.kind in ("in_person", "hybrid") else theme.colour("card"))
    if mark.item.kind in ("in_person", "hybrid"):
        painter.drawEllipse(centre, radius, radius)
    elif mark.item.lane == "milestones":
        painter.save()
        painter.translate(centre)
        painter.rotate(45)
        painter.drawRect(QRectF(1 - radius, 1 - radius, 2 * radius - 2, 2 * radius - 2))
        painter.restore()
    elif mark.item.kind == "video":
        painter.drawRect(QRectF(centre.x() - radius + 0.5, centre.y() - radius + 0.5, 2 * radius - 1, 2 * radius - 1))
    else:
        painter.drawRect(QRectF(centre.x() - 4, centre.y() - 5, 8, 10))
        painter.drawLine(QPointF(centre.x() - 2, centre.y() - 1), QPointF(centre.x() + 2, centre.y() - 1))
        painter.drawLine(QPointF(centre.x() - 2, centre.y() + 2), QPointF(centre.x() + 2, centre.y() + 2))
    painter.setOpacity(1.0)


def hatch(painter: QPainter, colour: QColor, box: QRectF) -> None:
    """The part of time that nobody has checked."""
    painter.fillRect(box, pattern_brush("stripes", colour, painter))
