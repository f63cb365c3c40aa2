"""How attendance looks: the marks of the cells, the heads of rows and columns."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from sco_reader.attendance import Answer, Level, Party, Seat
from sco_reader.cards.card import Group
from sco_reader.desktop.as_of import AsOf
from sco_reader.desktop.matrix_model import SeatRole
from sco_reader.desktop.paragraph import paragraph
from sco_reader.desktop.pictures import FLAG, draw_status_mark, flag_pixmap
from sco_reader.desktop.theme import Theme
from sco_reader.model import Meeting
from sco_reader.words import say

Index = QModelIndex | QPersistentModelIndex

_GLYPH, _PAD, _GAP, _MARK, _COUNT = 14, 8, 8, 10, 46
_EDGE, _INSET = 2, 4
_LINES = {
    "member": Qt.PenStyle.SolidLine, "observer": Qt.PenStyle.DashLine, "dialogue_partner": Qt.PenStyle.DotLine,
    "sco_partner": Qt.PenStyle.DashDotLine,
}  # fmt: skip
_WIDEST_NAME = 108


def draw_seat(painter: QPainter, theme: Theme, seat: Seat, where: QRectF, ink: QColor) -> None:
    """Full, half or hollow for who led; a square by video; a corner where somebody stood in; a dash, a question."""
    side = min(where.width(), where.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(where.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if seat.answer is Answer.LED:
        _draw_head(painter, seat, box, ink)
        if seat.stood_in:
            _draw_corner(painter, theme, box)
    elif seat.answer is Answer.ABSENT:
        painter.setPen(QPen(theme.colour("ink3"), 1.6))
        painter.drawLine(box.center() - QPointF(side / 4, 0), box.center() + QPointF(side / 4, 0))
    elif seat.answer is Answer.UNKNOWN:
        painter.setFont(theme.font("heading"))
        painter.setPen(theme.colour("warn"))
        painter.drawText(box.adjusted(-6, -6, 6, 6), Qt.AlignmentFlag.AlignCenter, "?")
    painter.restore()


def _draw_head(painter: QPainter, seat: Seat, box: QRectF, ink: QColor) -> None:
    inner = box.adjusted(1, 1, -1, -1)
    painter.setPen(QPen(ink, 1.8))
    painter.setBrush(ink if seat.level is Level.STATE else Qt.BrushStyle.NoBrush)
    if seat.by_video:
        painter.drawRoundedRect(inner, 2, 2)
    else:
        painter.drawEllipse(inner)
    if seat.level is Level.GOVERNMENT:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        if seat.by_video:
            painter.drawRect(inner.adjusted(0, inner.height() / 2, 0, 0))
        else:
            painter.drawChord(inner, 180 * 16, 180 * 16)


def _draw_corner(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """A small disc outside the mark, at its upper right in both directions of reading, as a footnote has it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("ink"))
    painter.drawEllipse(box.topRight() + QPointF(3, 0), 2.4, 2.4)


def standing_pen(theme: Theme, standing: str, width: float) -> QPen:
    """The line of a standing: with more contrast, where no tint shows it, each has dashes of its own."""
    style = _LINES.get(standing, Qt.PenStyle.DashDotDotLine) if theme.contrast == "more" else Qt.PenStyle.SolidLine
    return QPen(theme.status_colours(standing)[0], width, style, Qt.PenCapStyle.FlatCap)


def draw_ground(painter: QPainter, theme: Theme, seat: Seat, box: QRectF) -> QColor:
    """Lay the tint of the standing under a cell, or its line; the ink to draw on it with."""
    standing = seat.standing or "guest"
    ink, tint = theme.status_colours(standing)
    if seat.standing or seat.sent is not None:
        painter.fillRect(box, tint)
        if theme.contrast == "more":
            painter.setPen(standing_pen(theme, standing, 2))
            foot = box.bottom() - 1
            painter.drawLine(QPointF(box.left() + _INSET, foot), QPointF(box.right() - _INSET, foot))
    return ink


class SeatDelegate(QStyledItemDelegate):
    """Paints the cells."""

    def __init__(self, theme: Theme, as_of: AsOf, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._as_of = as_of
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        seat = index.data(SeatRole.SEAT)
        painter.save()
        if isinstance(seat, Seat):
            self._paint_seat(painter, QRectF(box), seat, rtl=rtl)
        if isinstance(seat, Seat) and state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = 2 if self._view.hasFocus() else 1
            painter.setPen(QPen(self._theme.colour("accent"), width))
            painter.drawRoundedRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -2.5), 4, 4)
        painter.restore()

    def _paint_seat(self, painter: QPainter, box: QRectF, seat: Seat, *, rtl: bool) -> None:
        theme = self._theme
        painter.setOpacity(theme.later if seat.later else 1.0)
        ground = box.adjusted(0, 0, 0, -1)
        ink = draw_ground(painter, theme, seat, ground)
        if seat.turned:
            left = ground.right() - _EDGE if rtl else ground.left()
            painter.fillRect(QRectF(left, ground.top(), _EDGE, ground.height()), theme.colour("ink2"))
        size = theme.px(_GLYPH)
        where = QRectF(0, 0, size, size)
        where.moveCenter(ground.center())
        draw_seat(painter, theme, seat, where, ink)
        painter.setOpacity(1.0)


