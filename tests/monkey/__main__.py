"""Start the program, let the monkey at it, and tell what broke: exit status 0 for nothing."""

import argparse
import faulthandler
import os
import sys
import tempfile
from pathlib import Path


def main() -> int:
    wanted = argparse.ArgumentParser(prog="python -m tests.monkey")
    wanted.add_argument("--events", type=int, default=10_000)
    wanted.add_argument("--seed", type=int, default=1)
    wanted.add_argument("--lang", choices=("ar", "en"), default="ar")
    wanted.add_argument("--trace", action="store_true", help="tell every event before it happens")
    options = wanted.parse_args()
    faulthandler.enable()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        _move_to(Path(folder))
        wrong, met = _play(Path(folder), options)
        os.chdir("/")
    for each in wrong:
        sys.stdout.write(f"{each}\n")
    counts = ", ".join(f"{count} {what}" for what, count in met)
    sys.stdout.write(f"{options.events} events, seed {options.seed}, {options.lang}: {counts}\n")
    return 1 if wrong else 0


def _move_to(folder: Path) -> None:
    """Whatever the program or Qt keeps for the user is kept in `folder`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ |= {"HOME": str(folder), "SCO_READER_HOME": str(folder / "home"), "TMPDIR": str(folder)}
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / name.lower())
    tempfile.tempdir = str(folder)
    os.chdir(folder)


def _play(folder: Path, options: argparse.Namespace) -> tuple[list[str], list[tuple[str, int]]]:
    from PySide6.QtCore import QThreadPool
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from sco_reader.cli import run
    from tests.monkey.play import Monkey
    from tests.monkey.watch import Watch

    watch = Watch(folder)
    watch.begin()
    playing: list[Monkey] = []
    enter = QApplication.exec

    def run_with_monkey(*_: object) -> int:
        """The program's own event loop, the monkey in it."""
        report = sys.excepthook

        def catch(kind: type[BaseException], error: BaseException, trace: object) -> None:
            watch.catch(kind, error, trace)
            report(kind, error, trace)  # type: ignore[arg-type]

        sys.excepthook = catch
        window = next(w for w in QApplication.topLevelWidgets() if w.isVisible())
        QTest.qWaitForWindowExposed(window)
        window.activateWindow()
        playing.append(Monkey(watch, options.events, options.seed, trace=options.trace))
        playing[0].begin()
        return int(enter())

    QApplication.exec = run_with_monkey  # type: ignore[method-assign,assignment]
    status = run(["--lang", options.lang])
    QThreadPool.globalInstance().waitForDone()
    watch.watching = False
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    if children.exists() and children.read_text():
        watch.wrong.append(f"left behind: process {children.read_text()}")
    if status and not watch.wrong:
        watch.wrong.append(f"the program left with {status}")
    return watch.wrong, playing[0].met.most_common()


sys.exit(main())
