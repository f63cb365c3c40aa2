"""The strip of facts at the top of a card: a label, a value, and its sources, each cell under the keyboard."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from sco_reader.arabic.bidi import in_line, isolate
from sco_reader.cards.card import Fact, Line, Marks, Spelling
from sco_reader.desktop.asked import Asked
from sco_reader.desktop.clip import drag, far_enough, text_clip
from sco_reader.desktop.marked_text import MarkedText
from sco_reader.desktop.parts import label
from sco_reader.desktop.text import escaped, show_text
from sco_reader.desktop.theme import Theme
from sco_reader.words import Lang, say

_MOST_MARKS = 2
_TWO_BY_TWO, _NARROWEST, _COLUMNS = 560, 150, 12
"""The width below which fewer stand in a row, that of the narrowest cell, and a number that 1, 2, 3 and 4 divide."""
_BESIDE = "&nbsp;&nbsp;"
"""Room for the box about a number, which `MarkedText` paints."""


def marks_html(theme: Theme, marks: Marks, *, place: int = 0) -> str:
    """The source numbers behind a fact, each a link `source:N:place`; one that says otherwise in the colour of doubt.

    `place` tells the facts of one label apart.
    """
    shown = [(number, "accent") for number in marks.numbers[:_MOST_MARKS]]
    shown += [(number, "warn") for number in marks.against[:1]]
    size = theme.px(10.5)
    boxes = [
        f'<a href="source:{number}:{place}" style="text-decoration:none;color:{theme.colour(ink).name()};'
        f'font-size:{size}px;font-weight:600">{_BESIDE}{theme.voice.digits(str(number))}{_BESIDE}</a>'
        for number, ink in shown
    ]
    if marks.unverified:
        doubt = theme.colour("warn").name()
        boxes.append(f'<span style="color:{doubt};font-size:{size}px">{say("unverified", theme.lang)}</span>')
    return "&nbsp;" + "&nbsp;".join(boxes) if boxes else ""


def linked(link: str) -> tuple[int, int]:
    """The number of the source and the place of the fact that a link of `marks_html` names."""
    _, number, place = link.split(":")
    return int(number), int(place)


def _now(value: str, lang: Lang) -> str:
    return say("fact-now", lang, value=in_line(value)) if value else say("fact-now-none", lang)


class FactCell(QFrame):
    """One fact. Enter opens what it is about, or else its footnote, as Space does; a number asks for that source."""

    entity_opened = Signal(str)
    source_requested = Signal(int)
    footnote_asked = Signal(object, QRect, int, bool)
    footnote_left = Signal()
    copy_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("factCell")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._fact = Fact("", "")
        self._pressed: QPoint | None = None
        self._heading = label("label", wrap=True)
        self._value = MarkedText(theme)
        self._value.setWordWrap(True)
        self._value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._value.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._value.linkActivated.connect(self._follow)
        self._value.linkHovered.connect(self._hover)
        self._sub = label("second", wrap=True)
        self._now = label("asof", wrap=True)
        self._place()

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(1)
        for part in (self._heading, self._value, self._sub, self._now):
            column.addWidget(part)
        column.addStretch()

    def lay_out(self) -> None:
        """Give each part its room at once: else a longer value stands in that of the one before, for a frame."""
        layout = self.layout()
        assert layout is not None
        layout.activate()

    def show_fact(self, fact: Fact) -> None:
        """Show `fact` in the place of the one before."""
        theme, comma = self._theme, say("list-comma", self._theme.lang)
        self._fact = fact
        self._pressed = None
        now = "" if fact.now is None else _now(fact.now, theme.lang)
        said = comma.join(filter(None, (fact.value, fact.sub, now)))
        self.setAccessibleName(say("fact-spoken", theme.lang, label=fact.label, value=said))
        numbers = comma.join(map(str, fact.marks.numbers))
        self.setAccessibleDescription(theme.voice.say("source-mark", numbers=numbers) if numbers else "")
        show_text(self._heading, fact.label, theme.lang)
        self._heading.setFont(theme.font("label"))
        text = escaped(in_line(self._said))
        if fact.uncertain:
            text = f'<span style="color:{theme.colour("warn").name()}">{text} ({say("uncertain", theme.lang)})</span>'
        self._value.setFont(theme.font("strong"))
        self._value.show_marks(text + marks_html(theme, fact.marks), theme.lang)
        self._sub.setFont(theme.font("label"))
        show_text(self._sub, fact.sub, theme.lang)
        self._sub.setVisible(bool(fact.sub))
        self._now.setFont(theme.font("label"))
        show_text(self._now, now, theme.lang)
        self._now.setVisible(bool(now))
        self.setCursor(Qt.CursorShape.PointingHandCursor if fact.link else Qt.CursorShape.ArrowCursor)

    @property
    def _said(self) -> str:
        """The value as it is shown."""
        return self._fact.value

    @property
    def value(self) -> str:
        """What the fact says, without its label."""
        return self._fact.value

    @property
    def marks(self) -> Marks:
        return self._fact.marks

    def asked_about(self, at: QPoint | None) -> Asked | None:
        """The fact: what it opens, its sources, its words."""
        if at is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        fact = self._fact
        links = ((fact.value, fact.link),) if fact.link else ()
        sources = (*fact.marks.numbers, *fact.marks.against)
        return Asked(at or self.mapToGlobal(self.rect().center()), links, sources, text=fact.value, fact=True)

    def _follow(self, link: str) -> None:
        self.source_requested.emit(linked(link)[0])

    def _hover(self, link: str) -> None:
        if link:
            self._ask(linked(link)[0], by_key=False)
        else:
            self.footnote_left.emit()

    def ask_footnote(self) -> None:
        """Ask for the footnote of this fact, with the keyboard."""
        self._ask(0, by_key=True)

    def _ask(self, number: int, *, by_key: bool) -> None:
        where = QRect(self._value.mapToGlobal(QPoint()), self._value.size())
        self.footnote_asked.emit(self._fact.marks, where, number, by_key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if far_enough(event, self._pressed):
            self._pressed = None
            drag(self, text_clip(self.value, self._theme.lang))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._fact.link and self._pressed is not None:
            self.entity_opened.emit(self._fact.link)
        self._pressed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if enters and self._fact.link and not shifted:
            self.entity_opened.emit(self._fact.link)
        elif enters or event.key() == Qt.Key.Key_Space:
            self._ask(0, by_key=True)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)


def rows_of(count: int, most: int) -> list[int]:
    """How many of `count` facts stand in each row: as even as can be, the longer rows first."""
    rows = max(-(-count // most), 1)
    return [count // rows + (number < count % rows) for number in range(rows)]


class FactStrip(QFrame):
    """Facts side by side, `per_row` in a row, fewer where the card is narrow; every row fills the whole width."""

    entity_opened = Signal(str)
    source_requested = Signal(int)
    footnote_asked = Signal(object, QRect, int, bool)
    footnote_left = Signal()
    copy_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, per_row: int = 4) -> None:
        super().__init__(parent)
        self.setObjectName("factFrame")
        self._most = per_row
        self._theme = theme
        self._cells: list[FactCell] = []
        self._count = 0
        self._placed = (0, 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(1)  # the hairlines between the cells
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._per_row = per_row

    @property
    def cells(self) -> tuple[FactCell, ...]:
        """The facts on show, in order."""
        return tuple(self._cells[: self._count])

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these facts; the cells of those before are used again, since to make one costs more than to fill it."""
        if len(facts) != self._count:
            self.hide()  # else the whole card is laid out anew for each cell
        while len(self._cells) < len(facts):
            self._cells.append(self._new_cell())
        self._count = len(facts)
        for fact, cell in zip(facts, self._cells, strict=False):
            cell.show_fact(fact)
            cell.lay_out()
        self._arrange()
        self._grid.activate()
        self.setVisible(bool(facts))

    def _make(self) -> FactCell:
        return FactCell(self._theme, self)

    def _new_cell(self) -> FactCell:
        cell = self._make()
        cell.entity_opened.connect(self.entity_opened)
        cell.source_requested.connect(self.source_requested)
        cell.footnote_asked.connect(self.footnote_asked)
        cell.footnote_left.connect(self.footnote_left)
        cell.copy_requested.connect(self.copy_requested)
        return cell

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width()
        fitting = max(wide // self._theme.px(_NARROWEST), 1)
        per_row = self._most if wide >= self._theme.px(_TWO_BY_TWO) else min(fitting, 3, self._most)
        if per_row != self._per_row:
            self._per_row = per_row
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, line = QPainter(self), self._theme.colour("line")
        inner = self._grid.contentsRect()
        for box in (cell.geometry() for cell in self.cells):
            if box.right() < inner.right():
                painter.fillRect(box.right() + 1, box.top(), 1, box.height(), line)
            if box.bottom() < inner.bottom():
                painter.fillRect(box.left(), box.bottom() + 1, box.width() + 1, 1, line)

    def take_focus(self) -> None:
        """Put the keyboard on the first fact."""
        if self._count:
            self._cells[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _arrange(self) -> None:
        count, most = self._count, self._per_row
        if most == 3 and count % 2 == 0 and count % 3:  # two by two rather than three and one
            most = 2
        if (count, most) == self._placed:
            return
        self._placed = count, most
        places = [(row, number, long) for row, long in enumerate(rows_of(count, most)) for number in range(long)]
        for cell in self._cells:
            self._grid.removeWidget(cell)
        for (row, number, long), cell in zip(places, self._cells, strict=False):
            span = _COLUMNS // long
            self._grid.addWidget(cell, row, number * span, 1, span)
        for number, cell in enumerate(self._cells):
            # Left to the layout, it comes a round of events late: the first frame has no room for it.
            cell.setVisible(number < count)


def also_html(theme: Theme, spellings: tuple[Spelling, ...]) -> str:
    """The spellings of a name in one line: each with the traditions that have it, and its sources."""
    pale = f'<span style="color:{theme.colour("ink3").name()}">'
    listed = []
    for number, spelt in enumerate(spellings):
        place = escaped(say("list-comma", theme.lang).join(spelt.where))
        where = f" {pale}({place})</span>" if place else ""
        listed.append(f"{escaped(isolate(spelt.text))}{where}{marks_html(theme, spelt.marks, place=number)}")
    return f"{pale}{say('also-written', theme.lang)}:</span> {' · '.join(listed)}"


def lines_html(theme: Theme, lines: tuple[Line, ...]) -> str:
    """The sentences of a summary with their sources, as one paragraph."""
    return " ".join(
        escaped(line.text) + marks_html(theme, line.marks, place=number) for number, line in enumerate(lines)
    )
