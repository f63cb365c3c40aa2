"""The monkey: one random event a tick of the event loop, so that it goes on inside menus and dialogs too."""

import random
import sys
from collections import Counter, deque

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMainWindow, QWidget
from shiboken6 import isValid

from sco_reader.desktop.keys import KEYS
from sco_reader.words import LANGUAGES, say
from tests.monkey.watch import Watch

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789 -.,/'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةآأإءؤئ٠١٢٣٤٥٦٧٨٩абвгдежз上海"
_PLAIN = [
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Escape,
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Menu,
]  # fmt: skip
_MODIFIERS = [Qt.KeyboardModifier.NoModifier] * 6 + [
    Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
]  # fmt: skip
_SIZES = [(900, 600), (1280, 800), (640, 480), (1600, 1000), (700, 900)]
_SHORTCUTS = [key for name, wish in KEYS.items() if name != "quit" for key in wish.keys]
_LAST = 30


class Monkey(QObject):
    """Plays `events` random events, the same ones for the same seed, then closes the window as a reader does."""

    def __init__(self, watch: Watch, events: int, seed: int, *, trace: bool) -> None:
        super().__init__()
        self._watch = watch
        self._left = events
        self._trace = trace
        self._dice = random.Random(seed)
        self._last: deque[str] = deque(maxlen=_LAST)
        self.met: Counter[str] = Counter()
        self._kept: dict[int, QWidget] = {}
        self._window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow))
        for scheme in ("https", "http", "mailto", "file"):
            QDesktopServices.setUrlHandler(scheme, self, "refuse")
        self._acts = [
            (30, self._press), (20, self._type), (14, self._shortcut), (22, self._click), (4, self._double_click),
            (3, self._context), (3, self._drag), (3, self._wheel), (1, self._resize),
        ]  # fmt: skip

    @Slot(QUrl)
    def refuse(self, address: QUrl) -> None:
        """No browser is opened: the address is counted."""
        self.met["addresses asked for"] += 1

    def begin(self) -> None:
        QTimer.singleShot(0, self.tick)

    def tick(self) -> None:
        """One event; the next is called for first, since this one may open a dialog and come back late."""
        if not self._window.isVisible():
            self._watch.wrong.append("the window was closed")
        if self._watch.wrong:
            self._watch.wrong.append("the last events were:\n  " + "\n  ".join(self._last))
            QApplication.exit(1)
            return
        if not self._left:
            self._leave()
            return
        self._left -= 1
        QTimer.singleShot(0, self.tick)
        self._switch_off_quitting()
        if isinstance(QApplication.activeModalWidget(), QFileDialog):
            self._answer_file_dialog()
            return
        weights = [weight for weight, _ in self._acts]
        self._dice.choices([act for _, act in self._acts], weights)[0]()

    def _leave(self) -> None:
        """Close what is open, top first, and the window last."""
        top = self._top()
        QTimer.singleShot(0, self._leave)
        if isinstance(top, QDialog):
            top.reject()
        elif top is not self._window:
            top.close()
        elif self._window.isVisible():
            self._window.close()
        else:
            QApplication.quit()

    def _switch_off_quitting(self) -> None:
        words = {say(KEYS["quit"].word, lang) for lang in LANGUAGES}
        for action in self._window.findChildren(QAction):
            if action.text() in words:
                action.setEnabled(False)

    def _answer_file_dialog(self) -> None:
        """The system's dialog is not ours, and could reach any file: take what it offers, or leave it."""
        self.met["file dialogs"] += 1
        QTest.keyClick(QApplication.activeModalWidget(), self._dice.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))

    def _top(self) -> QWidget:
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._window
        self._kept[id(top)] = top  # Python would take the list of a combo box with it
        return top

    def _keys_go_to(self) -> QWidget:
        top = self._top()
        focus = QApplication.focusWidget()
        return focus if focus is not None and focus.window() is top else top

    def _any_widget(self) -> QWidget:
        top = self._top()
        shown = [
            each
            for each in top.findChildren(QWidget)
            if isValid(each) and each.isVisible() and each.isEnabled() and each.window() is top
        ]
        return self._dice.choice(shown) if shown else top

    def _note(self, what: str, widget: QWidget, detail: object = "") -> None:
        self.met[what] += 1
        self._last.append(f"{what} {detail} on {type(widget).__name__} {widget.objectName()}")
        if self._trace:
            sys.stderr.write(f"{self._left} {self._last[-1]}\n")

    # What it does

    def _press(self) -> None:
        widget, key, modifier = self._keys_go_to(), self._dice.choice(_PLAIN), self._dice.choice(_MODIFIERS)
        self._note("key", widget, f"{modifier.name} {key.name}")
        QTest.keyClick(widget, key, modifier)

    def _type(self) -> None:
        widget, letter = self._keys_go_to(), self._dice.choice(_LETTERS)
        self._note("letter", widget, letter)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def _shortcut(self) -> None:
        widget, keys = self._keys_go_to(), self._dice.choice(_SHORTCUTS)
        self._note("shortcut", widget, keys)
        QTest.keySequence(widget, QKeySequence(keys))

    def _somewhere(self, widget: QWidget) -> QPoint:
        return QPoint(self._dice.randrange(max(widget.width(), 1)), self._dice.randrange(max(widget.height(), 1)))

    def _click(self) -> None:
        widget = self._any_widget()
        where = self._somewhere(widget)
        self._note("click", widget, where)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, self._dice.choice(_MODIFIERS), where)

    def _double_click(self) -> None:
        widget = self._any_widget()
        where = self._somewhere(widget)
        self._note("double click", widget, where)
        QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    def _context(self) -> None:
        widget = self._any_widget()
        where = self._somewhere(widget)
        self._note("right click", widget, where)
        QTest.mouseClick(widget, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, where)

    def _drag(self) -> None:
        widget = self._any_widget()
        start, end = self._somewhere(widget), self._somewhere(widget)
        self._note("drag", widget, (start, end))
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        QTest.mouseMove(widget, end)
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)

    def _wheel(self) -> None:
        widget = self._any_widget()
        where = QPointF(self._somewhere(widget))
        turn = QPoint(0, self._dice.choice((-120, 120)))
        self._note("wheel", widget, turn)
        event = QWheelEvent(
            where, QPointF(widget.mapToGlobal(where.toPoint())), QPoint(), turn, Qt.MouseButton.NoButton,
            self._dice.choice(_MODIFIERS), Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    def _resize(self) -> None:
        size = self._dice.choice(_SIZES)
        self._note("resize", self._window, size)
        self._window.resize(*size)
