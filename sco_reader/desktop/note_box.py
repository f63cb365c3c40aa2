"""One note: as Markdown while it is read, as plain text while it is written."""

from collections.abc import Iterable
from typing import Any, cast

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from sco_reader.arabic.bidi import bare, isolate, neutralise
from sco_reader.desktop.notes_keeper import NotesKeeper, moment_in_words
from sco_reader.desktop.parts import label, tool_button
from sco_reader.desktop.pictures import icon
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.links import SCHEME
from sco_reader.notes.note import Note, Subject
from sco_reader.words import say

_OPENED = ("http", "https", "mailto")
_LEAST_LINES = 3


class NoteDocument(QTextDocument):
    """Shows text alone: a picture that a note names is fetched neither from the network nor from the disk."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        return None

    def show_markdown(self, text: str, link_colour: QColor) -> None:
        """Show `text`, HTML in it as it is written; pictures become links, emphasis a weight that our fonts have."""
        features = QTextDocument.MarkdownFeature
        self.setMarkdown(bare(text), features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        for start, length, look in self._looks():
            cursor = QTextCursor(self)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            if look.isImageFormat():
                picture = look.toImageFormat()
                link = QTextCharFormat()
                link.setAnchor(True)
                link.setAnchorHref(picture.name())
                link.setForeground(link_colour)
                alt = str(picture.property(QTextFormat.Property.ImageAltText) or picture.name())
                cursor.insertText(f"[{alt}]", link)
            elif look.fontItalic() or look.fontWeight() > QFont.Weight.Medium:
                strong = look.fontWeight() > QFont.Weight.Medium
                look.setFontItalic(False)  # neither script has a slanted cut here, and Arabic has none at all
                look.setFontWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Medium)
                cursor.setCharFormat(look)

    def _looks(self) -> list[tuple[int, int, QTextCharFormat]]:
        """Each run of one format, the last first: what is changed behind does not move what stands before."""
        found = []
        block = self.begin()
        while block.isValid():
            for run in cast(Iterable[QTextBlock.iterator], block):
                part = run.fragment()
                found.append((part.position(), part.length(), part.charFormat()))
            block = block.next()
        return found[::-1]


class NoteView(QTextBrowser):
    """The note as it reads. Enter or a click begins to write; a link is opened by the system when it is asked for."""

    writing_wanted = Signal()
    link_opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteView")
        self._theme = theme
        self._shown = NoteDocument(self)
        self.setDocument(self._shown)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.anchorClicked.connect(self.follow)
        self.highlighted.connect(self.name_link)

    def show_markdown(self, text: str) -> None:
        document = self._shown
        document.setDefaultFont(self._theme.font("body"))
        option = document.defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each paragraph by its own first letter
        document.setDefaultTextOption(option)
        document.show_markdown(text, self._theme.colour("accent"))
        self._fit()

    def follow(self, address: QUrl) -> None:
        if address.scheme() in _OPENED:
            QDesktopServices.openUrl(address)
        elif address.scheme() == SCHEME:
            self.link_opened.emit(address.toString())

    def name_link(self, address: QUrl) -> None:
        """What a link says and where it leads may be two things: the tooltip tells the second."""
        self.setToolTip(neutralise(address.toString()))

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(int(self.document().size().height()) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at_link = bool(self.anchorAt(event.position().toPoint()))
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not at_link and not self.textCursor().hasSelection():
            self.writing_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on_link = bool(self.textCursor().charFormat().anchorHref()) and self.textCursor().hasSelection()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not on_link:
            self.writing_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class NoteEditor(QPlainTextEdit):
    """The note as it is written; Escape, or going elsewhere, ends it. What is pasted comes in as plain, bare text."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteEditor")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)

    def fit(self) -> None:
        """As high as its text, a few lines at least."""
        line = self.fontMetrics().lineSpacing()
        lines = max(round(self.document().size().height()), _LEAST_LINES)  # of a plain text it counts lines
        margins = 2 * int(self.document().documentMargin()) + 2 * self.frameWidth() + 12
        self.setFixedHeight(lines * line + margins)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insertPlainText(bare(source.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            QTimer.singleShot(0, self, self.end)  # the key that led away is dealt with first

    def end(self) -> None:
        self.finished.emit()


class NoteBox(QFrame):
    """A note with what it is about, when it was changed, and a button that deletes it."""

    link_opened = Signal(str)
    deletion_wanted = Signal(str)
    closed = Signal()
    """The editor was closed, on a text or on none."""
    emptied = Signal(str)
    """It was closed on none, where there had been words."""

    def __init__(self, keeper: NotesKeeper, theme: Theme, an_id: str, subject: Subject, note: Note | None) -> None:
        super().__init__()
        self.setObjectName("noteBox")
        self.id = an_id
        self.subject = subject
        self._keeper = keeper
        self._theme = theme
        self._is_kept = False
        self._shown: tuple[object, ...] = ()
        self._about = label("second", wrap=True)
        self._delete = tool_button("icon")
        self.view = NoteView(theme)
        self._editor: NoteEditor | None = None
        self._text = note.text if note is not None else ""
        self.setFocusProxy(self.view)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._about, 1)
        head.addWidget(self._delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 6, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.view)
        self._column = column
        self.view.setVisible(note is not None)
        self.view.writing_wanted.connect(self.write)
        self.view.link_opened.connect(self.link_opened)
        self._delete.clicked.connect(self.ask_to_delete)
        self.show_note(note)

    @property
    def editor(self) -> NoteEditor:
        """Made when it is first asked for; then it stays, and what it can undo with it."""
        if self._editor is None:
            self._editor = NoteEditor()
            self._editor.hide()
            self._editor.setPlainText(self._text)
            self._editor.textChanged.connect(self.take)
            self._editor.finished.connect(self.read)
            self._column.addWidget(self._editor)
            QWidget.setTabOrder(self.view, self._editor)
            self._dress_editor(self._editor)
        return self._editor

    @property
    def is_written(self) -> bool:
        """True while the editor is open."""
        return self._editor is not None and not self._editor.isHidden()

    def show_note(self, note: Note | None) -> None:
        """Show `note` in the words, colours and size in force; what stands in an open editor stays as it is."""
        theme, lang = self._theme, self._theme.lang
        shown = (note, self.is_written, theme.look)
        if shown == self._shown:
            return
        self._shown = shown
        self._is_kept = self._is_kept or note is not None
        about = self.subject.about or say("note-on-all", lang)
        self._about.setFont(theme.font("label"))
        when = f" · {isolate(moment_in_words(note.changed, theme))}" if note is not None else ""
        show_text(self._about, f"{isolate(about)}{when}", lang)
        self._delete.setIcon(icon("trash-2", theme.colour("ink2")))
        self._delete.setToolTip(say("note-delete", lang))
        self._delete.setAccessibleName(say("note-delete", lang))
        self.view.setAccessibleName(say("note-reading", lang, about=about))
        self.view.setAccessibleDescription(note.text if note is not None else "")
        if self._editor is not None:
            self._dress_editor(self._editor)
        if note is not None and not self.is_written:
            self._take_over(note.text)
            self.view.show_markdown(self._text)

    def _dress_editor(self, editor: NoteEditor) -> None:
        lang = self._theme.lang
        about = self.subject.about or say("note-on-all", lang)
        editor.setAccessibleName(say("note-writing", lang, about=about))
        editor.setFont(self._theme.font("body"))
        editor.setPlaceholderText(say("note-placeholder", lang))
        editor.fit()

    def _take_over(self, text: str) -> None:
        """Have `text`, which came from elsewhere, in a closed editor too."""
        self._text = text
        if self._editor is not None and self._editor.toPlainText() != text:
            self._editor.blockSignals(True)
            self._editor.setPlainText(text)
            self._editor.blockSignals(False)

    def write(self) -> None:
        """Open the editor with the keyboard in it."""
        editor = self.editor
        self.view.hide()
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.fit()

    def read(self) -> None:
        """Close the editor; what could not be saved stays on the screen as it is."""
        if not self.is_written or not self._keeper.save():
            return
        had_focus = self.editor.hasFocus()
        self._text = self.editor.toPlainText()
        self.view.show_markdown(self._text)
        self.editor.hide()
        self.view.show()
        if had_focus:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._is_kept and not self._text.strip():
            self.emptied.emit(self.id)
        self.closed.emit()

    def take(self) -> None:
        self._keeper.type(self.id, self.subject, self.editor.toPlainText())

    def follow_in_tab_order(self, before: QWidget) -> QWidget:
        """Come after `before` when one goes on by Tab; the last part of the box is the answer."""
        parts = [self.view, self._editor, self._delete] if self._editor is not None else [self.view, self._delete]
        for part in parts:
            QWidget.setTabOrder(before, part)
            before = part
        return before

    def ask_to_delete(self) -> None:
        self.read()
        self.deletion_wanted.emit(self.id)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()
