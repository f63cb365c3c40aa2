"""The sources of the card on show: numbered as on the card, disputes first, each open to the keyboard."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import QDesktopServices, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from sco_reader.arabic.bidi import isolate
from sco_reader.cards.card import Card, Dispute
from sco_reader.citation import source_line
from sco_reader.desktop.asked import Asked
from sco_reader.desktop.clip import TYPES, citation_clip
from sco_reader.desktop.clipboard import empty_clip
from sco_reader.desktop.parts import label
from sco_reader.desktop.source_painter import SourceDelegate, SourceRole
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.model import Citation
from sco_reader.voice import Voice
from sco_reader.words import say

Index = QModelIndex | QPersistentModelIndex

_AT_ONCE = 16
_OPEN_DISPUTES = 2
"""As many stand open above the sources; more fold into one line, or the sources would begin screens below."""


class SourceModel(QAbstractListModel):
    """Disputes first, many of them behind one line; then the sources in the order of their numbers."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._voice = Voice("en")
        self._disputes: tuple[Dispute, ...] = ()
        self._citations: tuple[Citation, ...] = ()
        self._is_open = False

    def show_card(self, card: Card, voice: Voice) -> None:
        self.beginResetModel()
        self._voice = voice
        self._disputes = card.disputes
        self._citations = card.sources
        self.endResetModel()

    def fold(self) -> None:
        """Open the disputes of the card, or fold them into their line."""
        self.beginResetModel()
        self._is_open = not self._is_open
        self.endResetModel()

    @property
    def _folds(self) -> int:
        return int(len(self._disputes) > _OPEN_DISPUTES)

    @property
    def _before(self) -> int:
        """How many rows stand above the sources."""
        return self._folds + (len(self._disputes) if self._is_open or not self._folds else 0)

    def row_of(self, number: int) -> int:
        """The row of source `number`, -1 where there is none."""
        return self._before + number - 1 if 1 <= number <= len(self._citations) else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else self._before + len(self._citations)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.row() >= self._before else flags

    def mimeTypes(self) -> list[str]:
        return TYPES

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged source as Ctrl+C copies it."""
        citations = [index.data(SourceRole.CITATION) for index in indexes]
        citation = next((each for each in citations if isinstance(each, Citation)), None)
        return citation_clip(citation, self._theme.manner, self._voice) if citation is not None else empty_clip()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.row() < self._folds:
            return self._line_of_disputes(role)
        if index.row() < self._before:
            return self._dispute(self._disputes[index.row() - self._folds], role)
        number = index.row() - self._before + 1
        return self._source(number, self._citations[number - 1], role)

    def _line_of_disputes(self, role: int) -> Any:
        said = self._voice.say("sources-differ-on", n=len(self._disputes))
        if role == SourceRole.FOLD:
            return self._is_open
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{said} ({say('fold-open' if self._is_open else 'fold-shut', self._voice.lang)})"
        return said if role == Qt.ItemDataRole.DisplayRole else None

    def _dispute(self, dispute: Dispute, role: int) -> Any:
        heading = say("sources-differ", self._voice.lang, about=isolate(dispute.about))
        if role == SourceRole.DISPUTE:
            return dispute
        if role == SourceRole.LINE:
            return dispute.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{heading}. {dispute.text}"
        return heading if role == Qt.ItemDataRole.DisplayRole else None

    def _source(self, number: int, citation: Citation, role: int) -> Any:
        source, voice, lang = citation.source, self._voice, self._voice.lang
        if role == Qt.ItemDataRole.DisplayRole:
            return source.title
        if role == SourceRole.NUMBER:
            return number
        if role == SourceRole.LINE:
            return f"{source_line(citation, voice)} · {say(f'class-{source.klass}', lang)}"
        if role == SourceRole.ADDRESS:
            return source.address
        if role == SourceRole.CITATION:
            return citation
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = isolate(source.title), source_line(citation, voice)
            return f"{voice.say('source-mark', numbers=number)}: {', '.join(said)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{source.address}\n{say('source-open', lang)}: Enter\n{say('source-copy', lang)}: Ctrl+C"
        return None


class SourceList(QListView):
    """Enter or a double click opens the address in the browser; Ctrl+C copies the citation, a drag takes it along."""

    copy_requested = Signal(object)
    """The Citation that is to be copied."""
    address_opened = Signal(str)
    fold_asked = Signal()
    """The disputes are to be opened, or folded away."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (enters or event.key() == Qt.Key.Key_Space) and index.data(SourceRole.FOLD) is not None:
            self.fold_asked.emit()
        elif enters and index.data(SourceRole.ADDRESS):
            self.open_address(index)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_current()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somebody who comes by Tab stands on the first source."""
        if not self.currentIndex().isValid():
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.setCurrentIndex(self.model().index(0, 0))
        super().focusInEvent(event)

    def copy_current(self) -> None:
        """Ask for the citation of the source under the keyboard to be copied."""
        index = self.currentIndex()
        if index.data(SourceRole.CITATION):
            self.copy_requested.emit(index.data(SourceRole.CITATION))

    def asked_about(self, at: QPoint | None) -> Asked | None:
        """The source: its page, and its citation."""
        index = self.currentIndex() if at is None else self.indexAt(self.viewport().mapFromGlobal(at))
        if not index.data(SourceRole.ADDRESS):
            return None
        if at is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.setCurrentIndex(index)
        where = at or self.viewport().mapToGlobal(self.visualRect(index).center())
        return Asked(where, address=index.data(SourceRole.ADDRESS), copy=self.copy_current)

    def open_address(self, index: QModelIndex) -> None:
        address = index.data(SourceRole.ADDRESS)
        if address:
            self.address_opened.emit(address)


class SourcesPanel(QWidget):
    """Shows what the card rests on."""

    copy_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._heading = QLabel()
        self._count = label("quiet")
        head = QHBoxLayout()
        head.setContentsMargins(12, 12, 12, 8)
        head.addWidget(self._heading)
        head.addStretch()
        head.addWidget(self._count)
        self._none = label("quiet", wrap=True)
        self._none.setContentsMargins(12, 4, 12, 4)
        self.model = SourceModel(theme, self)
        self.list = SourceList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(SourceDelegate(theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setBatchSize(_AT_ONCE)
        self.list.copy_requested.connect(self.copy_requested)
        self.list.setDragEnabled(True)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.list.doubleClicked.connect(self.list.open_address)
        self.list.clicked.connect(self._click)
        self.list.fold_asked.connect(self._fold)
        self.list.address_opened.connect(self.open_in_browser)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)

    def show_card(self, card: Card) -> None:
        """List the sources of `card`, its disputes on top."""
        theme = self._theme
        self._heading.setFont(theme.font("heading"))
        show_text(self._heading, say("sources-title", card.lang), card.lang)
        self._count.setFont(theme.font("label"))
        self._count.setText(theme.voice.digits(str(len(card.sources))))
        show_text(self._none, say("sources-none", card.lang), card.lang)
        self._none.setVisible(not card.sources)
        self.list.setAccessibleName(say("sources-title", card.lang))
        # A card may cite hundreds: the first screenful is laid out at once, the rest while nothing else waits.
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.model.show_card(card, theme.voice)
        # An empty list would take the keyboard and show nothing of it.
        policy = Qt.FocusPolicy.StrongFocus if self.model.rowCount() else Qt.FocusPolicy.NoFocus
        self.list.setFocusPolicy(policy)
        self.list.scrollToTop()

    def _click(self, index: QModelIndex) -> None:
        if index.data(SourceRole.FOLD) is not None:
            self._fold()

    def _fold(self) -> None:
        self.model.fold()
        self.list.setCurrentIndex(self.model.index(0, 0))

    def open_in_browser(self, address: str) -> None:
        """Hand an address to the system's browser: the reader asked for it, and we open no connection ourselves."""
        QDesktopServices.openUrl(QUrl(address))

    def show_source(self, number: int) -> None:
        """Put the keyboard on source `number` and bring it into view."""
        row = self.model.row_of(number)
        if row >= 0:
            self.list.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.list.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def current(self) -> Citation | None:
        """The source under the keyboard; None on a dispute, or where there is none."""
        found = self.list.currentIndex().data(SourceRole.CITATION)
        return found if isinstance(found, Citation) else None

    def place_of_current(self) -> QPoint | None:
        """Where a menu about the current source belongs on the screen; None where the panel is folded away."""
        if not self.isVisible():
            return None
        return self.list.viewport().mapToGlobal(self.list.visualRect(self.list.currentIndex()).center())

    def take_focus(self) -> None:
        self.show_source(1)
