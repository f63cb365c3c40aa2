"""What comes to the window from outside: the query of a later launch, a link, the clipboard; and links that go out."""

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from sco_reader.arabic.bidi import bare, isolate, neutralise
from sco_reader.errors import UserError
from sco_reader.links import Link, is_link
from sco_reader.search import CONFIDENT, Hit, lookup
from sco_reader.settings import Settings
from sco_reader.store import Connection
from sco_reader.words import say

if TYPE_CHECKING:
    from sco_reader.desktop.instance import Wish
    from sco_reader.desktop.popup import Popup
    from sco_reader.desktop.window import Window

_MOST_BESIDE = 4


class Arrivals(QObject):
    """One method a key of `keys.KEYS`, and one for each who asks: a launch, the clipboard, the look-up."""

    def __init__(self, db: Connection, settings: Settings, window: "Window") -> None:
        super().__init__(window)
        self._db = db
        self._settings = settings
        self._window = window
        self._popup: Popup | None = None
        self._beside: list[Popup] = []
        self._watches = False
        window.begun.connect(self._watch_clipboard)
        window.lookup.beside_requested.connect(self.open_beside)
        window.noting.link_followed.connect(self.follow)
        window.closing.connect(self.leave)

    def take(self, wish: "Wish") -> None:
        """Do what a later launch asks, in the small window or, having come to the front, in the large one."""
        try:
            if wish.on:
                self._window.as_of.set_text(wish.on)
            if wish.popup and (hit := self._sure_hit(_one_line(wish.query))) is not None:
                self._answer(hit.id)
                return
            self._come_forward(wish.token)
            self._ask(wish.query)
        except UserError as error:
            self._window.show_problem(error)

    def _come_forward(self, token: str = "") -> None:
        window = self._window
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt's Wayland plug-in reads it, once
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def _ask(self, query: str) -> None:
        """Follow a link, or look the words up and open what they surely mean."""
        text = _one_line(query)
        if is_link(text):
            self._follow(Link.parse(text))
        elif text:
            self._window.search()
            self._window.lookup.field.setText(text)
            if (hit := self._sure_hit(text)) is not None:
                self._window.open_entity(hit.id)

    def follow(self, text: str) -> None:
        """Go where a link of ours leads, which stood in a note."""
        try:
            self._follow(Link.parse(text))
        except UserError as error:
            self._window.show_problem(error)

    def _follow(self, link: Link) -> None:
        from sco_reader.desktop.places import place_of

        place = place_of(self._db, link)
        if link.on is not None:
            self._window.as_of.set_day(link.on)
        self._window.go_to(place)

    def _sure_hit(self, text: str) -> Hit | None:
        """What goes by `text`, where the program would open it without asking."""
        hits = lookup(self._db, text, limit=1, on=self._window.as_of.day)
        return hits[0] if hits and hits[0].score >= CONFIDENT else None

    def copy_link(self) -> None:
        """Copy the link to what is on show; it names the day, unless that is today."""
        from sco_reader.desktop.clipboard import copy_text
        from sco_reader.desktop.places import link_to

        as_of = self._window.as_of
        link = str(link_to(self._db, self._window.history.here, None if as_of.is_today else as_of.day))
        copy_text(link)
        self._tell("copied", text=isolate(link))

    def look_up_clipboard(self) -> None:
        """Look up the first line on the clipboard."""
        from sco_reader.desktop.clipboard import copied_line

        if not (text := copied_line()):
            self._tell("clipboard-empty")
            return
        try:
            self._ask(text)
        except UserError as error:
            self._window.show_problem(error)

    def _tell(self, key: str, **fields: object) -> None:
        self._window.message.tell(say(key, self._window.theme.lang, **fields))

    # The small windows

    def _watch_clipboard(self) -> None:
        QGuiApplication.clipboard().dataChanged.connect(self._see_copy)
        self._watches = True

    def _see_copy(self) -> None:
        """Where the reader wishes it, answer what was copied elsewhere; what is not surely known stays unanswered."""
        if not self._settings.watch_clipboard:
            return
        from sco_reader.desktop.clipboard import copied_line, is_our_copy

        if is_our_copy() or not (text := _one_line(copied_line())):
            return
        if (hit := self._sure_hit(text)) is not None:
            self._answer(hit.id)

    def _answer(self, an_id: str) -> None:
        """In the one small window that the next answer takes."""
        if self._popup is None:
            self._popup = self._new_popup()
        self._popup.show_entity(an_id, number=0)

    def open_beside(self, an_id: str) -> None:
        """Open a small window that stays; asked for once more, it takes the keyboard."""
        known = next((popup for popup in self._beside if popup.id == an_id and popup.isVisible()), None)
        if known is not None:
            known.raise_()
            known.activateWindow()
            return
        free = next((popup for popup in self._beside if not popup.isVisible()), None)
        if free is None:
            free = self._new_popup() if len(self._beside) < _MOST_BESIDE else self._beside.pop(0)
            self._beside.append(free)
        free.show_entity(an_id, number=1 + self._beside.index(free))

    def _new_popup(self) -> "Popup":
        from sco_reader.desktop.popup import Popup

        popup = Popup(self._db, self._settings, self._window.theme, self._window.as_of)
        popup.opened.connect(self._open_from_popup)
        self._window.appearance.changed.connect(popup.show_anew)
        return popup

    def _open_from_popup(self, an_id: str) -> None:
        self._come_forward()
        self._window.open_entity(an_id)

    def leave(self) -> None:
        """The small windows go with the large one, and nothing is watched any more."""
        if self._watches:
            QGuiApplication.clipboard().dataChanged.disconnect(self._see_copy)
            self._watches = False
        for popup in (self._popup, *self._beside):
            if popup is not None:
                popup.close()
                popup.deleteLater()
        self._popup = None
        self._beside = []


def _one_line(text: str) -> str:
    """`text` from outside as one line: no control in it is obeyed, and none is looked for."""
    return " ".join(neutralise(bare(text)).split())
