"""A real window on the real reference, offscreen."""

import socket
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test of the window makes a socket, but for the local one by which two launches meet."""
    made = socket.socket.__init__

    def make(self: socket.socket, family: int = -1, *arguments: Any, **named: Any) -> None:
        assert family == socket.AF_UNIX, "the window reached for the network"
        made(self, family, *arguments, **named)

    monkeypatch.setattr(socket.socket, "__init__", make)


@pytest.fixture
def make_window(db: Any, qtbot: Any, qapp: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens a window in a language and a look, on a day, and waits until its card is there."""
    from PySide6.QtCore import Qt

    from sco_reader.desktop.looks import direction_of, use_settings
    from sco_reader.desktop.theme import Theme, load_other_fonts
    from sco_reader.desktop.window import Window
    from sco_reader.paths import built
    from sco_reader.settings import Settings

    qapp.setStyle("Fusion")
    load_other_fonts()

    def make(
        lang: str = "en", mode: str = "light", size: tuple[int, int] = (1280, 800), percent: int = 100,
        before_shown: Callable[[Any], None] | None = None,
    ) -> Any:  # fmt: skip
        settings = Settings(lang=lang, theme=mode, text_percent=percent)
        theme = Theme(qapp)
        use_settings(theme, settings)
        qapp.setLayoutDirection(direction_of(theme))
        window = Window(db, built("sco.sqlite"), settings, theme, today=TODAY, folder=tmp_path / "home")
        qtbot.addWidget(window)
        window.resize(*size)
        if before_shown is not None:
            before_shown(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(lambda: window.is_ready and window.card.card is not None)
        return window

    yield make
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def window(make_window: Callable[..., Any]) -> Any:
    return make_window()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The user's folder, in which the window keeps what is noted."""
    return tmp_path / "home"


@pytest.fixture
def kept(home: Path) -> Callable[..., None]:
    """Writes notes and bookmarks into the file before a window opens it."""
    from sco_reader.notes.opening import open_notes
    from sco_reader.notes.store import new_id

    def keep(*notes: Any, bookmarks: Any = ()) -> None:
        moment = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
        store = open_notes(home, moment).store
        for subject, text in notes:
            store.write(new_id(), subject, text, moment)
        for subject in bookmarks:
            store.add_bookmark(subject, moment)
        store.close()

    return keep
