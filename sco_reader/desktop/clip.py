"""What the window puts on the clipboard, and into whatever one drops it on: the same text plain and rich."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent

from sco_reader.citation import cite, in_italics
from sco_reader.desktop.clipboard import empty_clip
from sco_reader.manners import Manner
from sco_reader.model import Citation
from sco_reader.voice import Voice
from sco_reader.words import Lang

TYPES = ["text/plain", "text/html"]


def text_clip(text: str, lang: Lang, *, italics: str = "") -> QMimeData:
    """`text` plain, and as HTML that says which way it runs."""
    from sco_reader.pasting import plain, rich

    clip = empty_clip()
    clip.setText(plain(text, lang))
    clip.setHtml(rich(text, lang, italics=italics))
    return clip


def citation_clip(citation: Citation, manner: Manner, voice: Voice) -> QMimeData:
    """A source as a note or a reference in the language of `voice`."""
    return text_clip(cite(citation, manner, voice), voice.lang, italics=in_italics(citation, manner))


def table_clip(rows: Sequence[Sequence[str]], lang: Lang, *, caption: str = "") -> QMimeData:
    """A table, the first row its head: tabs for a spreadsheet, HTML for Word and mail, CSV for what asks for it."""
    from sco_reader.pasting import rich_table
    from sco_reader.spreadsheet import as_csv, as_tsv

    clip = empty_clip()
    clip.setText(as_tsv(rows))
    clip.setHtml(rich_table(rows, lang, caption=caption))
    clip.setData("text/csv", as_csv(rows))
    return clip


def file_clip(file: Path) -> QMimeData:
    """A file, for a mail or a folder."""
    clip = empty_clip()
    clip.setUrls([QUrl.fromLocalFile(str(file))])
    return clip


def far_enough(event: QMouseEvent, pressed: QPoint | None) -> bool:
    """True where the left button has gone so far from the point where it was `pressed` that a drag is meant."""
    if pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
        return False
    moved = event.position().toPoint() - pressed
    return moved.manhattanLength() >= QGuiApplication.styleHints().startDragDistance()


def drag(source: QObject, clip: QMimeData) -> None:
    """Let the reader drop a copy of `clip` wherever it is taken."""
    dragged = QDrag(source)
    dragged.setMimeData(clip)
    dragged.exec(Qt.DropAction.CopyAction)
