"""A paragraph with source marks in it: a click on one goes to the source, hovering and keys ask for the footnote."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent

from sco_reader.cards.card import Marks
from sco_reader.desktop.fact_strip import linked
from sco_reader.desktop.marked_text import MarkedText
from sco_reader.desktop.theme import Theme
from sco_reader.words import Lang


class MarkedLabel(MarkedText):
    """Tab steps from mark to mark, Enter or Space opens the footnote of the one under the keyboard."""

    source_requested = Signal(int)
    footnote_asked = Signal(object, QRect, int, bool)
    footnote_left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # Qt's own offers to copy `source:3`
        self._marks: tuple[Marks, ...] = ()
        self._by_key = False
        self.linkActivated.connect(self._follow)
        self.linkHovered.connect(self._hover)

    def show_marked(self, html: str, marks: tuple[Marks, ...], lang: Lang) -> None:
        """Show a paragraph of `fact_strip`; `marks` are those of its facts, in their order."""
        self._marks = marks
        self.show_marks(html, lang)
        self.setVisible(bool(html))

    def _follow(self, link: str) -> None:
        if self._by_key:
            self._ask(link)
        else:
            self.source_requested.emit(linked(link)[0])

    def _hover(self, link: str) -> None:
        if link:
            self._ask(link)
        else:
            self.footnote_left.emit()

    def _ask(self, link: str) -> None:
        number, place = linked(link)
        where = QRect(self.mapToGlobal(QPoint()), self.size())
        self.footnote_asked.emit(self._marks[place], where, number, self._by_key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_key = True
        if event.key() == Qt.Key.Key_Space:
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        super().keyPressEvent(event)
        self._by_key = False
