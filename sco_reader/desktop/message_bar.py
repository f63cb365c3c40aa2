"""One line that tells what went wrong, or what was done; it blocks nothing and stays until it is closed."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from sco_reader.desktop.parts import label, picture, push_button, tool_button
from sco_reader.desktop.pictures import icon, icon_pixmap
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.words import say

_TELLS_FOR = 6000


class MessageBar(QFrame):
    """Errors stay until they are closed; what was merely done goes by itself."""

    closed = Signal()
    undo_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = picture()
        self._text = label(wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = tool_button("icon")
        self._close.clicked.connect(self.dismiss)
        self.undo = push_button()
        self.undo.clicked.connect(self._ask_for_undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.undo)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TELLS_FOR)
        self._timer.timeout.connect(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.accessibleName() if not self.isHidden() else ""

    def show_error(self, text: str) -> None:
        self._timer.stop()
        self._show(text, "error", "octagon-alert", "error")

    def tell(self, text: str) -> None:
        self._show(text, "tell", "check", "accent")
        self._timer.start()

    def offer_undo(self, text: str) -> None:
        """Tell what was done, with a button that takes it back."""
        self.tell(text)
        self.undo.setText(say("undo", self._theme.lang))
        self.undo.setToolTip(f"{say('undo', self._theme.lang)} (Ctrl+Z)")
        self.undo.show()

    def _ask_for_undo(self) -> None:
        self.dismiss()
        self.undo_wanted.emit()

    def _show(self, text: str, name: str, picture: str, colour: str) -> None:
        self.undo.hide()
        self.setObjectName(name)
        self.style().unpolish(self)
        self.style().polish(self)
        show_text(self._text, text, self._theme.lang)
        self._icon.setPixmap(icon_pixmap(picture, self._theme.colour(colour), 18, self.devicePixelRatioF()))
        self._close.setIcon(icon("x", self._theme.colour("ink2")))
        self._close.setToolTip(say("error-bar-close", self._theme.lang))
        self._close.setAccessibleName(say("error-bar-close", self._theme.lang))
        self.setAccessibleName(text)
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # two dozen enumerations: not before the first frame

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()
