"""The pop-over at a source mark: publisher, title, date, class and place on the page, and what says otherwise."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sco_reader.arabic.bidi import bare, isolate, isolate_noted
from sco_reader.cards.footnote import Footnote, Side
from sco_reader.citation import source_line
from sco_reader.desktop.parts import hairline, label
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme, load_fonts_for
from sco_reader.words import say

_WIDE, _GAP, _AFTER, _LINGERS = 340, 4, 250, 200


class FootnotePopup(QFrame):
    """Hovering shows it without taking the keyboard; Enter or Space on a mark steps into it.

    Inside, arrow keys walk from source to source, Enter goes on (to the list of sources), Ctrl+C copies the citation,
    Escape closes and gives the keyboard back. It is a part of the window, no window of its own: nothing is grabbed.
    """

    source_requested = Signal(int)
    copy_requested = Signal(object)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("footnote")
        self._column = QVBoxLayout(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._found = Footnote(())
        self._place = 0
        self._anchor = QRect()
        self._back: QWidget | None = None
        self.help = "footnote-help"
        """The sentence that says where Enter goes on to."""
        self._waiting, self._leaving = QTimer(self), QTimer(self)
        for timer, after, then in ((self._waiting, _AFTER, self._come), (self._leaving, _LINGERS, self._go)):
            timer.setSingleShot(True)
            timer.setInterval(after)
            timer.timeout.connect(then)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        self._dispute = QFrame()
        self._dispute.setObjectName("dispute")
        self._about, self._reason, self._sides = label("disputeTitle", wrap=True), label(wrap=True), label(wrap=True)
        inner = QVBoxLayout(self._dispute)
        inner.setContentsMargins(8, 6, 8, 6)
        inner.setSpacing(2)
        for each in (self._about, self._reason, self._sides):
            inner.addWidget(each)
        self._side = label("quiet", wrap=True)
        self._title, self._line, self._class = label(wrap=True), label("second", wrap=True), label("quiet", wrap=True)
        self._rule = hairline()
        self._count, self._help = label("quiet"), label("quiet")
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._count)
        foot.addStretch()
        foot.addWidget(self._help)
        column = self._column
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(3)
        for part in (self._dispute, self._side, self._title, self._line, self._class, self._rule):
            column.addWidget(part)
        column.addLayout(foot)

    # Coming and going

    def show_soon(self, found: Footnote, anchor: QRect, number: int = 0) -> None:
        """The pointer rests on a mark: show it in a moment, without the keyboard. `anchor` is on the screen."""
        if self.hasFocus() or found.is_empty:
            return
        self._leaving.stop()
        if self.isVisible() and found == self._found and anchor == self._anchor:
            return
        self._take(found, anchor, number)
        self._waiting.start()

    def leave(self) -> None:
        """The pointer went on: go, unless it came here or the keyboard is here."""
        self._waiting.stop()
        if self.isVisible() and not self.hasFocus():
            self._leaving.start()

    def step_in(self, found: Footnote, anchor: QRect, number: int = 0) -> None:
        """Show it at once, with the keyboard inside."""
        if found.is_empty:
            return
        self._waiting.stop()
        self._back = self.window().focusWidget()
        self._take(found, anchor, number)
        self._come()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self, found: Footnote, anchor: QRect, number: int) -> None:
        numbers = [side.number for side in found.sides]
        self._found, self._anchor = found, anchor
        self._place = numbers.index(number) if number in numbers else 0

    def _come(self) -> None:
        self._show_side()
        self.show()
        self.raise_()

    def _go(self) -> None:
        if not self.underMouse() and not self.hasFocus():
            self.hide()

    def close_up(self) -> None:
        """Close, and give the keyboard back to where it was."""
        had_focus = self.hasFocus()
        self.hide()
        if had_focus and self._back is not None:
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)

    # What it says

    @property
    def side(self) -> Side | None:
        """The source on show."""
        return self._found.sides[self._place] if self._found.sides else None

    def _show_side(self) -> None:
        lang, theme, found = self._theme.lang, self._theme, self._found
        for part, role in (
            (self._about, "heading"), (self._reason, "body"), (self._sides, "label"), (self._side, "label"),
            (self._title, "strong"), (self._line, "body"), (self._class, "label"), (self._count, "label"),
            (self._help, "label"),
        ):  # fmt: skip
            part.setFont(theme.font(role))
        self._dispute.setVisible(bool(found.disputes))
        about = say("list-comma", lang).join(isolate(dispute.about) for dispute in found.disputes)
        show_text(self._about, say("sources-differ", lang, about=about), lang)
        show_text(self._reason, "\n".join(dispute.text for dispute in found.disputes), lang)
        show_text(self._sides, self._both_sides(), lang)
        side = self.side
        for part in (self._side, self._title, self._line, self._class):
            part.setVisible(side is not None)
        several = len(found.sides) > 1
        if side is not None:
            source = side.citation.source
            load_fonts_for(f"{source.title} {source.publisher_in(lang)}")
            number = theme.voice.say("source-mark", numbers=side.number)
            says = say("source-says-otherwise" if side.against else "source-bears-out", lang)
            show_text(self._side, f"{number} · {says}" if found.disputes else number, lang)
            self._side.setObjectName("doubt" if side.against else "quiet")
            show_text(self._title, isolate(source.title), lang)
            show_text(self._line, source_line(side.citation, theme.voice), lang)
            show_text(self._class, say("source-class", lang, kind=say(f"class-{source.klass}", lang)), lang)
        else:
            self._title.setVisible(True)
            show_text(self._title, say("sheet-unverified", lang), lang)
        self._side.style().unpolish(self._side)
        self._side.style().polish(self._side)
        place, of = self._place + 1, len(found.sides)
        show_text(self._count, theme.voice.say("source-of", n_text=place, m=of) if several else "", lang)
        show_text(self._help, say(self.help if self.hasFocus() else "footnote-hover", lang), lang)
        self._put_in_place()
        self.setAccessibleName(self._spoken())

    def _both_sides(self) -> str:
        """Who bears the fact out, and who says otherwise, on a line each."""
        lang, comma = self._theme.lang, say("list-comma", self._theme.lang)
        lines = []
        for against, key in ((False, "sources-bear-out"), (True, "sources-say-otherwise")):
            names = dict.fromkeys(
                isolate_noted(side.citation.source.publisher_in(lang))
                for side in self._found.sides
                if side.against is against
            )
            if names:
                lines.append(say(key, lang, publishers=comma.join(names)))
        return "\n".join(lines)

    def _spoken(self) -> str:
        shown = (self._about, self._reason, self._side, self._title, self._line, self._class, self._count)
        return ". ".join(
            bare(part.accessibleName()) for part in shown if part.accessibleName() and part.isVisibleTo(self)
        )

    def _speak(self) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _put_in_place(self) -> None:
        """Under the mark, or above it where there is more room; never beyond the window."""
        window = self.window()
        wide = min(self._theme.px(_WIDE), window.width() - 16)
        self.setFixedWidth(wide)
        self._column.activate()
        high = min(self._column.totalHeightForWidth(wide), window.height() - 16)
        corner = window.mapFromGlobal(self._anchor.topLeft())
        box = QRect(corner, self._anchor.size())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = box.left() if rtl else box.right() - wide + 1
        top = box.bottom() + _GAP
        if top + high > window.height() - 8 and box.top() > window.height() - box.bottom():
            top = box.top() - high - _GAP
        left = min(max(left, 8), window.width() - wide - 8)
        top = min(max(top, 8), window.height() - high - 8)
        self.setGeometry(QRect(QPoint(left, top), self.size()))
        self.resize(wide, high)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        key = event.key()
        later = (Qt.Key.Key_Down, Qt.Key.Key_Left if rtl else Qt.Key.Key_Right)
        earlier = (Qt.Key.Key_Up, Qt.Key.Key_Right if rtl else Qt.Key.Key_Left)
        side = self.side
        if key in later or key in earlier:
            self._walk(1 if key in later else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and side is not None:
            self.close_up()
            self.source_requested.emit(side.number)
        elif event.matches(QKeySequence.StandardKey.Copy) and side is not None:
            self.copy_requested.emit(side.citation)
        elif key == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        if self._found.sides:
            self._place = (self._place + step) % len(self._found.sides)
            self._show_side()
            self._speak()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab leaves it the way Escape does."""
        self.close_up()
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_side()
        self._speak()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.hide()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.leave()
