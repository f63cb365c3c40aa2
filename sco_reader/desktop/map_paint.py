"""How lands look on the map: ground, pattern and border by standing, marks, names with a halo."""

import struct
from array import array
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

from sco_reader.atlas import Fineness, Shape, shapes
from sco_reader.desktop.patterns import PATTERN_OF, pattern_brush
from sco_reader.desktop.pictures import draw_status_mark
from sco_reader.desktop.theme import Theme
from sco_reader.standings import NONE

MARK = 10
HALO = 1.75
"""How far the paper around a name reaches."""

_RING = 17
_SHARES = {"member": 0.42, "shanghai_five": 0.25}


class Outline(NamedTuple):
    """A land in kilometres, and the box around it."""

    shape: Shape
    path: QPainterPath
    box: QRectF


@lru_cache(maxsize=2)
def outlines(fineness: Fineness) -> tuple[Outline, ...]:
    """The lands of `atlas` as Qt draws them."""
    found = []
    for shape in shapes(fineness):
        path = QPainterPath()
        for ring in shape.rings:
            path.addPolygon(_polygon(ring[:]))
        found.append(Outline(shape, path, path.boundingRect()))
    return tuple(found)


def _polygon(ring: "array[float]") -> QPolygonF:
    # By Qt's own stream: a quarter of the time that as many QPointF made in Python take.
    ring.byteswap()
    stream = QDataStream(QByteArray(struct.pack(">I", len(ring) // 2) + ring.tobytes()))
    polygon = QPolygonF()
    stream >> polygon  # Qt reads by this operator
    return polygon


def sea(theme: Theme) -> QColor:
    return theme.colour("window")


def ground(theme: Theme, status: str) -> QColor:
    """What a land is filled with: the tint; members, and the Five, between ink and tint, so that names can be read."""
    if status == NONE:
        return theme.colour("raised" if theme.mode == "dark" else "card")
    ink, tint = theme.status_colours(status)
    share = _SHARES.get(status, 0.0)
    return QColor(
        round(share * ink.red() + (1 - share) * tint.red()),
        round(share * ink.green() + (1 - share) * tint.green()),
        round(share * ink.blue() + (1 - share) * tint.blue()),
    )


def paint_ground(painter: QPainter, theme: Theme, path: QPainterPath, status: str) -> None:
    """Ground and pattern of a land: even, striped or dotted, as the design has bars."""
    ink, _ = theme.status_colours(status)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground(theme, status))
    painter.drawPath(path)
    pattern = PATTERN_OF.get(status)
    if pattern is not None:
        colour = QColor(ink)
        colour.setAlpha(110)
        painter.setBrush(pattern_brush(pattern, colour, painter))
        painter.drawPath(path)


def paint_border(painter: QPainter, theme: Theme, path: QPainterPath, status: str) -> None:
    """The outline of a land, once all grounds are laid: else that of the neighbour would cover half of it."""
    painter.setPen(_border(theme, status, theme.status_colours(status)[0]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _border(theme: Theme, status: str, ink: QColor) -> QPen:
    if status == NONE:
        return QPen(theme.colour("line"), 1)
    if status == "member":
        return QPen(ink if theme.contrast == "more" else theme.colour("card"), 1)
    dashed = status in ("applicant", "shanghai_five")
    return QPen(ink, 1.2, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)


def paint_mark(painter: QPainter, theme: Theme, status: str, centre: QPointF, *, differs: bool) -> None:
    """The mark of a standing on a disc of paper; a ring in the colour of time where today's standing is another."""
    side = float(theme.px(MARK))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("card"))
    painter.drawEllipse(centre, side * 0.68, side * 0.68)
    draw_status_mark(painter, theme, status, QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side))
    if differs:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("asof"), 1.8))
        painter.drawEllipse(centre, theme.px(_RING) / 2, theme.px(_RING) / 2)


def paint_leader(painter: QPainter, theme: Theme, start: QPointF, end: QPointF) -> None:
    """The line from a mark to its name, or to the land that it stands for, on paper of its own."""
    for token, wide in (("card", 3.0), ("ink2", 1.0)):
        painter.setPen(QPen(theme.colour(token), wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(start, end)


def name_picture(theme: Theme, name: str, ink: str, ratio: float) -> QPixmap:
    """A name with a halo of paper, painted once: outlines of letters are slow to draw."""
    return _name_picture(
        name, theme.font("label").toString(), theme.colour(ink).name(), theme.colour("card").name(), ratio
    )


@lru_cache(maxsize=256)
def _name_picture(name: str, described: str, ink: str, paper: str, ratio: float) -> QPixmap:
    font = QFont()
    font.fromString(described)
    metrics = QFontMetricsF(font)
    size = QSizeF(metrics.horizontalAdvance(name) + 2 * HALO, metrics.height() + 2 * HALO) * ratio
    picture = QPixmap(ceil(size.width()), ceil(size.height()))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    base = QPointF(HALO, HALO + metrics.ascent())
    letters = QPainterPath()
    letters.addText(base, font, name)
    halo = QColor(paper)
    halo.setAlpha(215)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(
        letters, QPen(halo, 2 * HALO, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(base, name)
    painter.end()
    return picture


def paint_swatch(painter: QPainter, theme: Theme, box: QRectF, status: str) -> None:
    """A piece of land for the legend."""
    path = QPainterPath()
    path.addRoundedRect(box, 2, 2)
    paint_ground(painter, theme, path, status)
    paint_border(painter, theme, path, status)
    if status in (NONE, "member"):
        painter.setPen(QPen(theme.colour("line-strong"), 1))
        painter.drawPath(path)
