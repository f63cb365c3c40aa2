"""How a cell of a fact table looks, and how much room it needs."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sco_reader.arabic.unbroken import unbroken
from sco_reader.cards.card import Cell, Group, Row
from sco_reader.desktop.marks import draw_marks
from sco_reader.desktop.measure import advance, height
from sco_reader.desktop.paragraph import paragraph
from sco_reader.desktop.pictures import FLAG, draw_status_mark, flag_pixmap
from sco_reader.desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_PAD_X, _PAD_Y, _GAP, _MARK = 6, 6, 8, 10
_PAST = 3
_WIDEST = 420


def _role(cell: Cell) -> str:
    return "strong" if cell.strong else "body"


def _shown(cell: Cell) -> str:
    """The text as painted: names that open something stand one below the other (U+2028 breaks a line)."""
    return "\u2028".join(name for name, _ in cell.links) if cell.links else cell.text


def _picture_width(theme: Theme, cell: Cell) -> int:
    if cell.flag is not None:
        return theme.px(FLAG.width()) + _GAP
    return theme.px(_MARK) + _GAP if cell.status is not None else 0


def _tag_width(theme: Theme, cell: Cell) -> int:
    return advance(theme, cell.tag, "label") + 14 + _GAP if cell.tag else 0


def needed_width(theme: Theme, cell: Cell) -> int:
    """The width at which the cell's own text stands on one line, within reason."""
    longest = max((advance(theme, line, _role(cell)) for line in _shown(cell).splitlines()), default=0)
    text = longest + _tag_width(theme, cell) + _picture_width(theme, cell)
    return min(text, _WIDEST) + 2 * _PAD_X + 8


def least_width(theme: Theme, cell: Cell, *, whole: bool = False) -> int:
    """The width at which no word of the cell is broken, and with `whole` none of its dates and names either."""
    parts = unbroken(_shown(cell)).replace("\u2028", " ").split(" ") if whole else _shown(cell).split()
    words = max((advance(theme, part, _role(cell)) for part in parts), default=0)
    below = max((advance(theme, word, "label") for word in cell.sub.split()), default=0)
    beside = _picture_width(theme, cell)
    return min(max(words + _tag_width(theme, cell), below) + beside, _WIDEST) + 2 * _PAD_X + 4


def wanted_width(theme: Theme, cell: Cell) -> int:
    """The width at which its second line does too."""
    sub = advance(theme, cell.sub, "label") + _picture_width(theme, cell)
    return max(needed_width(theme, cell), min(sub, _WIDEST) + 2 * _PAD_X + 8)


def _lines(text: str, font: QFont, width: float, *, rtl: bool) -> tuple[QTextLayout, float]:
    return paragraph(text, font, width, rtl=rtl, right=rtl)


def text_height(theme: Theme, cell: Cell, width: float) -> float:
    """The height that the cell needs at a width."""
    room = width - 2 * _PAD_X - _picture_width(theme, cell)
    whole = height(theme, _shown(cell) or " ", _role(cell), room - _tag_width(theme, cell))
    if cell.sub:
        whole += height(theme, cell.sub, "label", room)
    return whole + 2 * _PAD_Y


def group_height(theme: Theme, group: Group, width: float) -> float:
    """The height that the head of a group needs at a width: its title goes on in a second line where it is long."""
    return _title_lines(theme, group, width, rtl=False)[1] + theme.px(38) - QFontMetrics(theme.font("heading")).height()


def _title_lines(theme: Theme, group: Group, width: float, *, rtl: bool) -> tuple[QTextLayout, float]:
    count = QFontMetrics(theme.font("label")).horizontalAdvance(group.count) + _GAP if group.count else 0
    mark = theme.px(_MARK) + _GAP if group.status is not None else 0
    return _lines(group.title, theme.font("heading"), width - 2 * _PAD_X - count - mark, rtl=rtl)


