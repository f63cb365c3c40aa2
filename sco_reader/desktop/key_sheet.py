"""The sheet of keys (F1)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sco_reader.desktop.keys import KEYS
from sco_reader.desktop.parts import label
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.words import say


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
