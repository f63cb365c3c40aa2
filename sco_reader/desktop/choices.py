"""Buttons to choose with: one that opens a menu, and several in one joined shape of which one or more are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from sco_reader.desktop.pictures import icon_pixmap
from sco_reader.desktop.theme import Theme

_CHEVRON, _SIDE = 14, 8


class _ToolButton(QToolButton):
    """As high as the push buttons beside it: Qt makes tool buttons a little higher."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._theme = theme

    def sizeHint(self) -> QSize:
        frame = 2 * self._theme.px(4) + 2
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, self.text()).height()
        return QSize(super().sizeHint().width(), max(words, self._theme.px(16)) + frame)


class MenuButton(_ToolButton):
    """A button that opens a menu; the arrow at its end says so."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "choice")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setMenu(QMenu(self))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + self._theme.px(_CHEVRON), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, side = self._theme, self._theme.px(_CHEVRON)
        drawn = icon_pixmap("chevron-down", theme.colour("ink2"), side, self.devicePixelRatioF())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = theme.px(_SIDE) if rtl else self.width() - theme.px(_SIDE) - side
        painter = QPainter(self)
        painter.drawPixmap(QRectF(left, (self.height() - side) / 2, side, side), drawn, QRectF(drawn.rect()))


def segment(theme: Theme) -> QToolButton:
    """A button that stays pressed; alone, or one of `Segments`."""
    made = _ToolButton(theme, "segment")
    made.setCheckable(True)
    return made


class Segments(QWidget):
    """Segments side by side in one shape, its outer corners round in both directions of reading."""

    def __init__(self, buttons: Sequence[QToolButton]) -> None:
        super().__init__()
        self._buttons = buttons
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in buttons:
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._join()

    def _join(self) -> None:
        """Tell the style sheet where each stands: it knows left and right alone."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        in_space = list(reversed(self._buttons)) if rtl else list(self._buttons)
        for place, button in enumerate(in_space):
            edge = "left" if place == 0 else "right" if place == len(in_space) - 1 else "middle"
            if button.property("edge") != edge:
                button.setProperty("edge", edge)
                button.style().unpolish(button)
                button.style().polish(button)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._join()
