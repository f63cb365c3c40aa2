"""The rail of views at the reading edge, and the line at the foot."""

from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from sco_reader.desktop.parts import hairline, label, tool_button
from sco_reader.desktop.pictures import icon
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.words import say

if TYPE_CHECKING:
    from sco_reader.cards.card import Card

_VIEWS = (("search", "search", "view-lookup"), ("organisation", "landmark", "view-organisation"),
          ("timeline", "chart-gantt", "view-timeline"), ("about_data", "library", "view-about"),
          ("matrix", "grid-3x3", "view-matrix"), ("claims", "circle-help", "view-claims"),
          ("changes", "history", "view-changes"), ("compare", "split", "view-compare"),
          ("notes", "sticky-note", "view-notes"), ("map", "map", "view-map"),
          ("tables", "table", "view-tables"))  # fmt: skip
_BELOW = {"settings": ("settings", "view-settings"), "keys": ("keyboard", "keys")}
_WIDE, _NARROW, _BARE_HIGH, _ICON = 72, 40, 34, 20
_BESIDE_TEXT = 4 + 4 + 4
"""Above the icon, between it and its word, and below the word."""
_STATUS_SIDE, _STATUS_GAP = 12, 18


class Rail(QWidget):
    """One button a view."""

    view_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._narrow = self._low = False
        self.setMinimumHeight(1)  # in a low window it shows icons alone, and stops nobody from making it lower
        self._buttons = QButtonGroup(self)
        self._buttons.setExclusive(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 8)
        column.setSpacing(1)
        for number, (name, _, _) in enumerate(_VIEWS):
            button = self._button(name, checkable=True)
            self._buttons.addButton(button, number)
            column.addWidget(button)
        column.addStretch()
        for name in _BELOW:
            column.addWidget(self._button(name, checkable=False))

    def _button(self, name: str, *, checkable: bool) -> QToolButton:
        button = tool_button("railButton", checkable=checkable)
        button.setProperty("view", name)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.clicked.connect(self._ask)
        return button

    def _ask(self) -> None:
        self.view_requested.emit(str(self.sender().property("view")))

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone where the window is narrow; their names stay as tooltips."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        buttons = self.findChildren(QToolButton)
        low = event.size().height() < len(buttons) * (self._labelled_height() + 1) + self._theme.px(16)
        if low != self._low:
            self._low = low
            self.retranslate()

    def _labelled_height(self) -> int:
        """The height at which the word below an icon is whole, tails and dots too."""
        return self._theme.px(_ICON + _BESIDE_TEXT) + QFontMetrics(self._theme.font("label")).height()

    def mark(self, name: str) -> None:
        """Show `name` as the view in force; a view that has no button leaves all of them plain."""
        self._buttons.setExclusive(False)
        for button in self._buttons.buttons():
            button.setChecked(button.property("view") == name)
        self._buttons.setExclusive(True)
        self._paint_icons()

    def retranslate(self) -> None:
        words = {name: word for name, _, word in _VIEWS} | {name: word for name, (_, word) in _BELOW.items()}
        bare = self._narrow or self._low
        wide = self._theme.px(_NARROW if bare else _WIDE)
        high = self._theme.px(_BARE_HIGH) if bare else self._labelled_height()
        for button in self.findChildren(QToolButton):
            text = say(words[button.property("view")], self._theme.lang)
            button.setText(text)
            button.setFont(self._theme.font("label"))
            button.setToolTip(text)
            button.setAccessibleName(text)
            style = Qt.ToolButtonStyle
            button.setToolButtonStyle(style.ToolButtonIconOnly if bare else style.ToolButtonTextUnderIcon)
            button.setFixedSize(wide, high)
        self._paint_icons()

    def _paint_icons(self) -> None:
        names = {name: picture for name, picture, _ in _VIEWS}
        names |= {name: picture for name, (picture, _) in _BELOW.items()}
        size = self._theme.px(_ICON)
        for button in self.findChildren(QToolButton):
            colour = self._theme.colour("accent" if button.isChecked() else "ink2")
            button.setIcon(icon(names[button.property("view")], colour, size=size))
            button.setIconSize(QSize(size, size))

    def beside(self, bar: QWidget, reading: QLayout, status: QWidget) -> QWidget:
        """The whole window: the bar on top, the rail beside the reading part, the status line at the foot."""
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self)
        row.addWidget(hairline(upright=True))
        row.addLayout(reading, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(row, 1)
        column.addWidget(status)
        return whole


class StatusLine(QWidget):
    """How far the facts were checked, the edition, and how much stands on the card or in the view.

    Where it is too narrow, what comes last is left out first.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._data = ("", "")
        self._labels = [label("label") for _ in range(4)]
        # It tells by the room there is, and keeps no window from becoming narrow.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(_STATUS_SIDE, 3, _STATUS_SIDE, 3)
        row.setSpacing(_STATUS_GAP)
        for each in self._labels:
            row.addWidget(each)
        row.addStretch()

    def show_card(self, card: "Card", *, edition: str, view: str | None = None) -> None:
        """Say how far the data go, and how many facts stand on `card`; or what a `view` in its place counts.

        A card that is about no entity has lines, which are not all facts.
        """
        from sco_reader.cards.ids import NO_ENTITY
        from sco_reader.cards.today import differences

        voice = self._theme.voice
        counts = [] if view is None else [view]
        if view is None:
            lines = (section.rows[section.even :] for section in card.sections)  # set side by side: names at the head
            facts = len(card.facts) + len({row for rows in lines for row in rows})
            otherwise = differences(card)
            counted = "rows" if card.id.partition(":")[0] in NO_ENTITY else "facts"
            counts.append(voice.say(f"status-{counted}", n=facts))
            if otherwise:
                counts.append(voice.say("status-otherwise", n=otherwise))
        self._data = (
            voice.say("status-verified", day=voice.day(card.horizon)),
            voice.say("status-edition", edition=edition),
        )
        self._show(*counts)

    def show_counts(self, view: str) -> None:
        """Say what the view on show counts now."""
        self._show(view)

    def _show(self, *counts: str) -> None:
        texts = (*self._data, *counts)
        for each, text in zip_longest(self._labels, texts, fillvalue=""):
            assert isinstance(each, QLabel)
            each.setFont(self._theme.font("label"))
            show_text(each, text, self._theme.lang)
        self._fit(self.width())

    def _fit(self, wide: int) -> None:
        taken = 2 * _STATUS_SIDE - _STATUS_GAP
        for each in self._labels:
            taken += each.sizeHint().width() + _STATUS_GAP
            each.setVisible(bool(each.text()) and taken <= wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())
