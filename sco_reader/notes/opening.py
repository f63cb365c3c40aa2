"""Opening the notes, mended where they are damaged: nothing is thrown away, and the reader is told."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sco_reader.errors import NotesDamaged, NotesNotSaved
from sco_reader.notes.backups import Backup, newest_good, put_back, set_aside
from sco_reader.notes.store import NotesStore, is_empty, problem

FILE = "notes.sqlite"
_FORGOTTEN_AFTER = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Repair:
    """What was done: the backup put in place (None: there was no good one), and where the damaged file lies now."""

    backup: Backup | None
    aside: Path | None


@dataclass(frozen=True, slots=True)
class Opened:
    store: NotesStore
    repair: Repair | None = None


def has_notes(folder: Path) -> bool:
    """True where the folder holds notes, or backups of them; a reader who never wrote one has no file."""
    return (folder / FILE).exists() or newest_good(folder) is not None


def open_notes(folder: Path, now: datetime) -> Opened:
    """The notes of the user's folder; a file that is damaged or gone is replaced by the newest good backup.

    Raises NotesNotSaved, NotesUnreadable, or NotesNewer.
    """
    notes = folder / FILE
    if not _is_missing(notes) or newest_good(folder) is None:
        try:
            return Opened(_open(notes, now))
        except NotesDamaged:
            pass  # mended below
    backup = newest_good(folder)
    if backup is not None:
        aside = put_back(backup, notes, now)
        return Opened(_open(notes, now), Repair(backup, aside))
    try:
        aside = set_aside(notes, now)
    except OSError as error:
        raise problem(error, notes, writing=True) from error
    return Opened(_open(notes, now), Repair(None, aside))


def _open(notes: Path, now: datetime) -> NotesStore:
    store = NotesStore(notes)
    with suppress(NotesNotSaved):  # a full disk: what is there can still be read
        store.forget_deleted(now - _FORGOTTEN_AFTER)
    return store


def _is_missing(notes: Path) -> bool:
    """True where no file is there, or one that nothing was ever written to."""
    try:
        if not notes.exists() or notes.stat().st_size == 0:
            return True
        with closing(sqlite3.connect(f"{notes.absolute().as_uri()}?mode=ro", uri=True)) as db:
            return is_empty(db)
    except (sqlite3.Error, OSError):
        return False
