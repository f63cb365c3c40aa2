"""The look-up: one field, results as one types, and what was opened lately."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QListView, QToolButton, QVBoxLayout, QWidget

from sco_reader.arabic.bidi import isolate, neutralise
from sco_reader.desktop.asked import Asked
from sco_reader.desktop.flow import FlowLayout
from sco_reader.desktop.text import show_hint, show_text
from sco_reader.desktop.theme import Theme
from sco_reader.store import Connection
from sco_reader.words import say

if TYPE_CHECKING:
    from sco_reader.desktop.result_list import ResultModel
    from sco_reader.desktop.results import Result

_LOOSE, _AROUND = 12, 6
"""What a filter has beside its word: at most above what it cannot do without."""
_FILTERS = ("all", "country", "person", "meeting", "document")
_TOGETHER = {"meeting": ("meeting", "council")}
_TRY = ("hsc-2024", "kz", "kassym-jomart-tokayev")
_MOST = 12
_UNSEEN = ("zqxw", "و توكاييف", "president of Iran", "summit of 2019")


class _Chip(QToolButton):
    """A kind to narrow by: as wide as its word in bold, so that the row stands still when another is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("filter")
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        return QSize(QFontMetrics(bold).horizontalAdvance(self.text()) + _AROUND, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class LookupPanel(QWidget):
    """The field, the kinds to narrow by, and the list. Up, Down and Enter work from inside the field."""

    entity_opened = Signal(str)
    beside_requested = Signal(str)
    note_opened = Signal(str)

    model: "ResultModel"
    """There from `begin` on: until then the list is empty, and no key chooses from it."""

    def __init__(self, db: Connection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.find_notes: Callable[[str], list[Result]] | None = None
        """Finds the reader's own notes, a group of their own below the rest; None until they are open."""
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._db = db
        self._theme = theme
        self._day = date.min
        self._recent: list[str] = []
        self.field = QLineEdit()
        self.field.installEventFilter(self)
        self._filters = QButtonGroup(self)
        self._heading = QLabel()
        self.list = QListView()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.installEventFilter(self)
        self._place()
        self.field.textChanged.connect(self.search)
        self.field.textChanged.connect(self._offer_to_clear)
        self._filters.buttonClicked.connect(self.search)
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        theme.changed.connect(self.repaint_list)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        field = QVBoxLayout()
        field.setContentsMargins(10, 0, 10, 0)
        field.addWidget(self.field)
        kinds = self._kinds = FlowLayout(gap=0)
        for number, name in enumerate(_FILTERS):
            button = _Chip()
            button.setChecked(number == 0)
            self._filters.addButton(button, number)
            kinds.addWidget(button)
            button.setProperty("kind", name)
        kinds.setContentsMargins(10, 0, 10, 0)
        column.addLayout(field)
        column.addLayout(kinds)
        self._heading.setContentsMargins(12, 4, 12, 0)
        column.addWidget(self._heading)
        column.addWidget(self.list, 1)

    def edit(self) -> None:
        """Put the cursor into the field, all of it chosen."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def begin(self, day: date, recent: list[str]) -> None:
        """Show the first list; it may wait until the window is there."""
        from sco_reader.desktop.result_list import ResultDelegate, ResultModel

        self.model = ResultModel(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ResultDelegate(self._theme, self.list))
        self._day, self._recent = day, recent
        self.search()

    @property
    def warming(self) -> tuple[Callable[[], object], ...]:
        """Look-ups that nobody sees, each a step: the first letters typed find every module and table at hand."""
        return tuple(partial(self._ask_unseen, query) for query in _UNSEEN)

    def _ask_unseen(self, query: str) -> None:
        from sco_reader.desktop.results import answers

        answers(self._db, query, most=_MOST, on=self._day, voice=self._theme.voice)

    def show_day(self, day: date) -> None:
        self._day = day
        self.search()

    def show_recent(self, recent: list[str]) -> None:
        self._recent = recent
        if not self.field.text().strip():
            self.search()

    def retranslate(self) -> None:
        lang, theme = self._theme.lang, self._theme
        show_hint(self.field, say("lookup-hint", lang), lang)
        self.field.setAccessibleName(say("lookup-label", lang))
        self.field.setMinimumHeight(theme.px(34))
        self.list.setAccessibleName(say("lookup-results", lang))
        self._heading.setFont(theme.font("heading"))
        for button in self._filters.buttons():
            button.setFont(theme.font("label"))
            button.setText(say(f"filter-{button.property('kind')}", lang))
        self._kinds.loosen(theme.px(_LOOSE))
        self.search()

    def search(self) -> None:
        """Show what the field asks for; with an empty field, what was opened lately and three things to try."""
        if self._day == date.min:
            return
        from sco_reader.desktop.result_list import HEADING  # and the look-up behind it: not before the first frame
        from sco_reader.desktop.results import (
            Result,
            answers,
            known,
        )

        lang, voice = self._theme.lang, self._theme.voice
        query = self.field.text()
        kind = _FILTERS[max(self._filters.checkedId(), 0)]
        if not query.strip():
            self._say(say("lookup-recent" if self._recent else "lookup-try", lang))
            found = known(self._db, self._recent or _TRY, self._day, voice)
        else:
            most = _MOST * (1 if kind == "all" else 4)
            found, heading = answers(self._db, query, most=most, on=self._day, voice=voice)
            shown = isolate(neutralise(query.strip()[:40]))
            self._say(say(heading, lang, query=shown) if heading == "lookup-nothing" else say(heading, lang))
        self._heading.setWordWrap(True)
        kinds = _TOGETHER.get(kind, (kind,))
        found = [row for row in found if kind == "all" or row.kind in kinds][:_MOST]
        if kind == "all" and query.strip() and self.find_notes is not None and (notes := self.find_notes(query)):
            heading_of_notes = Result("", HEADING, say("lookup-notes", lang), "", None, None)
            found = [*found[: _MOST - len(notes)], heading_of_notes, *notes]
        self.model.show_results(found)
        if query.strip() and found:
            self.list.setCurrentIndex(self.model.index(self.model.choosable(0, 1)))

    def _offer_to_clear(self, text: str) -> None:
        """The button that empties the field is made when there is something to empty."""
        if text and not self.field.isClearButtonEnabled():
            self.field.setClearButtonEnabled(True)

    def repaint_list(self) -> None:
        self.list.viewport().update()

    def _say(self, text: str) -> None:
        show_text(self._heading, text, self._theme.lang)

    def asked_about(self, at: QPoint | None) -> Asked | None:
        """The result under the pointer, or the chosen one."""
        from sco_reader.desktop.result_list import Role

        index = self.list.currentIndex() if at is None else self.list.indexAt(self.list.viewport().mapFromGlobal(at))
        if not index.isValid():
            return None
        if at is not None:
            self.list.setCurrentIndex(index)
        where = at or self.list.viewport().mapToGlobal(self.list.visualRect(index).center())
        return Asked(where, ((str(index.data()), str(index.data(Role.ID))),), text=str(index.data()))

    def _open(self, index: QModelIndex) -> None:
        from sco_reader.desktop.result_list import Role

        if index.isValid():
            opens = self.note_opened if index.data(Role.KIND) == "note" else self.entity_opened
            opens.emit(str(index.data(Role.ID)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._day != date.min:
            from sco_reader.desktop.result_list import Role

            key = event.key()
            count = self.model.rowCount()
            row = self.list.currentIndex().row()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                wanted = self.model.index(row if row >= 0 else self.model.choosable(0, 1))
                if wanted.data(Role.KIND) == "note":
                    self._open(wanted)
                elif wanted.isValid():
                    self.beside_requested.emit(str(wanted.data(Role.ID)))
                return True
            if watched is not self.field:
                return False
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and count:
                step = 1 if key == Qt.Key.Key_Down else -1
                chosen = self.model.choosable(min(max(row + step, 0), count - 1), step)
                self.list.setCurrentIndex(self.model.index(chosen if chosen >= 0 else row))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and count:
                self._open(self.model.index(row if row >= 0 else self.model.choosable(0, 1)))
                return True
        return super().eventFilter(watched, event)
