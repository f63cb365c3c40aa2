"""The table of attendance as Qt wants it: parties are rows with their group heads, meetings are columns."""

from collections.abc import Sequence
from enum import IntEnum
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sco_reader.attendance import Attendance, Order, Party, Seat
from sco_reader.attendancetext import head_in_words, share_in_words, standing_in_words, title_of
from sco_reader.cards.card import Group
from sco_reader.desktop.theme import Theme
from sco_reader.model import Meeting

Index = QModelIndex | QPersistentModelIndex


class SeatRole(IntEnum):
    SEAT = Qt.ItemDataRole.UserRole
    PARTY = Qt.ItemDataRole.UserRole + 1
    GROUP = Qt.ItemDataRole.UserRole + 2
    MEETING = Qt.ItemDataRole.UserRole + 3


class MatrixModel(QAbstractTableModel):
    """Shows one Attendance; group heads stand among the parties where these are ordered by standing."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._meetings: tuple[Meeting, ...] = ()
        self._lines: list[Party | Group] = []

    def show_attendance(self, found: Attendance, parties: Sequence[Party], order: Order) -> None:
        """Show `parties`, which are those of `found` in `order`."""
        self.beginResetModel()
        self._meetings = found.meetings
        self._lines = list(parties)
        if order == "standing":
            self._lines = []
            for key, mine in groupby(parties, _group_key):
                listed = tuple(mine)
                self._lines.append(self._head(key, found, len(listed)))
                self._lines.extend(listed)
        self.endResetModel()

    def _head(self, key: str, found: Attendance, count: int) -> Group:
        voice = self._theme.voice
        if key == "member":
            title = voice.say("matrix-members-on", day=voice.day(found.on))
        elif key in ("organisation", ""):
            title = voice.say("matrix-organisations" if key else "matrix-without")
        else:
            title = voice.say(f"statuses-{key}")
        return Group(title, (), None if key == "organisation" else key or "guest", str(count))

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        return self._meetings

    def line(self, row: int) -> Party | Group:
        return self._lines[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._meetings)

    def flags(self, index: Index) -> Qt.ItemFlag:
        # A group head is nothing to step on: the arrow keys pass over it.
        if not index.isValid() or isinstance(self._lines[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        voice = self._theme.voice
        if orientation == Qt.Orientation.Horizontal:
            meeting = self._meetings[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return f"{voice.digits(str(meeting.start.year))} {voice.name(meeting.city_name)}"
            if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                return voice.name(meeting.name)
            return meeting if role == SeatRole.MEETING else None
        line = self._lines[section]
        if isinstance(line, Group):
            return line.title if role == Qt.ItemDataRole.DisplayRole else line if role == SeatRole.GROUP else None
        if role == Qt.ItemDataRole.DisplayRole:
            return voice.name(line.name)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            standing = standing_in_words(line.standing, voice)
            return f"{voice.name(line.name)}\n{standing}\n{share_in_words(line, voice)}"
        return line if role == SeatRole.PARTY else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, Group):
            if role == SeatRole.GROUP:
                return line
            return line.title if role == Qt.ItemDataRole.AccessibleTextRole else None
        seat = line.seats[index.column()]
        if role == SeatRole.SEAT:
            return seat
        if role == SeatRole.PARTY:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "; ".join(self._said(line, seat, index.column()))
        return "\n".join(self._said(line, seat, index.column())) if role == Qt.ItemDataRole.ToolTipRole else None

    def _said(self, party: Party, seat: Seat, column: int) -> list[str]:
        """Whose seat, who led, why somebody stood in, the standing that day: for the ear and for the mouse."""
        voice = self._theme.voice
        said = [title_of(voice.name(party.name), self._meetings[column], voice), head_in_words(seat, voice)]
        if seat.sent is not None and seat.sent.why is not None:
            said.append(voice.name(seat.sent.why))
        if party.kind == "country":
            said.append(standing_in_words(seat.standing, voice))
        if seat.sent is not None:
            publishers = dict.fromkeys(each.source.publisher_in(voice.lang) for each in seat.sent.evidence.citations)
            said.append(f"{voice.say('sources-title')}: {voice.say('list-comma').join(publishers)}")
        return said


def _group_key(party: Party) -> str:
    return "organisation" if party.kind == "organisation" else party.standing
