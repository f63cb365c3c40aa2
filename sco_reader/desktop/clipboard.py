"""Text that goes to the clipboard bears our mark, so that the watch on the clipboard knows it again."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

_OURS = "application/x-sco-reader"
_LONGEST = 200


def copy_text(text: str) -> None:
    """Put plain `text` on the clipboard."""
    copied = QMimeData()
    copied.setText(text)
    mark_as_ours(copied)
    QGuiApplication.clipboard().setMimeData(copied)


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
