"""Backups of the notes: each opened and checked once it is written; old ones thin out, and only by age.

Anki keeps some by day and by week, Zotero makes none of a damaged file; both are kept here. Where a reader lost notes
to backups elsewhere, a restore had pushed a good one out: a restore here only reads.
"""

import os
import re
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sco_reader.errors import NotesDamaged, UserError
from sco_reader.notes.store import check, problem, revision_of

_FOLDER = "notes-backups"
_TEMPORARY, _YOUNG = ".notes-", 3600
_NAME = re.compile(r"notes-(\d{8}T\d{6}Z)\.sqlite")
_STAMP = "%Y%m%dT%H%M%SZ"
_ALL_OF = timedelta(days=2)
_DAYS, _WEEKS = 12, 10


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the notes file as it was at a moment (UTC)."""

    path: Path
    made: datetime


def backups(folder: Path) -> list[Backup]:
    """The backups in the user's folder, the newest first; whether one is good is asked of each."""
    try:
        names = [(path, _NAME.fullmatch(path.name)) for path in (folder / _FOLDER).iterdir()]
    except OSError:
        return []
    found = [Backup(path, _stamped(name[1])) for path, name in names if name is not None]
    return sorted(found, key=lambda one: one.made, reverse=True)


def back_up(notes: Path, now: datetime, *, thin_out: bool = True) -> Backup | None:
    """Copy the notes as they stand and check the copy; None where the newest backup holds the same.

    Then old backups are let go; before a restore none is (`thin_out` False).

    Raises NotesDamaged and makes none where the file or the copy is not whole; raises NotesNotSaved or NotesDiskFull.
    """
    folder = notes.parent / _FOLDER
    moment = now.astimezone(UTC).replace(microsecond=0)
    while (target := folder / f"notes-{moment.strftime(_STAMP)}.sqlite").exists():
        moment += timedelta(seconds=1)  # two in one second: a backup never takes the place of another
    try:
        with closing(sqlite3.connect(f"{notes.absolute().as_uri()}?mode=ro", uri=True)) as db:
            check(db, notes)
            if any(revision_of(db) == held(one) for one in backups(notes.parent)[:1]):
                return None
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _copy(db, target)
    except (sqlite3.Error, OSError) as error:
        raise problem(error, target, writing=True) from error
    if thin_out:
        let_go(notes.parent, now)
    return Backup(target, moment)


def _copy(db: sqlite3.Connection, target: Path) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=_TEMPORARY)
    os.close(handle)
    temporary = Path(name)
    try:
        with closing(sqlite3.connect(temporary, isolation_level=None)) as copy:
            db.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, which opens from a read-only medium too
        _sync(temporary)
        _check_file(temporary)
        temporary.replace(target)
        _sync(target.parent)
    finally:
        temporary.unlink(missing_ok=True)


def kept(stamps: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups stay: all of the last two days, the last of each of 12 days before, of each of 10 weeks before.

    Days and weeks are those in which there are backups: whoever was away for a month keeps as many.
    """
    stay: set[datetime] = set()
    days: list[object] = []
    weeks: list[object] = []
    for stamp in sorted(stamps, reverse=True):
        day, week = stamp.date(), stamp.isocalendar()[:2]
        if now - stamp <= _ALL_OF:
            stay.add(stamp)
        elif day in days or week in weeks:
            continue
        elif len(days) < _DAYS:
            days.append(day)
            stay.add(stamp)
        elif len(weeks) < _WEEKS:
            weeks.append(week)
            stay.add(stamp)
    return stay


def let_go(folder: Path, now: datetime) -> None:
    """Delete the backups that `kept` does not name; one that cannot be deleted stays."""
    every = backups(folder)
    stay = kept((one.made for one in every), now)
    for path in [*(one.path for one in every if one.made not in stay), *_left_behind(folder / _FOLDER, now)]:
        with suppress(OSError):
            path.unlink()


def _left_behind(folder: Path, now: datetime) -> list[Path]:
    """Half-written copies of a run that was killed; a young one may be of another window that is at work."""
    return [path for path in folder.glob(f"{_TEMPORARY}*") if now.timestamp() - path.stat().st_mtime > _YOUNG]


def newest_good(folder: Path) -> Backup | None:
    """The newest backup that opens and is whole."""
    return next((one for one in backups(folder) if is_good(one)), None)


def is_good(backup: Backup) -> bool:
    try:
        _check_file(backup.path)
    except (sqlite3.Error, OSError, UserError):
        return False
    return True


def held(backup: Backup) -> str:
    """The revision of the notes that it holds; "" where it cannot be read."""
    try:
        with closing(_opened(backup.path)) as db:
            return revision_of(db)
    except sqlite3.Error:
        return ""


def count(backup: Backup) -> int:
    """How many notes and bookmarks it holds. Raises NotesDamaged."""
    try:
        with closing(_opened(backup.path)) as db:
            return int(db.execute(_COUNT).fetchone()[0])
    except sqlite3.Error as error:
        raise NotesDamaged(file=backup.path) from error


_COUNT = "SELECT (SELECT count(*) FROM note WHERE deleted IS NULL) + (SELECT count(*) FROM bookmark)"


def put_back(backup: Backup, notes: Path, now: datetime) -> Path | None:
    """Put a good backup in the place of the notes file; what stood there is kept, and its new place is the answer.

    No backup is deleted. Raises NotesDamaged where the backup is not whole, NotesNotSaved where nothing can be written.
    """
    temporary = notes.with_name(f".{notes.name}-restored")
    try:
        _check_file(backup.path)
        temporary.write_bytes(backup.path.read_bytes())
        temporary.chmod(0o600)
        _sync(temporary)
        aside = set_aside(notes, now)
        temporary.replace(notes)
        _sync(notes.parent)
    except sqlite3.Error as error:
        raise NotesDamaged(file=backup.path) from error
    except OSError as error:
        raise problem(error, notes, writing=True) from error
    finally:
        temporary.unlink(missing_ok=True)
    return aside


def set_aside(notes: Path, now: datetime) -> Path | None:
    """Rename the notes file with its log, under a name that tells: another file never meets a log that is not its own.

    None where there was no file. Raises OSError.
    """
    stamp = now.astimezone(UTC).strftime(_STAMP)
    aside = notes.with_name(f"notes-set-aside-{stamp}.sqlite")
    number = 2
    while aside.exists():
        aside = notes.with_name(f"notes-set-aside-{stamp}-{number}.sqlite")
        number += 1
    found = notes.exists()
    for ending in ("", "-wal", "-shm"):
        part = notes.with_name(notes.name + ending)
        if part.exists():
            part.replace(aside.with_name(aside.name + ending))
    return aside if found else None


def drop(aside: Path) -> None:
    """Delete a file that was set aside, with its log; what cannot be deleted stays."""
    for part in (aside, *(aside.with_name(aside.name + ending) for ending in ("-wal", "-shm"))):
        with suppress(OSError):
            part.unlink()


def _check_file(path: Path) -> None:
    with closing(_opened(path)) as db:
        check(db, path)


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _stamped(text: str) -> datetime:
    return datetime.strptime(text, _STAMP).replace(tzinfo=UTC)


def _sync(path: Path) -> None:
    """Have the disk hold what was written; a folder where the system can."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return  # Windows opens no folder: its renames are on the disk by themselves
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
