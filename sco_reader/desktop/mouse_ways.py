"""The buttons at the side of a mouse go back and forward, wherever in the window the pointer is."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget


class MouseWays(QObject):
    """Listens to the native window, since lists and tables keep every press for themselves."""

    back_wished = Signal()
    forward_wished = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        if event.button() == Qt.MouseButton.BackButton:
            self.back_wished.emit()
            return True
        if event.button() == Qt.MouseButton.ForwardButton:
            self.forward_wished.emit()
            return True
        return False
