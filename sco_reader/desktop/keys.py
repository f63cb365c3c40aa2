"""Every key of the window: declared once, used by the actions and shown on the sheet of keys (F1)."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sco_reader.desktop.parts import label
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.words import say


class Key(NamedTuple):
    """A wish of the reader: the word that names it in the catalogue, and its keys."""

    word: str
    keys: tuple[str, ...]


KEYS = {
    "search": Key("action-search", ("Ctrl+K", "Ctrl+L")),
    "asof": Key("action-asof", ("Ctrl+D",)),
    "organisation": Key("action-organisation", ("Ctrl+1",)),
    "timeline": Key("action-timeline", ("Ctrl+2",)),
    "about_data": Key("about-data", ("Ctrl+3",)),
    "matrix": Key("action-matrix", ("Ctrl+4",)),
    "claims": Key("action-claims", ("Ctrl+5",)),
    "changes": Key("action-changes", ("Ctrl+6",)),
    "compare": Key("action-compare", ("Ctrl+7",)),
    "sheet": Key("action-sheet", ("Ctrl+P",)),
    "back": Key("action-back", ("Alt+Left",)),
    "forward": Key("action-forward", ("Alt+Right",)),
    "previous": Key("action-previous", ("Ctrl+,",)),
    "next": Key("action-next", ("Ctrl+.",)),
    "today": Key("action-today", ("Ctrl+T",)),
    "toggle_sources": Key("action-sources", ("Ctrl+U",)),
    "copy_fact": Key("action-copy-fact", ("Ctrl+Shift+C",)),
    "copy_name": Key("action-copy-name", ("Ctrl+Shift+N",)),
    "next_panel": Key("action-next-panel", ("F6",)),
    "next_section": Key("action-next-section", ("Ctrl+PgDown",)),
    "previous_section": Key("action-previous-section", ("Ctrl+PgUp",)),
    "language": Key("action-language", ("Ctrl+Shift+L",)),
    "toggle_mode": Key("action-theme", ("Ctrl+Shift+D",)),
    "zoom_in": Key("action-zoom-in", ("Ctrl++", "Ctrl+=")),
    "zoom_out": Key("action-zoom-out", ("Ctrl+-",)),
    "zoom_reset": Key("action-zoom-reset", ("Ctrl+0",)),
    "settings": Key("action-settings", ("Ctrl+Shift+O",)),
    "keys": Key("action-keys", ("F1",)),
    "quit": Key("action-quit", ("Ctrl+Q",)),
}
"""By the name of the window's method that does it."""


class KeySheet(QDialog):
    """All keys on one page."""

    def __init__(self, theme: Theme, about: str, parent: QWidget) -> None:
        super().__init__(parent)
        lang = theme.lang
        self.setWindowTitle(say("action-keys", lang))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        title = QLabel(say("action-keys", lang))
        title.setFont(theme.font("view-title"))
        column.addWidget(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        half = -(-len(KEYS) // 2)
        for number, key in enumerate(KEYS.values()):
            keys = label("second")
            show_text(keys, " / ".join(key.keys), "en")
            keys.setFont(theme.font("strong"))
            place = (number % half, 2 * (number // half))
            grid.addWidget(keys, *place)
            grid.addWidget(QLabel(say(key.word, lang)), place[0], place[1] + 1)
        column.addLayout(grid)
        more = label("quiet", wrap=True)
        show_text(more, about, lang)
        more.setFont(theme.font("label"))
        column.addSpacing(12)
        column.addWidget(more)
        close = QPushButton(say("sheet-close", lang))
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
