"""What the reader notes and marks: the keys for it, the strip below the card, the page, and how they meet the window.

The notes themselves, their file and their widgets come after the first card.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sco_reader.desktop.history import Place
from sco_reader.errors import NotesNotSaved, NothingToNoteOn, UnknownId
from sco_reader.store import Connection
from sco_reader.words import say

if TYPE_CHECKING:
    from sco_reader.desktop.notes_keeper import NotesKeeper
    from sco_reader.desktop.notes_page import NotesPage
    from sco_reader.desktop.notes_strip import NotesStrip
    from sco_reader.desktop.results import Result
    from sco_reader.desktop.window import Window
    from sco_reader.notes.note import Bookmark, Subject

_MOST_FOUND = 4


class NotesHand(QObject):
    """One method a key of `keys.KEYS`: bookmark, note, notes, undo."""

    link_followed = Signal(str)
    """A link of ours stood in a note, and the reader took it."""

    def __init__(self, db: Connection, folder: Path, window: "Window") -> None:
        super().__init__(window)
        self._db = db
        self._folder = folder
        self._window = window
        self._history = window.history
        self._message = window.message
        self._theme = window.theme
        self._keeper: NotesKeeper | None = None
        self._strip: NotesStrip | None = None
        self._gone: list[str | Bookmark] = []
        self._warned = False
        self.column = QWidget()
        """The card, with room below it for what was noted."""
        self._below = QVBoxLayout(self.column)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(0)
        self._below.addWidget(window.card, 1)
        self.column.installEventFilter(self)
        window.pages.make_notes = self._make_page
        window.lookup.note_opened.connect(self.open_note)
        window.message.undo_wanted.connect(self.undo)
        window.begun.connect(self.begin, Qt.ConnectionType.QueuedConnection)

    @property
    def keeper(self) -> "NotesKeeper":
        if self._keeper is None:
            from sco_reader.desktop.notes_keeper import NotesKeeper

            self._keeper = NotesKeeper(self._folder, self._theme, self)
            self._keeper.problem_found.connect(self._window.show_problem)
        return self._keeper

    @property
    def strip(self) -> "NotesStrip":
        if self._strip is None:
            from sco_reader.desktop.notes_strip import NotesStrip

            self._strip = NotesStrip(self.keeper, self._theme)
            self._strip.link_opened.connect(self.link_followed)
            self._strip.deletion_wanted.connect(self.delete_note)
            self._strip.emptied.connect(self.note_emptied)
            self._strip.bookmark_wanted.connect(self.bookmark)
            self._strip.note_wanted.connect(self.note_on_card)
            self._below.addWidget(self._strip)
            self._strip.fit(self.column.height())
        return self._strip

    def _make_page(self) -> "NotesPage":
        from sco_reader.desktop.notes_page import NotesPage

        page = NotesPage(self._db, self.keeper, self._theme)
        page.entity_opened.connect(self._window.open_entity)
        page.link_opened.connect(self.link_followed)
        page.deletion_wanted.connect(self.delete_note)
        page.emptied.connect(self.note_emptied)
        page.bookmark_removal_wanted.connect(self.remove_bookmark)
        page.told.connect(self._message.tell)
        page.problem_found.connect(self._window.show_problem)
        return page

    # What the window calls

    def begin(self) -> None:
        """Open the notes, after the first card: from then on the look-up finds them too."""
        if self._window.lookup.find_notes is None:
            self._window.lookup.find_notes = self.find
            self.show_card()

    def show_card(self) -> None:
        """Show what was noted on the card; none where it is no entity's."""
        if self._window.lookup.find_notes is None:
            return
        subject = self._subject_of_card()
        self.strip.setVisible(subject is not None)
        if subject is not None:
            self.strip.show_entity(subject.entity)

    def find(self, query: str) -> "list[Result]":
        """The reader's notes with these words, as lines for the look-up."""
        from sco_reader.desktop.note_lines import note_line

        return [note_line(self._db, note, self._theme) for note in self.keeper.search(query, _MOST_FOUND)]

    @property
    def is_open_below(self) -> bool:
        """True where the notes below the card are unfolded."""
        return self._strip is not None and self._strip.isVisible() and self._strip.is_unfolded

    def close(self) -> bool:
        """Save, back up, let go. False, once, where words would be lost: the reader is told, and may insist."""
        if self._keeper is None:
            return True
        if not self._keeper.save() and not self._warned:
            self._warned = True
            self._window.show_problem(NotesNotSaved(file=self._keeper.file))
            return False
        self._keeper.close()
        return True

    # What the reader wishes

    def bookmark(self) -> None:
        """Set a bookmark on the card, or take it away."""
        subject = self._subject_or_say()
        if subject is None:
            return
        if self.keeper.bookmark(subject.entity) is not None:
            self.remove_bookmark(subject.entity)
        elif self.keeper.add_bookmark(subject):
            self._message.tell(say("bookmark-added", self._theme.lang))

    def remove_bookmark(self, entity: str) -> None:
        bookmark = self.keeper.bookmark(entity)
        if bookmark is not None and self.keeper.remove_bookmark(entity):
            self._gone.append(bookmark)
            self._message.offer_undo(say("bookmark-removed", self._theme.lang))

    def note(self) -> None:
        """Begin a note: on the fact under the keyboard, or else on the card as a whole."""
        from dataclasses import replace

        subject = self._subject_or_say()
        if subject is None:
            return
        fact, about = self._window.card.fact_under_keyboard()
        self._to_card()
        self.strip.begin_note(replace(subject, fact=fact, about=about))

    def note_on_card(self) -> None:
        """Begin a note on the card as a whole."""
        subject = self._subject_or_say()
        if subject is not None:
            self.strip.begin_note(subject)

    def notes(self) -> None:
        """Show all notes and bookmarks."""
        self._window.go_to(Place("notes", self._history.here.id))
        self._window.pages.take_focus()

    def open_note(self, an_id: str) -> None:
        """Show a note: on its card, or, where the reference has lost that, in the list of all."""
        from sco_reader.desktop.note_lines import entity_of

        note = self.keeper.note(an_id)
        if note is None:
            return
        if entity_of(self._db, note.subject) is None:
            self.notes()
            self._window.pages.notes.show_note(an_id)
        else:
            self._window.open_entity(note.subject.entity)
            self.strip.show_note(an_id)

    def delete_note(self, an_id: str) -> None:
        """Delete without asking; `undo` brings it back."""
        if self.keeper.note(an_id) is None:
            self.keeper.save()
        if self.keeper.note(an_id) is None:  # an empty box that never became a note
            self.strip.drop(an_id)
        elif self.keeper.delete(an_id):
            self._gone.append(an_id)
            self.strip.drop(an_id)
            self._message.offer_undo(say("note-deleted", self._theme.lang))

    def note_emptied(self, an_id: str) -> None:
        """A note without a word is a deleted one, and comes back with its last words."""
        self._gone.append(an_id)
        self._message.offer_undo(say("note-deleted", self._theme.lang))

    def undo(self) -> None:
        """Bring back what was deleted last, note or bookmark."""
        if not self._gone:
            self._message.tell(say("undo-nothing", self._theme.lang))
            return
        last = self._gone.pop()
        back = self.keeper.undelete(last) if isinstance(last, str) else self.keeper.put_bookmark_back(last)
        if back:
            self._message.tell(say("undo-done", self._theme.lang))
        else:
            self._gone.append(last)

    def _to_card(self) -> None:
        if self._history.here.view != "card":
            self._window.go_to(Place("card", self._history.here.id))

    def _subject_or_say(self) -> "Subject | None":
        self.begin()  # a quick hand may be here first
        subject = self._subject_of_card()
        if subject is None:
            self._window.show_problem(NothingToNoteOn())
        return subject

    def _subject_of_card(self) -> "Subject | None":
        from sco_reader import reference
        from sco_reader.notes.note import Subject

        try:
            found = reference.entity(self._db, self._history.here.id)
        except UnknownId:
            return None
        return Subject(found.id, found.name.en, found.name.ar)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        strip = getattr(self, "_strip", None)  # a window that is taken apart may still be laid out
        if strip is not None and watched is self.column and isinstance(event, QResizeEvent):
            strip.fit(event.size().height())
        return super().eventFilter(watched, event)
