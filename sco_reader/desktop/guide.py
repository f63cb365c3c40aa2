"""What helps to find one's way in the program: the command palette, the sheet of keys, what the program is."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sco_reader.desktop.as_of import AsOf
from sco_reader.desktop.theme import Theme
from sco_reader.desktop.wishes import Wishes
from sco_reader.settings import Settings
from sco_reader.store import Connection, meta


class Guide(QObject):
    """One method a key of `keys.KEYS`; each sheet is made when it is asked for."""

    def __init__(self, db: Connection, as_of: AsOf, settings: Settings, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._db = db
        self._as_of = as_of
        self._settings = settings
        self._theme = theme
        self._window = window
        self.wishes: Wishes | None = None
        """Set once the actions are there."""

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
