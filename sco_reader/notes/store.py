"""The notes file: every question asked of it, every change made to it, each change whole and on the disk."""

import errno
import os
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sco_reader.errors import NotesDamaged, NotesDiskFull, NotesNewer, NotesNotSaved, NotesUnreadable, UserError
from sco_reader.notes.note import Bookmark, Note, Subject
from sco_reader.notes.words import asked, folding, indexed

_OURS = 0x5C0A07E5  # `application_id`: a file of another program is not taken for notes
_SCHEMA = 1
_WAIT = 1.0  # seconds for another window's writing; the reader waits no longer

_CREATE = (
    """CREATE TABLE note(
  id TEXT PRIMARY KEY, entity TEXT NOT NULL, fact TEXT NOT NULL, name_en TEXT NOT NULL, name_ar TEXT NOT NULL,
  about TEXT NOT NULL, text TEXT NOT NULL, made TEXT NOT NULL, changed TEXT NOT NULL, deleted TEXT) STRICT""",
    "CREATE INDEX note_entity ON note(entity)",
    """CREATE TABLE bookmark(
  entity TEXT PRIMARY KEY, name_en TEXT NOT NULL, name_ar TEXT NOT NULL, made TEXT NOT NULL) STRICT""",
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "PRAGMA application_id = 1544161253",
    "PRAGMA user_version = 1",
)
_CREATE_INDEX = """CREATE VIRTUAL TABLE note_fts USING fts5(
  words, tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')"""
_IS_EMPTY = "SELECT NOT EXISTS (SELECT 1 FROM sqlite_master)"
_PARTS = (
    "SELECT id, entity, fact, name_en, name_ar, about, text, made, changed, deleted FROM note LIMIT 1",
    "SELECT entity, name_en, name_ar, made FROM bookmark LIMIT 1",
    "SELECT key, value FROM meta LIMIT 1",
)

_COLUMNS = "n.id, n.entity, n.name_en, n.name_ar, n.fact, n.about, n.text, n.made, n.changed"
_STANDING = "SELECT " + _COLUMNS + " FROM note AS n WHERE n.deleted IS NULL"  # noqa: S608  # constants joined, no value
_ON = _STANDING + " AND n.entity = :entity ORDER BY n.made DESC, n.id"
_ALL = _STANDING + " ORDER BY n.changed DESC, n.id"
_BY_ID = _STANDING + " AND n.id = :id"
_FOUND = (
    "SELECT " + _COLUMNS + " FROM note_fts AS f JOIN note AS n ON n.rowid = f.rowid "  # noqa: S608  # constants
    "WHERE note_fts MATCH :asked AND n.deleted IS NULL ORDER BY f.rowid DESC LIMIT :limit"
)
_TEXTS = "SELECT rowid, text, about, name_en, name_ar FROM note WHERE deleted IS NULL"
_TEXT = _TEXTS + " AND id = :id"
_WRITE = """
INSERT INTO note(id, entity, fact, name_en, name_ar, about, text, made, changed)
VALUES (:id, :entity, :fact, :name_en, :name_ar, :about, :text, :made, :changed)
ON CONFLICT(id) DO UPDATE SET text = excluded.text, changed = excluded.changed, deleted = NULL"""
_DELETE = "UPDATE note SET deleted = :now WHERE id = :id AND deleted IS NULL"
_UNDELETE = "UPDATE note SET deleted = NULL WHERE id = :id"
_OLD = "SELECT 1 FROM note WHERE deleted < :before LIMIT 1"
_FORGET = "DELETE FROM note WHERE deleted < :before"
_UNINDEX = "DELETE FROM note_fts WHERE rowid = (SELECT rowid FROM note WHERE id = :id)"
_INDEX = "INSERT INTO note_fts(rowid, words) VALUES (:number, :words)"
_MARK = """
INSERT INTO bookmark(entity, name_en, name_ar, made) VALUES (:entity, :name_en, :name_ar, :made)
ON CONFLICT(entity) DO NOTHING"""
_BOOKMARKS = "SELECT entity, name_en, name_ar, made FROM bookmark ORDER BY made DESC, entity"
_SET_META = "INSERT INTO meta VALUES (:key, :value) ON CONFLICT(key) DO UPDATE SET value = excluded.value"
_META = "SELECT value FROM meta WHERE key = :key"


