"""All notes and bookmarks on one page, those too whose entity the reference no longer holds."""

from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from sco_reader.desktop.card_tools import FilterField
from sco_reader.desktop.choices import MenuButton, Segments, segment
from sco_reader.desktop.note_box import NoteBox
from sco_reader.desktop.note_lines import bookmark_line, entity_of, note_line
from sco_reader.desktop.notes_keeper import NotesKeeper, moment_in_words
from sco_reader.desktop.parts import hairline, label, panel, push_button
from sco_reader.desktop.pictures import icon
from sco_reader.desktop.result_list import ResultDelegate, ResultModel, Role
from sco_reader.desktop.text import show_hint, show_text
from sco_reader.desktop.theme import Theme
from sco_reader.errors import CannotWrite, UserError
from sco_reader.notes.backups import Backup, count, is_good
from sco_reader.notes.exchange import ENDINGS
from sco_reader.notes.note import Note, Subject
from sco_reader.store import Connection
from sco_reader.words import say

Show = Literal["all", "notes", "bookmarks"]
_LIST = 320


class NotesPage(QWidget):
    """The list, narrowed by words; beside it what is chosen, to read, to write on, or to open."""

    entity_opened = Signal(str)
    link_opened = Signal(str)
    deletion_wanted = Signal(str)
    emptied = Signal(str)
    bookmark_removal_wanted = Signal(str)
    told = Signal(str)
    problem_found = Signal(object)

    def __init__(self, db: Connection, keeper: NotesKeeper, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._db = db
        self._keeper = keeper
        self._theme = theme
        self._title = label()
        self.filter = FilterField()
        self.filter.setClearButtonEnabled(True)
        self.shows = {each: segment(theme) for each in get_args(Show)}
        self._import, self._export = push_button(), push_button()
        self.restores = MenuButton(theme)
        self.model = ResultModel(self)
        self.list = QListView()
        self._empty = label("quiet", wrap=True)
        self._name = label(wrap=True)
        self._state = label("second", wrap=True)
        self._open, self._remove = push_button(), push_button()
        self._side = panel("side")
        self.box: NoteBox | None = None
        self._subject: Subject | None = None
        self._place()
        self._connect()
        self.retranslate()

    def _place(self) -> None:
        tools = panel("sheetBar")
        rows = QVBoxLayout(tools)
        rows.setContentsMargins(16, 8, 16, 8)
        rows.setSpacing(6)
        upper, lower = QHBoxLayout(), QHBoxLayout()
        for row in (upper, lower):
            row.setSpacing(8)
            rows.addLayout(row)
        upper.addWidget(self._title)
        upper.addStretch()
        for button in (self._import, self._export, self.restores):
            upper.addWidget(button)
        lower.addWidget(Segments(list(self.shows.values())))
        lower.addWidget(self.filter, 1)
        self.shows["all"].setChecked(True)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ResultDelegate(self._theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty.setContentsMargins(16, 12, 16, 12)
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._empty)
        lines.addWidget(self.list, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(left)
        self._split.addWidget(self._detail())
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(1, 1)
        self._split.setHandleWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addWidget(hairline())
        column.addWidget(self._split, 1)

    def _detail(self) -> QScrollArea:
        area = QScrollArea()
        area.setObjectName("notesArea")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._chosen = QVBoxLayout(self._side)
        self._chosen.setContentsMargins(16, 14, 16, 14)
        self._chosen.setSpacing(8)
        self._chosen.addWidget(self._name)
        self._chosen.addWidget(self._state)
        buttons = QHBoxLayout()
        buttons.addWidget(self._open)
        buttons.addWidget(self._remove)
        buttons.addStretch()
        self._chosen.addLayout(buttons)
        self._chosen.addStretch(1)
        area.setWidget(self._side)
        return area

    def _connect(self) -> None:
        for button in self.shows.values():
            button.clicked.connect(self.choose_what)
        self.filter.textChanged.connect(self.refresh)
        self.list.activated.connect(self.open_line)
        self.list.selectionModel().currentChanged.connect(self.show_line)
        self._import.clicked.connect(self.choose_import)
        self._export.clicked.connect(self.choose_export)
        self._open.clicked.connect(self.open_entity)
        self._remove.clicked.connect(self.remove_bookmark)
        self.restores.menu().aboutToShow.connect(self.list_backups)
        self.restores.menu().triggered.connect(self.restore)
        self._keeper.changed.connect(self.refresh)

    # What the reader sees

    def refresh(self) -> None:
        """List what is kept, narrowed by the words of the field; the chosen line stays chosen.

        Not while somebody writes: the list comes when the editor is closed.
        """
        if not self.isVisible() or (self.box is not None and self.box.is_written):
            return
        lang, words = self._theme.lang, self.filter.text().strip()
        chosen = self.list.currentIndex().data(Role.ID)
        lines = []
        if not self.shows["bookmarks"].isChecked():
            notes = self._keeper.search(words) if words else self._keeper.notes()
            lines += [note_line(self._db, note, self._theme) for note in notes]
        if not self.shows["notes"].isChecked():
            marks = [bookmark_line(self._db, bookmark, self._theme) for bookmark in self._keeper.bookmarks()]
            lines += [line for line in marks if words.casefold() in line.name.casefold()]
        self.list.selectionModel().blockSignals(True)
        self.model.show_results(lines)
        self.list.selectionModel().blockSignals(False)
        show_text(self._empty, say("notes-none-found" if words else "notes-none", lang), lang)
        self._empty.setVisible(not lines)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus if lines else Qt.FocusPolicy.NoFocus)
        row = next((number for number, line in enumerate(lines) if line.id == chosen), 0)
        self.list.setCurrentIndex(self.model.index(row))
        self.show_line(self.model.index(row))

    def written(self) -> list[list[str]]:
        """The lines on show as rows: what they are about, and the words of a note."""
        lines = [self.model.index(row) for row in range(self.model.rowCount())]
        return [[str(line.data()), note.text if (note := self._keeper.note(str(line.data(Role.ID)))) else ""]
                for line in lines]  # fmt: skip

    def show_line(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        an_id = str(index.data(Role.ID) or "")
        note = self._keeper.note(an_id)
        if note is not None:
            self._show_subject(note.subject, note)
        else:
            bookmark = self._keeper.bookmark(an_id)
            self._show_subject(bookmark.subject if bookmark else None, None)

    def _show_subject(self, subject: Subject | None, note: Note | None) -> None:
        lang, theme = self._theme.lang, self._theme
        self._subject = subject
        if self.box is not None and (note is None or self.box.id != note.id):
            if self.box.isAncestorOf(QApplication.focusWidget() or self):
                self.take_focus()
            self.box.hide()
            self._chosen.removeWidget(self.box)
            self.box.deleteLater()
            self.box = None
        if note is not None and self.box is None:
            self.box = NoteBox(self._keeper, theme, note.id, note.subject, note)
            self.box.link_opened.connect(self.link_opened)
            self.box.deletion_wanted.connect(self.deletion_wanted)
            self.box.emptied.connect(self.emptied)
            self.box.closed.connect(self.refresh)
            self._chosen.insertWidget(3, self.box)
            self.box.show()
            self.box.follow_in_tab_order(self._remove)
        elif self.box is not None:
            self.box.show_note(note)
        for widget in (self._name, self._state, self._open, self._remove):
            widget.setVisible(subject is not None)
        self._state.setFont(theme.font("label"))
        if subject is None:
            show_text(self._state, say("notes-chosen", lang), lang)
            self._state.show()
            return
        gone = entity_of(self._db, subject) is None
        self._name.setFont(theme.font("view-title"))
        show_text(self._name, subject.name_ar if lang == "ar" else subject.name_en, lang)
        show_text(self._state, say("note-gone", lang, id=subject.entity), lang)
        self._state.setVisible(gone)
        self._open.setText(say("notes-open-card", lang))
        self._open.setVisible(not gone)
        self._remove.setText(say("bookmark-remove", lang))
        self._remove.setVisible(note is None)

    def show_note(self, an_id: str) -> None:
        """Choose that note, whatever the list was narrowed to."""
        self.filter.clear()
        for name, button in self.shows.items():
            button.setChecked(name == "all")
        self.refresh()
        rows = range(self.model.rowCount())
        row = next((row for row in rows if self.model.index(row).data(Role.ID) == an_id), 0)
        self.list.setCurrentIndex(self.model.index(row))

    # What the reader wishes

    def choose_what(self) -> None:
        for button in self.shows.values():
            button.setChecked(button is self.sender())
        self.refresh()

    def open_line(self, index: QModelIndex) -> None:
        """Enter opens the card; where the reference holds none any more, the note itself takes the keyboard."""
        self.show_line(index)
        if self._subject is not None and entity_of(self._db, self._subject) is not None:
            self.open_entity()
        elif self.box is not None:
            self.box.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_entity(self) -> None:
        if self._subject is not None:
            self.entity_opened.emit(self._subject.entity)

    def remove_bookmark(self) -> None:
        if self._subject is not None:
            self.bookmark_removal_wanted.emit(self._subject.entity)

    def choose_export(self) -> None:
        kinds = f"Markdown (*{ENDINGS[1]});;JSON (*{ENDINGS[0]})"
        name, _ = QFileDialog.getSaveFileName(self, say("notes-export", self._theme.lang), "sco-notes.md", kinds)
        if name:
            self.export_to(Path(name))

    def export_to(self, target: Path) -> None:
        """Save everything as Markdown, or as JSON where the name ends so; whole or not at all."""
        if target.suffix.lower() not in ENDINGS:
            target = target.with_name(f"{target.name}{ENDINGS[1]}")
        try:
            self._keeper.export_to(target)
        except CannotWrite as error:
            self.problem_found.emit(error)
            return
        self.told.emit(say("sheet-saved", self._theme.lang, file=str(target)))

    def choose_import(self) -> None:
        kinds = f"{say('notes-files', self._theme.lang)} (*{ENDINGS[0]} *{ENDINGS[1]})"
        name, _ = QFileDialog.getOpenFileName(self, say("notes-import", self._theme.lang), "", kinds)
        if name:
            self.import_from(Path(name))

    def import_from(self, source: Path) -> None:
        """Merge an exported file into what is kept, and tell what came of it."""
        try:
            merged = self._keeper.import_from(source)
        except UserError as error:
            self.problem_found.emit(error)
            return
        say_n = self._theme.voice.say
        parts = [say_n("import-added", n=merged.added)]
        if merged.beside:
            parts.append(say_n("import-beside", n=merged.beside))
        if merged.known:
            parts.append(say_n("import-known", n=merged.known))
        self.told.emit(" ".join(parts))

    def list_backups(self) -> None:
        """The good backups, the newest first, with what each holds."""
        menu = self.restores.menu()
        menu.clear()
        for backup in self._keeper.past():
            if is_good(backup):
                made = moment_in_words(backup.made, self._theme)
                action = menu.addAction(self._theme.voice.say("backup-of", day=made, n=count(backup)))
                action.setData(backup)
        if menu.isEmpty():
            menu.addAction(say("backup-none", self._theme.lang)).setEnabled(False)

    def restore(self, action: QAction) -> None:
        backup = action.data()
        if not isinstance(backup, Backup):
            return
        try:
            self._keeper.restore(backup)
        except UserError as error:
            self.problem_found.emit(error)
            return
        self.told.emit(say("backup-restored", self._theme.lang, day=moment_in_words(backup.made, self._theme)))

    # Words and sizes

    def retranslate(self) -> None:
        lang, theme = self._theme.lang, self._theme
        self._title.setFont(theme.font("view-title"))
        show_text(self._title, say("notes-title", lang), lang)
        show_hint(self.filter, say("notes-filter", lang), lang)
        self.filter.setAccessibleName(say("notes-filter", lang))
        for name, button in self.shows.items():
            button.setText(say(f"notes-show-{name}", lang))
        for push, picture, key in (
            (self._import, "upload", "notes-import"), (self._export, "download", "notes-export"),
            (self.restores, "history", "notes-restore"),
        ):  # fmt: skip
            push.setText(f"\u00a0{say(key, lang)}")
            push.setIcon(icon(picture, theme.colour("ink2")))
            push.setToolTip(say(f"{key}-tip", lang))
            push.setAccessibleName(say(f"{key}-tip", lang))
        self.list.setAccessibleName(say("notes-title", lang))
        self.refresh()

    def take_focus(self) -> None:
        target = self.list if self.model.rowCount() else self.filter
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            wide = min(self._theme.px(_LIST), event.size().width() * 2 // 5)
            self._split.setSizes([wide, event.size().width() - wide])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus() and self._subject is not None:
            if self.box is not None:
                self.deletion_wanted.emit(self.box.id)
            else:
                self.remove_bookmark()
        elif event.key() == Qt.Key.Key_Escape and self.box is not None and self.box.isAncestorOf(self.focusWidget()):
            self.take_focus()
        else:
            super().keyPressEvent(event)
