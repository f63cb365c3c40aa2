"""Where does F6 go? Round from the bar to the list, the card, its notes and the sources, and back."""

from PySide6.QtWidgets import QApplication

from sco_reader.desktop.as_of_bar import AsOfBar
from sco_reader.desktop.card_view import CardView
from sco_reader.desktop.lookup_panel import LookupPanel
from sco_reader.desktop.notes_hand import NotesHand
from sco_reader.desktop.sources_panel import SourcesPanel


def focus_next_panel(
    bar: AsOfBar, lookup: LookupPanel, card: CardView, noting: NotesHand, sources: SourcesPanel
) -> None:
    """Put the keyboard into the panel after the one that has it."""
    focus = QApplication.focusWidget()
    if focus is not None and bar.isAncestorOf(focus):
        lookup.edit()
    elif focus is not None and lookup.isAncestorOf(focus):
        card.take_focus()
    elif focus is not None and card.isAncestorOf(focus) and noting.is_open_below:
        noting.strip.take_focus()
    elif focus is not None and noting.column.isAncestorOf(focus) and sources.isVisible():
        sources.take_focus()
    else:
        bar.edit()
