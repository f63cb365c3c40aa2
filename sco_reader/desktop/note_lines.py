"""A note or a bookmark as a line of a list."""

from functools import lru_cache

from sco_reader import reference
from sco_reader.arabic.bidi import bare, isolate
from sco_reader.desktop.results import Result
from sco_reader.desktop.theme import Theme
from sco_reader.errors import UnknownId
from sco_reader.model import Entity
from sco_reader.notes.note import Bookmark, Note, Subject
from sco_reader.store import Connection
from sco_reader.words import say

_LONGEST = 160


def note_line(db: Connection, note: Note, theme: Theme) -> Result:
    """Whom it is about, and its first words."""
    return _line(db, note.id, "note", note.subject, isolate(note.gist[:_LONGEST]), theme)


def bookmark_line(db: Connection, bookmark: Bookmark, theme: Theme) -> Result:
    return _line(db, bookmark.subject.entity, "bookmark", bookmark.subject, say("bookmark", theme.lang), theme)


def entity_of(db: Connection, subject: Subject) -> Entity | None:
    """What the reference holds under that id now; None where an update has taken it away."""
    return _entity(db, subject.entity)


@lru_cache(maxsize=2048)
def _entity(db: Connection, an_id: str) -> Entity | None:
    try:
        return reference.entity(db, an_id)
    except UnknownId:
        return None


def _line(db: Connection, an_id: str, kind: str, subject: Subject, sub: str, theme: Theme) -> Result:
    """As kept, where the reference has lost the id: then the line says so first."""
    known = entity_of(db, subject)
    kept = subject.name_ar if theme.lang == "ar" else subject.name_en
    name = theme.voice.name(known.name) if known is not None else bare(kept) or subject.entity
    if known is None:
        sub = f"{say('note-gone-short', theme.lang)} · {sub}"
    return Result(an_id, kind if known is not None or kind == "note" else "gone", name, sub, None, None)
