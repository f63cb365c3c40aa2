"""The menu bar: every wish of `keys.KEYS` in its menu, what was opened lately, and a letter under Alt for each.

It is quiet and stands above the as-of bar; who prefers the room hides it, and F10 then opens the same menus as one.
Its titles belong to the first frame, so that nothing jumps; what is in the menus is made after it.
"""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from sco_reader.arabic.bidi import LRI, PDI
from sco_reader.desktop.keys import KEYS, MENUS
from sco_reader.desktop.theme import Theme
from sco_reader.desktop.wishes import ON_MAC, Wishes, key_text
from sco_reader.errors import UnknownId
from sco_reader.settings import Settings
from sco_reader.store import Connection
from sco_reader.words import Lang, say


class MenuBar(QObject):
    """Fills the window's menu bar and keeps it true to language, place and day."""

    entity_opened = Signal(str)

    def __init__(self, db: Connection, settings: Settings, theme: Theme, window: QMainWindow) -> None:
        super().__init__(window)
        self._db = db
        self._settings = settings
        self._theme = theme
        self._bar = QMenuBar(window)
        window.setMenuBar(self._bar)
        self._titles = {menu: self._bar.addAction("") for menu in MENUS}
        self._menus: dict[str, QMenu] = {}
        self._recent: QMenu | None = None
        self._whole: QMenu | None = None
        self._wishes: Wishes | None = None
        self._bar.setVisible(settings.menu_bar)

    @property
    def is_shown(self) -> bool:
        return self._settings.menu_bar

    def fill(self, wishes: Wishes) -> None:
        """Put the wishes into their menus."""
        self._wishes = wishes
        for menu, title in self._titles.items():
            made = QMenu(self._bar)
            self._menus[menu] = made
            title.setMenu(made)
            for name, action in wishes.actions.items():
                if KEYS[name].menu != menu:
                    continue
                if KEYS[name].line:
                    made.addSeparator()
                made.addAction(action)
        self._recent = QMenu(self._menus["go"])
        self._recent.setObjectName("recent")
        self._recent.aboutToShow.connect(self._fill_recent)
        self._recent.triggered.connect(self._open)
        self._menus["go"].insertMenu(wishes.actions["asof"], self._recent)
        self.retranslate()

    def _fill_recent(self) -> None:
        from sco_reader import reference

        assert self._recent is not None
        self._recent.clear()
        for an_id in self._settings.recent:
            try:
                name = self._theme.voice.name(reference.entity(self._db, an_id).name)
            except UnknownId:
                continue
            self._recent.addAction(name.replace("&", "&&")).setData(an_id)

    def _open(self, action: QAction) -> None:
        self.entity_opened.emit(str(action.data()))

    # Wishes

    def menu_bar(self) -> None:
        """Hide the bar, or bring it back."""
        self._settings.menu_bar = not self._settings.menu_bar
        self._bar.setVisible(self._settings.menu_bar)
        self.refresh()

    def menu(self) -> None:
        """Open the first menu; where the bar is hidden, all of them as one."""
        if self._bar.isVisible():
            self._bar.setActiveAction(self._bar.actions()[0])
            return
        if self._whole is None:
            self._whole = QMenu(self._bar.window())
            self._whole.addActions(list(self._titles.values()))
        window = self._bar.window()
        rtl = window.layoutDirection() == Qt.LayoutDirection.RightToLeft
        corner = QPoint(window.width() - self._whole.sizeHint().width() if rtl else 0, 0)
        self._whole.popup(window.mapToGlobal(corner), self._whole.actions()[0])

    # Words

    def retranslate(self) -> None:
        lang = self._theme.lang
        self._bar.setFont(self._theme.font("label"))
        self._bar.setAccessibleName(say("action-menu-bar", lang))
        names = [say(f"menu-{menu}", lang) for menu in MENUS]
        for title, name in zip(self._titles.values(), mnemonics(names, lang), strict=True):
            title.setText(name)
        if self._recent is not None and self._wishes is not None:
            self._recent.setTitle(say("menu-recent", lang))
            self._wishes.retranslate()
            for made in self._menus.values():
                _write(made.actions(), lang)
        self.refresh()

    def refresh(self) -> None:
        """Show what applies now."""
        if self._recent is not None and self._wishes is not None:
            self._recent.setEnabled(bool(self._settings.recent))
            self._wishes.refresh()


def _write(actions: list[QAction], lang: Lang) -> None:
    """Give each line of a menu its letter, and its key from left to right."""
    letters = mnemonics([action.iconText() if action.menu() is None else action.text() for action in actions], lang)
    for action, text in zip(actions, letters, strict=True):
        if action.isSeparator():
            continue
        key = key_text(action)
        # Qt would turn Ctrl+, in an Arabic menu; behind a tab it takes our own words for the key.
        action.setText(f"{text}\t{LRI}{key}{PDI}" if key and lang == "ar" and not ON_MAC else text)


def mnemonics(names: Iterable[str], lang: Lang) -> list[str]:
    """The names of a menu with `&` before a letter that no other name of it has; Arabic menus go without.

    The first letter of a word comes before one inside it. An Arabic letter would be underlined in the middle of a
    joined word, and its key is another on every keyboard: there the arrows do.
    """
    taken: set[str] = set()
    marked = []
    for name in names:
        places = [] if lang == "ar" else _letters(name)
        place = next((place for place in places if name[place].casefold() not in taken), None)
        if place is None:
            marked.append(name)
            continue
        taken.add(name[place].casefold())
        marked.append(f"{name[:place]}&{name[place:]}")
    return marked


def _letters(name: str) -> list[int]:
    """Where the Latin letters of a name stand, first letters of words first."""
    places = [place for place, letter in enumerate(name) if letter.isascii() and letter.isalpha()]
    return sorted(places, key=lambda place: place > 0 and name[place - 1] != " ")
