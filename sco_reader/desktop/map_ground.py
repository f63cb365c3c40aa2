"""Whose land is it at a point of the view? Names ask before they stand anywhere."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from sco_reader.labels import Box

_COARSE = 3
"""Points of the view in a point of the picture."""

_SEA, _UNKNOWN = 0xFF000000, 0xFF0000FF
_ACROSS, _DOWN = 7, (0.35, 0.65)


class Grounds:
    """The lands of a view in a small picture, each in a colour of its own: paths are slow to ask, a picture is not."""

    def __init__(self, size: QSize, lands: Iterable[tuple[str | None, QPainterPath]]) -> None:
        self._wide, self._high = max(size.width() // _COARSE, 1), max(size.height() // _COARSE, 1)
        picture = QImage(self._wide, self._high, QImage.Format.Format_RGB32)
        picture.fill(QColor(_SEA))
        self._colours: dict[str, int] = {}
        painter = QPainter(picture)
        painter.scale(1 / _COARSE, 1 / _COARSE)
        painter.setPen(Qt.PenStyle.NoPen)
        for country, path in lands:
            colour = (
                _UNKNOWN if country is None else self._colours.setdefault(country, _UNKNOWN + 1 + len(self._colours))
            )
            painter.fillPath(path, QColor.fromRgb(colour))
        painter.end()
        self._picture = picture  # the points are its own, not a copy
        self._points = memoryview(picture.constBits()).cast("I")

    def strange(self, key: str, box: Box) -> float:
        """The share of `box` on land that is not that of the state `key` (`kz`, `capital:kz`)."""
        own, found = self._colours.get(key.rpartition(":")[2]), 0
        for share in _DOWN:
            y = int((box.y + share * box.height) / _COARSE)
            for step in range(_ACROSS):
                x = int((box.x + (step + 0.5) / _ACROSS * box.width) / _COARSE)
                if 0 <= x < self._wide and 0 <= y < self._high:
                    found += self._points[y * self._wide + x] not in (_SEA, own)
        return found / (_ACROSS * len(_DOWN))
