"""How the window looks and speaks: language, light and dark, contrast, size of text, the house."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from sco_reader.desktop.looks import direction_of, use_settings, use_style, wanted_look
from sco_reader.desktop.theme import Theme
from sco_reader.settings import Settings
from sco_reader.store import Connection

if TYPE_CHECKING:
    from sco_reader.desktop.words_of_qt import WordsOfQt


class Appearance(QObject):
    """One method a key of `keys.KEYS`: each changes the settings and the theme."""

    changed = Signal()
    """Everything is to be said and drawn anew."""

    def __init__(self, db: Connection, settings: Settings, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._db = db
        self._settings = settings
        self._theme = theme
        self._window = window
        self._words_of_qt: WordsOfQt | None = None

    def language(self) -> None:
        self._settings.lang = "en" if self._theme.lang == "ar" else "ar"
        self._use_look(lang=True)

    def toggle_mode(self) -> None:
        self._settings.theme = "light" if self._theme.mode == "dark" else "dark"
        self._use_look()

    def higher_contrast(self) -> None:
        """Stronger colours, or the usual ones again."""
        self._settings.contrast = "normal" if self._theme.contrast == "more" else "more"
        self._use_look()

    def zoom_in(self) -> None:
        self._zoom(10)

    def zoom_out(self) -> None:
        self._zoom(-10)

    def zoom_reset(self) -> None:
        self._zoom(100 - self._settings.text_percent)

    def full_screen(self) -> None:
        """Fill the screen, or go back to the size before."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def settings(self) -> None:
        from sco_reader.desktop.settings_sheet import SettingsSheet

        sheet = SettingsSheet(self._db, self._settings, self._theme, self._window)
        sheet.style_chosen.connect(self.follow_style)
        sheet.look_chosen.connect(self.follow_settings)
        sheet.open()

    def follow_settings(self) -> None:
        """Draw everything anew in the look now chosen."""
        self._use_look()

    def say_words_of_qt(self) -> None:
        """Let Qt's own words be of the language in force."""
        if self._words_of_qt is None:
            if self._theme.lang == "en":
                return
            from sco_reader.desktop.words_of_qt import WordsOfQt

            self._words_of_qt = WordsOfQt(self)
        self._words_of_qt.speak(self._theme.lang)

    def follow_system(self) -> None:
        """From now on turn light, dark and contrast with the desktop, where the settings leave them to it."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._take_system_look)
        hints.accessibility().contrastPreferenceChanged.connect(self._take_system_look)
        self._take_system_look()  # it may have changed since the start

    def _take_system_look(self) -> None:
        if wanted_look(self._settings) != (self._theme.mode, self._theme.contrast):
            self._use_look()

    def follow_style(self) -> None:
        """Say everything anew as the house now chosen does."""
        use_style(self._theme, self._settings, self._db)
        self.changed.emit()

    def _zoom(self, step: int) -> None:
        self._settings.text_percent = min(max(self._settings.text_percent + step, 90), 160)
        self._use_look()

    def _use_look(self, *, lang: bool = False) -> None:
        use_settings(self._theme, self._settings)
        if lang:
            QApplication.setLayoutDirection(direction_of(self._theme))
            self.say_words_of_qt()
        self.follow_style()
