"""Every view of the window, from the program's own tables: a view that is added there is looked at here."""

from typing import Any

from PySide6.QtWidgets import QApplication

from sco_reader.desktop.keys import KEYS
from sco_reader.desktop.pages import OWN_PAGES
from sco_reader.desktop.ways import ON_THE_RAIL
from tests.desktop.keyboard import Keyboard
from tests.desktop.looking import cut

VIEWS = (*dict.fromkeys((*ON_THE_RAIL.values(), *OWN_PAGES)), "sheet")
"""Each by the name of its key."""

CARDS = {
    "country": "kz", "person": "kassym-jomart-tokayev", "meeting": "hsc-2024", "document": "astana-declaration-2024",
    "city": "astana", "partner": "un", "council": "cdm-2006", "milestone": "af-observer-applied-2015",
    "claim": "nato-of-the-east",
}  # fmt: skip
"""An entity of each kind."""


def go(window: Any, view: str, qtbot: Any) -> None:
    """Open a view by its key, or the card of an entity, and wait until it is there."""
    if view in KEYS:
        Keyboard(window, qtbot).press(KEYS[view].keys[0])
    else:
        window.open_entity(CARDS.get(view, view))
    if view == "sheet":
        qtbot.waitUntil(lambda: bool(window.pages.sheet.pdf), timeout=30_000)
    for _ in range(3):
        QApplication.processEvents()
    sources = window.sources.list  # a long list is laid out while nothing else waits
    if sources.isVisible() and sources.model().rowCount():
        last = sources.model().index(sources.model().rowCount() - 1, 0)
        qtbot.waitUntil(lambda: sources.visualRect(last).height() > 0)


def cut_in_any_view(window: Any, qtbot: Any) -> list[tuple[str, str]]:
    """The texts that have too little room, view by view, cards of every kind too."""
    found = []
    for view in (*VIEWS, *CARDS):
        go(window, view, qtbot)
        found += [(view, each) for each in cut(window)]
    return found
