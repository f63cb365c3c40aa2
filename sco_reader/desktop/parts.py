"""Small widgets by the name under which the style sheet knows them."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QToolButton, QWidget


def label(name: str = "", *, wrap: bool = False) -> QLabel:
    """An empty label; its text is set by `text.show_text`, so that its direction is that of the window."""
    made = QLabel()
    made.setObjectName(name)
    made.setWordWrap(wrap)
    return made


def picture() -> QLabel:
    """A label for a picture that only repeats the words beside it: those who listen pass it over."""
    made = QLabel()
    made.setProperty("decorative", True)
    return made


def tab_through(widgets: Iterable[QWidget]) -> None:
    """Let Tab go through `widgets` in this order, which is the one in which they are read."""
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)


def push_button(name: str = "") -> QPushButton:
    made = QPushButton()
    made.setObjectName(name)
    return made


def tool_button(name: str, *, checkable: bool = False) -> QToolButton:
    made = QToolButton()
    made.setObjectName(name)
    made.setCheckable(checkable)
    return made


def frame(name: str) -> QFrame:
    made = QFrame()
    made.setObjectName(name)
    return made


def panel(name: str) -> QWidget:
    """A plain widget that the style sheet may paint."""
    made = QWidget()
    made.setObjectName(name)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made


def head_panel() -> QWidget:
    """A panel for the tools above a page, which arranges them by the room there is: it asks for no width of its own.

    Else the row of a wide page would keep the window from ever becoming narrow.
    """
    made = panel("sheetBar")
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return made


def width_of_row(widgets: Iterable[QWidget], *, gap: int, sides: int = 16) -> int:
    """How wide a page must be for `widgets` to stand side by side, `gap` apart, with `sides` free at both ends."""
    hints = [widget.sizeHint().width() for widget in widgets]
    return sum(hints) + gap * (len(hints) - 1) + 2 * sides


def scroll_area(page: QWidget, named: str) -> QScrollArea:
    """`page` in an area that the arrow keys scroll; the ring tells that they do."""
    made = QScrollArea()
    made.setObjectName("keyScroll")
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(named)
    made.setWidget(page)
    return made


def hairline(*, upright: bool = False) -> QFrame:
    """A line of one pixel between two parts."""
    made = frame("hairline")
    if upright:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made
