"""What lies behind one cell: its card in short, its sources below; every line under the keyboard."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sco_reader.cards.card import Card, Marks
from sco_reader.cards.footnote import footnote
from sco_reader.desktop.fact_strip import FactStrip
from sco_reader.desktop.marks import Asked
from sco_reader.desktop.parts import hairline, label, panel, picture, tab_through, tool_button
from sco_reader.desktop.pictures import flag_pixmap, icon
from sco_reader.desktop.sources_panel import SourcesPanel
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.words import say

_LEFT_FOR_SOURCES = 120


class DetailPanel(QWidget):
    """Shows a card beside a table: title, facts that open what they name, remarks, sources."""

    entity_opened = Signal(str)
    closed = Signal()
    footnote_asked = Signal(object)
    """An Asked."""
    footnote_left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._flag = picture()
        self._title = label(wrap=True)
        self._close = tool_button("icon")
        self.facts = FactStrip(theme, per_row=1)
        self._remarks = label("second", wrap=True)
        self.sources = SourcesPanel(theme)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._flag, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._facts_page = panel("side")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._facts_page)
        upper = QVBoxLayout(self._facts_page)
        upper.setContentsMargins(12, 10, 12, 8)
        upper.setSpacing(8)
        upper.addLayout(head)
        upper.addWidget(self.facts)
        upper.addWidget(self._remarks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area)
        column.addWidget(hairline())
        column.addWidget(self.sources, 1)
        self._close.clicked.connect(self.closed)
        self.facts.entity_opened.connect(self.entity_opened)
        self.facts.source_requested.connect(self.sources.show_source)
        self.facts.footnote_asked.connect(self._ask)
        self.facts.footnote_left.connect(self.footnote_left)
        self._card: Card | None = None

    def _ask(self, marks: Marks, where: QRect, number: int, by_key: bool) -> None:
        if self._card is not None:
            found = footnote(marks, self._card.sources, self._card.disputes)
            self.footnote_asked.emit(Asked(found, where, number, by_key, self.sources.show_source))

    def show_card(self, card: Card) -> None:
        self._card = card
        theme = self._theme
        self._title.setFont(theme.font("heading"))
        show_text(self._title, card.title, card.lang)
        flag = flag_pixmap(card.flag, theme.px(32), self.devicePixelRatioF()) if card.flag else None
        self._flag.setVisible(flag is not None)
        if flag is not None:
            self._flag.setPixmap(flag)
        self._close.setIcon(icon("x", theme.colour("ink2")))
        self._close.setToolTip(say("error-bar-close", card.lang))
        self._close.setAccessibleName(say("error-bar-close", card.lang))
        self.facts.show_facts(card.facts)
        self._remarks.setFont(theme.font("label"))
        show_text(self._remarks, "\n".join(line.text for line in card.lead), card.lang)
        self._remarks.setVisible(bool(card.lead))
        self.sources.show_card(card)
        tab_through(self.as_read)
        self._share()

    def minimumSizeHint(self) -> QSize:
        """Facts and sources scroll: it makes no window higher, however much it has to show."""
        return QSize(super().minimumSizeHint().width(), 2 * self._theme.px(_LEFT_FOR_SOURCES))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The facts take the height that they need while some is left for the sources; beyond that they scroll."""
        self._facts_page.ensurePolished()
        needed = self._facts_page.heightForWidth(self.width())
        self._area.setFixedHeight(max(min(needed, self.height() - self._theme.px(_LEFT_FOR_SOURCES)), 1))

    @property
    def as_read(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in the order of reading."""
        return self._close, *self.facts.cells, self.sources.list

    def take_focus(self) -> None:
        """Put the keyboard on the first fact."""
        self.facts.take_focus()
