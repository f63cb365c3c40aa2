"""What keys, wheel and mouse do on the map: zoom, pan, walk from state to state, open."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from sco_reader.desktop.map_canvas import LandCanvas
from sco_reader.desktop.theme import Theme
from sco_reader.standings import sentence
from sco_reader.words import say

_STEP, _ZOOM, _CLICK, _MARGIN = 80.0, 1.4, 4.0, 40.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class MapCanvas(LandCanvas):
    """The map under keyboard and mouse."""

    entity_opened = Signal(str)
    state_reached = Signal(str)
    """The keyboard came to a state."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pressed: QPointF | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def focused(self) -> str | None:
        """The state under the keyboard."""
        return self._focused

    # Zoom and pan

    def zoom_in(self) -> None:
        self._zoom(_ZOOM)

    def zoom_out(self) -> None:
        self._zoom(1 / _ZOOM)

    def _zoom(self, factor: float) -> None:
        middle = QPointF(self.width() / 2, self.height() / 2)
        self.take_sight(self._sight.zoomed(factor, self.point_of(self._focused) if self._focused else middle))

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            across, down = _ARROWS[key]
            moved = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if moved or not self._walk_towards(across, down):
                self.take_sight(self._sight.panned(across * _STEP, down * _STEP))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.show_region()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            order = list(self._standings)
            self.focus_on(order[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._focused is not None:
            self.entity_opened.emit(self._focused)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks from state to state in the order of the list, and leaves the map after the last."""
        if not self.hasFocus():
            return super().focusNextPrevChild(forward)
        order = list(self._standings)
        at = order.index(self._focused) if self._focused is not None else (-1 if forward else len(order))
        step = at + (1 if forward else -1)
        if 0 <= step < len(order):
            self.focus_on(order[step])
            return True
        self._focused = None
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _walk_towards(self, across: int, down: int) -> bool:
        """To the nearest state that lies that way, within 45 degrees of it; False where there is none."""
        if self._focused is None:
            middle = QPointF(self.width() / 2, self.height() / 2)
            self.focus_on(min(self._standings, key=lambda each: _away(self.point_of(each) - middle)))
            return True
        here = self.point_of(self._focused)
        found = {}
        for country in self._standings:
            to = self.point_of(country) - here
            along, aside = (to.x() * across, to.y()) if across else (to.y() * down, to.x())
            if along > 0 and abs(aside) <= along:
                found[country] = along + 2 * abs(aside)
        if not found:
            return False
        self.focus_on(min(found, key=lambda country: found[country]))
        return True

    def focus_on(self, country: str) -> None:
        """Put the ring on a state, bring it into view, and say it."""
        self._focused = country
        at = self.point_of(country)
        inner = self.rect().toRectF().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if not inner.contains(at):
            self.take_sight(self._sight.panned(at.x() - self.width() / 2, at.y() - self.height() / 2))
        self._say()
        self.state_reached.emit(country)
        self.update()

    def _say(self) -> None:
        """The accessible description follows the state under the keyboard."""
        voice = self._theme.voice
        standing = self._standings.get(self._focused or "")
        said = sentence(standing, voice) if standing else say("map-help", self._theme.lang)
        self.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def retranslate(self) -> None:
        super().retranslate()
        self._say()

    # Mouse

    def state_at(self, point: QPointF) -> str | None:
        """The state under a point: the mark of a small one first, then land."""
        reach = self._theme.px(14)
        near = {
            country: away
            for country in self._standings
            if self.is_small(country) and (away := _away(self.point_of(country) - point)) <= reach
        }
        if near:
            return min(near, key=lambda country: near[country])
        found = (country for country, path in self._drawn.items() if path.contains(point))
        return next((country for country in found if country in self._standings), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._hover(self.state_at(event.position()))
            return
        moved = event.position() - self._pressed
        if self._dragged or moved.manhattanLength() > _CLICK:
            self._dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.take_sight(self._sight.panned(-moved.x(), -moved.y()))
            self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_click = self._pressed is not None and not self._dragged
        self._pressed = None
        self.unsetCursor()
        found = self.state_at(event.position())
        if was_click and found is not None:
            self._focused = found
            self.entity_opened.emit(found)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, country: str | None) -> None:
        if country != self._hovered:
            self._hovered = country
            self.setCursor(Qt.CursorShape.PointingHandCursor if country else Qt.CursorShape.ArrowCursor)
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.take_sight(self._sight.zoomed(_ZOOM ** (event.angleDelta().y() / 120), event.position()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.state_at(QPointF(event.pos()))
            if found is not None:
                QToolTip.showText(event.globalPos(), sentence(self._standings[found], self._theme.voice), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


def _away(step: QPointF) -> float:
    """The length of a step."""
    return float((step.x() ** 2 + step.y() ** 2) ** 0.5)
