"""What helps to find one's way in the program: the command palette, the sheet of keys, what the program is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sco_reader.desktop.as_of import AsOf
from sco_reader.desktop.theme import Theme
from sco_reader.desktop.wishes import Wishes
from sco_reader.settings import Settings
from sco_reader.store import Connection, meta

if TYPE_CHECKING:
    from sco_reader.desktop.first_steps import FirstSteps
    from sco_reader.desktop.window import Window

_NAMES = {"en": "Tokaev", "ar": "وتوكاييف"}
_SUMMIT = "hsc-2024"


class Guide(QObject):
    """One method a key of `keys.KEYS`; each sheet is made when it is asked for."""

    def __init__(self, db: Connection, as_of: AsOf, settings: Settings, theme: Theme, window: "Window") -> None:
        super().__init__(window)
        self._db = db
        self._as_of = as_of
        self._settings = settings
        self._theme = theme
        self._window = window
        self.wishes: Wishes | None = None
        """Set once the actions are there."""
        self._steps: FirstSteps | None = None

    def first_steps(self) -> None:
        """Say in three sentences what the program can do, each with a button that does it."""
        if self._steps is not None:
            return
        from sco_reader.desktop.first_steps import FirstSteps

        self._steps = FirstSteps(self._theme)
        self._steps.tried.connect(self.try_step)
        self._steps.closed.connect(self.end_steps)
        self._window.reading.insertWidget(0, self._steps)

    def end_steps(self) -> None:
        """Take the three sentences away."""
        if self._steps is not None:
            self._steps.hide()
            self._steps.deleteLater()
            self._steps = None
            self._window.search()

    def try_step(self, step: str) -> None:
        """Do what a sentence tells of: look a name up, turn the day, open a footnote."""
        window = self._window
        if step == "name":
            window.search()
            window.lookup.field.setText(_NAMES[self._theme.lang])
        elif step == "day":
            window.as_of.set_text(_SUMMIT)
        else:
            if window.history.here.view != "card":
                window.open_entity(window.history.here.id)
            window.card.facts.take_focus()
            window.footnotes.footnote()

    def find_wish(self) -> None:
        from sco_reader.desktop.wish_finder import WishFinder

        assert self.wishes is not None
        WishFinder(self.wishes, self._settings, self._theme, self._window).open_over(self._window)

    def keys(self) -> None:
        from sco_reader.desktop.key_sheet import KeySheet

        KeySheet(self._theme, self._window).open()

    def about(self) -> None:
        from sco_reader.desktop.about_sheet import AboutSheet

        horizon = self._theme.voice.day(self._as_of.horizon)
        AboutSheet(self._theme, meta(self._db, "edition"), horizon, self._window).open()
