"""The footnote of whatever has a source mark, in all parts of the window: one pop-over for all of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sco_reader.desktop.card_view import CardView
from sco_reader.desktop.marks import Asked
from sco_reader.desktop.pages import Pages
from sco_reader.desktop.theme import Theme

if TYPE_CHECKING:
    from sco_reader.desktop.footnote import FootnotePopup


class Footnotes(QObject):
    """Makes the pop-over when it is first asked for, and takes the reader on to the list of sources."""

    copy_requested = Signal(object)
    """The Citation that is to be copied."""

    def __init__(self, theme: Theme, card: CardView, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._card = card
        self._window = window
        self._popup: FootnotePopup | None = None
        self._then: Callable[[int], None] | None = None

    def serve(self, pages: Pages) -> None:
        """Show what the card and the pages ask for."""
        for marked in (self._card, pages):
            marked.footnote_asked.connect(self.show_asked)
            marked.footnote_left.connect(self.leave)

    @property
    def popup(self) -> "FootnotePopup":
        if self._popup is None:
            from sco_reader.desktop.footnote import FootnotePopup

            self._popup = FootnotePopup(self._theme, self._window)
            self._popup.source_requested.connect(self.go_on)
            self._popup.copy_requested.connect(self.copy_requested)
        return self._popup

    def show_asked(self, asked: object) -> None:
        """Show what was Asked: at once and with the keyboard, or in a moment and without."""
        assert isinstance(asked, Asked)
        self._then = asked.then
        self.popup.help = asked.help
        (self.popup.step_in if asked.by_key else self.popup.show_soon)(asked.footnote, asked.anchor, asked.number)

    def leave(self) -> None:
        if self._popup is not None:
            self._popup.leave()

    def close_up(self) -> None:
        """Close it: what it belongs to is no longer on show."""
        if self._popup is not None:
            self._popup.close_up()

    def go_on(self, number: int) -> None:
        """From the footnote to source `number` in the list of that part of the window."""
        if self._then is not None:
            self._then(number)

    def footnote(self) -> None:
        """The footnote of the fact under the keyboard, or of the row that is chosen on the card."""
        self._card.ask_footnote()
