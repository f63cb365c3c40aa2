"""The reading surface: a card's title, facts, sections as tabs with a table each."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sco_reader.arabic.bidi import is_rtl, isolate
from sco_reader.cards.card import Card, Row
from sco_reader.cards.narrow import narrowed
from sco_reader.desktop.card_tools import CardTools
from sco_reader.desktop.fact_strip import FactCell, FactStrip, also_html, lines_html
from sco_reader.desktop.fact_table import FactRole, FactTable
from sco_reader.desktop.flow import FlowLayout
from sco_reader.desktop.parts import hairline, label, panel, push_button, tool_button
from sco_reader.desktop.pictures import flag_pixmap, status_pixmap
from sco_reader.desktop.text import show_html, show_text
from sco_reader.desktop.theme import Theme, load_fonts_for
from sco_reader.words import say

_WIDEST = 1000


class CardView(QScrollArea):
    """Paints one Card at a time; it holds no fact of its own."""

    entity_opened = Signal(str)
    source_requested = Signal(int)
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
        self._tab_keys: dict[str, str] = {}
        self._page = panel("cardPage")
        self.setWidget(self._page)
        self._kicker = label("quiet")
        self._flag = QLabel()
        self._title = label(wrap=True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._subtitle = label("second", wrap=True)
        self._offer = push_button("offer")
        self._lead = self._rich()
        self._names = FactStrip(theme)
        self._also = self._rich()
        self.facts = FactStrip(theme)
        self._note = label("second", wrap=True)
        self.tools = CardTools(theme)
        self._tabs = QButtonGroup(self)
        self._tab_row = FlowLayout(gap=14)
        self._empty = label("quiet", wrap=True)
        self.table = FactTable(theme)
        self._place()
        self._connect()

    def _rich(self) -> QLabel:
        made = label(wrap=True)
        made.setTextFormat(Qt.TextFormat.RichText)
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        return made

    def _place(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(8)
        head = QHBoxLayout()
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
        for widget in (self._lead, self._names, self._also, self.facts, self._note, self.tools):
            column.addWidget(widget)
        self._tab_row.setContentsMargins(0, 6, 0, 0)
        column.addLayout(self._tab_row)
        column.addWidget(hairline())
        column.addWidget(self._empty)
        column.addWidget(self.table)
        column.addStretch(1)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _connect(self) -> None:
        for strip in (self._names, self.facts):
            strip.entity_opened.connect(self.entity_opened)
            strip.source_requested.connect(self.source_requested)
        self._lead.linkActivated.connect(self._follow)
        self._also.linkActivated.connect(self._follow)
        self.table.entity_opened.connect(self.entity_opened)
        self.table.source_requested.connect(self.source_requested)
        self._tabs.idClicked.connect(self._show_section)
        self.tools.narrowed.connect(self._narrow)
        self._offer.clicked.connect(self._ask_for_day)

    @property
    def card(self) -> Card | None:
        return self._card

    def show_card(self, card: Card, *, offer_day: bool) -> None:
        """Show `card`; `offer_day` puts a quiet button that turns the window to the meeting's day."""
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
        self._title.setContentsMargins(0, -theme.px(8), 0, 0)  # below, jeem and ghayn need the room
        show_text(self._title, card.title, card.lang)
        show_text(self._subtitle, isolate(card.subtitle) if card.subtitle else "", card.lang)
        self._subtitle.setVisible(bool(card.subtitle))
        self._show_flag(card)
        self._offer.setText(say("asof-offer", card.lang))
        self._offer.setVisible(offer_day)
        self.tools.show_card(card, same=same)
        show_html(self._lead, lines_html(theme, card.lead), card.lang)
        self._lead.setVisible(bool(card.lead))
        self._names.show_facts(card.names)
        show_html(self._also, also_html(theme, card.also), card.lang)
        self._also.setVisible(bool(card.also))
        self.facts.show_facts(card.facts)
        show_text(self._note, card.note, card.lang)
        self._note.setVisible(bool(card.note))
        self._show_tabs(card)
        self.verticalScrollBar().setValue(place)

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
        for button in self._tabs.buttons():
            self._tabs.removeButton(button)
            self._tab_row.removeWidget(button)
            button.hide()
            button.deleteLater()
        while self._tab_row.count():
            self._tab_row.takeAt(0)
        for number, section in enumerate(card.sections):
            button = tool_button("tab", checkable=True)
            count = self._theme.voice.digits(str(section.count))
            button.setText(f"{section.title}  {count}" if section.count else section.title)
            button.setFont(self._theme.font("body"))
            self._tabs.addButton(button, number)
            self._tab_row.addWidget(button)
        wanted = self._tab_keys.get(card.kind)
        keys = [section.key for section in card.sections]
        self.table.setVisible(bool(keys))
        self._empty.setVisible(False)
        if keys:
            number = keys.index(wanted) if wanted in keys else 0
            self._tabs.button(number).setChecked(True)
            self._show_section(number)

    def _show_section(self, number: int) -> None:
        assert self._card is not None
        section = narrowed(self._card.sections[number], self.tools.filter.text())
        self._tab_keys[self._card.kind] = section.key
        self.table.show_section(section)
        empty = not section.rows
        self.table.setVisible(not empty)
        show_text(self._empty, section.empty, self._card.lang)
        self._empty.setVisible(empty)

    def _narrow(self, _text: str) -> None:
        self._show_section(max(self._tabs.checkedId(), 0))

    def step_section(self, step: int) -> None:
        """Turn to the next or the previous section, around the end."""
        count = len(self._tabs.buttons())
        if count:
            number = (self._tabs.checkedId() + step) % count
            self._tabs.button(number).setChecked(True)
            self._show_section(number)

    def take_focus(self) -> None:
        """Put the keyboard on the table of the card, or on its first fact."""
        target = self.table if self.table.isVisible() else self.facts
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def chosen_fact(self) -> str:
        """What to copy: the fact under the keyboard, or the row of the table with its first source; "" for neither."""
        if self._card is None:
            return ""
        focus = QApplication.focusWidget()
        if isinstance(focus, FactCell) and self.isAncestorOf(focus):
            return focus.value
        row = self.table.currentIndex().data(FactRole.ROW)
        if not isinstance(row, Row):
            return ""
        said = " · ".join(cell.text for cell in row.cells if cell.text)
        if not row.marks.numbers:
            return said
        source = self._card.sources[row.marks.numbers[0] - 1].source
        foreign = is_rtl(said) != is_rtl(source.publisher)
        publisher = isolate(source.publisher) if foreign else source.publisher
        return f"{said} ({publisher}, {source.address})"

    def _follow(self, link: str) -> None:
        self.source_requested.emit(int(link.removeprefix("source:")))

    def _ask_for_day(self) -> None:
        if self._card is not None:
            self.day_requested.emit(self._card.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._page.setMaximumWidth(max(self._theme.px(_WIDEST), 320))


def _foreign_texts(card: Card) -> Iterator[str]:
    """What a card shows in other languages than its own: names, spellings, titles of sources."""
    yield from (fact.value for fact in card.names)
    yield from (spelt.text for spelt in card.also)
    yield from (f"{citation.source.title} {citation.source.publisher}" for citation in card.sources)
