"""Opening the window: is there a display, which language, which look; then the event loop."""

import gc
import logging
import os
import sys
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from sco_reader.arabic.wording import House
from sco_reader.errors import NoDisplay, UserError
from sco_reader.paths import reference_file
from sco_reader.settings import load_settings
from sco_reader.store import Connection
from sco_reader.words import Lang, say

if TYPE_CHECKING:
    from sco_reader.desktop.window import Window

_LOG = logging.getLogger(__name__)


def run_window(db: Connection, lang: Lang | None, on: str | None, house: House | None = None) -> int:
    """Open the window and run until it is closed; `lang` and `house` go before the settings.

    Raises NoDisplay where none can be opened.
    """
    if not has_display():
        raise NoDisplay
    gc.disable()  # until the first frame: thousands of objects are made, none is garbage yet
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from sco_reader.desktop.looks import direction_of, use_settings
    from sco_reader.desktop.theme import Theme, load_fonts
    from sco_reader.desktop.window import Window

    day = _day_of(db, on) if on else None
    app = QApplication(["sco-reader"])
    app.setApplicationName("sco-reader")
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
    window = Window(db, reference_file(), settings, theme, today=date.today(), folder=folder)  # the reader's own day
    _Reporter(window).install()
    _set_icon(app)
    if day is not None:
        window.as_of.set_day(day)
    window.resize(1280, 800)
    window.show()
    return int(app.exec())


def _day_of(db: Connection, on: str) -> date:
    from sco_reader import reference

    return reference.as_of(db, on)


def has_display() -> bool:
    """True where Qt can open a window: always on Windows and macOS, by X11, Wayland or a named platform elsewhere."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def user_folder() -> Path:
    """The platform's folder for what the user keeps; SCO_READER_HOME names another."""
    from PySide6.QtCore import QStandardPaths

    named = os.environ.get("SCO_READER_HOME")
    return Path(named or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))


def _system_lang(languages: list[str]) -> Lang:
    return "ar" if any(name.startswith("ar") for name in languages[:1]) else "en"


def _set_icon(app: object) -> None:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from sco_reader.paths import resource

    assert isinstance(app, QApplication)
    app.setWindowIcon(QIcon(str(resource("icons/sco-reader.svg"))))


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
        self._window.message.show_error(say("error-unexpected", self._window.theme.lang))
