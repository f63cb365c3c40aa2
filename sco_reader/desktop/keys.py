"""Every wish that the window grants: declared once, for the actions, the menus, the palette and the sheet of keys."""

import sys
from typing import Literal, NamedTuple, get_args

Menu = Literal["file", "edit", "view", "go", "help"]
MENUS: tuple[Menu, ...] = get_args(Menu)

Role = Literal["", "about", "preferences", "quit"]


class Key(NamedTuple):
    """A wish of the reader: the word that names it in the catalogue, its keys, and the menu where it stands.

    Within a menu wishes stand in the order of `KEYS`. A wish without keys is granted by menu and palette alone.
    """

    word: str
    keys: tuple[str, ...]
    menu: Menu
    line: bool = False
    """A line stands above it in its menu."""
    mac: tuple[str, ...] = ()
    """Its keys on macOS, where the convention there is another; Ctrl is the Command key."""
    mirrored: bool = False
    """Its keys are arrows that turn with the direction of reading."""
    role: Role = ""
    """Where macOS wants it: in the menu of the program itself."""


KEYS = {
    "new_tab": Key("action-new-tab", ("Ctrl+Shift+T",), "file"),
    "close_tab": Key("action-close-tab", ("Ctrl+W",), "file"),
    "save_section": Key("action-save-section", ("Ctrl+Shift+S",), "file"),
    "sheet": Key("action-sheet", ("Ctrl+P",), "file", line=True),
    "quit": Key("action-quit", ("Ctrl+Q",), "file", line=True, role="quit"),
    "undo": Key("action-undo", ("Ctrl+Z",), "edit"),
    "note": Key("action-note", ("Ctrl+Shift+M", "Ctrl+M"), "edit", line=True, mac=("Ctrl+Shift+M",)),
    "bookmark": Key("action-bookmark", ("Ctrl+B",), "edit"),
    "copy_fact": Key("action-copy-fact", ("Ctrl+Shift+C",), "edit", line=True),
    "copy_alone": Key("action-copy-alone", ("Ctrl+Shift+F",), "edit"),
    "copy_for_message": Key("action-copy-message", ("Ctrl+Shift+Y",), "edit"),
    "copy_for_legacy": Key("action-copy-legacy", ("Ctrl+Shift+X",), "edit"),
    "cite_as": Key("action-cite", ("Ctrl+Shift+J",), "edit"),
    "copy_section": Key("action-copy-section", ("Ctrl+Shift+R",), "edit", line=True),
    "copy_name": Key("action-copy-name", ("Ctrl+Shift+N",), "edit"),
    "copy_link": Key("action-copy-link", ("Ctrl+Shift+K",), "edit"),
    "settings": Key("action-settings", ("Ctrl+Shift+O",), "edit", line=True, mac=("Ctrl+,",), role="preferences"),
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
    "arrange": Key("action-arrange", ("Ctrl+Shift+A",), "view", line=True),
    "footnote": Key("action-footnote", ("Ctrl+I",), "view"),
    "toggle_sources": Key("action-sources", ("Ctrl+U",), "view"),
    "menu_bar": Key("action-menu-bar", ("Ctrl+Alt+M",), "view"),
    "full_screen": Key("action-full-screen", ("F11",), "view", mac=("Ctrl+Meta+F",)),
    "zoom_in": Key("action-zoom-in", ("Ctrl++", "Ctrl+="), "view", line=True),
    "zoom_out": Key("action-zoom-out", ("Ctrl+-",), "view"),
    "zoom_reset": Key("action-zoom-reset", ("Ctrl+0",), "view"),
    "language": Key("action-language", ("Ctrl+Shift+L",), "view", line=True),
    "toggle_mode": Key("action-theme", ("Ctrl+Shift+D",), "view"),
    "higher_contrast": Key("action-contrast", ("Ctrl+Shift+H",), "view"),
    "search": Key("action-search", ("Ctrl+K", "Ctrl+L"), "go"),
    "look_up_clipboard": Key("action-look-up-clipboard", ("Ctrl+Shift+V",), "go"),
    "back": Key("action-back", ("Alt+Left",), "go", line=True, mac=("Ctrl+[",), mirrored=True),
    "forward": Key("action-forward", ("Alt+Right",), "go", mac=("Ctrl+]",), mirrored=True),
    "next_tab": Key("action-next-tab", ("Ctrl+Tab",), "go", mac=("Meta+Tab",)),
    "previous_tab": Key("action-previous-tab", ("Ctrl+Shift+Tab",), "go", mac=("Meta+Shift+Tab",)),
    "asof": Key("action-asof", ("Ctrl+D",), "go", line=True),
    "previous": Key("action-previous", ("Ctrl+,",), "go", mac=("Ctrl+Shift+,",)),
    "next": Key("action-next", ("Ctrl+.",), "go", mac=("Ctrl+Shift+.",)),
    "previous_change": Key("action-previous-change", ("Alt+PgUp",), "go"),
    "next_change": Key("action-next-change", ("Alt+PgDown",), "go"),
    "today": Key("action-today", ("Ctrl+T",), "go"),
    "next_panel": Key("action-next-panel", ("F6",), "go", line=True),
    "next_section": Key("action-next-section", ("Ctrl+PgDown",), "go"),
    "previous_section": Key("action-previous-section", ("Ctrl+PgUp",), "go"),
    "find_wish": Key("action-palette", ("Ctrl+Shift+P",), "help"),
    "first_steps": Key("action-first-steps", (), "help"),
    "keys": Key("action-keys", ("F1",), "help"),
    "menu": Key("action-menu", ("F10",), "help"),
    "offers": Key("action-offers", ("Shift+F10", "Menu"), "help"),
    "about": Key("action-about", (), "help", line=True, role="about"),
}
"""By the name of the method that does it, of the window or of one of its hands (`Window._hands`)."""

ON_THE_SPOT = (
    ("spot-search", ("/",)),
    ("spot-open", ("Enter",)),
    ("spot-copy", ("Ctrl+C",)),
    ("spot-out", ("Esc",)),
    ("spot-zoom", ("+", "-", "0")),
    ("spot-ends", ("Home", "End")),
    ("spot-page", ("PgUp", "PgDown")),
)
"""Keys of the part that has the keyboard: no wish of the whole window, but on the sheet of keys."""

_TURNED = {"Left": "Right", "Right": "Left"}


def keys_of(key: Key, *, rtl: bool, mac: bool = sys.platform == "darwin") -> tuple[str, ...]:
    """The keys of a wish in a window that reads from the right, or from the left."""
    keys = key.mac if mac and key.mac else key.keys
    if not (rtl and key.mirrored):
        return keys
    return tuple("+".join(_TURNED.get(part, part) for part in each.split("+")) for each in keys)
