"""What the reader noted on the card that is shown: one quiet line below it, which unfolds."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sco_reader.arabic.bidi import isolate
from sco_reader.desktop.note_box import NoteBox
from sco_reader.desktop.notes_keeper import NotesKeeper
from sco_reader.desktop.parts import hairline, label, panel, tool_button
from sco_reader.desktop.pictures import icon
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.notes.note import Note, Subject
from sco_reader.notes.store import new_id
from sco_reader.words import say

_SHARE, _LEAST = 0.42, 150


class NotesStrip(QWidget):
    """The line with bookmark, count and first words; below it, unfolded, a box for each note."""

    link_opened = Signal(str)
    deletion_wanted = Signal(str)
    emptied = Signal(str)
    bookmark_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, keeper: NotesKeeper, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._keeper = keeper
        self._theme = theme
        self._entity = ""
        self._shown: tuple[object, ...] = ()
        self._notes: list[Note] = []
        self._room = 600
        self._sought: NoteBox | None = None
        self.boxes: dict[str, NoteBox] = {}
        self.star = tool_button("icon", checkable=True)
        self.fold = tool_button("fold", checkable=True)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._first = label("quiet")
        self._first.setProperty("decorative", True)  # it repeats the beginning of the first note
        self.add = tool_button("icon")
        self._column = QVBoxLayout()
        self._page = panel("side")
        self._area = QScrollArea()
        self._place()
        QWidget.setTabOrder(self.star, self.fold)
        QWidget.setTabOrder(self.fold, self.add)
        self.star.clicked.connect(self.bookmark_wanted)
        self.add.clicked.connect(self.note_wanted)
        self.fold.toggled.connect(self._unfold)
        keeper.changed.connect(self.refresh)

    def _place(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 3, 12, 3)
        head.setSpacing(8)
        head.addWidget(self.star)
        head.addWidget(self.fold)
        head.addWidget(self._first, 1)
        head.addWidget(self.add)
        self._column.setContentsMargins(12, 4, 12, 10)
        self._column.setSpacing(8)
        outer = QVBoxLayout(self._page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._column)
        outer.addStretch(1)
        self._area.setObjectName("notesArea")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._page)
        self._area.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(head)
        column.addWidget(self._area)

    # What the reader sees

    def show_entity(self, entity: str) -> None:
        """Show what was noted on `entity`; an editor that is open on it stays open. Another day costs nothing."""
        if (entity, self._theme.look) == self._shown:
            return
        self._shown = (entity, self._theme.look)
        if entity != self._entity:
            self._entity = entity
            self._clear()
            self._area.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Show the notes as they are kept now; a box that is written in stays."""
        lang, theme = self._theme.lang, self._theme
        self._notes = self._keeper.notes_on(self._entity)
        standing = {note.id for note in self._notes}
        for an_id in [one for one, box in self.boxes.items() if one not in standing and not box.is_written]:
            self._remove(an_id)
        for place, note in enumerate(self._notes):
            if note.id in self.boxes:
                self.boxes[note.id].show_note(note)
            elif self.fold.isChecked():  # folded, one line says enough
                self._add(note.id, note.subject, note, place)
        marked = self._keeper.bookmark(self._entity) is not None
        self.star.setChecked(marked)
        picture, colour = ("bookmark-filled", "accent") if marked else ("bookmark", "ink2")
        self.star.setIcon(icon(picture, theme.colour(colour)))
        said = say("bookmark-remove" if marked else "bookmark-add", lang)
        self.star.setToolTip(f"{said} (Ctrl+B)")
        self.star.setAccessibleName(said)
        self._say_head()

    def _say_head(self) -> None:
        lang, theme, count = self._theme.lang, self._theme, len(self._notes)
        unfolded = self.fold.isChecked()
        rtl = lang == "ar"
        self.fold.setFont(theme.font("label"))
        self.fold.setText(theme.voice.say("notes-count", n=count) if count else theme.voice.say("notes-count-none"))
        self.fold.setIcon(icon("chevron-down" if unfolded else "chevron-right", theme.colour("ink2"), rtl=rtl))
        self.fold.setToolTip(say("notes-fold" if unfolded else "notes-unfold", lang))
        self.fold.setAccessibleName(f"{self.fold.text()}. {self.fold.toolTip()}")
        self.fold.setEnabled(count > 0 or bool(self.boxes))
        self.add.setIcon(icon("plus", theme.colour("ink2")))
        self.add.setToolTip(f"{say('action-note', lang)} (Ctrl+Shift+M)")
        self.add.setAccessibleName(say("action-note", lang))
        self._first.setFont(theme.font("label"))
        words = self._notes[0].gist if self._notes and not unfolded else ""
        room = max(self._first.width() - theme.px(8), 0)
        short = QFontMetrics(theme.font("label")).elidedText(words, Qt.TextElideMode.ElideRight, room)
        show_text(self._first, isolate(short) if short else "", lang)

    # What the reader wishes

    def begin_note(self, subject: Subject) -> None:
        """Unfold, with the keyboard in an empty note on `subject`."""
        self.fold.setEnabled(True)
        self.fold.setChecked(True)
        box = self._add(new_id(), subject, None, 0)
        box.write()
        self._area.verticalScrollBar().setValue(0)

    def show_note(self, an_id: str) -> None:
        """Unfold, with the keyboard on that note."""
        self.fold.setChecked(True)
        box = self.boxes.get(an_id)
        if box is not None:
            box.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._sought = box
            QTimer.singleShot(0, self, self.bring)

    def take_focus(self) -> None:
        """Put the keyboard on the first note."""
        first = min(self.boxes.values(), key=self._column.indexOf, default=None)
        (first or self.add).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def is_unfolded(self) -> bool:
        return not self._area.isHidden()

    def _unfold(self, unfolded: bool) -> None:
        self._area.setVisible(unfolded)
        self._fit()
        self.refresh()

    def fit(self, room: int) -> None:
        """Take at most a good third of `room`, the height that the card and its notes share."""
        self._room = room
        self._fit()

    def _fit(self) -> None:
        self._area.setFixedHeight(max(int(self._room * _SHARE), min(_LEAST, self._room // 2)))

    def bring(self) -> None:
        """Bring the note that was sought into view, once the boxes have their sizes."""
        if self._sought is not None and self._sought in self.boxes.values():
            self._area.ensureWidgetVisible(self._sought)

    # The boxes

    def _add(self, an_id: str, subject: Subject, note: Note | None, place: int) -> NoteBox:
        box = NoteBox(self._keeper, self._theme, an_id, subject, note)
        box.link_opened.connect(self.link_opened)
        box.deletion_wanted.connect(self.deletion_wanted)
        box.emptied.connect(self.emptied)
        box.closed.connect(self.refresh)
        self.boxes[an_id] = box
        self._column.insertWidget(place, box)
        box.show()  # a layout shows what was added to it when the event loop comes round
        last: QWidget = self.add
        for each in sorted(self.boxes.values(), key=self._column.indexOf):
            last = each.follow_in_tab_order(last)
        return box

    def _remove(self, an_id: str) -> None:
        box = self.boxes.pop(an_id)
        if box.isAncestorOf(QApplication.focusWidget() or self):
            self.take_focus()
        box.hide()
        self._column.removeWidget(box)
        box.deleteLater()

    def drop(self, an_id: str) -> None:
        """Take a box away that holds no note any more, its editor open or not."""
        if an_id in self.boxes:
            self._remove(an_id)
            self._say_head()

    def _clear(self) -> None:
        self._keeper.save()
        for an_id in list(self.boxes):
            self._remove(an_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_head()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_unfolded:
            self.fold.setChecked(False)
            self.fold.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
