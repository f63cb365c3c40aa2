"""The pictures of one process: every view of the window, and every page of a briefing sheet."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sco_reader.desktop.looks import direction_of, use_settings
from sco_reader.desktop.theme import Theme, load_other_fonts
from sco_reader.desktop.window import Window
from sco_reader.paths import built
from sco_reader.settings import Settings
from sco_reader.store import open_reference
from sco_reader.words import LANGUAGES
from tests.desktop.views import CARDS, VIEWS, go
from tests.shots.__main__ import SIZES, USUAL

TODAY, DAY = date(2026, 11, 23), "hsc-2024"


class Patience:
    """Waits as pytest-qt does."""

    @staticmethod
    def waitUntil(holds: Callable[[], bool], timeout: int = 10_000) -> None:
        for _ in range(timeout // 20):
            if holds():
                return
            QTest.qWait(20)
        raise TimeoutError


def take(folder: Path, sizes: Iterable[str], only: str) -> None:
    """Every view in both languages, light and dark, at `sizes`, and in high contrast at the usual one.

    By `only` that view alone.
    """
    app = QApplication(["shots"])
    app.setStyle("Fusion")
    load_other_fonts()
    db = open_reference(built("sco.sqlite"))
    for lang, mode, size, contrast in product(LANGUAGES, ("light", "dark"), sizes, ("normal", "more")):
        if contrast == "more" and size != USUAL:
            continue
        with TemporaryDirectory() as home:
            settings = Settings(lang=lang, theme=mode, contrast=contrast)
            _shoot(app, db, settings, Path(home), size, folder, only)


def _shoot(app: QApplication, db: Any, settings: Settings, home: Path, size: str, folder: Path, only: str) -> None:
    theme = Theme(app)
    use_settings(theme, settings)
    app.setLayoutDirection(direction_of(theme))
    window = Window(db, built("sco.sqlite"), settings, theme, today=TODAY, folder=home)
    wide, high, _ = SIZES[size]
    window.resize(wide, high)
    window.show()
    window.activateWindow()
    Patience.waitUntil(lambda: window.is_ready and window.card.card is not None)
    window.as_of.set_text(DAY)
    for view in (*VIEWS, *CARDS):
        if only and view != only:
            continue
        if view == "compare":
            window.open_entity("kz")
        go(window, view, Patience)
        if view == "compare":
            window.ways.set_beside("India")
        QTest.qWait(60)
        look = f"{settings.theme}-contrast" if settings.contrast == "more" else settings.theme
        window.grab().save(str(folder / f"{view}-{settings.lang}-{look}-{size}.png"))
        if view == "sheet":
            window.back()
    window.close()
    window.deleteLater()
