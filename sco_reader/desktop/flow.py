"""A row of widgets that goes on in the next line where it is too long, from the leading edge."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Places widgets side by side and breaks the line as text does; mirrored with the layout direction.

    Each may be `loose` wider than it asks for. They give that up, all alike, before the line breaks.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._loose = 0

    def loosen(self, loose: int) -> None:
        """Let each widget be up to `loose` wider than it asks for."""
        self._loose = loose
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        tallest = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(widest + margins.left() + margins.right(), tallest + margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Put each widget in its place; the height that all lines take."""
        margins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        sizes = [(item, item.sizeHint()) for item in self._items if not item.isEmpty()]  # empty: hidden
        more = self._share([size.width() for _, size in sizes], room.width())
        x, y, line = 0, 0, 0
        for item, size in sizes:
            size.setWidth(size.width() + more)
            if x and x + size.width() > room.width():
                x, y, line = 0, y + line, 0
            if move:
                left = room.right() + 1 - x - size.width() if mirrored else room.left() + x
                item.setGeometry(QRect(QPoint(left, room.top() + y), size))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line + margins.top() + margins.bottom()

    def _share(self, widths: list[int], room: int) -> int:
        """How much wider than it asks for each may be: all on one line, if they can stand on one."""
        spare = room - sum(widths) - self._gap * (len(widths) - 1)
        return min(self._loose, spare // len(widths)) if widths and spare >= 0 else self._loose
