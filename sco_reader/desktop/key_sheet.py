"""The sheet of keys (F1): menu by menu, and what keys do in the part that has the keyboard."""

from itertools import combinations, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sco_reader.desktop.keys import KEYS, MENUS, ON_THE_SPOT, keys_of
from sco_reader.desktop.parts import label, panel, scroll_area
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.desktop.wishes import native
from sco_reader.words import Lang, say

Line = tuple[str, tuple[str, ...]]
"""A word of the catalogue and the keys that it has."""
Group = tuple[str, list[Line]]

_COLUMN, _MOST_COLUMNS, _MARGIN, _HEAD = 390, 3, 24, 2


def groups(lang: Lang) -> list[Group]:
    """The heading of each group in words, and its lines; a wish without keys has no place here."""
    found: list[Group] = []
    for menu in MENUS:
        lines = [(key.word, keys_of(key, rtl=lang == "ar")) for key in KEYS.values() if key.menu == menu]
        found.append((say(f"menu-{menu}", lang), lines))
    found.append((say("keys-on-the-spot", lang), list(ON_THE_SPOT)))
    kept = [(heading, [line for line in lines if line[1]]) for heading, lines in found]
    return [(heading, lines) for heading, lines in kept if lines]


def _shared(found: list[Group], count: int) -> list[list[Group]]:
    """The groups in `count` columns one after another."""

    def longest(columns: list[list[Group]]) -> int:
        return max(sum(len(lines) + _HEAD for _, lines in column) for column in columns)

    places = combinations(range(1, len(found)), count - 1)
    ways = ([found[one:other] for one, other in pairwise((0, *cuts, len(found)))] for cuts in places)
    return min(ways, key=longest)


class KeySheet(QDialog):
    """As many columns as there is room for; it scrolls where it must."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("action-keys", theme.lang))
        title = QLabel()
        title.setFont(theme.font("view-title"))
        show_text(title, say("action-keys", theme.lang), theme.lang)
        wide = window.width() - 2 * _MARGIN
        count = min(max(wide // theme.px(_COLUMN), 1), _MOST_COLUMNS)
        page = self._columns(count)
        self.area = scroll_area(page, say("action-keys", theme.lang))
        close = QPushButton(say("sheet-close", theme.lang))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(self.area, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
        needed = page.sizeHint()
        high = needed.height() + title.sizeHint().height() + close.sizeHint().height() + 56
        self.resize(
            min(max(needed.width() + 4 * _MARGIN, count * theme.px(_COLUMN)), wide),
            min(high, window.height() - _MARGIN),
        )
        self.area.setFocus()

    def _columns(self, count: int) -> QWidget:
        """The groups in order, shared out so that the longest column is as short as can be."""
        page = panel("keyPage")
        row = QHBoxLayout(page)
        row.setContentsMargins(8, 4, 12, 8)
        row.setSpacing(2 * _MARGIN)
        for shared in _shared(groups(self._theme.lang), count):
            column = QVBoxLayout()
            column.setSpacing(14)
            for heading, lines in shared:
                column.addLayout(self._group(heading, lines))
            column.addStretch()
            row.addLayout(column, 1)
        return page

    def _group(self, heading: str, lines: list[Line]) -> QGridLayout:
        theme = self._theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        head = label("label")
        head.setFont(theme.font("heading"))
        show_text(head, heading, theme.lang)
        grid.addWidget(head, 0, 0, 1, 2)
        for number, (word, keys) in enumerate(lines, 1):
            name = label(wrap=True)
            show_text(name, say(word, theme.lang), theme.lang)
            grid.addWidget(name, number, 0)
            grid.addLayout(self._caps(keys, say(word, theme.lang)), number, 1, Qt.AlignmentFlag.AlignTrailing)
        return grid

    def _caps(self, keys: tuple[str, ...], named: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for key in keys:
            cap = label("keycap")
            cap.setFont(self._theme.font("label"))
            show_text(cap, native(key), "en")
            cap.setAccessibleName(f"{named}: {native(key)}")
            cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
        return row
