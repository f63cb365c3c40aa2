"""One window for one user: what a second launch asks of the first, and where the first listens.

On the way to the first frame it is only asked whether a socket lies there. The socket itself is in `door`.
"""

import json
import os
import sys
import zlib
from pathlib import Path
from typing import NamedTuple

from sco_reader.errors import NoDisplay

LONGEST_QUERY = 2000
"""Characters of a query or a link that are read."""

_LONGEST_FIELD = 200


class Wish(NamedTuple):
    """What a launch asks of the window: a query or a link (or only to come to the front), and the day."""

    query: str = ""
    on: str = ""
    popup: bool = False
    token: str = ""
    """By which a Wayland compositor knows that the window may come to the front."""

    @classmethod
    def of_this_launch(cls, query: str, on: str, *, popup: bool) -> "Wish":
        return cls(query, on, popup, os.environ.get("XDG_ACTIVATION_TOKEN", "")[:_LONGEST_FIELD])

    def message(self) -> bytes:
        """One line of JSON."""
        asked = json.dumps({**self._asdict(), "query": self.query[:LONGEST_QUERY]}, ensure_ascii=False)
        return asked.encode("utf-8", "replace") + b"\n"

    @classmethod
    def read(cls, message: bytes) -> "Wish | None":
        """What `message` asks for; None where it is none of ours. Nothing in it is more than text."""
        try:
            found = json.loads(message.decode("utf-8"))
        except (ValueError, RecursionError):
            return None
        if not isinstance(found, dict) or not isinstance(found.get("query"), str):
            return None
        texts = {name: found.get(name, "") for name in ("on", "token")}
        if not all(isinstance(text, str) and len(text) <= _LONGEST_FIELD for text in texts.values()):
            return None
        if not (texts["token"].isascii() and texts["token"].isprintable()):
            return None  # it goes into the environment of the process
        return cls(found["query"][:LONGEST_QUERY], texts["on"], found.get("popup") is True, texts["token"])


def socket_name(home: Path, reference: Path) -> str:
    """The name under which the window of this user, this home and this reference listens.

    The socket lies in the user's own runtime folder, or where there is none in the folder for temporary files: the
    home itself may be too deep for it (a path of 108 letters at most).
    """
    digest = f"{zlib.crc32(os.fsencode(home.absolute())):08x}{zlib.crc32(os.fsencode(reference.absolute())):08x}"
    if sys.platform == "win32":
        return f"sco-reader-{os.environ.get('USERNAME', '')}-{digest}"
    folder = os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("TMPDIR") or "/tmp"  # noqa: S108  # see is_ours
    return str(Path(folder) / f"sco-reader-{os.getuid()}-{digest}")


def is_ours(name: str) -> bool:
    """A socket is there, and this user made it: in a folder that all may write to, others could lay out a name."""
    if sys.platform == "win32":
        return True  # a named pipe has no file, and the system keeps its rights
    try:
        return Path(name).lstat().st_uid == os.getuid()
    except OSError:
        return False


def handed_over(wish: Wish, reference: Path) -> bool:
    """True where a window of this user is open already, and took the wish of this launch.

    Raises NoDisplay where no window can be, and NoAnswer where the open one hangs.
    """
    if not has_display():
        raise NoDisplay
    name = socket_name(user_folder(), reference)
    if not is_ours(name):
        return False
    from sco_reader.desktop.door import hand_over

    return hand_over(name, wish)


def has_display() -> bool:
    """True where Qt can open a window: always on Windows and macOS, by X11, Wayland or a named platform elsewhere."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def user_folder() -> Path:
    """The platform's folder for what the user keeps; SCO_READER_HOME names another."""
    from PySide6.QtCore import QCoreApplication, QStandardPaths

    QCoreApplication.setApplicationName("sco-reader")  # part of the folder, and asked for before there is any window
    named = os.environ.get("SCO_READER_HOME")
    return Path(named or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
