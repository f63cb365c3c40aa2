"""The settings: look, contrast, Arabic spelling, how sources are cited, the clipboard; the window follows at once."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sco_reader import reference
from sco_reader.arabic.bidi import isolate
from sco_reader.desktop.parts import frame, label, panel
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.settings import Settings
from sco_reader.store import Connection
from sco_reader.voice import voice_of
from sco_reader.words import say

_LOOKS = {"system": "look-system", "light": "look-light", "dark": "look-dark"}
_CONTRASTS = {"system": "contrast-system", "more": "contrast-more", "normal": "contrast-normal"}
_HOUSES = {"": "house-none", "egypt": "house-egypt", "gulf": "house-gulf", "levant": "house-levant",
           "maghreb": "house-maghreb"}  # fmt: skip
_MONTHS = {"": "months-house", "egypt": "months-egypt", "levant": "months-levant", "maghreb": "months-maghreb",
           "morocco": "months-morocco"}  # fmt: skip
_DIGITS = {"western": "digits-western", "arabic": "digits-arabic"}
_MANNERS = {"chicago": "manner-chicago", "apa": "manner-apa"}
_SAMPLE = ("xi-jinping", "sadyr-japarov", "shanghai", "kg")
_DAY = date(2024, 7, 4)
_EDGE = 24


class SettingsSheet(QDialog):
    """The choices and a sample; each takes effect at once and stays when the sheet is closed."""

    look_chosen = Signal()
    style_chosen = Signal()

    def __init__(self, db: Connection, settings: Settings, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._db = db
        self._settings = settings
        self._theme = theme
        self.look = self._choice(_LOOKS, settings.theme)
        self.contrast = self._choice(_CONTRASTS, settings.contrast)
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
        self._show_sample()
        self._place(parent)
        for choice in (self.look, self.contrast):
            choice.currentIndexChanged.connect(self.take_look)
        for choice in (self.house, self.months, self.digits, self.manner):
            choice.currentIndexChanged.connect(self.take)
        self.hijri.toggled.connect(self.take)
        self.watch.toggled.connect(self.take_watch)
        self._close.clicked.connect(self.accept)
        self.house.setFocus()  # what one comes here for; the look has keys of its own

    def _choice(self, words: dict[str, str], chosen: str) -> QComboBox:
        made = QComboBox()
        for value, word in words.items():
            made.addItem(say(word, self._theme.lang), value)
        made.setCurrentIndex(made.findData(chosen))
        return made

    def _place(self, parent: QWidget) -> None:
        lang, theme = self._theme.lang, self._theme
        self.setWindowTitle(say("view-settings", lang))
        page = panel("keyPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        below = label("quiet", wrap=True)
        show_text(below, say("settings-where", lang), lang)
        below.setFont(theme.font("label"))
        column.addWidget(self._heading("settings-look"))
        column.addLayout(self._look_row())
        column.addSpacing(6)
        column.addWidget(self._heading("settings-arabic"))
        column.addWidget(below)
        column.addLayout(self._arabic_grid())
        column.addSpacing(4)
        column.addWidget(self._sample_box())
        column.addSpacing(4)
        column.addWidget(self.watch)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_EDGE, 16, _EDGE, 16)
        whole.setSpacing(8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the keyboard from choice to choice
        area.setWidget(page)
        whole.addWidget(area, 1)
        whole.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTrailing)
        needed, close = page.sizeHint(), self._close.sizeHint().height()
        room = parent.height() - 2 * _EDGE
        self.resize(needed.width() + 2 * _EDGE, min(needed.height() + close + 2 * _EDGE, room))

    def _heading(self, word: str) -> QLabel:
        made = QLabel()
        show_text(made, say(word, self._theme.lang), self._theme.lang)
        made.setFont(self._theme.font("view-title"))
        return made

    def _look_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for word, choice in (("settings-mode", self.look), ("settings-contrast", self.contrast)):
            row.addWidget(self._name(word, choice))
            row.addWidget(choice, 1)
        return row

    def _arabic_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (word, choice) in enumerate(
            (("settings-house", self.house), ("settings-months", self.months), ("settings-digits", self.digits),
             ("", self.hijri), ("settings-manner", self.manner))
        ):  # fmt: skip
            if isinstance(choice, QComboBox):
                grid.addWidget(self._name(word, choice), row, 0)
                choice.setMinimumWidth(self._theme.px(260))
            grid.addWidget(choice, row, 1)
        return grid

    def _name(self, word: str, choice: QComboBox) -> QLabel:
        """The name that stands before a choice, and is said of it."""
        lang = self._theme.lang
        name = label("second")
        show_text(name, say(word, lang), lang)
        name.setBuddy(choice)
        choice.setAccessibleName(say(word, lang))
        choice.setMinimumHeight(self._theme.px(30))
        return name

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

    def take_look(self) -> None:
        """Draw the window as is chosen."""
        self._settings.theme = self.look.currentData()
        self._settings.contrast = self.contrast.currentData()
        self.look_chosen.emit()

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
