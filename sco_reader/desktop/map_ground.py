"""Whose land is it at a point of the view? Names ask before they stand anywhere."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from sco_reader.labels import Box, strange_share

_COARSE = 3
"""Points of the view in a point of the picture."""

_SEA, _UNKNOWN = 0xFF000000, 0xFF0000FF


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
        own = self._colours.get(key.rpartition(":")[2])

        def is_strange(x: float, y: float) -> bool:
            across, down = int(x / _COARSE), int(y / _COARSE)
            inside = 0 <= across < self._wide and 0 <= down < self._high
            return inside and self._points[down * self._wide + across] not in (_SEA, own)

        return strange_share(box, is_strange)
