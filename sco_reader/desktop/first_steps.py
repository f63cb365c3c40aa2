"""What the program can do, in three sentences, each with a button that does it: above the card at the first start."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from sco_reader.desktop.parts import label, push_button, tool_button
from sco_reader.desktop.pictures import icon
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.words import say

STEPS = ("name", "day", "source")


class FirstSteps(QFrame):
    """Blocks nothing; it stays until it is closed, and the Help menu brings it back."""

    tried = Signal(str)
    """The step of STEPS that the reader wants to see."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tell")
        self._theme = theme
        self._rows: list[tuple[str, QLabel, QPushButton]] = []
        self._close = tool_button("icon")
        self._close.clicked.connect(self.closed)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 8, 8, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, step in enumerate(STEPS):
            sentence, button = label(wrap=True), push_button()
            button.setProperty("step", step)
            button.clicked.connect(self._try)
            self._rows.append((step, sentence, button))
            grid.addWidget(sentence, row, 0)
            grid.addWidget(button, row, 1)
        grid.addWidget(self._close, 0, 2, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self.retranslate)
        self.retranslate()

    def _try(self) -> None:
        self.tried.emit(str(self.sender().property("step")))

    def retranslate(self) -> None:
        lang, theme = self._theme.lang, self._theme
        self.setAccessibleName(say("action-first-steps", lang))
        for step, sentence, button in self._rows:
            sentence.setFont(theme.font("body"))
            show_text(sentence, say(f"first-{step}", lang), lang)
            button.setFont(theme.font("body"))
            button.setText(say(f"first-{step}-try", lang))
        self._close.setIcon(icon("x", theme.colour("ink2")))
        self._close.setToolTip(say("error-bar-close", lang))
        self._close.setAccessibleName(say("error-bar-close", lang))
