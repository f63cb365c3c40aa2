"""A right click or the Menu key on anything: what can be done with it, under the keyboard too."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from sco_reader.cards.card import Row
from sco_reader.desktop.fact_strip import FactCell
from sco_reader.words import say
from tests.conftest import type_text

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def no_menu_left():
    yield
    while (left := QApplication.activePopupWidget()) is not None:
        left.close()


def lines(menu: QMenu) -> list[str]:
    return [action.text().translate({0x2068: None, 0x2069: None, 0x26: None}).split("\t")[0]
            for action in menu.actions() if not action.isSeparator()]  # fmt: skip


def by_key(qtbot, key=Qt.Key.Key_F10, modifier=SHIFT) -> QMenu:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def by_mouse(widget, at: QPoint) -> QMenu:
    """A right click as the system tells it."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def first_row(table) -> int:
    return next(n for n in range(table.facts.rowCount()) if isinstance(table.facts.line(n), Row))


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_F10, SHIFT), (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier)])  # fmt: skip
def test_a_fact_offers_its_entity_its_sources_and_to_be_copied(make_window, qtbot, lang, key, modifier):
    window = make_window(lang)
    window.open_entity("hsc-2024")
    table = window.card.table
    table.setFocus()
    row = table.facts.line(first_row(table))
    said = lines(by_key(qtbot, key, modifier))

    assert say("offer-open", lang, name=row.cells[1].text) == said[0]  # the head of the delegation, not its state
    assert window.theme.voice.say("offer-source", number=row.marks.numbers[0]) in said
    assert say("action-copy-fact", lang) in said


def test_enter_in_the_menu_opens_what_the_row_is_about(window, qtbot):
    window.open_entity("hsc-2024")
    window.card.table.setFocus()
    link = window.card.table.facts.line(first_row(window.card.table)).link
    menu = by_key(qtbot)
    qtbot.keyClick(menu, Qt.Key.Key_Return)

    assert window.card.card.id == link


def test_a_fact_is_copied_from_its_menu_as_by_its_key(window, qtbot):
    window.open_entity("hsc-2024")
    window.card.table.setFocus()
    window.copying.copy_fact()
    expected = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    menu = by_key(qtbot)
    next(action for action in menu.actions() if action is window.wishes.actions["copy_fact"]).trigger()

    assert QGuiApplication.clipboard().text() == expected != ""


def test_a_right_click_asks_about_the_row_under_the_pointer(window, qtbot):
    window.open_entity("hsc-2024")
    table = window.card.table
    window.card.verticalScrollBar().setValue(table.y())
    index = table.facts.index(first_row(table) + 2, 0)
    said = lines(by_mouse(table.viewport(), table.visualRect(index).center()))

    assert table.currentIndex() == index
    assert said[0] == f"Open {table.facts.line(index.row()).cells[1].text}"


def test_it_names_what_it_opens_where_the_row_begins_with_a_date(make_window, qtbot):
    window = make_window("ar")
    window.open_entity("kz")
    window.card.step_section(2)
    window.card.table.setFocus()

    assert lines(by_key(qtbot))[0] == "فتح قمة خماسية شنغهاي، شنغهاي 1996"


def test_a_fact_of_the_strip_offers_its_source(window, qtbot):
    window.open_entity("hsc-2024")

    def shown() -> list[FactCell]:
        return [cell for cell in window.card.facts.findChildren(FactCell) if cell.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == len(window.card.card.facts))
    shown()[0].setFocus()
    menu = by_key(qtbot)
    number = window.card.card.facts[0].marks.numbers[0]
    next(action for action in menu.actions() if action.text() == f"Show source {number}").trigger()

    assert window.sources.list.hasFocus()


def test_a_result_of_the_look_up_offers_to_turn_the_window_to_its_day(window, qtbot):
    type_text(window.lookup.field, "astana 2024")
    menu = by_key(qtbot)
    assert lines(menu)[0] == "Open Astana summit 2024"
    next(action for action in menu.actions() if action.text() == "As of its day").trigger()

    assert window.as_of.day == date(2024, 7, 4)


def test_a_state_offers_to_be_compared_with_the_one_on_show(window, qtbot):
    window.open_entity("kz")
    window.lookup.edit()
    type_text(window.lookup.field, "uzbekistan")
    menu = by_key(qtbot)
    next(action for action in menu.actions() if "Compare" in action.text()).trigger()

    assert window.card.card.compared == ("kz", "uz")


def test_a_source_offers_its_page_and_its_citation(window, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    window.open_entity("kz")
    window.show_source(1)
    menu = by_key(qtbot)
    said = lines(menu)
    assert said == [say("source-open", "en"), "Copy", "Copy the address"]
    assert asked == []
    next(action for action in menu.actions() if action.text() == "Copy the address").trigger()
    assert QGuiApplication.clipboard().text() == window.card.card.sources[0].source.address
    next(action for action in menu.actions() if action.text() == say("source-open", "en")).trigger()

    assert asked == [window.card.card.sources[0].source.address]


def test_an_item_of_the_timeline_offers_its_card(window, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    canvas = window.pages.timeline.view.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    menu = by_key(qtbot)
    menu.actions()[0].trigger()

    assert window.card.card.id == canvas.focused.item.id


def test_a_cell_of_who_came_offers_its_meeting_and_its_party(window, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    table = window.pages.matrix.table
    qtbot.waitUntil(lambda: table.seat is not None)
    table.setFocus()
    seat = table.seat
    menu = by_key(qtbot)
    menu.actions()[0].trigger()
    assert window.card.card.id == seat.meeting


def test_a_right_click_on_nothing_opens_nothing(window):
    window.open_entity("kz")
    point = QPoint(5, window.card.viewport().height() - 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, window.status.mapToGlobal(QPoint(2, 2)))
    QApplication.sendEvent(window.status, event)

    assert QApplication.activePopupWidget() is None
