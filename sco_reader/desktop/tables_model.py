"""A table of the reference as Qt wants it, and its rows sorted and narrowed."""

from enum import IntEnum
from functools import lru_cache
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QIcon

from sco_reader.arabic.bidi import is_rtl, isolate_noted
from sco_reader.arabic.fold import fold
from sco_reader.collation import sort_key
from sco_reader.desktop.pictures import FLAG, flag_pixmap
from sco_reader.desktop.theme import Theme
from sco_reader.tables import LAST, Line, Table, holds
from sco_reader.words import say

Index = QModelIndex | QPersistentModelIndex

_NOTHING = "–"
"""What stands where nothing is known, as in a comparison."""


class LineRole(IntEnum):
    SORT = Qt.ItemDataRole.UserRole
    """What sorts a cell: never what it displays."""
    OPENS = Qt.ItemDataRole.UserRole + 1
    LINE = Qt.ItemDataRole.UserRole + 2


class TableModel(QAbstractTableModel):
    """Shows one Table, in the order in which it was made."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._table: Table | None = None
        self._keys: dict[str, str] = {}

    def show_table(self, table: Table) -> None:
        self.beginResetModel()
        self._table = table
        self._keys = {}
        self.endResetModel()

    @property
    def table(self) -> Table | None:
        return self._table

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() or self._table is None else len(self._table.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._table is None else len(self._table.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._table is None or orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return say(self._table.columns[section].word, self._theme.lang)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._table is None:
            return None
        line: Line = self._table.lines[index.row()]
        item = line.items[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            if not item.text:
                return _NOTHING
            foreign = is_rtl(item.text) != (self._theme.lang == "ar")
            return isolate_noted(item.text) if foreign else item.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return item.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item.text or say("cell-empty", self._theme.lang)
        if role == LineRole.SORT:
            return item.key or self._key(item.text)
        if role == LineRole.OPENS:
            return line.opens
        if role == LineRole.LINE:
            return line
        if role == Qt.ItemDataRole.DecorationRole and index.column() == self._flagged and line.flag:
            return _flag(line.flag, self._theme.px(FLAG.width()))
        if role == Qt.ItemDataRole.ForegroundRole and not item.text:
            return self._theme.colour("ink3")
        return None

    @property
    def _flagged(self) -> int:
        """The column that shows the flag of the row."""
        assert self._table is not None
        return {"states": 0, "people": 1, "meetings": 1}.get(self._table.name, -1)

    def _key(self, text: str) -> str:
        if text not in self._keys:
            self._keys[text] = sort_key(text, self._theme.lang)
        return self._keys[text]


class Arranged(QSortFilterProxyModel):
    """The rows that hold every word of a text, sorted by the key of a column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setSortRole(LineRole.SORT)

    def narrow(self, text: str) -> None:
        """Show the rows alone that hold every word of `text`, however it is spelt."""
        self._words = fold(text).split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        source = self.sourceModel()
        line = source.index(row, 0, parent).data(LineRole.LINE)
        return not self._words or (isinstance(line, Line) and holds(line, self._words))

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = str(left.data(LineRole.SORT)), str(right.data(LineRole.SORT))
        if (one == LAST) != (other == LAST):  # what is not known stands at the end, either way round
            return (other == LAST) == (self.sortOrder() == Qt.SortOrder.AscendingOrder)
        return one < other


@lru_cache(maxsize=128)
def _flag(code: str, wide: int) -> QIcon | None:
    """A flag in its own colours, in a chosen row too: Qt would tint it there."""
    drawn = flag_pixmap(code, wide, 2)
    if drawn is None:
        return None
    found = QIcon(drawn)
    found.addPixmap(drawn, QIcon.Mode.Selected)
    return found


def icon_size(theme: Theme) -> QSize:
    """The room for a flag before a name."""
    wide = theme.px(FLAG.width())
    return QSize(wide, round(wide * 3 / 4))
