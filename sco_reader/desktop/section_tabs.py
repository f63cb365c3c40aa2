"""The tabs of a card's sections: one button each, in as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from sco_reader.desktop.flow import FlowLayout
from sco_reader.desktop.parts import tool_button
from sco_reader.desktop.theme import Theme


class SectionTabs(QWidget):
    """One of them is down. The buttons of the card before are used again: to make one costs more than to name it."""

    chosen = Signal(int)
    """The reader pressed the tab of this number."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._made: list[QToolButton] = []
        self._count = 0
        self._row = FlowLayout(self, gap=10)
        self._row.setContentsMargins(0, 6, 0, 0)

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """Those on show, in order."""
        return tuple(self._made[: self._count])

    @property
    def current(self) -> int:
        """The number of the tab that is down; the first where none is."""
        return max(self._group.checkedId(), 0)

    def show_titles(self, titles: Sequence[tuple[str, int | None]], current: int) -> None:
        """A tab for each title with its count (none where there are none), that of the number `current` down."""
        digits, font = self._theme.voice.digits, self._theme.font("body")
        if len(titles) != self._count:
            self.hide()  # else the whole card is laid out anew for each tab
        while len(self._made) < len(titles):
            button = tool_button("tab", checkable=True)
            self._group.addButton(button, len(self._made))
            self._row.addWidget(button)
            self._made.append(button)
        self._count = len(titles)
        for (title, count), button in zip(titles, self._made, strict=False):
            button.setFont(font)
            button.setText(f"{title}  {digits(str(count))}" if count else title)
        for number, button in enumerate(self._made):
            button.setVisible(number < self._count)
        if titles:
            self.choose(current)
        self.setVisible(bool(titles))

    def choose(self, number: int) -> None:
        """Put the tab of this number down."""
        self._made[number].setChecked(True)
