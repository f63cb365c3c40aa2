"""The program as a reader uses it, in a process that has no network: `python -m tests.desktop.offline FOLDER`."""

import socket
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from sco_reader.cli import run
from tests.desktop.keyboard import Keyboard

ENTER = QApplication.exec


def tell(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def wait_until(holds: Callable[[], bool]) -> None:
    for _ in range(3000):
        if holds():
            return
        QTest.qWait(20)
    raise AssertionError("it took more than a minute")


def use(window, folder: Path) -> None:
    keys = Keyboard(window, None)
    keys.look_up("توكايف")
    assert window.card.card.id == "kassym-jomart-tokayev"
    tell("looked-up")
    for name in ("kz", "hsc-2024", "sco", "astana-declaration-2024"):
        window.open_entity(name)
        QApplication.processEvents()
        assert window.card.card.id == name
    tell("cards")
    for key, word in (("Ctrl+2", "timeline"), ("Ctrl+4", "matrix")):
        keys.press(key)
        assert window.history.here.view == word
        tell(word)
    window.open_entity("hsc-2024")
    keys.press("Ctrl+P")
    wait_until(lambda: bool(window.pages.sheet.pdf))
    window.pages.sheet.save_to(folder / "sheet.pdf")
    tell("sheet")
    window.close()


def run_and_use(*_: object) -> int:
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow))
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    wait_until(lambda: window.is_ready)
    use(window, Path(sys.argv[1]))
    return 0


def is_alone() -> bool:
    """True where no address beyond this process can be reached."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return True
    return False


if __name__ == "__main__":
    if is_alone():
        tell("no-network")
    QApplication.exec = run_and_use
    status = run(["--lang", "en"])
    if status == 0:
        tell("closed")
    sys.exit(status)
