"""Keeps the reader's notes: opens their file when it is needed, saves as one types, makes backups while it runs."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from sco_reader.desktop.background import Answer, run_in_background
from sco_reader.desktop.theme import Theme
from sco_reader.errors import NotesBegunAnew, NotesDamaged, NotesNotSaved, NotesRepaired, UserError
from sco_reader.files import write_whole
from sco_reader.notes import backups
from sco_reader.notes.exchange import Merged, as_json, as_markdown, merge, read_file
from sco_reader.notes.note import Bookmark, Note, Subject
from sco_reader.notes.opening import FILE, Repair, has_notes, open_notes
from sco_reader.notes.store import NotesStore

_SAVE_AFTER, _TRY_AGAIN_AFTER = 300, 3000  # milliseconds since the first letter that is not on the disk
_BACK_UP_EVERY = 10 * 60 * 1000

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _BackupJob:
    notes: Path
    now: datetime

    def __call__(self) -> object:
        return backups.back_up(self.notes, self.now)


class NotesKeeper(QObject):
    """Questions answer with nothing where there is no file yet; it is made by the first note or bookmark."""

    changed = Signal()
    """Notes or bookmarks came, went, or say something else."""
    problem_found = Signal(object)

    def __init__(self, folder: Path, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._theme = theme
        self._store: NotesStore | None = None
        self._unreadable = False
        self._typed: dict[str, tuple[Subject, str]] = {}
        self._told = False
        self._unsaved_copy = False
        self._backup: Answer | None = None
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.timeout.connect(self.save)
        self._backing_up = QTimer(self)
        self._backing_up.setInterval(_BACK_UP_EVERY)
        self._backing_up.timeout.connect(self.back_up)

    @property
    def file(self) -> Path:
        return self._folder / FILE

    # Questions

    def notes_on(self, entity: str) -> list[Note]:
        """The notes on an entity, the latest first; those too that could not be saved yet."""
        return [note for note in self._with_unsaved(self._asked(NotesStore.notes_on, [], entity))
                if note.subject.entity == entity]  # fmt: skip

    def notes(self) -> list[Note]:
        return self._with_unsaved(self._asked(NotesStore.notes, []))

    def note(self, an_id: str) -> Note | None:
        kept = self._asked(NotesStore.note, None, an_id)
        return next((note for note in self._with_unsaved([kept] if kept else []) if note.id == an_id), None)

    def _with_unsaved(self, kept: list[Note]) -> list[Note]:
        """A full disk takes no word off the screen, wherever the reader goes meanwhile."""
        known = {note.id: note for note in kept}
        for an_id, (subject, text) in self._typed.items():
            if an_id in known:
                known[an_id] = replace(known[an_id], text=text)
            elif text.strip():
                known = {an_id: Note(an_id, subject, text, _now(), _now()), **known}
        return list(known.values())

    def bookmarks(self) -> list[Bookmark]:
        return self._asked(NotesStore.bookmarks, [])

    def bookmark(self, entity: str) -> Bookmark | None:
        return next((one for one in self.bookmarks() if one.subject.entity == entity), None)

    def search(self, query: str, limit: int = 1000) -> list[Note]:
        return self._asked(NotesStore.search, [], query, limit)

    def _asked(self, question: Callable[..., T], nothing: T, *given: object) -> T:
        if self._unreadable or (self._store is None and not has_notes(self._folder)):
            return nothing
        try:
            return self._done(question, *given)
        except UserError as error:
            self._unreadable = True  # told once; the next try to write opens the file anew
            self.problem_found.emit(error)
            return nothing

    def _done(self, work: Callable[..., T], *given: object) -> T:
        """Ask or change the open file; where it turns out to be damaged, mend it and do it again."""
        try:
            return work(self._opened(), *given)
        except NotesDamaged:
            self._let_go()
            return work(self._opened(), *given)

    def _opened(self) -> NotesStore:
        if self._store is None:
            opened = open_notes(self._folder, _now())
            self._store, self._unreadable = opened.store, False
            self._backing_up.start()
            if opened.repair is not None:
                self._tell_repair(opened.repair)
        return self._store

    def _let_go(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    def _tell_repair(self, repair: Repair) -> None:
        self._unsaved_copy = True
        aside = repair.aside or self.file
        if repair.backup is None:
            self.problem_found.emit(NotesBegunAnew(file=aside.name, folder=self._folder))
            return
        made = moment_in_words(repair.backup.made, self._theme)
        self.problem_found.emit(NotesRepaired(day=made, file=aside.name, folder=self._folder))

    # Changes

    def type(self, an_id: str, subject: Subject, text: str) -> None:
        """Take what stands in an editor; it is on the disk well within a second, however long one goes on typing."""
        self._typed[an_id] = (subject, text)
        if not self._saving.isActive():
            self._saving.start(_SAVE_AFTER)

    def save(self) -> bool:
        """Write what was typed. False where it cannot be: the reader is told once, and it is tried again."""
        if not self._typed:
            return True
        try:
            self._done(_write_all, dict(self._typed))
        except UserError as error:
            self._saving.start(_TRY_AGAIN_AFTER)
            if not self._told:
                self.problem_found.emit(error)
            self._told = True
            return False
        self._saving.stop()
        self._typed.clear()
        self._told = False
        self._note_change()
        return True

    def delete(self, an_id: str) -> bool:
        """True where the note is gone; `undelete` brings it back."""
        self.save()
        self._typed.pop(an_id, None)
        return self._change(NotesStore.delete, an_id, _now())

    def undelete(self, an_id: str) -> bool:
        return self._change(NotesStore.undelete, an_id)

    def add_bookmark(self, subject: Subject) -> bool:
        return self._change(NotesStore.add_bookmark, subject, _now())

    def put_bookmark_back(self, bookmark: Bookmark) -> bool:
        return self._change(NotesStore.add_bookmark, bookmark.subject, bookmark.made)

    def remove_bookmark(self, entity: str) -> bool:
        return self._change(NotesStore.remove_bookmark, entity)

    def _change(self, work: Callable[..., None], *given: object) -> bool:
        try:
            self._done(work, *given)
        except UserError as error:
            self.problem_found.emit(error)
            return False
        self._note_change()
        return True

    def _note_change(self) -> None:
        self._unsaved_copy = True
        self.changed.emit()

    # Out, in, and back

    def export_to(self, target: Path) -> None:
        """Write everything to `target`, whole, as its ending says. Raises CannotWrite."""
        self.save()
        write = as_markdown if target.suffix.lower() == ".md" else as_json
        write_whole(target, write(self.notes(), self.bookmarks()))

    def import_from(self, source: Path) -> Merged:
        """Merge an exported file. Raises CannotRead, NotNotes, NotesNotSaved."""
        self.save()
        merged = self._done(merge, *read_file(source))
        self._note_change()
        return merged

    def past(self) -> list[backups.Backup]:
        """The backups, the newest first."""
        return backups.backups(self._folder)

    def restore(self, backup: backups.Backup) -> None:
        """Put a backup in the place of the notes; these become a backup first. Raises NotesNotSaved, NotesDamaged."""
        if not self.save():
            raise NotesNotSaved(file=self.file)
        self._done(NotesStore.bookmarks)  # a file that is damaged is mended first
        backups.back_up(self.file, _now(), thin_out=False)
        self._let_go()
        aside = backups.put_back(backup, self.file, _now())
        if aside is not None:
            backups.drop(aside)  # the backup just made holds the same
        self._opened()
        self.changed.emit()

    def back_up(self) -> None:
        """Make a backup in the background, where anything has changed since the last one."""
        if not self._unsaved_copy or self._store is None or self._backup is not None:
            return
        self._unsaved_copy = False
        self._backup = Answer(self)
        self._backup.succeeded.connect(self._backed_up)
        self._backup.failed.connect(self._not_backed_up)
        run_in_background(_BackupJob(self.file, _now()), self._backup)

    def _backed_up(self, _made: object) -> None:
        self._backup = None

    def _not_backed_up(self, error: Exception) -> None:
        self._backup = None
        self._unsaved_copy = True
        if isinstance(error, NotesDamaged):
            self._let_go()
            self.bookmarks()  # mends it, and tells
        elif isinstance(error, UserError):
            self.problem_found.emit(error)
        else:
            raise error

    def close(self) -> None:
        """Save, make a backup of what has changed, and close the file."""
        self.save()
        self._backing_up.stop()
        self._saving.stop()
        if self._store is not None and self._unsaved_copy:
            with suppress(UserError):  # nobody is there to be told; the next start looks at the file
                backups.back_up(self.file, _now())
        self._let_go()


def moment_in_words(moment: datetime, theme: Theme) -> str:
    """A moment as the reader's clock has it: the day, and the time of day."""
    here = moment.astimezone()
    return theme.voice.say("moment", day=theme.voice.day(here.date()), time=f"{here:%H:%M}")


def _write_all(store: NotesStore, typed: dict[str, tuple[Subject, str]]) -> None:
    for an_id, (subject, text) in typed.items():
        store.write(an_id, subject, text, _now())


def _now() -> datetime:
    return datetime.now(UTC)
