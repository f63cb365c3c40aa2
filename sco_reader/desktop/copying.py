"""What leaves the window by the clipboard."""

from PySide6.QtCore import QObject, Signal

from sco_reader.arabic.bidi import isolate
from sco_reader.desktop.card_view import CardView
from sco_reader.desktop.clipboard import copy_text
from sco_reader.desktop.theme import Theme
from sco_reader.words import say


class Copying(QObject):
    """One method a key of `keys.KEYS`: each copies, and tells what."""

    told = Signal(str)

    def __init__(self, theme: Theme, card: CardView) -> None:
        super().__init__(card)
        self._theme = theme
        self._card = card

    def copy_fact(self) -> None:
        self._copy(self._card.chosen_fact())

    def copy_name(self) -> None:
        """The name on the card, as the house spells it."""
        self._copy(self._card.card.title if self._card.card is not None else "")

    def tell(self, text: str) -> None:
        """Tell that `text` is on the clipboard."""
        self.told.emit(say("copied", self._theme.lang, text=isolate(text)))

    def _copy(self, text: str) -> None:
        if not text:
            self.told.emit(say("copied-nothing", self._theme.lang))
            return
        copy_text(text)
        self.tell(text)
