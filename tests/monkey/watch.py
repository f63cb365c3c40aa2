"""What must not happen while the monkey plays: exceptions, Qt warnings, writing elsewhere, processes, the network."""

import logging
import os
import socket
import sys
import traceback
from pathlib import Path
from typing import Any

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {
    "os.remove": 1,
    "os.rename": 2,
    "os.mkdir": 1,
    "os.rmdir": 1,
    "os.truncate": 1,
    "os.link": 2,
    "os.symlink": 2,
}
_PROCESSES = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.fork")
_HARMLESS = ("propagateSizeHints", "This plugin does not support")


class Watch(logging.Handler):
    """Collects what went wrong, each with how it came to be."""

    def __init__(self, folder: Path) -> None:
        super().__init__(logging.ERROR)
        self._folder = folder.resolve()
        self.wrong: list[str] = []
        self.watching = False

    def begin(self) -> None:
        from PySide6.QtCore import qInstallMessageHandler

        sys.addaudithook(self._audit)
        logging.getLogger().addHandler(self)
        qInstallMessageHandler(self._hear)
        self.watching = True

    def emit(self, record: logging.LogRecord) -> None:
        self.wrong.append(
            f"logged: {record.getMessage()} {logging.Formatter().formatException(record.exc_info) if record.exc_info else ''}"
        )

    def catch(self, kind: type[BaseException], error: BaseException, trace: Any) -> None:
        """What nobody caught, but for the slips of the reader, which the window words."""
        from sco_reader.errors import UserError

        if not isinstance(error, UserError):
            self.wrong.append("".join(traceback.format_exception(kind, error, trace)))

    def _hear(self, _kind: Any, _context: Any, text: str) -> None:
        if not any(each in text for each in _HARMLESS):
            self.wrong.append(f"Qt says: {text}")

    def _audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.watching:
            return
        if event == "open":
            path, mode, flags = arguments
            writes = any(letter in (mode or "") for letter in "wax+") or bool((flags or 0) & _WRITES)
            if writes and isinstance(path, str | bytes | os.PathLike):
                self._must_be_ours(event, path)
        elif event in _CHANGES:
            for path in arguments[: _CHANGES[event]]:
                self._must_be_ours(event, path)
        elif event == "socket.__new__" and arguments[1] != socket.AF_UNIX:
            self.wrong.append(f"a socket was made: {arguments[1:]}")
        elif event in _PROCESSES:
            self.wrong.append(f"a process was begun: {arguments[:2]}")

    def _must_be_ours(self, event: str, path: Any) -> None:
        full = Path(os.fsdecode(path)).resolve()
        compiled = full.suffix == ".pyc" or "__pycache__" in full.parts
        if not full.is_relative_to(self._folder) and not compiled and full != Path(os.devnull):
            self.wrong.append(f"{event} outside the folder: {full}\n{''.join(traceback.format_stack(limit=8))}")