class CellDelegate(QStyledItemDelegate):
    """Paints cells, group heads and source marks."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._theme.px(60), self._theme.px(31))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group = index.data(Qt.ItemDataRole.UserRole + 1)
        if isinstance(group, Group):
            self._paint_group(painter, box, group, rtl=rtl)
            painter.restore()
            return
        row = index.data(Qt.ItemDataRole.UserRole + 2)
        assert isinstance(row, Row)
        if row.current:
            painter.fillRect(box, theme.colour("asof-tint"))
            if theme.contrast == "more":
                for y in (box.top(), box.bottom() - 1):
                    painter.fillRect(box.left(), y, box.width(), 2, theme.colour("asof"))
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_Active and self._view.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
        if row.past and index.column() == 0:
            left = box.right() - _PAST + 1 if rtl else box.left()
            painter.fillRect(QRect(left, box.top() + 4, _PAST, box.height() - 8), theme.colour("asof"))
        if row.later:
            painter.setOpacity(theme.later)
        cell = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(cell, Cell):
            self._paint_cell(painter, box, cell, rtl=rtl)
        else:
            draw_marks(painter, theme, box, row.marks, rtl=rtl)
        painter.restore()

    def _paint_group(self, painter: QPainter, box: QRect, group: Group, *, rtl: bool) -> None:
        theme = self._theme
        metrics = QFontMetrics(theme.font("heading"))
        room = QRectF(box).adjusted(_PAD_X, 0, -_PAD_X, 0)
        layout, tall = _title_lines(theme, group, box.width(), rtl=rtl)
        top = box.center().y() + theme.px(4) - tall / 2
        if group.status is not None:
            size = theme.px(_MARK)
            left = room.right() - size if rtl else room.left()
            middle = top + metrics.height() / 2
            draw_status_mark(painter, theme, group.status, QRectF(left, middle - size / 2, size, size))
            room.adjust(0 if rtl else size + _GAP, 0, -(size + _GAP) if rtl else 0, 0)
        painter.setPen(theme.status_colours(group.status)[0] if group.status else theme.colour("ink2"))
        last = layout.lineAt(layout.lineCount() - 1)
        layout.draw(painter, QPointF(room.right() - last.width() if rtl else room.left(), top))
        if group.count:
            small = theme.font("label")
            painter.setFont(small)
            painter.setPen(theme.colour("ink3"))
            wide = QFontMetrics(small).horizontalAdvance(group.count)
            along = last.naturalTextWidth() + _GAP
            x = room.right() - along - wide if rtl else room.left() + along
            painter.drawText(QPointF(x, top + last.y() + metrics.ascent()), group.count)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())

    def _paint_cell(self, painter: QPainter, box: QRect, cell: Cell, *, rtl: bool) -> None:
        theme = self._theme
        main = theme.font(_role(cell))
        room = QRectF(box).adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        picture = _picture_width(theme, cell)
        metrics = QFontMetrics(main)
        if picture:
            left = room.right() - picture + _GAP if rtl else room.left()
            self._paint_picture(painter, cell, left, room.top() + metrics.height() / 2)
            room.adjust(0 if rtl else picture, 0, -picture if rtl else 0, 0)
        tone = {"quiet": "ink2", "asof": "ink", "acting": "ink", "warn": "warn", "plain": "ink"}[cell.tone]
        layout, below = _lines(_shown(cell), main, room.width() - _tag_width(theme, cell), rtl=rtl)
        painter.setPen(theme.colour("accent" if cell.links else tone))
        shift = _tag_width(theme, cell) if rtl else 0
        layout.draw(painter, QPointF(room.left() + shift, room.top()))
        line = layout.lineAt(0)
        used = line.naturalTextWidth() if line.isValid() else 0
        if cell.uncertain:
            painter.setPen(QPen(theme.colour("warn"), 1.4, Qt.PenStyle.DotLine))
            start = room.right() - used if rtl else room.left()
            y = room.top() + metrics.ascent() + 3
            painter.drawLine(QPointF(start, y), QPointF(start + used, y))
        if cell.tag:
            self._paint_tag(painter, cell, room, used, metrics.height(), rtl=rtl)
        if cell.sub:
            painter.setPen(theme.colour("ink3"))
            second, _ = _lines(cell.sub, theme.font("label"), room.width(), rtl=rtl)
            second.draw(painter, QPointF(room.left(), room.top() + below))

    def _paint_picture(self, painter: QPainter, cell: Cell, left: float, middle: float) -> None:
        theme = self._theme
        if cell.flag is not None:
            wide = theme.px(FLAG.width())
            pixmap = flag_pixmap(cell.flag, wide, painter.device().devicePixelRatio())
            if pixmap is not None:
                painter.drawPixmap(QPointF(left, middle - wide * 3 / 8), pixmap)
        elif cell.status is not None:
            size = theme.px(_MARK)
            draw_status_mark(painter, theme, cell.status, QRectF(left, middle - size / 2, size, size))

    def _paint_tag(self, painter: QPainter, cell: Cell, room: QRectF, used: float, line: float, *, rtl: bool) -> None:
        theme = self._theme
        font = theme.font("label")
        wide = QFontMetrics(font).horizontalAdvance(cell.tag) + 14
        left = room.right() - used - _GAP - wide if rtl else room.left() + used + _GAP
        tall = QFontMetrics(font).height() + 2
        pill = QRectF(left, room.top() + (line - tall) / 2, wide, tall)
        time = cell.tone == "asof"
        painter.setPen(theme.rim("asof" if time else "line-strong"))
        painter.setBrush(theme.colour("asof-tint" if time else "side"))
        painter.drawRoundedRect(pill, 4, 4)
        painter.setFont(font)
        painter.setPen(theme.colour("asof" if time else "ink2"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, cell.tag)
