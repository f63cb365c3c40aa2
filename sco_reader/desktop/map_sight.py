"""Which part of the map is in view: kilometres to points and back, zoom and pan."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTransform

from sco_reader.atlas import WHOLE_WORLD, Frame, Point, region

_CLOSEST = 0.7
"""Points a kilometre: closer than that the outlines have nothing more to show."""


@dataclass(frozen=True, slots=True)
class Sight:
    """`x`, `y` in kilometres stands in the middle of a view of `width` by `height` points, `scale` points a kilometre.

    The map is geography: it is the same for readers of both directions.
    """

    x: float
    y: float
    scale: float
    width: float
    height: float

    @classmethod
    def whole(cls, width: float, height: float, frame: Frame | None = None) -> "Sight":
        """All of `frame`, or of the region of the reference, as large as it fits."""
        wanted = frame or region()
        return cls(wanted.x, wanted.y, min(width / wanted.width, height / wanted.height), width, height).held()

    @property
    def frame(self) -> Frame:
        return Frame(self.x, self.y, self.width / self.scale, self.height / self.scale)

    @property
    def transform(self) -> QTransform:
        """From kilometres to points."""
        scale = self.scale
        return QTransform(scale, 0, 0, scale, self.width / 2 - self.x * scale, self.height / 2 - self.y * scale)

    def point(self, place: Point) -> QPointF:
        return QPointF(
            self.width / 2 + (place[0] - self.x) * self.scale, self.height / 2 + (place[1] - self.y) * self.scale
        )

    def place(self, point: QPointF) -> Point:
        """The kilometres under a point."""
        return (
            self.x + (point.x() - self.width / 2) / self.scale, self.y + (point.y() - self.height / 2) / self.scale
        )  # fmt: skip

    def zoomed(self, factor: float, around: QPointF) -> "Sight":
        """`factor` times as close; what lies under `around` stays there."""
        kept = self.place(around)
        closer = replace(self, scale=self.scale * factor).held()
        now = closer.place(around)
        return replace(closer, x=closer.x + kept[0] - now[0], y=closer.y + kept[1] - now[1]).held()

    def panned(self, across: float, down: float) -> "Sight":
        """Moved by so many points over the map."""
        return replace(self, x=self.x + across / self.scale, y=self.y + down / self.scale).held()

    def resized(self, width: float, height: float) -> "Sight":
        return replace(self, width=width, height=height).held()

    def held(self) -> "Sight":
        """Not farther than the whole world, not closer than the outlines allow, no more void in view than need be."""
        farthest = min(self.width, self.height) / (2 * WHOLE_WORLD)
        scale = min(max(self.scale, farthest), _CLOSEST)
        aside, along = (max(WHOLE_WORLD - half / scale, 0.0) for half in (self.width / 2, self.height / 2))
        return replace(self, scale=scale, x=min(max(self.x, -aside), aside), y=min(max(self.y, -along), along))