def as_of_lines(theme: Theme, as_of: AsOf, meetings: tuple[Meeting, ...]) -> tuple[int | None, int | None]:
    """The column that the as-of day falls into, and the last column before a day between two meetings."""
    if as_of.is_today:
        return None, None
    framed = next((n for n, row in enumerate(meetings) if row.start <= as_of.day <= row.end), None)
    if framed is not None:
        return framed, None
    past = sum(row.start <= as_of.day for row in meetings)
    return None, past - 1 if 0 < past < len(meetings) else None


class MeetingHead(QHeaderView):
    """Year and city above each column; `video` where nobody met in a city; whose meeting where several are mixed."""

    def __init__(self, theme: Theme, as_of: AsOf, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._as_of = as_of
        self.mixed = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _place(self, meeting: Meeting) -> str:
        lang = self._theme.lang
        return say("matrix-video", lang) if meeting.format == "video" else self._theme.voice.name(meeting.city_name)

    def needed(self, meeting: Meeting) -> int:
        """The width at which no word is broken."""
        words = [*self._place(meeting).replace("-", "- ").split()]
        if self.mixed:
            words.append(say(f"matrix-short-{meeting.body}", self._theme.lang))
        metrics = QFontMetrics(self._theme.font("label"))
        return max(metrics.horizontalAdvance(word) for word in words) + 12

    def _lines(self, meeting: Meeting) -> list[tuple[str, str, str]]:
        """Text, font and ink of each line."""
        framed = meeting.start <= self._as_of.day <= meeting.end and not self._as_of.is_today
        later = meeting.start > self._as_of.day  # the palest ink that can be read; only its cells fade
        lines = [
            (self._theme.voice.digits(str(meeting.start.year)), "heading", "ink3" if later else "ink"),
            (self._place(meeting), "label", "ink3"),
        ]
        if self.mixed:
            short = say(f"matrix-short-{meeting.body}", self._theme.lang)
            lines.append((short, "label", "ink3" if later else "ink2"))
        return [(text, font, "asof" if framed else ink) for text, font, ink in lines]

    def fit(self, meetings: tuple[Meeting, ...]) -> None:
        """As high as the column with the most lines wants."""
        high = 0.0
        for column, meeting in enumerate(meetings):
            room = self.sectionSize(column) - 6
            heights = [paragraph(text, self._theme.font(font), room, rtl=False, right=False)[1]
                       for text, font, _ in self._lines(meeting)]  # fmt: skip
            high = max(high, sum(heights))
        self.setFixedHeight(int(high) + self._theme.px(14))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        meeting = self.model().headerData(logical, Qt.Orientation.Horizontal, SeatRole.MEETING)
        if not isinstance(meeting, Meeting):
            return
        theme, rtl = self._theme, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.fillRect(rect, theme.colour("card"))
        lines = self._lines(meeting)
        y = float(rect.top() + 6)
        for text, font, colour in lines:
            layout, height = paragraph(text, theme.font(font), rect.width() - 6, rtl=rtl, right=False)
            option = layout.textOption()
            option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.setTextOption(option)
            painter.setPen(theme.colour(colour))
            layout.draw(painter, QPointF(rect.left() + 3, y))
            y += height
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line-strong"))
        if lines[0][2] == "asof":
            for x in (rect.left() - (not rtl), rect.right() - (not rtl)):
                painter.fillRect(x, rect.top(), 2, rect.height(), theme.colour("asof"))
            painter.fillRect(rect.left() - (not rtl), rect.top(), rect.width() + 1, 2, theme.colour("asof"))
        painter.restore()


class PartyHead(QHeaderView):
    """Flag and name before each row, and how often it came; the heads of groups."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._table = parent
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _text_left(self) -> int:
        return self._theme.px(FLAG.width()) + _PAD + _GAP

    def fit(self) -> None:
        """As wide as names want, within reason; what is longer breaks into lines, between words."""
        theme = self._theme
        metrics = QFontMetrics(theme.font("strong"))
        wide = 0
        for row in range(self.model().rowCount()):
            line = self.model().headerData(row, Qt.Orientation.Vertical, SeatRole.PARTY)
            if isinstance(line, Party):
                name = theme.voice.name(line.name)
                longest = max(metrics.horizontalAdvance(word) for word in name.split())
                wide = max(wide, longest, min(metrics.horizontalAdvance(name), theme.px(_WIDEST_NAME)))
        self.setFixedWidth(wide + self._text_left() + theme.px(_COUNT) + _GAP)

    def height_of(self, row: int) -> int:
        theme = self._theme
        line = self.model().headerData(row, Qt.Orientation.Vertical, SeatRole.PARTY)
        if not isinstance(line, Party):
            head = str(self.model().headerData(row, Qt.Orientation.Vertical))
            return int(self._head_layout(head, rtl=False)[1]) + theme.px(12)
        room = self.width() - self._text_left() - theme.px(_COUNT) - _GAP
        text = paragraph(theme.voice.name(line.name), theme.font("strong"), room, rtl=False, right=False)[1]
        return max(theme.px(29), int(text) + theme.px(8))

    def _head_layout(self, title: str, *, rtl: bool) -> tuple[QTextLayout, float]:
        """The head of a group, on as many lines as it takes; its mark stands where the flags do."""
        room = self.width() - _PAD - self._theme.px(_MARK) - 2 * _GAP
        return paragraph(title, self._theme.font("heading"), room, rtl=rtl, right=rtl)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        theme, rtl = self._theme, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.colour("card"))
        line = self.model().headerData(logical, Qt.Orientation.Vertical, SeatRole.PARTY)
        if isinstance(line, Party):
            self._paint_party(painter, QRectF(rect), line, rtl=rtl)
        else:
            group = self.model().headerData(logical, Qt.Orientation.Vertical, SeatRole.GROUP)
            if isinstance(group, Group):
                self._paint_group(painter, QRectF(rect), group, rtl=rtl)
        painter.restore()

    def _paint_party(self, painter: QPainter, rect: QRectF, party: Party, *, rtl: bool) -> None:
        theme = self._theme
        wide = theme.px(FLAG.width())
        code = party.id if party.kind == "country" or party.id == "un" else ""
        flag = flag_pixmap(code, wide, painter.device().devicePixelRatio()) if code else None
        if flag is not None:
            left = rect.right() - _PAD - wide if rtl else rect.left() + _PAD
            painter.drawPixmap(QPointF(left, rect.center().y() - wide * 3 / 8), flag)
        count = theme.px(_COUNT)
        room = rect.width() - self._text_left() - count - _GAP
        layout, height = paragraph(theme.voice.name(party.name), theme.font("strong"), room, rtl=rtl, right=rtl)
        painter.setPen(theme.colour("ink"))
        left = rect.left() + count + _GAP if rtl else rect.left() + self._text_left()
        layout.draw(painter, QPointF(left, rect.center().y() - height / 2))
        self._paint_count(painter, rect, party, rtl=rtl)

    def _paint_count(self, painter: QPainter, rect: QRectF, party: Party, *, rtl: bool) -> None:
        """`24/25`, never mirrored: how often it came, and how often it was called in the second ink."""
        theme = self._theme
        strong, quiet = theme.font("count"), theme.font("label")
        said = theme.voice.digits
        came, called = (said(str(party.came)), f"/{said(str(party.called))}") if party.called else ("", "–")
        one, two = QFontMetrics(strong).horizontalAdvance(came), QFontMetrics(quiet).horizontalAdvance(called)
        left = rect.left() + _GAP if rtl else rect.right() - _GAP - one - two
        base = rect.center().y() + QFontMetrics(strong).ascent() / 2 - 2
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(strong)
        painter.setPen(theme.colour("ink"))
        painter.drawText(QPointF(left, base), came)
        painter.setFont(quiet)
        painter.setPen(theme.colour("ink3"))
        painter.drawText(QPointF(left + one, base), called)

    def _paint_group(self, painter: QPainter, rect: QRectF, group: Group, *, rtl: bool) -> None:
        theme = self._theme
        size = theme.px(_MARK)
        layout, height = self._head_layout(group.title, rtl=rtl)
        top = rect.center().y() + theme.px(3) - height / 2
        ink = theme.colour("ink2")
        if group.status is not None:
            ink = theme.status_colours(group.status)[0]
            left = rect.right() - _PAD - size if rtl else rect.left() + _PAD
            line = layout.lineAt(0).height()
            draw_status_mark(painter, theme, group.status, QRectF(left, top + (line - size) / 2, size, size))
        painter.setPen(ink)
        inset = _PAD + (size + _GAP if group.status is not None else 0)
        room = rect.width() - _PAD - size - 2 * _GAP
        layout.draw(painter, QPointF(rect.right() - inset - room if rtl else rect.left() + inset, top))