def _connected(path: Path) -> sqlite3.Connection:
    """A connection to write by; where the folder is closed to writing, one that still reads what is there."""
    db = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    try:
        _set_up(db)
    except sqlite3.OperationalError:
        db.close()
        log = path.with_name(f"{path.name}-wal")
        if os.access(path.parent, os.W_OK) or (log.exists() and log.stat().st_size):
            raise
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    return db


def _set_up(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA trusted_schema=0")
    db.execute("PRAGMA cell_size_check=1")
    db.execute("PRAGMA synchronous=FULL")
    if db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        db.execute("PRAGMA journal_mode=WAL")


def is_empty(db: sqlite3.Connection) -> bool:
    """True for a file that nothing was written to yet, as a start that was cut off leaves it."""
    return bool(db.execute(_IS_EMPTY).fetchone()[0])


def check(db: sqlite3.Connection, path: Path) -> None:
    """Raises NotesDamaged where the file is no whole file of notes, NotesNewer where a later program wrote it."""
    if db.execute("PRAGMA application_id").fetchone()[0] != _OURS:
        raise NotesDamaged(file=path)
    if db.execute("PRAGMA user_version").fetchone()[0] > _SCHEMA:
        raise NotesNewer(file=path)
    if db.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise NotesDamaged(file=path)
    for part in _PARTS:
        db.execute(part).fetchone()


def problem(error: sqlite3.Error | OSError, path: Path, *, writing: bool) -> UserError:
    """What the reader is told of `error`; NotesDamaged calls for a repair."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or str(error).startswith("no such "):
        return NotesDamaged(file=path)
    if code == sqlite3.SQLITE_FULL or getattr(error, "errno", 0) in (errno.ENOSPC, errno.EDQUOT):
        return NotesDiskFull(file=path)
    return NotesNotSaved(file=path) if writing else NotesUnreadable(file=path)


class NotesStore:
    """An open notes file. Every method may raise NotesDamaged; those that write, NotesNotSaved as well."""

    def __init__(self, path: Path) -> None:
        """Open `path`, or make it where there is none.

        Raises NotesDamaged, NotesNewer, NotesUnreadable or NotesNotSaved.
        """
        self.path = path
        is_new = not path.exists()
        try:
            if is_new:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.touch(mode=0o600)  # what somebody notes is nobody else's
            self._db = _connected(path)
            self._begin()
        except (OSError, sqlite3.Error) as error:
            self._let_go()
            raise problem(error, path, writing=is_new) from error
        except UserError:
            self._let_go()
            raise

    def _begin(self) -> None:
        if is_empty(self._db):
            with self.changing():
                for statement in (*_CREATE, _CREATE_INDEX):
                    self._db.execute(statement)
                self._db.execute(_SET_META, {"key": "folding", "value": folding()})
        check(self._db, self.path)
        row = self._db.execute(_META, {"key": "folding"}).fetchone()
        if row is None or row[0] != folding():
            self.index_anew()

    def _let_go(self) -> None:
        if hasattr(self, "_db"):
            self._db.close()

    def close(self) -> None:
        self._db.close()

    # Questions

    def notes_on(self, entity: str) -> list[Note]:
        """The notes on an entity and its facts, the latest first."""
        return [_note(row) for row in self._ask(_ON, entity=entity)]

    def notes(self) -> list[Note]:
        """Every note, what changed last first."""
        return [_note(row) for row in self._ask(_ALL)]

    def note(self, an_id: str) -> Note | None:
        return next((_note(row) for row in self._ask(_BY_ID, id=an_id)), None)

    def bookmarks(self) -> list[Bookmark]:
        """Every bookmark, the latest first."""
        return [Bookmark(Subject(*row[:3]), _moment(row[3])) for row in self._ask(_BOOKMARKS)]

    def search(self, query: str, limit: int = 1000) -> list[Note]:
        """Notes with every word of `query` in their text, their fact or the name of their entity; the latest first."""
        wanted = asked(query)
        if not wanted:
            return []
        try:
            return [_note(row) for row in self._ask(_FOUND, asked=wanted, limit=limit)]
        except NotesDamaged:
            self.index_anew()  # the index alone may be spoilt: it is made of the notes
            return [_note(row) for row in self._ask(_FOUND, asked=wanted, limit=limit)]

    # Changes

    def write(self, an_id: str, subject: Subject, text: str, now: datetime) -> None:
        """Keep `text` as the note `an_id`, new or not; an emptied note counts as deleted and keeps its last words."""
        text = storable(text)
        if not text.strip():
            self.delete(an_id, now)
            return
        with self.changing():
            self.put(Note(an_id, subject, text, now, now))

    def put(self, note: Note) -> None:
        """Write `note` as it stands, inside `changing`: its moments are its own."""
        s = note.subject
        self._db.execute(_UNINDEX, {"id": note.id})
        self._db.execute(_WRITE, {
            "id": note.id, "entity": s.entity, "fact": s.fact, "name_en": s.name_en, "name_ar": s.name_ar,
            "about": s.about, "text": note.text, "made": _said(note.made), "changed": _said(note.changed),
        })  # fmt: skip
        self._index(note.id)

    def delete(self, an_id: str, now: datetime) -> None:
        """Delete a note; `undelete` brings it back as long as `forget_deleted` has not been asked to forget it."""
        with self.changing():
            self._db.execute(_UNINDEX, {"id": an_id})
            self._db.execute(_DELETE, {"id": an_id, "now": _said(now)})

    def undelete(self, an_id: str) -> None:
        with self.changing():
            self._db.execute(_UNINDEX, {"id": an_id})
            self._db.execute(_UNDELETE, {"id": an_id})
            self._index(an_id)

    def forget_deleted(self, before: datetime) -> None:
        """Forget for good what was deleted before that moment; a file that holds no such note is not written to."""
        if not self._ask(_OLD, before=_said(before)):
            return
        with self.changing():
            self._db.execute(_FORGET, {"before": _said(before)})

    def add_bookmark(self, subject: Subject, now: datetime) -> None:
        with self.changing():
            self.put_bookmark(Bookmark(subject, now))

    def put_bookmark(self, bookmark: Bookmark) -> None:
        """Write `bookmark` inside `changing`; one that stands keeps its moment."""
        s = bookmark.subject
        given = {"entity": s.entity, "name_en": s.name_en, "name_ar": s.name_ar, "made": _said(bookmark.made)}
        self._db.execute(_MARK, given)

    def remove_bookmark(self, entity: str) -> None:
        with self.changing():
            self._db.execute("DELETE FROM bookmark WHERE entity = :entity", {"entity": entity})

    @contextmanager
    def changing(self) -> Iterator[None]:
        """All that is written inside is written together or not at all. Raises NotesNotSaved or NotesDiskFull."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield
            self._db.execute(_SET_META, {"key": "revision", "value": uuid.uuid4().hex})
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            raise problem(error, self.path, writing=True) from error
        finally:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")

    def index_anew(self) -> None:
        """Make the index of words from the notes: after another rule of folding, or where it is spoilt."""
        with self.changing():
            self._db.execute("DROP TABLE IF EXISTS note_fts")
            self._db.execute(_CREATE_INDEX)
            for number, *texts in self._db.execute(_TEXTS).fetchall():
                self._db.execute(_INDEX, {"number": number, "words": indexed(" ".join(texts))})
            self._db.execute(_SET_META, {"key": "folding", "value": folding()})

    def _index(self, an_id: str) -> None:
        for number, *texts in self._db.execute(_TEXT, {"id": an_id}).fetchall():
            self._db.execute(_INDEX, {"number": number, "words": indexed(" ".join(texts))})

    def _ask(self, question: str, **fields: object) -> list[tuple[str, ...]]:
        try:
            return self._db.execute(question, fields).fetchall()
        except sqlite3.Error as error:
            raise problem(error, self.path, writing=False) from error


def revision_of(db: sqlite3.Connection) -> str:
    """The revision that an open notes file holds."""
    row = db.execute(_META, {"key": "revision"}).fetchone()
    return str(row[0]) if row else ""


def new_id() -> str:
    """An id that no other computer gives either: notes may travel."""
    return uuid.uuid4().hex


def storable(text: str) -> str:
    """`text` as SQLite keeps it: halves of a surrogate pair and NUL become the replacement character."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\x00", "\ufffd")


def _note(row: tuple[str, ...]) -> Note:
    return Note(row[0], Subject(*row[1:6]), row[6], _moment(row[7]), _moment(row[8]))


def _said(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
