"""A small window that stays on top: who or what that is, as of the day, while the reader works elsewhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sco_reader.arabic.bidi import isolate
from sco_reader.cards.card import Card
from sco_reader.cards.compose import card
from sco_reader.desktop.as_of import AsOf
from sco_reader.desktop.clipboard import copy_text
from sco_reader.desktop.parts import label, push_button
from sco_reader.desktop.pictures import flag_pixmap, status_pixmap
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme, load_fonts_for
from sco_reader.settings import Settings
from sco_reader.store import Connection
from sco_reader.voice import voice_of
from sco_reader.words import say

_WIDE, _FLAG, _FROM_EDGE, _STEP = 380, 44, 24, 36
_MOST_LINES = 2


class Popup(QWidget):
    """Name, standing or office, and what the card says first. Enter opens it, Ctrl+C copies the name, Escape closes."""

    opened = Signal(str)

    def __init__(self, db: Connection, settings: Settings, theme: Theme, as_of: AsOf) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint
        super().__init__(None, flags | Qt.WindowType.WindowCloseButtonHint | Qt.WindowType.WindowStaysOnTopHint)
        # It comes while the reader types elsewhere: it takes no keyboard, and the program ends without waiting for it.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("popup")
        self._db = db
        self._settings = settings
        self._theme = theme
        self._as_of = as_of
        self._card: Card | None = None
        self._flag = QLabel()
        self._kicker, self._title, self._subtitle = (
            label("quiet", wrap=True),
            label(wrap=True),
            label("second", wrap=True),
        )
        self._lead, self._day, self._known = label(wrap=True), label("label"), label("label", wrap=True)
        self._open, self._copy = push_button("primary"), push_button()
        self._place()
        self._open.clicked.connect(self.open_card)
        self._copy.clicked.connect(self.copy_name)
        as_of.changed.connect(self.show_anew)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        for line in (self._kicker, self._title, self._subtitle):
            names.addWidget(line)
        head.addWidget(self._flag, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        column.addLayout(head)
        column.addWidget(self._lead)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        days = QVBoxLayout()
        days.setSpacing(0)
        days.addWidget(self._day)
        days.addWidget(self._known)
        foot.addLayout(days, 1)
        foot.addWidget(self._copy)
        foot.addWidget(self._open)
        column.addLayout(foot)

    @property
    def id(self) -> str:
        """What it shows."""
        return self._card.id if self._card is not None else ""

    @property
    def text(self) -> str:
        """All that it says, for a screen reader."""
        lines = (self._kicker, self._title, self._subtitle, self._lead, self._day, self._known)
        return ". ".join(text for line in lines if (text := line.accessibleName()))

    def show_entity(self, an_id: str, *, number: int) -> None:
        """Show `an_id`, in place `number` of those that stand under each other. Raises UnknownId."""
        self._show(an_id)
        if not self.isVisible():
            self._find_place(number)
        self.show()
        self.raise_()

    def show_anew(self) -> None:
        """Say it again, on the day, in the language and the spelling now in force."""
        if self._card is not None:
            self._show(self._card.id)

    def _show(self, an_id: str) -> None:
        theme, lang = self._theme, self._theme.lang
        day, today = self._as_of.day, self._as_of.today
        found = card(self._db, an_id, lang=lang, on=day, today=today, style=self._settings.style)
        self._card = found
        load_fonts_for(found.subtitle)
        lead = " ".join(line.text for line in found.lead[:_MOST_LINES])
        voice = voice_of(self._db, lang, self._settings.style)
        known = voice.say("asof-last-known", day=voice.day(found.horizon)) if found.beyond_horizon else ""
        for widget, role, text in (
            (self._kicker, "label", "  ·  ".join(isolate(part) for part in found.kicker)),
            (self._title, "view-title", found.title), (self._lead, "body", lead), (self._known, "label", known),
            (self._day, "label", voice.say("cli-as-of", day=voice.day(found.on))),
            (self._subtitle, "body", isolate(found.subtitle) if found.subtitle else ""),
        ):  # fmt: skip
            widget.setFont(theme.font(role))
            show_text(widget, text, lang)
            widget.setVisible(bool(text))
        self._day.setObjectName("label" if self._as_of.is_today else "asof")
        self._day.style().unpolish(self._day)
        self._day.style().polish(self._day)
        self._show_flag(found)
        for button, word in ((self._open, "popup-open"), (self._copy, "action-copy-name")):
            button.setText(say(word, lang))
            button.setAccessibleName(say(word, lang))
            button.setMinimumHeight(theme.px(30))
        self._open.setToolTip("Enter")
        self._copy.setToolTip("Ctrl+C")
        self.setWindowTitle(say("window-title", lang, title=found.title))
        self.setAccessibleName(self.text)
        self._open.setFocus()
        wide = theme.px(_WIDE)
        self.setMinimumWidth(wide)
        self.resize(wide, max(self.heightForWidth(wide), self.minimumSizeHint().height()))

    def _show_flag(self, found: Card) -> None:
        wide, ratio = self._theme.px(_FLAG), self.devicePixelRatioF()
        flag = found.flag if found.kind in ("country", "person", "city", "meeting") else None
        pixmap = flag_pixmap(flag, wide, ratio) if flag else None
        if pixmap is None and found.status is not None:
            pixmap = status_pixmap(self._theme, found.status, 14, ratio)
        self._flag.setVisible(pixmap is not None)
        if pixmap is not None:
            self._flag.setPixmap(pixmap)

    def _find_place(self, number: int) -> None:
        """Near the upper corner where reading ends, each a step below the one before."""
        room = self.screen().availableGeometry()
        edge, step = self._theme.px(_FROM_EDGE), self._theme.px(_STEP) * number
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = room.left() + edge + step if rtl else room.right() - self.width() - edge - step
        self.move(x, room.top() + edge + step)

    def open_card(self) -> None:
        """Open it in the large window, and close."""
        an_id = self.id
        self.close()
        self.opened.emit(an_id)

    def copy_name(self) -> None:
        """The name, as the house spells it."""
        if self._card is not None:
            copy_text(self._card.title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            (focused if isinstance(focused, QPushButton) else self._open).click()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_name()
        else:
            super().keyPressEvent(event)
