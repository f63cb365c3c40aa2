"""Whoever listens, or has no mouse: names on everything, Tab in reading order, the focus always seen."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.desktop.keyboard import Keyboard
from tests.desktop.views import CARDS, VIEWS, go

# What only holds others together, or is moved by other keys, has nothing to say; unless it takes the keyboard.
_ROLES = QAccessible.Role
SILENT = {_ROLES.Client, _ROLES.Border, _ROLES.LayeredPane, _ROLES.Splitter, _ROLES.Pane, _ROLES.ScrollBar, _ROLES.Grip,
          _ROLES.Separator, _ROLES.Whitespace, _ROLES.Grouping, _ROLES.Window}  # fmt: skip


def everything(interface):
    """An accessible object and all below it."""
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid():
            yield from everything(child)


def nameless(root):
    """What is on show and has no name, but for what is silent or says that it is there for the eye alone."""
    for each in everything(QAccessible.queryAccessibleInterface(root)):
        widget = each.object()
        if each.state().invisible or (widget is not None and widget.property("decorative")):
            continue
        if isinstance(widget, QLabel) and not widget.text() and widget.pixmap().isNull():
            continue  # it shows nothing
        silent = each.role() in SILENT and not each.state().focusable
        if not silent and not each.text(QAccessible.Text.Name).strip():
            yield each.role().name, type(widget).__name__, widget.objectName() if widget else ""


@pytest.mark.parametrize("view", [*VIEWS, *CARDS])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_everything_has_a_name(make_window, qtbot, lang, view):
    window = make_window(lang)
    window.as_of.set_text("hsc-2024")
    go(window, view, qtbot)

    assert sorted(set(nameless(window))) == []


def takes_tab(widget):
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
    )


def box(widget, window):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def panel(widget, window):
    """The part of the window that a widget belongs to; Tab goes through one after the other."""
    parts = [window.bar, window.rail, window.lookup, window.card, window.sources, window.message]
    return next((part for part in parts if part is widget or part.isAncestorOf(widget)), window.pages)


def out_of_order(one, other, window, *, rtl):
    """True where `other` comes before `one` to a reader's eye."""
    first, second = box(one, window), box(other, window)
    if second.bottom() < first.top():
        return True
    same_line = (
        min(first.bottom(), second.bottom()) - max(first.top(), second.top()) > min(first.height(), second.height()) / 2
    )
    later = second.center().x() < first.center().x() if rtl else second.center().x() > first.center().x()
    return same_line and not later


@pytest.mark.parametrize("view", [*VIEWS, "meeting"])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_tab_goes_through_everything_as_one_reads_and_comes_back(make_window, qtbot, lang, view):
    window = make_window(lang)
    window.as_of.set_text("hsc-2024")
    go(window, view, qtbot)
    keys = Keyboard(window, qtbot)
    keys.press("Ctrl+D")
    met = [window.bar.field]
    for _ in range(400):
        keys.press("Tab")
        if QApplication.focusWidget() is met[0]:
            break
        if QApplication.focusWidget() is not met[-1]:
            met.append(QApplication.focusWidget())
    left_out = {each for each in window.findChildren(QWidget) if takes_tab(each)} - set(met)
    wrong = [
        (type(one).__name__, one.accessibleName(), type(other).__name__, other.accessibleName())
        for one, other in pairwise(met)
        if panel(one, window) is panel(other, window) and out_of_order(one, other, window, rtl=lang == "ar")
    ]

    assert QApplication.focusWidget() is met[0]
    assert [(type(each).__name__, each.accessibleName()) for each in left_out] == []
    assert wrong == []
    panels = [panel(each, window) for each in met]
    assert len({id(each) for each in panels}) == 1 + sum(a is not b for a, b in pairwise(panels))


@pytest.mark.parametrize("view", [*VIEWS, "meeting"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_focus_is_seen(make_window, qtbot, mode, view):
    window = make_window("ar", mode)
    window.as_of.set_text("hsc-2024")
    go(window, view, qtbot)
    unseen = []
    for each in [each for each in window.findChildren(QWidget) if takes_tab(each)]:
        each.setFocus(Qt.FocusReason.TabFocusReason)
        with_focus = window.grab(box(each, window)).toImage()
        each.clearFocus()
        if window.grab(box(each, window)).toImage() == with_focus:
            unseen.append((type(each).__name__, each.objectName(), each.accessibleName()))

    assert unseen == []
