"""What keys, wheel and mouse do on the timeline: move, zoom, walk from item to item, open, turn the date."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from sco_reader.desktop.asked import Asked
from sco_reader.desktop.theme import Theme
from sco_reader.desktop.timeline_canvas import LaneCanvas
from sco_reader.desktop.timeline_layout import Mark, row_at
from sco_reader.desktop.timeline_scale import YEAR
from sco_reader.timeline import Item
from sco_reader.words import say

_SNAP, _STEP, _ZOOM, _CLICK = 4.0, 80.0, 1.5, 4.0


class TimelineCanvas(LaneCanvas):
    """The canvas under keyboard and mouse. Arrow keys move in space: in Arabic, Left goes later."""

    entity_opened = Signal(str)
    day_chosen = Signal(object)
    footnote_asked = Signal(object, QRect)
    """The Item under the keyboard, and where it stands on the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.publishers_of: Callable[[Item], str] | None = None
        """Who says so, for the tooltip of an item; the page sets it, since it knows the reference."""
        self._pressed: QPointF | None = None
        self._dragged = False
        self._moves_needle = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def focused(self) -> Mark | None:
        """The item under the keyboard."""
        if self._focused is None:
            return None
        lane = self._rows[self._focused[0]].lane
        return lane.marks[self._focused[1]] if lane is not None else None

    # Zoom and pan

    def zoom_in(self) -> None:
        self._zoom(_ZOOM, self._scale.x_of(self._day.toordinal()))

    def zoom_out(self) -> None:
        self._zoom(1 / _ZOOM, self._scale.x_of(self._day.toordinal()))

    def show_all(self) -> None:
        self._start, self._days = float(self._first.toordinal()), self._last - self._first.toordinal()
        self._take(self._scale)

    def _zoom(self, factor: float, x: float) -> None:
        scale = self._scale
        self._take(scale.zoomed(factor, min(max(x, scale.left), scale.left + scale.width)))

    def _pan(self, points: float) -> None:
        self._take(self._scale.panned(points))

    def _scroll_by(self, points: float) -> None:
        self._scroll = min(max(self._scroll + points, 0.0), self._deepest)
        self.update()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        page = self._scale.width * 0.8 * (-1 if self._rtl else 1)
        moves = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        if key in moves:
            self._pan(moves[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            far = 100 * YEAR * self._scale.per_day
            self._pan(far if (key == Qt.Key.Key_End) != self._rtl else -far)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk_lanes(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focused is not None:
            self.entity_opened.emit(self.focused.item.id)
        elif key == Qt.Key.Key_Space and self.focused is not None and self._focused is not None:
            row = self._rows[self._focused[0]]
            x, top = self._scale.x_of(self.focused.middle), self._axis + row.top - self._scroll
            box = QRect(int(x) - 10, int(top), 20, int(row.height))
            self.footnote_asked.emit(self.focused.item, QRect(self.mapToGlobal(box.topLeft()), box.size()))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks along the lane, and leaves the canvas at its end."""
        if self._focused is not None and self.hasFocus():
            row, place = self._focused
            lane = self._rows[row].lane
            place += 1 if forward else -1
            if lane is not None and 0 <= place < len(lane.marks):
                self._focus_on(row, place)
                return True
        self._focused = None
        return super().focusNextPrevChild(forward)

    def _walk_lanes(self, step: int) -> None:
        rows = [index for index, row in enumerate(self._rows) if row.lane is not None]
        if not rows:
            return
        at = rows.index(self._focused[0]) + step if self._focused is not None else (0 if step > 0 else len(rows) - 1)
        row = rows[min(max(at, 0), len(rows) - 1)]
        lane = self._rows[row].lane
        mark = self.focused
        day = mark.middle if mark is not None else self._day.toordinal()
        self._focus_on(row, lane.nearest(day) if lane is not None else 0)

    def _focus_on(self, row: int, place: int) -> None:
        """Put the ring on an item, bring it into view, and say it."""
        self._focused = (row, place)
        mark = self.focused
        if mark is None:
            return
        scale, found = self._scale, self._rows[row]
        along = min(max(scale.along(mark.middle), scale.along(mark.start)), scale.along(mark.end))
        if not 20 <= along <= scale.width - 20:
            shift = along - scale.width / 2
            self._pan(-shift if self._rtl else shift)
        room = self.height() - self._axis
        if found.top < self._scroll or found.top + found.height > self._scroll + room:
            self._scroll_by(found.top - self._scroll - room / 2)
        self.setAccessibleDescription(self.sentence(mark))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def asked_about(self, at: QPoint | None) -> Asked | None:
        """The item: what it opens, and its sentence."""
        found = self._mark_at(QPointF(self.mapFromGlobal(at))) if at is not None else self._focused
        if found is None:
            return None
        if at is not None:
            self._focus_on(*found)
        mark, row = self.focused, self._rows[found[0]]
        assert mark is not None
        here = QPointF(self._scale.x_of(mark.middle), self._axis + row.top + row.height / 2 - self._scroll).toPoint()
        name = self._theme.voice.dress(mark.item.label(self._theme.lang))
        return Asked(at or self.mapToGlobal(here), ((name, mark.item.id),), text=self.sentence(mark))

    def sentence(self, mark: Mark) -> str:
        """An item in words: its name, its days, its kind."""
        item, lang, voice = mark.item, self._theme.lang, self._theme.voice
        name, comma = voice.dress(item.label(lang)), say("list-comma", lang)
        if item.lane.startswith("meetings") and item.end is not None:
            days = voice.days(date.fromisoformat(item.start), date.fromisoformat(item.end))
            return comma.join((name, days, say(f"format-{item.kind}", lang)))
        since = voice.moment(item.start)
        if item.lane == "documents" or (item.lane == "milestones" and item.end is None):
            return comma.join((name, since))
        kind = voice.say(f"status-{item.kind}") if item.lane.startswith("membership") else ""
        said = voice.span(item.start, mark.until)
        return comma.join(filter(None, (name, kind, said)))

    # Mouse

    def _mark_at(self, point: QPointF) -> tuple[int, int] | None:
        scale = self._scale
        if point.y() < self._axis or not scale.left <= point.x() <= scale.left + scale.width:
            return None
        row = row_at(self._rows, point.y() - self._axis + self._scroll)
        lane = self._rows[row].lane if row is not None else None
        if row is None or lane is None:
            return None
        day = scale.day_at(point.x())
        place = lane.nearest(day)
        mark = lane.marks[place]
        near = abs(scale.x_of(mark.middle) - point.x()) <= 8 if not lane.has_spans else mark.start <= day <= mark.end
        return (row, place) if near else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed, self._dragged = event.position(), False
        self._moves_needle = event.position().y() < self._axis
        if self._moves_needle:
            self._choose_day(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            on_item = self._mark_at(event.position()) is not None or event.position().y() < self._axis
            self.setCursor(Qt.CursorShape.PointingHandCursor if on_item else Qt.CursorShape.ArrowCursor)
            return
        if self._moves_needle:
            self._choose_day(event)
            return
        moved = event.position() - self._pressed
        if self._dragged or moved.manhattanLength() > _CLICK:
            self._dragged = True
            self._pan(-moved.x())
            self._scroll_by(-moved.y())
            self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._mark_at(event.position())
        if not self._dragged and not self._moves_needle and found is not None:
            self._focus_on(*found)
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._mark_at(event.position())
        if found is not None:
            self._focus_on(*found)
            if self.focused is not None:
                self.entity_opened.emit(self.focused.item.id)

    def _choose_day(self, event: QMouseEvent) -> None:
        scale, x = self._scale, event.position().x()
        day = scale.day_at(x)
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            ends = [mark.end - 1 for lane in self._lanes if lane.group == "meetings" for mark in lane.marks]
            near = min(ends, key=lambda end: abs(scale.x_of(end) - x), default=day)
            if abs(scale.x_of(near) - x) <= _SNAP:
                day = near
        self.day_chosen.emit(date.fromordinal(int(day)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(_ZOOM ** (turned.y() / 120), event.position().x())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(turned.x()) > abs(turned.y()):
            self._pan(-(turned.x() or turned.y()))
        else:
            self._scroll_by(-turned.y() / 2)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._mark_at(QPointF(event.pos()))
            lane = self._rows[found[0]].lane if found is not None else None
            if found is not None and lane is not None:
                mark = lane.marks[found[1]]
                told = self.publishers_of(mark.item) if self.publishers_of is not None else ""
                QToolTip.showText(event.globalPos(), "\n".join(filter(None, (self.sentence(mark), told))), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scroll = min(self._scroll, self._deepest)
