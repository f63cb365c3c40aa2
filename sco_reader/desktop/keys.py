"""Every wish that the window grants: declared once, for the actions, the menus and the sheet of keys (F1)."""

from typing import Literal, NamedTuple

Menu = Literal["file", "edit", "view", "go", "help"]


class Key(NamedTuple):
    """A wish of the reader: the word that names it in the catalogue, its keys, and the menu where it stands."""

    word: str
    keys: tuple[str, ...]
    menu: Menu


KEYS = {
    "search": Key("action-search", ("Ctrl+K", "Ctrl+L"), "go"),
    "asof": Key("action-asof", ("Ctrl+D",), "go"),
    "organisation": Key("action-organisation", ("Ctrl+1",), "view"),
    "timeline": Key("action-timeline", ("Ctrl+2",), "view"),
    "about_data": Key("about-data", ("Ctrl+3",), "view"),
    "matrix": Key("action-matrix", ("Ctrl+4",), "view"),
    "claims": Key("action-claims", ("Ctrl+5",), "view"),
    "changes": Key("action-changes", ("Ctrl+6",), "view"),
    "compare": Key("action-compare", ("Ctrl+7",), "view"),
    "notes": Key("action-notes", ("Ctrl+8",), "view"),
    "map": Key("action-map", ("Ctrl+9",), "view"),
    "tables": Key("action-tables", ("Ctrl+Shift+E",), "view"),
    "sheet": Key("action-sheet", ("Ctrl+P",), "file"),
    "back": Key("action-back", ("Alt+Left",), "go"),
    "forward": Key("action-forward", ("Alt+Right",), "go"),
    "previous": Key("action-previous", ("Ctrl+,",), "go"),
    "next": Key("action-next", ("Ctrl+.",), "go"),
    "today": Key("action-today", ("Ctrl+T",), "go"),
    "toggle_sources": Key("action-sources", ("Ctrl+U",), "view"),
    "footnote": Key("action-footnote", ("Ctrl+I",), "view"),
    "copy_fact": Key("action-copy-fact", ("Ctrl+Shift+C",), "edit"),
    "copy_alone": Key("action-copy-alone", ("Ctrl+Shift+F",), "edit"),
    "copy_for_message": Key("action-copy-message", ("Ctrl+Shift+Y",), "edit"),
    "copy_for_legacy": Key("action-copy-legacy", ("Ctrl+Shift+X",), "edit"),
    "cite_as": Key("action-cite", ("Ctrl+Shift+J",), "edit"),
    "copy_section": Key("action-copy-section", ("Ctrl+Shift+R",), "edit"),
    "save_section": Key("action-save-section", ("Ctrl+Shift+S",), "file"),
    "arrange": Key("action-arrange", ("Ctrl+Shift+A",), "view"),
    "copy_name": Key("action-copy-name", ("Ctrl+Shift+N",), "edit"),
    "copy_link": Key("action-copy-link", ("Ctrl+Shift+K",), "edit"),
    "look_up_clipboard": Key("action-look-up-clipboard", ("Ctrl+Shift+V",), "go"),
    "note": Key("action-note", ("Ctrl+Shift+M", "Ctrl+M"), "edit"),
    "bookmark": Key("action-bookmark", ("Ctrl+B",), "edit"),
    "undo": Key("action-undo", ("Ctrl+Z",), "edit"),
    "next_panel": Key("action-next-panel", ("F6",), "go"),
    "next_section": Key("action-next-section", ("Ctrl+PgDown",), "go"),
    "previous_section": Key("action-previous-section", ("Ctrl+PgUp",), "go"),
    "language": Key("action-language", ("Ctrl+Shift+L",), "view"),
    "toggle_mode": Key("action-theme", ("Ctrl+Shift+D",), "view"),
    "zoom_in": Key("action-zoom-in", ("Ctrl++", "Ctrl+="), "view"),
    "zoom_out": Key("action-zoom-out", ("Ctrl+-",), "view"),
    "zoom_reset": Key("action-zoom-reset", ("Ctrl+0",), "view"),
    "settings": Key("action-settings", ("Ctrl+Shift+O",), "edit"),
    "keys": Key("action-keys", ("F1",), "help"),
    "quit": Key("action-quit", ("Ctrl+Q",), "file"),
}
"""By the name of the method that does it, of the window or of one of its hands (`Window._hands`)."""
