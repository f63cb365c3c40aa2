"""What stands above the tables of a card that can be narrowed, or that compares two days."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sco_reader.cards.card import Card
from sco_reader.cards.ids import COMPARE
from sco_reader.desktop.parts import label, push_button
from sco_reader.desktop.text import show_hint, show_text
from sco_reader.desktop.theme import Theme
from sco_reader.words import say


class FilterField(QLineEdit):
    """Escape empties it first."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class CardTools(QWidget):
    """One line for the other day, one for words; hidden for cards that need neither."""

    narrowed = Signal(str)
    """The text that the rows are to hold."""
    since_chosen = Signal(str)
    """The other day as typed; empty for the summit before."""

    beside_chosen = Signal(str)
    """A state or a person to set beside the others, as typed."""
    comparison_cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._on: date | None = None
        self._since = label("label")
        self.since = QLineEdit()
        self._summit, self._year = push_button(), push_button()
        self._days = QWidget()
        self.beside = QLineEdit()
        self._clear = push_button()
        self._several = QWidget()
        self.filter = FilterField()
        self.filter.setClearButtonEnabled(True)
        row = QHBoxLayout(self._days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._since)
        row.addWidget(self.since, 1)
        row.addWidget(self._summit)
        row.addWidget(self._year)
        several = QHBoxLayout(self._several)
        several.setContentsMargins(0, 0, 0, 0)
        several.setSpacing(8)
        several.addWidget(self.beside, 1)
        several.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._days)
        column.addWidget(self._several)
        column.addWidget(self.filter)
        self.filter.textChanged.connect(self.narrowed)
        self.since.returnPressed.connect(self.take_day)
        self.beside.returnPressed.connect(self.add)
        self._clear.clicked.connect(self.comparison_cleared)
        self._summit.clicked.connect(self.take_summit)
        self._year.clicked.connect(self.take_year)

    @property
    def as_read(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in the order of reading."""
        return self.since, self._summit, self._year, self.beside, self._clear, self.filter

    def show_card(self, card: Card, *, same: bool) -> None:
        """Show what serves `card`; the words stay where it is the `same` card on another day."""
        lang = card.lang
        if not same:
            self.filter.blockSignals(True)
            self.filter.clear()
            self.filter.blockSignals(False)
        self._on = card.on
        for field, key in ((self.filter, "claims-filter"), (self.since, "changes-since"), (self.beside, "compare-add")):
            field.setAccessibleName(say(key, lang))
        show_hint(self.filter, say("claims-filter", lang), lang)
        if not same:
            self.beside.clear()
        show_hint(self.beside, say("compare-add", lang), lang)
        self._clear.setText(say("compare-clear", lang))
        self._clear.setEnabled(bool(card.compared))
        compares = card.id.partition(":")[0] == COMPARE
        self._several.setVisible(compares)
        self._since.setFont(self._theme.font("label"))
        show_text(self._since, say("changes-since", lang), lang)
        self.since.setToolTip(say("changes-since-tip", lang))
        self._summit.setText(say("changes-summit", lang))
        self._year.setText(say("changes-year", lang))
        if card.since is not None:
            self.since.setText(self._theme.voice.day(card.since))
            self.since.setCursorPosition(0)
        self._days.setVisible(card.since is not None)
        self.filter.setVisible(card.filterable)
        self.setVisible(card.filterable or card.since is not None or compares)

    def take_day(self) -> None:
        self.since_chosen.emit(self.since.text())

    def add(self) -> None:
        self.beside_chosen.emit(self.beside.text())

    def take_summit(self) -> None:
        self.since_chosen.emit("")

    def take_year(self) -> None:
        """The same day of the year before; of 29 February the day before it."""
        assert self._on is not None
        day = self._on if (self._on.month, self._on.day) != (2, 29) else self._on.replace(day=28)
        self.since_chosen.emit(day.replace(year=day.year - 1).isoformat())

    def take_focus(self) -> None:
        (self.beside if self._several.isVisibleTo(self) else self.filter).setFocus(Qt.FocusReason.ShortcutFocusReason)
