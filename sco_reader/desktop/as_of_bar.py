"""The bar on top: the date that everything shows, the meetings before and after it, and the strip of time."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from sco_reader.desktop.as_of import FIRST_DAY, AsOf
from sco_reader.desktop.day_box import DayBox, said_of
from sco_reader.desktop.parts import hairline, label, push_button, tool_button
from sco_reader.desktop.pictures import icon
from sco_reader.desktop.theme import Theme
from sco_reader.errors import NotADate, NotADay
from sco_reader.words import say

_SNAP = 4
_MONTH = 30
_GAP = 8


class TimeStrip(QWidget):
    """1996 to today as a line with the summits as ticks; a click, a drag or the arrow keys move the date."""

    day_chosen = Signal(object)

    def __init__(self, as_of: AsOf, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._as_of = as_of
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        as_of.changed.connect(self.show_day)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._theme.px(42))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(42))

    def show_day(self, _day: date) -> None:
        self.update()

    def retranslate(self) -> None:
        text = self._theme.voice.say("asof-strip", first=FIRST_DAY.year, last=self._as_of.today.year)
        self.setAccessibleName(text)
        self.setToolTip(text)

    @property
    def _days(self) -> int:
        return (self._as_of.today - FIRST_DAY).days

    def x_of(self, day: date) -> float:
        """Where a day stands, from the left edge; the past is where reading begins."""
        share = (day - FIRST_DAY).days / self._days
        x = 8 + share * (self.width() - 16)
        return self.width() - x if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else x

    def day_at(self, x: float) -> date:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
        share = min(max((x - 8) / max(self.width() - 16, 1), 0.0), 1.0)
        return FIRST_DAY + timedelta(days=round(share * self._days))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, height = theme.px(10), theme.px(12)
        left, right = sorted((self.x_of(FIRST_DAY), self.x_of(self._as_of.today)))
        painter.fillRect(QRectF(left, top, right - left, height), theme.colour("side"))
        checked, now = sorted((self.x_of(self._as_of.horizon), self.x_of(self._as_of.today)))
        painter.setPen(QPen(theme.colour("line-strong"), 1))
        painter.save()
        painter.setClipRect(QRectF(checked, top, now - checked, height))
        for offset in range(int(checked) - height, int(now) + height, 4):
            painter.drawLine(QPointF(offset, top + height), QPointF(offset + height, top))
        painter.restore()
        painter.setPen(QPen(theme.colour("ink2"), 1.6))
        for meeting in self._as_of.meetings:
            x = self.x_of(meeting.end)
            painter.drawLine(QPointF(x, top + 2), QPointF(x, top + height - 2))
        self._paint_years(painter, top + height)
        self._paint_needle(painter, top, height)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _paint_years(self, painter: QPainter, top: int) -> None:
        font = self._theme.font("label")
        font.setPixelSize(self._theme.px(10.5))
        painter.setFont(font)
        metrics = QFontMetrics(font)
        painter.setPen(self._theme.colour("ink3"))
        every = 5 if self.width() > 240 else 10
        for year in range(1996, self._as_of.today.year + 1, every):
            day = max(date(year, 1, 1), FIRST_DAY)
            text = self._theme.voice.digits(str(year))
            wide = metrics.horizontalAdvance(text)
            x = min(max(self.x_of(day) - wide / 2, 0), self.width() - wide)
            painter.drawText(QPointF(x, top + metrics.ascent() + 2), text)

    def _paint_needle(self, painter: QPainter, top: int, height: int) -> None:
        x = self.x_of(self._as_of.day)
        colour = self._theme.colour("ink" if self._as_of.is_today else "asof")
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(x, top - 4), QPointF(x, top + height + 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        head = ((-5, -9), (5, -9), (5, -4), (0, 1), (-5, -4))
        painter.drawPolygon(QPolygonF([QPointF(x + dx, top + dy) for dx, dy in head]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(event)

    def _choose(self, event: QMouseEvent) -> None:
        x = event.position().x()
        day = self.day_at(x)
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            near = min(self._as_of.meetings, key=lambda meeting: abs(self.x_of(meeting.end) - x))
            if abs(self.x_of(near.end) - x) <= _SNAP:
                day = near.end
        self.day_chosen.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        later = Qt.Key.Key_Left if rtl else Qt.Key.Key_Right
        earlier = Qt.Key.Key_Right if rtl else Qt.Key.Key_Left
        steps = {
            later: _MONTH,
            earlier: -_MONTH,
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: 365,
            Qt.Key.Key_PageDown: -365,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.day_chosen.emit(self._as_of.day + timedelta(days=steps[key]))
        elif key == Qt.Key.Key_Home:
            self.day_chosen.emit(FIRST_DAY)
        elif key == Qt.Key.Key_End:
            self.day_chosen.emit(self._as_of.today)
        else:
            super().keyPressEvent(event)


class AsOfBar(QWidget):
    """Joins the date field, the steps between meetings, the strip, and the buttons of the whole window."""

    language_requested = Signal()
    sheet_requested = Signal()
    theme_requested = Signal()
    changes_requested = Signal()
    problem_found = Signal(object)

    def __init__(self, as_of: AsOf, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._as_of = as_of
        self._theme = theme
        self._label = label("label")
        self._box = DayBox(theme)
        self.field = self._box.field
        self._previous = tool_button("icon")
        self._event = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._next = tool_button("icon")
        self._changes = tool_button("icon")
        self._ask_changes = QAction(self)
        self.strip = TimeStrip(as_of, theme)
        self._today = QPushButton()
        self._language = QPushButton()
        self._mode = tool_button("icon")
        self.sheet_button = push_button("primary")
        self._place()
        self._connect()

    def _place(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(_GAP)
        row.addWidget(self._label)
        row.addWidget(self._box)
        row.addWidget(self._previous)
        row.addWidget(self._event)
        row.addWidget(self._next)
        row.addWidget(self._changes)
        row.addWidget(self.strip, 1)
        row.addStretch(0)
        for widget in (self._today, hairline(upright=True), self._language, self._mode, self.sheet_button):
            row.addWidget(widget)
        fixed = QSizePolicy.Policy.Fixed
        for widget in (self._label, self._box, self._event, self._today, self._language, self.sheet_button):
            widget.setSizePolicy(fixed, fixed)

    def _connect(self) -> None:
        self.field.returnPressed.connect(self.take_text)
        self.field.editingFinished.connect(self.show_day)
        self._previous.clicked.connect(self._as_of.go_to_previous)
        for asking in (self._changes.clicked, self._ask_changes.triggered):
            asking.connect(self.changes_requested)
        self.addAction(self._ask_changes)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._next.clicked.connect(self._as_of.go_to_next)
        self._today.clicked.connect(self._as_of.go_to_today)
        self._language.clicked.connect(self.language_requested)
        self._mode.clicked.connect(self.theme_requested)
        self.sheet_button.clicked.connect(self.sheet_requested)
        self.strip.day_chosen.connect(self._as_of.set_day)
        self._as_of.changed.connect(self.show_day)

    def take_text(self) -> None:
        """Turn to what stands in the field; a slip keeps the text and the old date, and says what to write."""
        text = self.field.text()
        if text == self._shown():
            return
        try:
            self._as_of.set_text(text)
        except NotADate:
            self._box.mark("bad", True)
            self.problem_found.emit(NotADay(text=text))
            return
        self._box.mark("bad", False)
        self.show_day()

    def edit(self) -> None:
        """Put the cursor into the date field, all of it chosen."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _shown(self) -> str:
        day = self._as_of.day
        return said_of(day, self._theme)

    def show_day(self, _day: object = None) -> None:
        lang, voice = self._theme.lang, self._theme.voice
        if self._box.property("bad") and self.field.hasFocus() and _day is None:
            return
        other = not self._as_of.is_today
        if self.property("other") != other:
            self.setProperty("other", other)
            self.style().unpolish(self)
            self.style().polish(self)
        if self._as_of.day > self._as_of.horizon:
            below = voice.say("asof-last-known", day=voice.day(self._as_of.horizon))
        else:
            below = voice.hijri(self._as_of.day)
        self._box.show_day(self._as_of.day, other=other, below=below)
        meeting = self._as_of.meeting_on()
        self._event.setText(voice.dress(meeting.name_in(lang)) if meeting else say("asof-between", lang))
        self._event.setObjectName("asof" if meeting else "label")
        self._event.style().polish(self._event)

    def retranslate(self) -> None:
        lang, theme = self._theme.lang, self._theme
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._label.setText(say("asof-label", lang))
        self._box.retranslate(self._as_of.horizon)
        self.field.setAccessibleName(say("asof-field", lang))
        self.field.setToolTip(say("asof-hint", lang))
        ink = theme.colour("ink2")
        for button, name, key in (
            (self._previous, "chevron-left", "asof-previous"), (self._next, "chevron-right", "asof-next"),
            (self._changes, "history", "changes-ask"),
            (self._mode, "sun" if theme.mode == "dark" else "moon", "theme-switch"),
        ):  # fmt: skip
            button.setIcon(icon(name, ink, rtl=rtl))
            button.setToolTip(say(key, lang))
            button.setAccessibleName(say(key, lang))
        self._ask_changes.setText(say("changes-ask", lang))
        self._event.setMinimumWidth(QFontMetrics(theme.font("body")).horizontalAdvance("M" * 12))
        self._today.setText(say("asof-today", lang))
        self._language.setText(f"\u00a0{say('language-switch', lang)}")
        self._language.setIcon(icon("languages", ink))
        self._language.setToolTip(say("language-switch-tip", lang))
        self.sheet_button.setIcon(icon("printer", theme.colour("on-accent")))
        self._fit(self.width())
        self.strip.retranslate()
        self.show_day()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, wide: int) -> None:
        """Narrow: the strip and the words of the last button go first, as the design has it."""
        lang = self._theme.lang
        narrow = wide < self._theme.px(1060)
        self.strip.setVisible(wide >= self._theme.px(980))
        self._event.setVisible(wide >= self._theme.px(820))
        self.sheet_button.setText("" if narrow else f"\u00a0{say('view-sheet', lang)}")
        self.sheet_button.setToolTip(say("view-sheet", lang))
        self.sheet_button.setAccessibleName(say("view-sheet", lang))

    def minimumSizeHint(self) -> QSize:
        """The width without what folds away: else a bar that shows it would keep the window from becoming narrow."""
        least, words = super().minimumSizeHint(), self.sheet_button.text()
        strip = 0 if self.strip.isHidden() else self.strip.minimumSizeHint().width() + _GAP
        words_wide = QFontMetrics(self.sheet_button.font()).horizontalAdvance(words)
        return QSize(least.width() - strip - words_wide, least.height())
