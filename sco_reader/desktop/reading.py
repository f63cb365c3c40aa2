"""What comes after the first frame: the card, its sources, and the hands of the window, each in its place."""

from pathlib import Path
from typing import TYPE_CHECKING

from sco_reader.desktop.arrivals import Arrivals
from sco_reader.desktop.card_view import CardView
from sco_reader.desktop.context_menu import ContextMenu
from sco_reader.desktop.copying import Copying
from sco_reader.desktop.footnotes import Footnotes
from sco_reader.desktop.guide import Guide
from sco_reader.desktop.mouse_ways import MouseWays
from sco_reader.desktop.notes_hand import NotesHand
from sco_reader.desktop.printing import Printing
from sco_reader.desktop.sources_panel import SourcesPanel
from sco_reader.desktop.tabling import Tabling
from sco_reader.desktop.ways import Ways
from sco_reader.desktop.wishes import Wishes
from sco_reader.settings import Settings
from sco_reader.store import Connection

if TYPE_CHECKING:
    from sco_reader.desktop.window import Window


def bring_reading(window: "Window", db: Connection, settings: Settings, folder: Path) -> None:
    """Make them and join them to `window`; a wish goes to the first of the hands that has its method."""
    theme = window.theme
    window.card = CardView(theme)
    window.sources = SourcesPanel(theme)
    window.sources.setMinimumWidth(theme.px(210))
    window.noting = NotesHand(db, folder, window)
    for place, part in ((1, window.noting.column), (2, window.sources)):
        kept = window.split.widget(place)
        assert kept is not None
        hidden = kept.isHidden()
        window.split.replaceWidget(place, part)
        part.setHidden(hidden)
        kept.deleteLater()
    window.ways = Ways(db, window.as_of, window.history, window.card)
    window.copying = Copying(db, theme, window.card, window.sources)
    window.footnotes = Footnotes(theme, window.card, window)
    window.tabling = Tabling(theme, window.card, window.pages)
    window.arrivals = Arrivals(db, settings, window)
    window.guide = Guide(db, window.as_of, settings, theme, window)
    window.context = ContextMenu(db, window)
    window.printing = Printing(window)
    views = (window, window.ways, window.tabs)
    own = (window.copying, window.tabling, window.footnotes, window.noting, window.arrivals)
    tools = (window.appearance, window.menus, window.guide, window.context, window.printing)
    window.wishes = Wishes(window, (*views, *own, *tools))
    window.guide.wishes = window.wishes
    mouse = MouseWays(window)
    mouse.back_wished.connect(window.back)
    mouse.forward_wished.connect(window.forward)
    window.bar.sheet_requested.connect(window.printing.sheet)
    window.bar.changes_requested.connect(window.ways.changes)
    window.ways.place_chosen.connect(window.go_to)
    window.card.entity_opened.connect(window.open_entity)
    window.card.source_requested.connect(window.show_source)
    window.card.day_requested.connect(window.as_of.set_text)
    window.footnotes.serve(window.pages)
    window.copying.serve(window.pages, window.footnotes)
