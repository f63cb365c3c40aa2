"""Stripes and dots that tell one ground from another, drawn in points: as wide apart on every screen.

Qt's own patterns count in the device's pixels: on a screen with two to a point they are half as large.
"""

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap, QPolygonF, QTransform

Pattern = Literal["stripes", "dots"]

PATTERN_OF: dict[str, Pattern] = {"observer": "stripes", "dialogue_partner": "dots"}
"""How the ground of a standing is told from an even one."""

_SIDES = {"stripes": 6, "dots": 5}


def pattern_brush(pattern: Pattern, ink: QColor, painter: QPainter) -> QBrush:
    """A brush of `ink` for what `painter` paints on."""
    ratio = painter.device().devicePixelRatio()
    tile = _tile(pattern, ink.rgba(), ratio)
    brush = QBrush(tile)
    share = _SIDES[pattern] / tile.width()
    brush.setTransform(QTransform.fromScale(share, share))
    return brush


@lru_cache(maxsize=32)
def _tile(pattern: Pattern, ink: int, ratio: float) -> QPixmap:
    """What repeats, as many pixels wide as its points take: lines join where tiles do."""
    side = round(_SIDES[pattern] * ratio)
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor.fromRgba(ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if pattern == "stripes":
        wide = 2**0.5 * ratio  # along the edge of the tile: a point across
        for start in (-side, 0, side):
            corners = ((start, side), (start + wide, side), (start + side + wide, 0), (start + side, 0))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    else:
        for share in (0.25, 0.75):
            painter.drawEllipse(QPointF(side * share, side * share), 0.62 * ratio, 0.62 * ratio)
    painter.end()
    return tile
