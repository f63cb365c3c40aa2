"""The rows of a section as a table model: what each cell shows, what is said of it, what it opens."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from sco_reader.cards.card import Cell, Group, Row, Section, first_source
from sco_reader.citation import with_source
from sco_reader.desktop.clip import TYPES, text_clip
from sco_reader.desktop.clipboard import empty_clip
from sco_reader.desktop.theme import Theme
from sco_reader.model import Citation
from sco_reader.words import say

Index = QModelIndex | QPersistentModelIndex


class FactRole(IntEnum):
    CELL = Qt.ItemDataRole.UserRole
    GROUP = Qt.ItemDataRole.UserRole + 1
    ROW = Qt.ItemDataRole.UserRole + 2
    LINK = Qt.ItemDataRole.UserRole + 3


class FactModel(QAbstractTableModel):
    """Rows of a section with its group heads among them; the last column holds the sources."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns: tuple[str, ...] = ()
        self._lines: list[Row | Group] = []
        self._sources: tuple[Citation, ...] = ()

    def show_section(self, section: Section, sources: tuple[Citation, ...]) -> None:
        """Show `section` of a card with these sources."""
        self.beginResetModel()
        self._sources = sources
        # No head over a column that has nothing in it: what an entity is linked with is a fact of the other's card.
        cited = any(row.marks.numbers for group in section.groups for row in group.rows)
        self._columns = (*section.columns, say("column-source", self._theme.lang) if cited else "")
        self._lines = []
        for group in section.groups:
            if group.title:
                self._lines.append(group)
            self._lines.extend(group.rows)
        self.endResetModel()

    def column(self, number: int) -> str:
        """What a column is called."""
        return self._columns[number]

    def line(self, row: int) -> Row | Group:
        return self._lines[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:  # who listens hears of the empty column too
            return self._columns[section] or say("cell-empty", self._theme.lang)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._lines[index.row()], Group):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return TYPES

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged row as it is copied, with its first source."""
        row = next((row for index in indexes if isinstance(row := index.data(FactRole.ROW), Row)), None)
        if row is None:
            return empty_clip()
        said = with_source(row.said, first_source(row.marks, self._sources), self._theme.voice)
        return text_clip(said, self._theme.lang)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == FactRole.GROUP:
            return line if isinstance(line, Group) else None
        if isinstance(line, Group):
            shown = f"{line.title} {line.count}" if line.count else line.title
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return shown  # the head spans all columns
            return (shown if index.column() == 0 else "") if role == Qt.ItemDataRole.DisplayRole else None
        if role == FactRole.ROW:
            return line
        is_sources = index.column() == len(self._columns) - 1
        cell = Cell("") if is_sources else line.cells[index.column()]
        if role == FactRole.LINK:
            return cell.links[0][1] if cell.links else line.link
        if role == FactRole.CELL:
            return None if is_sources else cell
        if role == Qt.ItemDataRole.DisplayRole:
            comma = say("list-comma", self._theme.lang)
            return comma.join(map(str, line.marks.numbers)) if is_sources else cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line, cell, is_sources=is_sources)
        if role == Qt.ItemDataRole.ToolTipRole and not is_sources:
            return "\n".join(filter(None, (cell.text, cell.sub, self._past(line))))
        return None

    def _spoken(self, line: Row, cell: Cell, *, is_sources: bool) -> str:
        lang = self._theme.lang
        comma = say("list-comma", lang)
        if is_sources and not line.marks.numbers:
            return say("sources-none", lang)
        if is_sources:
            said = say("source-mark", lang, numbers=comma.join(map(str, line.marks.numbers)))
            return f"{said}{comma}{say('contested', lang)}" if line.marks.against else said
        parts = [cell.text, cell.sub, cell.tag, say("uncertain", lang) if cell.uncertain else "", self._past(line)]
        return comma.join(filter(None, parts)) or say("cell-empty", lang)

    def _past(self, line: Row) -> str:
        return say("row-past", self._theme.lang) if line.past else ""
