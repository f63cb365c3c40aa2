"""Qt's own words, as in its dialogs for files and the menus of its fields, in the language of the window."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from sco_reader.words import Lang

_KEYS = "QShortcut"


class WordsOfQt(QTranslator):
    """Names of keys stay as they are printed on the keys: `Alt+Right` reads from the left in Arabic too."""

    def speak(self, lang: Lang) -> None:
        """Put the words of `lang` in force; English Qt speaks by itself."""
        QApplication.removeTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if lang != "en" and self.load(f"qtbase_{lang}", folder):
            QApplication.installTranslator(self)

    def translate(self, context: str, source: str, /, disambiguation: str | None = None, n: int = -1) -> str | None:
        # None, not "", tells Qt that there is no translation.
        if context == _KEYS:
            return None
        return super().translate(context, source, disambiguation, n) or None
