"""A process that types notes until it is killed, and says on its standard output what it has typed, and when.

`typist store HOME ROUNDS SEED` types through the keeper of the window, in children that it kills itself;
`typist window HOME` types into the real window, and waits to be killed.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from sco_reader.desktop.notes_keeper import NotesKeeper
from sco_reader.desktop.theme import Theme
from sco_reader.notes.note import Subject

KZ = Subject("kz", "Kazakhstan", "كازاخستان")
EVERY = 20  # milliseconds between two words


def type_until_killed(home: Path, note: str, out: int) -> None:
    """Type numbered words into one note; set a bookmark and make a backup meanwhile, as a window does."""
    app = QCoreApplication([])
    keeper = NotesKeeper(home, Theme.__new__(Theme))
    typed: list[str] = []

    def type_word() -> None:
        typed.append(f"{len(typed)}")
        keeper.type(note, KZ, " ".join(typed))
        os.write(out, f"{time.monotonic()}\n".encode())
        if len(typed) % 20 == 0:
            keeper.back_up()

    timer = QTimer()
    timer.timeout.connect(type_word)
    timer.start(EVERY)
    app.exec()


def kill_often(home: Path, rounds: int, seed: int) -> None:
    """Start, let type, kill, again and again; print for each round the note, the words' moments and that of the kill."""
    chance = random.Random(seed)
    for number in range(rounds):
        note = f"note-{number}"
        into, out = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(into)
            type_until_killed(home, note, out)
            os._exit(1)
        os.close(out)
        said = os.read(into, 65536)  # the first word is typed
        time.sleep(chance.uniform(0.0, 1.4))
        killed = time.monotonic()
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(into, 65536):
            said += more
        os.close(into)
        print(json.dumps({"note": note, "typed": [float(line) for line in said.split()], "killed": killed}), flush=True)


def type_in_window(home: Path) -> None:
    """Open the real window on a card and type into a new note."""
    from datetime import date

    from PySide6.QtWidgets import QApplication

    from sco_reader.desktop.looks import direction_of, use_settings
    from sco_reader.desktop.window import Window
    from sco_reader.paths import built
    from sco_reader.settings import Settings
    from sco_reader.store import open_reference
    from tests.conftest import type_text

    app = QApplication([])
    settings = Settings(lang="ar")
    theme = Theme(app)
    use_settings(theme, settings)
    app.setLayoutDirection(direction_of(theme))
    window = Window(
        open_reference(built("sco.sqlite")), built("sco.sqlite"), settings, theme, today=date(2026, 11, 23), folder=home
    )
    window.show()
    count = 0

    def type_word() -> None:
        nonlocal count
        if window.card.card is None:
            return
        if count == 0:
            window.open_entity("kz")
            window.noting.note()
        type_text(QApplication.focusWidget(), f"{count} " if count else "0 ")
        count += 1
        print(time.monotonic(), flush=True)

    timer = QTimer()
    timer.timeout.connect(type_word)
    timer.start(EVERY)
    app.exec()


if __name__ == "__main__":
    if sys.argv[1] == "store":
        kill_often(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    else:
        type_in_window(Path(sys.argv[2]))
