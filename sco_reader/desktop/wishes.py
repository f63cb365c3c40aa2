"""Every wish as one action, which menus, palette and keys share: what it is called, and whether it applies now."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from sco_reader.desktop.as_of import FIRST_DAY
from sco_reader.desktop.keys import KEYS, Role, keys_of
from sco_reader.words import say

if TYPE_CHECKING:
    from sco_reader.desktop.window import Window

_ROLES: dict[Role, QAction.MenuRole] = {
    "": QAction.MenuRole.NoRole,
    "about": QAction.MenuRole.AboutRole,
    "preferences": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
}

_ON_CARDS_ALONE = ("toggle_sources", "copy_fact", "next_section", "previous_section")


class Wishes(QObject):
    """One QAction a line of `keys.KEYS`; triggered, it calls the method of that name on the window or on a hand."""

    def __init__(self, window: "Window", hands: tuple[QObject, ...]) -> None:
        super().__init__(window)
        self._window = window
        self._hands = hands
        self.actions: dict[str, QAction] = {}

    def make(self) -> None:
        """Make the actions; from then on their keys work."""
        for name, key in KEYS.items():
            action = QAction(self._window)
            action.setObjectName(name)
            action.setMenuRole(_ROLES[key.role])
            action.setCheckable(name in self._checks)
            action.triggered.connect(self.way(name))
            self._window.addAction(action)
            self.actions[name] = action
        self.retranslate()

    def way(self, name: str) -> Callable[[], None]:
        """The method that grants the wish `name`."""
        hand = next(hand for hand in self._hands if hasattr(hand, name))
        found: Callable[[], None] = getattr(hand, name)
        return found

    def retranslate(self) -> None:
        """Put names and keys in the language in force: arrows turn with it."""
        lang = self._window.theme.lang
        for name, action in self.actions.items():
            keys = [QKeySequence(each) for each in keys_of(KEYS[name], rtl=lang == "ar")]
            action.setShortcuts(keys)
            action.setText(say(KEYS[name].word, lang))
            action.setIconText(action.text())

    def refresh(self) -> None:
        """Enable what applies to the place and the day on show, and mark what is on."""
        applies, checks = self._applies, self._checks
        for name, action in self.actions.items():
            action.setEnabled(applies.get(name, True))
            if name in checks:
                action.setChecked(checks[name])

    @property
    def _applies(self) -> dict[str, bool]:
        """Whether a wish applies now; one that is not named always does."""
        window = self._window
        on_card = window.history.here.view == "card"
        percent = window.theme.percent
        first = window.as_of.meetings[0].end
        return dict.fromkeys(_ON_CARDS_ALONE, on_card) | {
            "back": window.history.can_go_back,
            "forward": window.history.can_go_forward,
            **dict.fromkeys(("close_tab", "next_tab", "previous_tab"), len(window.history.tabs) > 1),
            "previous": window.as_of.day > first,
            "next": not window.as_of.is_today,
            "previous_change": window.as_of.day > FIRST_DAY,
            "next_change": not window.as_of.is_today,
            "today": not window.as_of.is_today,
            "zoom_in": percent < 160,
            "zoom_out": percent > 90,
            "zoom_reset": percent != 100,
        }

    @property
    def _checks(self) -> dict[str, bool]:
        """Wishes that turn something on and off, and whether it is on."""
        window = self._window
        return {
            "toggle_sources": window.sources.isVisible(),
            "menu_bar": window.menus.is_shown,
            "full_screen": window.isFullScreen(),
            "higher_contrast": window.theme.contrast == "more",
        }


def key_text(action: QAction) -> str:
    """The first key of a wish, as this system writes it: Ctrl+K, or ⌘K."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def native(key: str) -> str:
    """A key of `keys.KEYS` as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


ON_MAC = sys.platform == "darwin"
