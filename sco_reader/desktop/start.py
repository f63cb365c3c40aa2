"""Opening the window: which language, which look, as it was left; then the event loop."""

import gc
import logging
import sys
import threading
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from sco_reader.arabic.wording import House
from sco_reader.desktop.instance import Wish, socket_name, user_folder
from sco_reader.errors import UserError
from sco_reader.settings import Settings, load_settings
from sco_reader.store import Connection
from sco_reader.words import Lang, say

if TYPE_CHECKING:
    from sco_reader.desktop.window import Window

_LOG = logging.getLogger(__name__)


def run_window(db: Connection, reference: Path, lang: Lang | None, wish: Wish, house: House | None) -> int:
    """Open the window and run until it is closed; `lang` and `house` go before the settings."""
    gc.disable()  # until the first frame: thousands of objects are made, none is garbage yet
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from sco_reader.desktop.looks import direction_of, use_settings
    from sco_reader.desktop.session import restore_looks
    from sco_reader.desktop.theme import Theme, load_fonts
    from sco_reader.desktop.window import Window

    app = QApplication(["sco-reader"])
    app.setApplicationDisplayName("SCO Reader")
    app.setDesktopFileName("sco-reader")
    app.setStyle("Fusion")
    folder = user_folder()
    settings = load_settings(folder)
    settings.lang = lang or settings.lang or _system_lang(QLocale.system().uiLanguages())
    settings.house = house or settings.house
    load_fonts(settings.lang)
    theme = Theme(app)
    use_settings(theme, settings)
    app.setLayoutDirection(direction_of(theme))
    window = Window(db, reference, settings, theme, today=date.today(), folder=folder)  # the reader's own day
    _Reporter(window).install()
    _set_icon(app)
    window.resize(1280, 800)
    restore_looks(window, settings)
    after = _AfterTheFirstFrame(window, settings, db, socket_name(folder, reference), wish)
    window.reading_made.connect(after.recall)
    window.begun.connect(after.listen)
    window.show()
    return int(app.exec())


def _system_lang(languages: list[str]) -> Lang:
    return "ar" if any(name.startswith("ar") for name in languages[:1]) else "en"


def _set_icon(app: object) -> None:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from sco_reader.paths import resource

    assert isinstance(app, QApplication)
    app.setWindowIcon(QIcon(str(resource("icons/sco-reader.svg"))))


class _AfterTheFirstFrame:
    """What a start does when the window is there already: back to its place, what was asked, the door for the next."""

    def __init__(self, window: "Window", settings: Settings, db: Connection, name: str, wish: Wish) -> None:
        self._window = window
        self._settings = settings
        self._db = db
        self._name = name
        self._wish = wish

    def recall(self) -> None:
        from sco_reader.desktop.session import restore_place

        day = date.fromisoformat(self._wish.on) if self._wish.on else None
        restore_place(self._window, self._settings, self._db, on=day)

    def listen(self) -> None:
        from sco_reader.desktop.door import Listener
        from sco_reader.desktop.farewell import Farewell

        window = self._window
        listener = Listener(self._name, window)
        listener.wished.connect(window.arrivals.take)
        window.closing.connect(listener.close)
        Farewell(window)
        if self._wish.query:
            window.arrivals.take(self._wish)
        elif not self._settings.place:  # nobody has ever closed it: the first start
            window.guide.first_steps()


class _Reporter:
    """What nobody caught: a slip of the reader becomes its sentence, a slip of ours is logged and apologised for."""

    def __init__(self, window: "Window") -> None:
        self._window = window

    def install(self) -> None:
        sys.excepthook = self.report

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, UserError):
            self._window.show_problem(error)
            return
        if isinstance(error, KeyboardInterrupt):
            self._window.close()
            return
        _LOG.error("uncaught in the window", exc_info=(kind, error, trace))
        if threading.current_thread() is not threading.main_thread():
            return  # a widget is touched in its own thread alone
        self._window.message.show_error(say("error-unexpected", self._window.theme.lang))
