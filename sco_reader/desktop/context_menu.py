"""The menu of a right click, the Menu key or Shift+F10: what can be done with the thing that is asked about."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu

from sco_reader import reference
from sco_reader.arabic.bidi import isolate
from sco_reader.desktop.asked import Asked, asked_about
from sco_reader.desktop.clipboard import copy_text
from sco_reader.desktop.history import Place
from sco_reader.desktop.keys import KEYS
from sco_reader.errors import UnknownId
from sco_reader.store import Connection
from sco_reader.words import say

if TYPE_CHECKING:
    from sco_reader.desktop.window import Window

_MOST_LINKS, _MOST_SOURCES = 8, 3
_COPIES = tuple(name for name in KEYS if name.startswith(("copy", "cite")))
"""Every wish that copies, so that a new one stands in the menu of a fact by its line in `keys.KEYS` alone."""


class ContextMenu(QObject):
    """Asks the part of the window that is meant, and offers what makes sense there."""

    def __init__(self, db: Connection, window: "Window") -> None:
        super().__init__(window)
        self._db = db
        self._window = window

    def offers(self) -> None:
        """Open the menu of what stands under the keyboard."""
        if QApplication.activePopupWidget() is None:  # the Menu key may come as a key and as an event
            self._open(asked_about(QApplication.focusWidget(), None))

    def show_for(self, event: QContextMenuEvent) -> bool:
        """Open the menu that a right click or the system's own key asks for; False where there is none."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.offers()
            return True
        at = event.globalPos()
        return self._open(asked_about(self._window.childAt(self._window.mapFromGlobal(at)), at))

    def _open(self, asked: Asked | None) -> bool:
        menu = self._menu(asked) if asked is not None else None
        if asked is None or menu is None or menu.isEmpty():
            return False
        menu.popup(asked.where)
        menu.setActiveAction(menu.actions()[0])
        return True

    def _menu(self, asked: Asked) -> QMenu:
        window, lang = self._window, self._window.theme.lang
        menu = QMenu(window)
        menu.aboutToHide.connect(menu.deleteLater)
        focus = QApplication.focusWidget()
        if focus is not None:
            menu.aboutToHide.connect(focus.setFocus)  # a wish asks where the keyboard is
        for name, an_id in asked.links[:_MOST_LINKS]:
            text = say("offer-open", lang, name=isolate(name or self._name(an_id) or asked.text)).replace("&", "&&")
            menu.addAction(text).triggered.connect(partial(window.open_entity, an_id))
        if len(asked.links) == 1:
            in_tab = partial(window.tabs.open, Place("card", asked.links[0][1]))
            menu.addAction(say("offer-open-tab", lang)).triggered.connect(in_tab)
            self._add_more(menu, asked.links[0][1])
        menu.addSeparator()
        for number in asked.sources[:_MOST_SOURCES]:
            text = window.theme.voice.say("offer-source", number=number)
            menu.addAction(text).triggered.connect(partial(window.show_source, number))
        if asked.address:
            menu.addAction(say("source-open", lang)).triggered.connect(partial(_open_address, asked.address))
        menu.addSeparator()
        if asked.copy is not None:
            menu.addAction(say(asked.copy_word, lang)).triggered.connect(asked.copy)
        elif asked.text:
            menu.addAction(say("offer-copy", lang)).triggered.connect(partial(self._copy, asked.text))
        if asked.address:
            menu.addAction(say("offer-copy-address", lang)).triggered.connect(partial(self._copy, asked.address))
        for name in _COPIES if asked.fact else ():
            menu.addAction(window.wishes.actions[name])
        return menu

    def _name(self, an_id: str) -> str:
        """The name of an entity that a row is about, whatever stands in its first column; "" of what is none."""
        try:
            return self._window.theme.voice.name(reference.entity(self._db, an_id).name)
        except UnknownId:
            return ""

    def _add_more(self, menu: QMenu, an_id: str) -> None:
        """What else can be done with one entity: set it beside the one on show, turn the window to its day."""
        window, lang = self._window, self._window.theme.lang
        try:
            kind = reference.entity(self._db, an_id).kind
        except UnknownId:
            return
        card = window.card.card
        if card is not None and kind in ("country", "person") and card.kind == kind and card.id != an_id:
            text = say("offer-compare", lang, name=isolate(card.title)).replace("&", "&&")
            menu.addAction(text).triggered.connect(partial(window.ways.compare_with, an_id))
        if kind == "meeting":
            menu.addAction(say("asof-offer", lang)).triggered.connect(partial(window.as_of.set_text, an_id))

    def _copy(self, text: str) -> None:
        copy_text(text)
        self._window.copying.tell(text)


def _open_address(address: str) -> None:
    """Hand an address to the system's browser: the reader asked for it."""
    QDesktopServices.openUrl(QUrl(address))
