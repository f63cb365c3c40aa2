"""Text that goes to the clipboard bears our mark, so that the watch on the clipboard knows it again."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QStandardItemModel

_OURS = "application/x-sco-reader"
_LONGEST = 200


def empty_clip() -> QMimeData:
    """A clip to fill, made by Qt itself.

    One made in Python ends the process with a fault when the clipboard still holds it at the end (PySide6 6.11.3): Qt
    drops it after the interpreter is gone, and its destructor calls into Python.
    """
    model = QStandardItemModel(1, 1)
    clip = model.mimeData([model.index(0, 0)])
    clip.clear()
    return clip


def put(copied: QMimeData) -> None:
    """Put a clip on the clipboard, marked as ours."""
    mark_as_ours(copied)
    QGuiApplication.clipboard().setMimeData(copied)


def copy_text(text: str) -> None:
    """Put plain `text` on the clipboard."""
    copied = empty_clip()
    copied.setText(text)
    put(copied)


def mark_as_ours(copied: QMimeData) -> None:
    """Let what is to be copied be known as ours."""
    copied.setData(_OURS, b"1")


def is_our_copy() -> bool:
    """True where what lies on the clipboard was put there by this program, or by another window of it."""
    clipboard = QGuiApplication.clipboard()
    copied: QMimeData | None = clipboard.mimeData()  # none where the clipboard was emptied
    return clipboard.ownsClipboard() or (copied is not None and copied.hasFormat(_OURS))


def copied_line() -> str:
    """The first line on the clipboard that says anything, trimmed, of at most 200 characters; empty for a picture."""
    lines = (line.strip() for line in QGuiApplication.clipboard().text().splitlines())
    return next(filter(None, lines), "")[:_LONGEST].strip()
