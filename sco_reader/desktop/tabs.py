"""Tabs: several places at once, each with its own way back; the row is there where there are two or more."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTabBar, QWidget

from sco_reader.cards.ids import HOME, NO_ENTITY
from sco_reader.desktop.history import History, Place
from sco_reader.desktop.parts import tool_button
from sco_reader.desktop.pictures import icon
from sco_reader.desktop.theme import Theme
from sco_reader.settings import Settings
from sco_reader.store import Connection
from sco_reader.words import say

if TYPE_CHECKING:
    from sco_reader.desktop.window import Window

_WIDEST, _FRONT = 220, " front"


class TabRow(QTabBar):
    """A middle click closes a tab, as browsers do."""

    close_wished = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tabs")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and number >= 0:
            self.close_wished.emit(number)
        else:
            super().mouseReleaseEvent(event)


class Tabs(QObject):
    """One method a key of `keys.KEYS`; keeps the row true to the history."""

    def __init__(self, db: Connection, history: History, settings: Settings, theme: Theme, window: "Window") -> None:
        super().__init__(window)
        self._db = db
        self._history = history
        self._settings = settings
        self._theme = theme
        self._window = window
        self.row = TabRow()
        self.row.currentChanged.connect(self.turn_to)
        self.row.close_wished.connect(self.close)

    # Wishes

    def new_tab(self) -> None:
        """The place on show once more, in a tab of its own."""
        self.open(self._history.here)

    def close_tab(self) -> None:
        self.close(self._history.front)

    def next_tab(self) -> None:
        self.turn_to(self._history.front + 1)

    def previous_tab(self) -> None:
        self.turn_to(self._history.front - 1)

    def open(self, place: Place) -> None:
        """Show `place` in a new tab."""
        self._history.open_tab(place)
        self._window.show_place()

    def turn_to(self, number: int) -> None:
        """Bring a tab to the front; the first follows the last."""
        self._history.turn_to(number)
        self._window.show_place()

    def close(self, number: int) -> None:
        self._history.close_tab(number)
        self._window.show_place()

    def _close_own(self) -> None:
        """Close the tab whose button was pressed."""
        buttons = [self.row.tabButton(n, QTabBar.ButtonPosition.RightSide) for n in range(self.row.count())]
        self.close(next(number for number, button in enumerate(buttons) if button is self.sender()))

    # The row

    def refresh(self) -> None:
        """Show a tab a place, named as its card is, the front one marked."""
        places, row = self._history.tabs, self.row
        row.blockSignals(True)
        while row.count() > len(places):
            row.removeTab(row.count() - 1)
        while row.count() < len(places):
            self._add()
        for number, place in enumerate(places if len(places) > 1 else ()):
            title = self.title(place)
            row.setTabText(number, self._fitted(title))
            row.setTabToolTip(number, title)
            button = row.tabButton(number, QTabBar.ButtonPosition.RightSide)
            named = say("tab-close", self._theme.lang, title=title)
            button.setAccessibleName(named)
            button.setToolTip(named)
        row.setCurrentIndex(self._history.front)
        row.blockSignals(False)
        row.setVisible(len(places) > 1)

    def _add(self) -> None:
        number = self.row.addTab("")
        button = tool_button("tabClose")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setIcon(icon("x", self._theme.colour("ink2"), size=14))
        button.clicked.connect(self._close_own)
        self.row.setTabButton(number, QTabBar.ButtonPosition.RightSide, button)

    def _fitted(self, title: str) -> str:
        """The title as wide as a tab may be; `&` stands for itself."""
        metrics = self.row.fontMetrics()
        return metrics.elidedText(title, Qt.TextElideMode.ElideRight, self._theme.px(_WIDEST)).replace("&", "&&")

    def title(self, place: Place) -> str:
        """What a place is called: by its view, or by what it shows."""
        from sco_reader import reference
        from sco_reader.desktop.ways import ON_THE_RAIL
        from sco_reader.errors import UnknownId

        lang, voice = self._theme.lang, self._theme.voice
        named = self._window.printing.title(place)
        if not named and place.id.partition(":")[0] in NO_ENTITY:
            named = say(f"view-{ON_THE_RAIL[place.id.partition(':')[0]].removesuffix('_data')}", lang)
        if not named:
            try:
                named = voice.name(reference.entity(self._db, place.id).name)
            except UnknownId:
                named = place.id
        return say("sheet-title", lang, name=named) if place.view == "sheet" else named

    def retranslate(self) -> None:
        self.row.setFont(self._theme.font("label"))
        self.row.setAccessibleName(say("tabs", self._theme.lang))
        while self.row.count():  # the buttons in the colours of the theme, the titles in the language in force
            self.row.blockSignals(True)
            self.row.removeTab(0)
            self.row.blockSignals(False)

    # Between starts

    def remember(self) -> None:
        """Put the tabs into the settings as links, the one in front marked, where there are several."""
        from sco_reader.desktop.places import link_to

        places = self._history.tabs
        links = [str(link_to(self._db, place, None)) for place in places]
        links[self._history.front] += _FRONT
        self._settings.tabs = links if len(links) > 1 else []

    def restore(self) -> None:
        """Open the tabs of the last time about the place where the window stands, which was in front; what is no
        longer known is left out.
        """
        front = next((n for n, line in enumerate(self._settings.tabs) if line.endswith(_FRONT)), -1)
        before = [place for line in self._settings.tabs[: max(front, 0)] if (place := self._place(line))]
        after = [place for line in self._settings.tabs[front + 1 :] if (place := self._place(line))]
        own = self._place(self._settings.tabs[front]) if front >= 0 else None
        if own is not None and not self._history.can_go_back and self._history.here == Place("card", HOME):
            self._history.go_to(own)
        self._history.open_about(before, after)

    def _place(self, line: str) -> Place | None:
        from sco_reader.desktop.places import place_of
        from sco_reader.errors import UserError
        from sco_reader.links import Link

        try:
            return place_of(self._db, Link.parse(line.removesuffix(_FRONT)))
        except UserError:
            return None
