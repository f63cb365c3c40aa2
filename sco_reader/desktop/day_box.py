"""The as-of date as one box: a calendar, the day to type over, and below it the Hijri day or how far the data go."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sco_reader.arabic.wording import weekday_name
from sco_reader.desktop.parts import label, picture
from sco_reader.desktop.pictures import icon_pixmap
from sco_reader.desktop.theme import Theme

_ICON, _SIDE, _GAP = 18, 10, 8
_LONGEST = (date(2020, 9, 30), date(2022, 11, 30))
"""A Wednesday in September, and one in a November that is two words in the east of the Arab world."""


def said_of(day: date, theme: Theme) -> str:
    """The day with its weekday, as the field has it."""
    return f"{weekday_name(day, theme.lang)} {theme.voice.day(day)}"


class _Field(QLineEdit):
    """Tells when the keyboard comes and goes: the ring is about the whole box."""

    reached = Signal(bool)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.reached.emit(False)


class DayBox(QFrame):
    """Red on another day than today; a click anywhere goes to the field."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dayBox")
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._theme = theme
        self._icon = picture()
        self.field = _Field()
        self.field.setObjectName("day")
        self.field.setTextMargins(-2, 0, -2, 0)  # QLineEdit sets its text two points in; that below is not
        self.below = label("label")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.field)
        words.addWidget(self.below)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 3, _SIDE, 3)
        row.setSpacing(_GAP)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        self.field.reached.connect(self._show_focus)

    def show_day(self, day: date, *, other: bool, below: str) -> None:
        """Show `day`, in the colour of time where it is an `other` one than today."""
        self.mark("bad", False)
        self.mark("other", other)
        self.field.setText(said_of(day, self._theme))
        self.field.setCursorPosition(0)
        self.below.setText(below)
        self.below.setVisible(bool(below))
        self._paint_icon()

    def retranslate(self, last: date) -> None:
        """Take the width of the longest day, and of the words that stand below it after the `last` day checked."""
        theme = self._theme
        self.field.setFont(theme.font("asof"))
        self.below.setFont(theme.font("label"))
        above, below = QFontMetrics(theme.font("asof")), QFontMetrics(theme.font("label"))
        days = [above.horizontalAdvance(said_of(day, theme)) for day in _LONGEST]
        checked = below.horizontalAdvance(theme.voice.say("asof-last-known", day=theme.voice.day(last)))
        self.field.setFixedWidth(max(*days, checked) + theme.px(10))
        self._paint_icon()

    def mark(self, name: str, value: bool) -> None:
        """Let the style sheet know of a state of the box."""
        if self.property(name) != value:
            for each in (self, self.field, self.below):
                each.setProperty(name, value)
                each.style().unpolish(each)
                each.style().polish(each)

    def _show_focus(self, reached: bool) -> None:
        self.mark("reached", reached)

    def _paint_icon(self) -> None:
        ink = "asof" if self.property("other") else "ink2"
        size = self._theme.px(_ICON)
        self._icon.setPixmap(icon_pixmap("calendar-clock", self._theme.colour(ink), size, self.devicePixelRatioF()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)
