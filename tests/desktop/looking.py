"""What an eye would find on the window: text that is cut, ellipses, ids that nobody put into words."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html import unescape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QToolButton, QWidget

from sco_reader.arabic.bidi import LRI, PDI, RLI

_ISOLATES = str.maketrans("", "", f"{LRI}{RLI}{PDI}\u2068\u00a0")
_TAG = re.compile(r"<[^>]+>")
_ID = re.compile(r"[a-z0-9_]+(?:-[a-z0-9_]+)+")
_FIELD = re.compile(r"\{\w*\}|%\(\w+\)s|(?:^|[(,·:]\s?)None(?=$|[),·:])|\bNaN\b")
_NOT_SHOWN = {
    "fact",
    "other_facts",
    "fact_ids",
    "id",
    "kind",
    "lang",
    "link",
    "flag",
    "status",
    "key",
    "links",
    "tone",
    "compared",
    "members",
    "address",
    "language",
}
_SLACK = 1
_WORDED = QLabel | QAbstractButton | QLineEdit


def plain(text: str) -> str:
    """Text without the marks that are not seen."""
    return unescape(_TAG.sub(" ", text)).translate(_ISOLATES).replace("&", "").strip()


def widgets(root: QWidget) -> Iterator[QWidget]:
    """The labels, buttons and fields on show below `root`, and whatever else has a name for those who listen."""
    for each in root.findChildren(QWidget):
        if each.isVisible() and (isinstance(each, _WORDED) or each.accessibleName()):
            yield each


def cut(root: QWidget) -> list[str]:
    """The labels, buttons and fields whose text has less room than it needs, each with what it lacks."""
    found = []
    for each in widgets(root):
        if lacks := _lacks(each):
            found.append(f"{type(each).__name__} {each.objectName()} “{_text(each)}”: {lacks}")
    return found


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return plain(widget.text()) if isinstance(widget, QLabel | QAbstractButton) else ""


def _lacks(widget: QWidget) -> str:
    text = _text(widget)
    if not text or (isinstance(widget, QToolButton) and _icon_alone(widget)):
        return ""
    wide, high = widget.width(), widget.height()
    if isinstance(widget, QLineEdit):
        needs = widget.fontMetrics().horizontalAdvance(text)
        room = widget.contentsRect().width() - 2 * 4
        return f"{needs} wide in {room}" if needs > room else ""
    if isinstance(widget, QLabel) and widget.wordWrap():
        needs_wide, needs_high = widget.minimumSizeHint().width(), widget.heightForWidth(wide)
    else:
        needs_wide, needs_high = widget.sizeHint().width(), widget.sizeHint().height()
        if isinstance(widget, QAbstractButton):
            needs_high = min(needs_high, widget.fontMetrics().height())
    if needs_wide > wide + _SLACK:
        return f"{needs_wide} wide in {wide}"
    if needs_high > high + _SLACK:
        return f"{needs_high} high in {high}"
    shown = widget.visibleRegion().boundingRect().width()
    return f"{wide} wide, {shown} on show" if 0 < shown < wide - _SLACK else ""


def _icon_alone(button: QToolButton) -> bool:
    return button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly and not button.icon().isNull()


def texts_of(value: Any, name: str = "") -> Iterator[str]:
    """Every text that a value of the cards shows, down to the last cell."""
    if name in _NOT_SHOWN or value is None:
        return
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name), field.name)
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each, name)


def texts_on(root: QWidget) -> Iterator[str]:
    """Every text that stands on widgets, or is said of them to those who listen or point."""
    for each in widgets(root):
        yield from filter(
            None, (_text(each), each.accessibleName(), each.accessibleDescription(), plain(each.toolTip()))
        )


def texts_in(model: Any, *roles: int) -> Iterator[str]:
    """Every text of a model that a view shows."""
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row in range(model.rowCount()):
        for column in range(columns):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, *roles):
                text = model.index(row, column).data(role)
                if isinstance(text, str):
                    yield text


def unresolved(text: str, ids: frozenset[str]) -> bool:
    """True where an id, a key of the catalogue, a field or a None stands in a text that a person reads."""
    said = plain(text)
    return bool(_FIELD.search(said)) or said in ids or any(part in ids for part in _ID.findall(said))
