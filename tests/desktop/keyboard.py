"""The keyboard of a reader: keys go to whatever has the focus, and into menus and dialogs while they are open."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.conftest import type_text


class Keyboard:
    """Presses keys and types; what it does, a hand on the keys can do."""

    def __init__(self, window: Any, qtbot: Any) -> None:
        self._window = window
        self._qtbot = qtbot

    @property
    def focus(self) -> QWidget:
        """Where the next key goes."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self._window

    def press(self, *keys: str, times: int = 1) -> None:
        for _ in range(times):
            for each in keys:
                QTest.keySequence(self.focus, QKeySequence(each))
                QApplication.processEvents()

    def type(self, text: str) -> None:
        type_text(self.focus, text)

    def tab_to(self, is_there: Callable[[QWidget], bool], *, back: bool = False) -> None:
        """Press Tab until the focus is where it should be."""
        for _ in range(80):
            if is_there(self.focus):
                return
            self.press("Shift+Tab" if back else "Tab")
        raise AssertionError("Tab does not lead there")

    def look_up(self, name: str) -> None:
        self.press("Ctrl+K")
        self.type(name)
        self.press("Return")

    def as_of(self, day: str) -> None:
        self.press("Ctrl+D")
        self.type(day)
        self.press("Return")

    def save_as(self, key: str, path: str) -> None:
        """Press `key`, which opens a dialog for a file; type the path there and press Return."""
        QTimer.singleShot(0, lambda: self._answer(path))
        self.press(key)

    def _answer(self, path: str) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isVisible():
            QTimer.singleShot(10, lambda: self._answer(path))
            return
        QTest.keySequence(dialog.focusWidget() or dialog, QKeySequence("Ctrl+A"))
        type_text(dialog.focusWidget() or dialog, path)
        self._confirm(20)

    def _confirm(self, left: int) -> None:
        """Return, first for the names that the dialog proposes, then for the dialog; Escape if it will not go."""
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            return
        QTimer.singleShot(20, lambda: self._confirm(left - 1))
        target = QApplication.activePopupWidget() or dialog.focusWidget() or dialog
        QTest.keySequence(target, QKeySequence("Return" if left > 0 else "Escape"))
