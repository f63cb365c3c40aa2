"""The reading surface: a card's title, facts, sections as tabs with a table each."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sco_reader.arabic.bidi import in_line, isolate
from sco_reader.cards.arrange import Arrangement, arranged
from sco_reader.cards.card import Card, Cell, Fact, Marks, Row, Section, first_source
from sco_reader.cards.footnote import footnote
from sco_reader.cards.ids import NO_ENTITY
from sco_reader.cards.narrow import narrowed
from sco_reader.desktop.card_tools import CardTools
from sco_reader.desktop.career_bars import CareerBars
from sco_reader.desktop.fact_model import FactRole
from sco_reader.desktop.fact_strip import FactCell, FactStrip, also_html, lines_html
from sco_reader.desktop.fact_table import FactTable
from sco_reader.desktop.headline import Headlines
from sco_reader.desktop.marked_label import MarkedLabel
from sco_reader.desktop.marks import Asked
from sco_reader.desktop.parts import hairline, label, panel, picture, push_button, tab_through
from sco_reader.desktop.pictures import flag_pixmap, icon_of, icon_pixmap, status_pixmap
from sco_reader.desktop.section_tabs import SectionTabs
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme, load_fonts_for
from sco_reader.model import Citation
from sco_reader.words import say

_WIDEST = 1000


class CardView(QScrollArea):
    """Paints one Card at a time; it holds no fact of its own."""

    entity_opened = Signal(str)
    source_requested = Signal(int)
    footnote_asked = Signal(object)
    """An Asked."""
    footnote_left = Signal()
    copy_requested = Signal()
    """The reader wants what is under the keyboard on the clipboard."""
    day_requested = Signal(str)
    """The reader wants the window as of the day of this meeting."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cardScroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._card: Card | None = None
        self._whole: Section | None = None
        self._section: Section | None = None
        self._arranged: dict[tuple[str, str], Arrangement] = {}
        self._tab_keys: dict[str, str] = {}
        self._page = panel("cardPage")
        self.setWidget(self._page)
        self._page.hide()  # empty fields and lines, until there is a card
        self._kind = picture()
        self._kicker = label("quiet", wrap=True)
        self._flag = picture()
        self._title = label(wrap=True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._subtitle = label("second", wrap=True)
        self._offer = push_button("offer")
        self._lead = MarkedLabel(theme)
        self._names = FactStrip(theme)
        self._also = MarkedLabel(theme)
        self._offices = Headlines(theme)
        self._career = CareerBars(theme)
        self.facts = FactStrip(theme)
        self._note = label("second", wrap=True)
        self.tools = CardTools(theme)
        self._tabs = SectionTabs(theme)
        self._below_tabs = hairline()
        self._empty = label("quiet", wrap=True)
        self.table = FactTable(theme)
        self._place()
        self._connect()

    def _place(self) -> None:
        self._column = column = QVBoxLayout(self._page)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._kind)
        head.addWidget(self._kicker, 1)
        head.addWidget(self._offer)
        column.addLayout(head)
        title = QHBoxLayout()
        title.setSpacing(14)
        title.addWidget(self._flag, 0, Qt.AlignmentFlag.AlignVCenter)
        title.addWidget(self._title, 1)
        column.addLayout(title)
        column.addWidget(self._subtitle)
        column.addSpacing(4)
        for widget in (self._lead, self._names, self._also, self._offices, self.facts, self._career, self._note):
            column.addWidget(widget)
        column.addWidget(self.tools)
        tabs = QVBoxLayout()
        tabs.setSpacing(0)  # the stroke of the tab on show stands on the line
        tabs.addWidget(self._tabs)
        tabs.addWidget(self._below_tabs)
        column.addLayout(tabs)
        column.addWidget(self._empty)
        column.addWidget(self.table)
        column.addStretch(1)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _connect(self) -> None:
        for part in (self._names, self._offices, self.facts, self._lead, self._also, self.table):
            part.source_requested.connect(self.source_requested)
            part.footnote_asked.connect(self._ask)
            part.footnote_left.connect(self.footnote_left)
        for opener in (self._names, self._offices, self.facts, self.table):
            opener.entity_opened.connect(self.entity_opened)
            opener.copy_requested.connect(self.copy_requested)
        self.table.reached.connect(self._brought_into_view)
        self._tabs.chosen.connect(self._show_section)
        self.tools.narrowed.connect(self._narrow)
        self._offer.clicked.connect(self._ask_for_day)

    @property
    def card(self) -> Card | None:
        return self._card

    def show_card(self, card: Card, *, offer_day: bool, today: bool = True) -> None:
        """Show `card`, of `today` or of another day; `offer_day` puts a quiet button that turns the window to the
        meeting's day."""
        self._page.show()
        theme = self._theme
        same = self._card is not None and self._card.id == card.id
        place = self.verticalScrollBar().value() if same else 0
        load_fonts_for(" ".join(_foreign_texts(card)))
        self._card = card
        for widget, role in (
            (self._kicker, "label"), (self._title, "title"), (self._subtitle, "body"), (self._lead, "body"),
            (self._also, "label"), (self._note, "label"), (self._empty, "body"),
        ):  # fmt: skip
            widget.setFont(theme.font(role))
        show_text(self._kicker, "  ·  ".join(isolate(part) for part in card.kicker), card.lang)
        show_text(self._title, card.title, card.lang)
        self._close_up_title(card.title)
        show_text(self._subtitle, isolate(card.subtitle) if card.subtitle else "", card.lang)
        self._subtitle.setVisible(bool(card.subtitle))
        self._show_flag(card)
        self._show_kind(card)
        self._offer.setText(say("asof-offer", card.lang))
        self._offer.setVisible(offer_day)
        self.tools.show_card(card, same=same)
        offices, facts, names = _arranged(card)
        told = () if offices else card.lead  # the office at the head says what the sentence does
        self._lead.show_marked(lines_html(theme, told) if told else "", tuple(line.marks for line in told), card.lang)
        self._names.show_facts(names)
        also = also_html(theme, card.also) if card.also else ""
        self._also.show_marked(also, tuple(spelt.marks for spelt in card.also), card.lang)
        self._offices.show_day(today=today)
        self._offices.show_facts(offices)
        self.facts.show_facts(facts)
        self._career.show_career(card, today=today)
        show_text(self._note, card.note, card.lang)
        self._note.setVisible(bool(card.note))
        self._show_tabs(card)
        tab_through(self._as_read())
        self._column.activate()
        self.verticalScrollBar().setValue(place)

    def _close_up_title(self, title: str) -> None:
        """Amiri has room above for a hamza and below for jeem and ghayn: a title without them stands closer."""
        metrics = QFontMetrics(self._title.font())
        ink = metrics.tightBoundingRect(title)
        above, below = metrics.ascent() + ink.top(), metrics.descent() - ink.bottom()
        self._title.setContentsMargins(0, min(1 - above, 0), 0, min(3 - below, 0))

    def _as_read(self) -> Iterator[QWidget]:
        """What takes the keyboard, from top to bottom: each card has other facts and tabs."""
        yield from (self._offer, self._lead, *self._names.cells, self._also, *self._offices.cells)
        yield from self.facts.cells
        yield from (*self.tools.as_read, *self._tabs.buttons, self.table)

    def _show_kind(self, card: Card) -> None:
        """The icon of an entity before its kind; a card that gathers from many has none."""
        name, size = icon_of(card.kind), self._theme.px(14)
        self._kind.setPixmap(icon_pixmap(name, self._theme.colour("ink3"), size, self.devicePixelRatioF()))
        self._kind.setVisible(card.id.partition(":")[0] not in NO_ENTITY)

    def _show_flag(self, card: Card) -> None:
        wide = self._theme.px(44)
        pixmap = (
            flag_pixmap(card.flag, wide, self.devicePixelRatioF())
            if card.flag and card.kind in ("country", "person")
            else None
        )
        if pixmap is None and card.status is not None:
            pixmap = status_pixmap(self._theme, card.status, 14, self.devicePixelRatioF())
        self._flag.setVisible(pixmap is not None)
        if pixmap is not None:
            self._flag.setPixmap(pixmap)

    def _show_tabs(self, card: Card) -> None:
        wanted = self._tab_keys.get(card.kind)
        keys = [section.key for section in card.sections]
        number = keys.index(wanted) if wanted in keys else 0
        self._tabs.show_titles([(section.title, section.count) for section in card.sections], number)
        self._below_tabs.setVisible(bool(keys))
        self.table.setVisible(bool(keys))
        self._empty.setVisible(False)
        self._whole = self._section = None
        if keys:
            self._show_section(number)
        else:  # nothing of the card before it is left to copy
            self.table.show_section(Section("", "", (), ()))

    def _show_section(self, number: int) -> None:
        assert self._card is not None
        section = narrowed(self._card.sections[number], self.tools.filter.text())
        self._tab_keys[self._card.kind] = section.key
        self._whole = section
        if self.arrangement != Arrangement():
            section = arranged(section, self.arrangement, self._card.lang)
        self._section = section
        self.table.show_section(section, self._card.sources)
        empty = not section.rows
        self.table.setVisible(not empty)
        show_text(self._empty, section.empty, self._card.lang)
        self._empty.setVisible(empty)

    @property
    def whole_section(self) -> Section | None:
        """The section on show with all its columns, as listed."""
        return self._whole

    @property
    def section(self) -> Section | None:
        """The section on show as the reader arranged it."""
        return self._section

    @property
    def arrangement(self) -> Arrangement:
        """How the reader has arranged sections of this sort; it stays while the window is open."""
        if self._card is None or self._whole is None:
            return Arrangement()
        return self._arranged.get((self._card.kind, self._whole.key), Arrangement())

    def arrange(self, wanted: Arrangement) -> None:
        """Sort the table on show, or leave columns out; one of them stays."""
        if self._card is None or self._whole is None or len(wanted.hidden) >= len(self._whole.columns):
            return
        self._arranged[self._card.kind, self._whole.key] = wanted
        self._show_section(self._tabs.current)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self, _text: str) -> None:
        self._show_section(self._tabs.current)

    def step_section(self, step: int) -> None:
        """Turn to the next or the previous section, around the end."""
        count = len(self._tabs.buttons)
        if count:
            number = (self._tabs.current + step) % count
            self._tabs.choose(number)
            self._show_section(number)

    def take_focus(self) -> None:
        """Put the keyboard on the table of the card, or on its first fact."""
        first = self._offices if self._offices.cells else self.facts
        if self.table.isVisible():
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            first.take_focus()

    def chosen_fact(self) -> tuple[str, Citation | None]:
        """What to copy, each fragment isolated, and its first source: the fact under the keyboard, or else the row of
        the table; "" for neither."""
        if self._card is None:
            return "", None
        cell = self._focused_cell()
        if cell is not None:
            return in_line(cell.value), first_source(cell.marks, self._card.sources)
        row = self.table.currentIndex().data(FactRole.ROW)
        if not isinstance(row, Row):
            return "", None
        return row.said, first_source(row.marks, self._card.sources)

    def chosen_words(self) -> str:
        """What stands under the keyboard: the value of a fact, a cell of the table; else the name on the card."""
        cell = self._focused_cell()
        if cell is not None:
            return cell.value
        under = self.table.currentIndex().data(FactRole.CELL) if self.table.hasFocus() else None
        if isinstance(under, Cell) and under.text:
            return under.text
        return self._card.title if self._card is not None else ""

    def _focused_cell(self) -> FactCell | None:
        focus = QApplication.focusWidget()
        return focus if isinstance(focus, FactCell) and self.isAncestorOf(focus) else None

    def ask_footnote(self) -> None:
        """Ask for the footnote of what is under the keyboard, or of the row chosen in the table."""
        cell = self._focused_cell()
        if cell is not None:
            cell.ask_footnote()
        else:
            self.table.ask_footnote()

    def _ask(self, marks: Marks, where: QRect, number: int, by_key: bool) -> None:
        if self._card is None:
            return
        if by_key:
            where = self._brought_into_view(where)
        found = footnote(marks, self._card.sources, self._card.disputes)
        self.footnote_asked.emit(Asked(found, where, number, by_key, self.source_requested.emit))

    def _brought_into_view(self, where: QRect) -> QRect:
        """A place on the screen after the card has scrolled to it: the table does not, and its row may lie below."""
        there = QRect(self._page.mapFromGlobal(where.topLeft()), where.size())
        self.ensureVisible(there.center().x(), there.center().y(), 0, there.height())
        return QRect(self._page.mapToGlobal(there.topLeft()), there.size())

    def fact_under_keyboard(self) -> tuple[str, str]:
        """Id of the fact that has the keyboard, and what it says; two empty texts where none has."""
        cell = self._focused_cell()
        if cell is not None:
            return (cell.marks.fact, cell.accessibleName()) if cell.marks.fact else ("", "")
        row = self.table.currentIndex().data(FactRole.ROW)
        if not self.table.hasFocus() or not isinstance(row, Row) or not row.marks.fact:
            return "", ""
        return row.marks.fact, row.said

    def _ask_for_day(self) -> None:
        if self._card is not None:
            self.day_requested.emit(self._card.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._page.setMaximumWidth(max(self._theme.px(_WIDEST), 320))


def _arranged(card: Card) -> tuple[tuple[Fact, ...], tuple[Fact, ...], tuple[Fact, ...]]:
    """The offices at the head of a card, its other facts, and its names; beside an office few facts are left, and they
    stand with the names."""
    offices = tuple(fact for fact in card.facts if fact.headline is not None)
    if not offices:
        return (), card.facts, card.names
    return offices, (), (*card.names, *(fact for fact in card.facts if fact.headline is None))


def _foreign_texts(card: Card) -> Iterator[str]:
    """What a card shows in other languages than its own: names, spellings, titles of sources."""
    yield from (fact.value for fact in card.names)
    yield from (spelt.text for spelt in card.also)
    yield from (f"{citation.source.title} {citation.source.publisher_in(card.lang)}" for citation in card.sources)
