"""From exec to a mapped window, beside a bare QMainWindow; a frame of the timeline beside an empty one."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.rows import Row, compare

ROOT = Path(__file__).parent.parent.parent

_WAIT = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
def leave():
    app = QApplication.instance()
    window = next(w for w in app.topLevelWidgets() if isinstance(w, QMainWindow))
    if window.windowHandle().isExposed(): app.quit()
    else: QTimer.singleShot(0, leave)
"""
_BARE = (
    _WAIT
    + """
app = QApplication([]); window = QMainWindow(); window.resize(1280, 800); window.show()
QTimer.singleShot(0, leave); app.exec()
"""
)
_BARE_ALONE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.resize(1280, 800); window.show(); app.exec()
"""
_ALONE = "import sys; from sco_reader.cli import run; sys.exit(run([]))"
_SETTLED = 5
"""Seconds."""
_OURS = (
    _WAIT
    + """
import sys
enter = QApplication.exec
def run(*_):
    QTimer.singleShot(0, leave)
    return enter()
QApplication.exec = run
from sco_reader.cli import run as main
sys.exit(main([]))
"""
)


def rows() -> Iterator[Row]:
    server = None
    env = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    where = "offscreen"
    if shutil.which("Xvfb"):
        server = subprocess.Popen(["Xvfb", ":98", "-screen", "0", "1400x900x24"], stderr=subprocess.DEVNULL)
        time.sleep(1)
        env |= {"DISPLAY": ":98", "QT_QPA_PLATFORM": "xcb"}
        where = "Xvfb"

    def start(code: str) -> object:
        return subprocess.run([sys.executable, "-c", code], env=env, stderr=subprocess.DEVNULL, check=False)

    yield compare(
        f"window, exec to mapped ÷ bare QMainWindow ({where})", lambda: start(_OURS), lambda: start(_BARE), times=21
    )
    yield _memory(env, where)
    if server is not None:
        server.terminate()
    yield from _timeline()


def _memory(env: dict[str, str], where: str) -> Row:
    """What the two hold some seconds after their start, when all that follows the first frame is done."""
    import psutil

    held = []
    for code in (_ALONE, _BARE_ALONE):
        with tempfile.TemporaryDirectory() as home:
            process = subprocess.Popen(
                [sys.executable, "-c", code], env={**env, "HOME": home, "XDG_CONFIG_HOME": home},
                stderr=subprocess.DEVNULL,
            )  # fmt: skip
            time.sleep(_SETTLED)
            held.append(psutil.Process(process.pid).memory_info().rss / 2**20)
            process.kill()
            process.wait()
    return Row(f"memory after the start ÷ bare QMainWindow ({where})", held[0], held[1], held[0], "MB")


def _timeline() -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from datetime import date

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication, QWidget

    from sco_reader.desktop.theme import Theme, load_other_fonts
    from sco_reader.desktop.timeline_view import TimelineView
    from sco_reader.timeline import Item

    app = QApplication.instance() or QApplication([])
    load_other_fonts()
    theme = Theme(app)
    theme.use(mode="light", lang="en", percent=100)
    made = [
        Item(
            f"x{n}",
            f"membership/{n % 30}",
            f"x{n}",
            f"x{n}",
            f"{1996 + n % 29}-{1 + n % 12:02}-{1 + n % 28:02}",
            f"{1997 + n % 29}-{1 + n % 12:02}-{1 + n % 28:02}",
            "observer",
        )
        for n in range(10_000)
    ]
    view, empty = TimelineView(theme), QWidget()
    view.show_items(made, first=date(1996, 4, 26), horizon=date(2025, 12, 31), places={})
    view.show_as_of(date(2024, 7, 4), today=date(2026, 11, 23))
    pixmap = QPixmap(1280, 740)
    for widget in (view, empty):
        widget.resize(1280, 740)
    yield compare(
        "timeline, a frame with 10,000 items ÷ an empty widget",
        lambda: view.render(pixmap),
        lambda: empty.render(pixmap),
        times=5,
    )
    yield from _map(theme)


def _map(theme: object) -> Iterator[Row]:
    """As a reader drags it: every frame is another part of the map."""
    from datetime import date

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from sco_reader.desktop.map_moves import MapCanvas
    from sco_reader.paths import built
    from sco_reader.standings import standings
    from sco_reader.store import open_reference

    canvas, empty, pixmap = MapCanvas(theme), QWidget(), QPixmap(1280, 740)
    for widget in (canvas, empty):
        widget.resize(1280, 740)
    day = date(2026, 11, 23)
    canvas.show_standings(standings(open_reference(built("sco.sqlite")), on=day, today=day), {})
    step = iter(range(1_000_000))

    def drag() -> None:
        canvas.take_sight(canvas.sight.panned(3 if next(step) % 2 else -3, 0))
        canvas.render(pixmap)

    yield compare("map, a frame while it is dragged ÷ an empty widget", drag, lambda: empty.render(pixmap), times=21)
