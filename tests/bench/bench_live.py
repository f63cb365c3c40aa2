"""What a reader feels in the open window: a key, a step of the as-of date, a card; beside an empty repaint.

The window is real, offscreen, 1280 × 800; a figure ends when the changed parts are painted. Views and words are gone
through once before: what a first use costs shows in the p95 of the cards, each of which is opened once.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.bench.rows import Row, row

_TYPED = {
    "en": ("tokayev", "xi jin", "president of iran", "astana summit", "belarus"),
    "ar": ("توكايف", "شي جين", "رئيس إيران", "قمة أستانا", "بيلاروس"),
}
_HOMES = {"a state": "kz", "a person": "xi-jinping", "a meeting": "hsc-2024", "the organisation": "sco"}
_STEPS, _STEP, _FROM = 60, timedelta(days=37), date(2017, 1, 1)
_KEPT: list[Any] = []
"""A window that Python lets go of in parts hears events of its children in parts: both live to the end."""
_EVERY = 5
"""One card of five is opened, of every kind."""


def rows() -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    for lang in ("en", "ar"):
        yield from _rows_in(app, lang)


def _rows_in(app: Any, lang: str) -> Iterator[Row]:
    from PySide6.QtWidgets import QWidget

    from tests.conftest import type_text

    window = _open_window(app, lang)

    def settle() -> None:
        for _ in range(10):
            app.processEvents()

    def felt(act: Callable[[], object]) -> float:
        start = time.perf_counter()
        act()
        app.processEvents()
        took = time.perf_counter() - start
        settle()
        return took

    empty = QWidget()
    empty.resize(1280, 800)
    empty.show()
    settle()
    repaint = [felt(empty.repaint) for _ in range(50)]
    empty.close()
    window.activateWindow()

    def type_all() -> list[float]:
        taken = []
        for words in _TYPED[lang]:
            window.lookup.edit()
            taken += [felt(lambda letter=letter: type_text(window.lookup.field, letter)) for letter in words]
            window.lookup.field.clear()
            settle()
        return taken

    type_all()
    keys = [took for _ in range(3) for took in type_all()]
    yield row(f"{lang}: a keystroke to painted results ÷ an empty repaint", keys, repaint)

    for name, an_id in _HOMES.items():
        window.open_entity(an_id)
        settle()
        window.as_of.set_day(_FROM)
        settle()
        days = [_FROM + number * _STEP for number in range(1, _STEPS + 1)]
        steps = [felt(lambda day=day: window.as_of.set_day(day)) for day in days]
        yield row(f"{lang}: an as-of step on {name} to the repainted window ÷ the same", steps, repaint)
    window.as_of.set_day(window.as_of.today)
    settle()

    known = window._db.execute("SELECT id, kind FROM entity ORDER BY id").fetchall()
    for kind in dict.fromkeys(each["kind"] for each in known):
        chosen = [each["id"] for each in known if each["kind"] == kind][::_EVERY]
        opened = [felt(lambda an_id=an_id: window.open_entity(an_id)) for an_id in chosen]
        yield row(f"{lang}: opening a card, {len(chosen)} of kind {kind} ÷ the same", opened, repaint)
    window.close()
    _KEPT.append(window)


def _open_window(app: Any, lang: str) -> Any:
    from sco_reader.desktop.looks import direction_of, use_settings
    from sco_reader.desktop.theme import Theme, load_other_fonts
    from sco_reader.desktop.window import Window
    from sco_reader.paths import built
    from sco_reader.settings import Settings
    from sco_reader.store import open_reference

    app.setStyle("Fusion")
    load_other_fonts()
    settings, theme = Settings(lang=lang, theme="light"), Theme(app)
    use_settings(theme, settings)
    app.setLayoutDirection(direction_of(theme))
    reference = built("sco.sqlite")
    window = Window(
        open_reference(reference), reference, settings, theme, today=date.today(), folder=Path(tempfile.mkdtemp())
    )
    window.resize(1280, 800)
    window.show()
    until = time.monotonic() + 2
    while time.monotonic() < until:  # the look-up is warmed after the first card
        app.processEvents()
    return window
