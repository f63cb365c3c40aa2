"""The settings: Arabic spelling, months, digits, how sources are cited, the clipboard; the window follows at once."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sco_reader import reference
from sco_reader.arabic.bidi import isolate
from sco_reader.desktop.parts import frame, label
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.settings import Settings
from sco_reader.store import Connection
from sco_reader.voice import voice_of
from sco_reader.words import say

_HOUSES = {"": "house-none", "egypt": "house-egypt", "gulf": "house-gulf", "levant": "house-levant",
           "maghreb": "house-maghreb"}  # fmt: skip
_MONTHS = {"": "months-house", "egypt": "months-egypt", "levant": "months-levant", "maghreb": "months-maghreb",
           "morocco": "months-morocco"}  # fmt: skip
_DIGITS = {"western": "digits-western", "arabic": "digits-arabic"}
_MANNERS = {"chicago": "manner-chicago", "apa": "manner-apa"}
_SAMPLE = ("xi-jinping", "sadyr-japarov", "shanghai", "kg")
_DAY = date(2024, 7, 4)


class SettingsSheet(QDialog):
    """The choices and a sample; each takes effect at once and stays when the sheet is closed."""

    style_chosen = Signal()

    def __init__(self, db: Connection, settings: Settings, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._db = db
        self._settings = settings
        self._theme = theme
        self.house = self._choice(_HOUSES, settings.house)
        self.months = self._choice(_MONTHS, settings.months)
        self.digits = self._choice(_DIGITS, settings.digits)
        self.manner = self._choice(_MANNERS, settings.manner)
        self.hijri = QCheckBox(say("settings-hijri", theme.lang))
        self.hijri.setChecked(settings.hijri)
        self.watch = QCheckBox(say("settings-watch", theme.lang))
        self.watch.setToolTip(say("settings-watch-tip", theme.lang))
        self.watch.setAccessibleDescription(say("settings-watch-tip", theme.lang))
        self.watch.setChecked(settings.watch_clipboard)
        self._names, self._days = label(wrap=True), label("second", wrap=True)
        self._close = QPushButton(say("settings-close", theme.lang))
        self._place()
        for choice in (self.house, self.months, self.digits, self.manner):
            choice.currentIndexChanged.connect(self.take)
        self.hijri.toggled.connect(self.take)
        self.watch.toggled.connect(self.take_watch)
        self._close.clicked.connect(self.accept)
        self._show_sample()

    def _choice(self, words: dict[str, str], chosen: str) -> QComboBox:
        made = QComboBox()
        for value, word in words.items():
            made.addItem(say(word, self._theme.lang), value)
        made.setCurrentIndex(made.findData(chosen))
        return made

    def _place(self) -> None:
        lang, theme = self._theme.lang, self._theme
        self.setWindowTitle(say("view-settings", lang))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        title, below = QLabel(), label("quiet", wrap=True)
        show_text(title, say("settings-arabic", lang), lang)
        title.setFont(theme.font("view-title"))
        show_text(below, say("settings-where", lang), lang)
        below.setFont(theme.font("label"))
        column.addWidget(title)
        column.addWidget(below)
        column.addSpacing(4)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (word, choice) in enumerate(
            (("settings-house", self.house), ("settings-months", self.months), ("settings-digits", self.digits),
             ("", self.hijri), ("settings-manner", self.manner))
        ):  # fmt: skip
            if isinstance(choice, QComboBox):
                self._name(grid, row, word, choice)
            grid.addWidget(choice, row, 1)
        column.addLayout(grid)
        column.addSpacing(4)
        column.addWidget(self._sample_box())
        column.addSpacing(4)
        column.addWidget(self.watch)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTrailing)

    def _name(self, grid: QGridLayout, row: int, word: str, choice: QComboBox) -> None:
        lang, theme = self._theme.lang, self._theme
        name = label("second")
        show_text(name, say(word, lang), lang)
        name.setBuddy(choice)
        choice.setAccessibleName(say(word, lang))
        choice.setMinimumHeight(theme.px(30))
        choice.setMinimumWidth(theme.px(260))
        grid.addWidget(name, row, 0)

    def _sample_box(self) -> QFrame:
        box = frame("sample")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.setSpacing(2)
        heading = label("label")
        show_text(heading, say("settings-sample", self._theme.lang), self._theme.lang)
        heading.setFont(self._theme.font("label"))
        for line in (heading, self._names, self._days):
            inner.addWidget(line)
        return box

    def take(self) -> None:
        """Put what is chosen in force."""
        self._settings.house = self.house.currentData()
        self._settings.months = self.months.currentData()
        self._settings.digits = self.digits.currentData()
        self._settings.manner = self.manner.currentData()
        self._settings.hijri = self.hijri.isChecked()
        self._show_sample()
        self.style_chosen.emit()

    def take_watch(self, watched: bool) -> None:
        self._settings.watch_clipboard = watched

    def _show_sample(self) -> None:
        """Names and a day in Arabic, whatever the language of the window: it is Arabic that is chosen here."""
        voice = voice_of(self._db, "ar", self._settings.style)
        names = [voice.name(reference.entity(self._db, an_id).name) for an_id in _SAMPLE]
        show_text(self._names, " · ".join(map(isolate, names)), "ar")
        show_text(self._days, " · ".join(filter(None, (voice.day(_DAY), voice.hijri(_DAY)))), "ar")
