"""The map as a picture: lands by standing, marks, names, capitals; painted once for each view and day."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from sco_reader.atlas import WHOLE_WORLD, states
from sco_reader.desktop.map_ground import Grounds
from sco_reader.desktop.map_paint import (
    HALO,
    MARK,
    Outline,
    name_picture,
    outlines,
    paint_border,
    paint_ground,
    paint_leader,
    paint_mark,
    sea,
)
from sco_reader.desktop.map_sight import Sight
from sco_reader.desktop.pictures import draw_focus_frame
from sco_reader.desktop.theme import Theme
from sco_reader.labels import Box, Wanted, apart, line_to, place
from sco_reader.standings import NONE, Standing
from sco_reader.words import say

_NEAR_FROM = 0.13
"""From so many points a kilometre on the finer outlines are drawn."""

_SMALL = 7.0
"""Below so many points from its heart to its border a state is ringed at its mark, not along its border."""

_FIRM = 14.0
"""From so many points from its heart to its border on a state keeps its mark at its heart."""

_DOT = 4.0


class LandCanvas(QWidget):
    """Draws what is in view."""

    sight_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._standings: dict[str, Standing] = {}
        self._capitals: Mapping[str, str] = {}
        self._sight = Sight.whole(640, 480)
        self._moved = False
        self._pictures: tuple[QPixmap, QPixmap] | None = None
        """Lands, and what stands on them: the ring of the keyboard goes between."""
        self._drawn: dict[str, QPainterPath] = {}
        self._grounds: Grounds | None = None
        self._marks: dict[str, tuple[float, float]] = {}
        self.names: dict[str, Box] = {}
        """Where each name stands that found a place in the view."""
        self._focused: str | None = None
        self._hovered: str | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # Geography does not turn with the direction of reading.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        theme.changed.connect(self.repaint_lands)

    def sizeHint(self) -> QSize:
        return QSize(900, 540)

    # What is shown

    def show_standings(self, found: Sequence[Standing], capitals: Mapping[str, str]) -> None:
        """Show the states of a day in this order; `capitals` are names by the id of the state, or none."""
        self._standings = {standing.country: standing for standing in found}
        self._capitals = capitals
        self.repaint_lands()

    @property
    def sight(self) -> Sight:
        return self._sight

    def take_sight(self, sight: Sight) -> None:
        """Show another part of the map."""
        self._moved = True
        if sight != self._sight:
            self._sight = sight
            self.repaint_lands()
            self.sight_changed.emit()

    def show_region(self) -> None:
        """All states of the reference, as large as they fit."""
        self.take_sight(Sight.whole(self.width(), self.height()))
        self._moved = False

    def repaint_lands(self) -> None:
        self._pictures = None
        self._marks = {}
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(say("map-title", self._theme.lang))
        self.setAccessibleDescription(say("map-help", self._theme.lang))
        self.repaint_lands()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, high = max(self.width(), 1), max(self.height(), 1)
        self._sight = self._sight.resized(wide, high) if self._moved else Sight.whole(wide, high)
        self.repaint_lands()

    def point_of(self, country: str) -> QPointF:
        """Where the mark of a state stands in the view: at its heart, or beside it where marks would touch."""
        if not self._marks:
            hearts = {each: self._heart(each).toTuple() for each in self._standings}
            wide = {each: self._mark_width(each) for each in self._standings}
            self._marks = apart(hearts, wide, self._is_firm)
        return QPointF(*self._marks[country]) if country in self._marks else self._heart(country)

    def _heart(self, country: str) -> QPointF:
        return self._sight.point(states()[country].heart)

    def _mark_width(self, country: str) -> float:
        return self._theme.px(MARK) * (1.9 if self._standings[country].is_other_today else 1.4)

    def _is_firm(self, country: str) -> bool:
        return states()[country].reach * self._sight.scale >= _FIRM

    def is_small(self, country: str) -> bool:
        return states()[country].reach * self._sight.scale < _SMALL

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._pictures is None or self._pictures[0].devicePixelRatio() != self.devicePixelRatioF():
            self._pictures = self._paint_lands(), self._paint_names()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pictures[0])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._hovered is not None and self._hovered != self._focused:
            self._paint_ring(painter, self._hovered, 1.5)
        if self.hasFocus() and self._focused is not None:
            self._paint_ring(painter, self._focused, 2.5)
        painter.drawPixmap(0, 0, self._pictures[1])
        if self.hasFocus() and self._focused is None:
            draw_focus_frame(painter, self._theme, QRectF(self.rect()))

    def _sheet(self, ground: QColor) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(ground)
        return picture

    def _paint_lands(self) -> QPixmap:
        theme, sight = self._theme, self._sight
        picture = self._sheet(theme.colour("side"))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(sea(theme))
        world = WHOLE_WORLD * sight.scale
        painter.drawEllipse(sight.point((0, 0)), world, world)
        transform = sight.transform
        view = QRectF(self.rect()).adjusted(-4, -4, 4, 4)
        drawn = [
            (outline, transform.map(outline.path))
            for outline in outlines("near" if sight.scale > _NEAR_FROM else "far")
            if transform.mapRect(outline.box).intersects(view)
        ]
        others = QPainterPath()
        for outline, path in drawn:
            if outline.shape.id is None:
                others.addPath(path)
        lands = [(NONE, others)]
        for outline, path in sorted(drawn, key=self._rank):
            standing = self._standings.get(outline.shape.id or "")
            if standing is not None:
                lands.append((standing.status, path))
        for paint in (paint_ground, paint_border):
            for status, path in lands:
                paint(painter, theme, path, status)
        self._grounds = Grounds(self.size(), ((outline.shape.id, path) for outline, path in drawn))
        self._drawn = {outline.shape.id: path for outline, path in drawn if outline.shape.id is not None}
        painter.end()
        return picture

    def _rank(self, drawn: tuple[Outline, QPainterPath]) -> int:
        """A border between two is drawn as that of the later: members are told by their ground, the others by both."""
        standing = self._standings.get(drawn[0].shape.id or "")
        if standing is None or standing.status == NONE:
            return 0
        return 1 if standing.status == "member" else 2

    def _paint_names(self) -> QPixmap:
        """Marks and names; what finds no place is left out until there is room."""
        theme, voice, font = self._theme, self._theme.voice, self._theme.font("label")
        picture = self._sheet(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = {country: voice.name(standing.name) for country, standing in self._standings.items()}
        metrics = QFontMetricsF(font)
        wanted = []
        for country in sorted(self._standings, key=self._first_named):
            centre = self.point_of(country)
            wanted.append(Wanted(country, centre.x(), centre.y(), self._mark_width(country),
                                 metrics.horizontalAdvance(names[country]), metrics.height(),
                                 anywhere=self._standings[country].status == "member"))  # fmt: skip
        for country, city in self._capitals.items():
            at = self._sight.point(states()[country].capital)
            wanted.append(Wanted(f"capital:{country}", at.x(), at.y(), _DOT + 2, metrics.horizontalAdvance(city),
                                 metrics.height(), yields=True))  # fmt: skip
        strange = self._grounds.strange if self._grounds is not None else None
        self.names = place(wanted, Box(2, 2, self.width() - 4, self.height() - 4), strange)
        self._paint_leaders(painter, wanted)
        for country, standing in self._standings.items():
            paint_mark(painter, theme, standing.status, self.point_of(country), differs=standing.is_other_today)
            box = self.names.get(country)
            if box is not None:
                self._paint_name(painter, names[country], box, "ink3" if standing.status == NONE else "ink")
                if not standing.certain:
                    painter.setPen(QPen(theme.colour("warn"), 1.4, Qt.PenStyle.DotLine))
                    base = box.y + box.height
                    painter.drawLine(QPointF(box.x, base), QPointF(box.x + box.width, base))
        for country, city in self._capitals.items():
            box = self.names.get(f"capital:{country}")
            if box is None:
                continue
            at = self._sight.point(states()[country].capital)
            painter.setPen(QPen(theme.colour("card"), 1))
            painter.setBrush(theme.colour("ink2"))
            painter.drawRect(QRectF(at.x() - _DOT / 2, at.y() - _DOT / 2, _DOT, _DOT))
            self._paint_name(painter, city, box, "ink2")
        painter.end()
        return picture

    def _paint_name(self, painter: QPainter, name: str, box: Box, ink: str) -> None:
        at = QPointF(round(box.x - HALO), round(box.y - HALO))
        painter.drawPixmap(at, name_picture(self._theme, name, ink, self.devicePixelRatioF()))

    def _paint_leaders(self, painter: QPainter, wanted: Sequence[Wanted]) -> None:
        """Lines to the names that stand apart, and from marks that were moved to where they belong."""
        for country in self._standings:
            heart, at = self._heart(country), self.point_of(country)
            if (at - heart).manhattanLength() > _DOT:
                paint_leader(painter, self._theme, at, heart)
        for one in wanted:
            line = line_to(one, self.names[one.key]) if one.key in self.names else None
            if line is not None:
                paint_leader(painter, self._theme, QPointF(*line[0]), QPointF(*line[1]))

    def _first_named(self, country: str) -> tuple[int, float]:
        """Members before all others, states without a standing last; small members first, whose place is scarce."""
        status, reach = self._standings[country].status, states()[country].reach
        return (0, reach) if status == "member" else (2 if status == NONE else 1, -reach)

    def _paint_ring(self, painter: QPainter, country: str, width: float) -> None:
        """Along the border of a state; around its mark where it is too small to see."""
        path = self._drawn.get(country)
        if path is None or self.is_small(country):
            side = self._theme.px(MARK) * 1.25
            path = QPainterPath()
            path.addEllipse(self.point_of(country), side, side)
        round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        for token, wide in (("card", width + 3), ("accent", width)):
            painter.setPen(QPen(self._theme.colour(token), wide, Qt.PenStyle.SolidLine, round_cap, round_join))
            painter.drawPath(path)
