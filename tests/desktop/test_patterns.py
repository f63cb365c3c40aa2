"""Stripes and dots look the same on every screen."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from sco_reader.desktop.patterns import pattern_brush

SIDE = 60


def painted(pattern, ratio):
    """A field on a screen with so many pixels to a point, seen from as far as one with one."""
    picture = QImage(SIDE * ratio, SIDE * ratio, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.fillRect(QRectF(0, 0, SIDE, SIDE), pattern_brush(pattern, QColor("black"), painter))
    painter.end()
    picture.setDevicePixelRatio(1)
    seen = picture.scaled(SIDE, SIDE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return [seen.pixelColor(x, y).value() for y in range(SIDE) for x in range(SIDE)]


@pytest.mark.parametrize("pattern", ["stripes", "dots"])
def test_a_pattern_is_as_wide_on_a_screen_with_two_pixels_to_a_point(qapp, pattern):
    once, twice = painted(pattern, 1), painted(pattern, 2)

    assert max(once) - min(once) > 60
    assert sum(abs(one - other) for one, other in zip(once, twice, strict=True)) / len(once) < 12
