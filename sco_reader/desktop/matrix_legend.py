"""The key to the marks of the table of attendance: as many on a line as there is room for."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sco_reader.attendance import Answer, Level, Seat
from sco_reader.desktop.matrix_paint import draw_seat, standing_pen
from sco_reader.desktop.pictures import draw_status_mark
from sco_reader.desktop.theme import Theme
from sco_reader.words import say

_MARKS = (
    ("seat-state", Seat("", "", Answer.LED, "", Level.STATE)),
    ("seat-government", Seat("", "", Answer.LED, "", Level.GOVERNMENT)),
    ("seat-other", Seat("", "", Answer.LED, "", Level.OTHER)),
    ("seat-video", Seat("", "", Answer.LED, "", Level.STATE, by_video=True)),
    ("seat-stood-in", Seat("", "", Answer.LED, "", Level.OTHER, stood_in=True)),
    ("seat-absent", Seat("", "", Answer.ABSENT, "")),
    ("seat-unknown", Seat("", "", Answer.UNKNOWN, "")),
)
_STANDINGS = ("member", "observer", "dialogue_partner", "sco_partner")
_PAD, _GAP, _BETWEEN, _MARK = 16, 6, 16, 13


class Legend(QWidget):
    """Two paragraphs of marks with their words; it grows in height where it is narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def retranslate(self) -> None:
        lang = self._theme.lang
        words = [say(key, lang) for key, _ in _MARKS] + [say(f"status-{status}", lang) for status in _STANDINGS]
        self.setAccessibleName(say("matrix-legend", lang))
        self.setAccessibleDescription(say("list-comma", lang).join(words))
        self.updateGeometry()
        self.update()

    def _entries(self) -> list[list[tuple[str, object]]]:
        """Two paragraphs, each after its heading."""
        lang = self._theme.lang
        marks: list[tuple[str, object]] = [(say(key, lang), seat) for key, seat in _MARKS]
        grounds: list[tuple[str, object]] = [(say(f"status-{status}", lang), status) for status in _STANDINGS]
        grounds += [(say("seat-five-guest", lang), "guest"), (say("seat-turned", lang), "turned")]
        return [[(say("matrix-legend-led", lang), None), *marks],
                [(say("matrix-legend-standing", lang), None), *grounds]]  # fmt: skip

    def _line_height(self) -> int:
        return QFontMetrics(self._theme.font("label")).lineSpacing() + self._theme.px(5)

    def _placed(self, width: int) -> Iterator[tuple[str, object, int, int, int]]:
        """Word, what to draw before it, offset from the reading edge, line, and width, of each entry."""
        theme = self._theme
        label, head = QFontMetrics(theme.font("label")), QFontMetrics(theme.font("mark"))
        line = -1
        for paragraph in self._entries():
            line, x = line + 1, _PAD
            for word, mark in paragraph:
                broader = mark in _STANDINGS or (isinstance(mark, Seat) and mark.stood_in)
                mark_wide = 0 if mark is None else theme.px(_MARK) + _GAP + (theme.px(8) if broader else 0)
                wide = mark_wide + (head if mark is None else label).horizontalAdvance(word)
                if x > _PAD and x + wide > width - _PAD:
                    line, x = line + 1, _PAD
                yield word, mark, x, line, wide
                x += wide + _BETWEEN

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = 1 + max(line for *_, line, _ in self._placed(width))
        return lines * self._line_height() + 2 * self._theme.px(5)

    def sizeHint(self) -> QSize:
        wide = max(self.width(), 400)
        return QSize(wide, self.heightForWidth(wide))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
        high = self._line_height()
        for word, mark, offset, line, wide in self._placed(self.width()):
            font = theme.font("mark" if mark is None else "label")
            metrics = QFontMetrics(font)
            top = theme.px(5) + line * high
            left = self.width() - offset - wide if rtl else offset
            text_wide = metrics.horizontalAdvance(word)
            room = wide - text_wide - _GAP
            if mark is not None:
                box = QRectF(left + wide - room if rtl else left, top + (high - theme.px(_MARK)) / 2, room,
                             theme.px(_MARK))  # fmt: skip
                self._paint_mark(painter, box, mark)
            painter.setFont(font)
            painter.setPen(theme.colour("ink2" if mark is None else "ink3"))
            base = top + (high + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left if rtl else left + wide - text_wide, base), word)

    def _paint_mark(self, painter: QPainter, box: QRectF, mark: object) -> None:
        theme = self._theme
        if isinstance(mark, Seat):
            draw_seat(painter, theme, mark, box, theme.colour("ink2"))
        elif mark == "turned":
            painter.fillRect(QRectF(box.center().x() - 1, box.top(), 2, box.height()), theme.colour("ink2"))
        elif isinstance(mark, str):
            painter.setPen(standing_pen(theme, mark, 1))
            painter.setBrush(theme.status_colours(mark)[1])
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
            side = theme.px(8)
            small = QRectF(0, 0, side, side)
            small.moveCenter(box.center())
            draw_status_mark(painter, theme, mark, small)
