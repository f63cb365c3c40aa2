"""States and people side by side."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sco_reader.cards.card import Row
from tests.conftest import type_text


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def add(window, qtbot, text):
    field = window.card.tools.beside
    field.clear()
    type_text(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def row(window, label):
    facts = window.card.table.facts
    lines = [line for line in map(facts.line, range(facts.rowCount())) if isinstance(line, Row)]
    return next([cell.text for cell in line.cells[1:]] for line in lines if line.cells[0].text == label)


@pytest.fixture
def two(window, qtbot):
    window.as_of.set_text("hsc-2024")
    window.open_entity("kz")
    press(qtbot, window, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    add(window, qtbot, "الهند")
    return window


def test_the_state_on_show_stands_beside_the_one_that_was_typed(two):
    assert row(two, "") == ["Kazakhstan", "India"]
    assert row(two, "Standing") == ["Member state", "Member state"]
    assert row(two, "Head of state") == ["Kassym-Jomart Tokayev", "Droupadi Murmu"]
    assert row(two, "Council of Heads of State: delegations sent") == ["24 of 24", "20 of 20"]


def test_it_follows_the_as_of_date(two):
    two.as_of.set_text("2016-01-01")

    assert row(two, "Standing") == ["Member state", "Observer"]


def test_four_are_the_most_and_a_name_of_another_kind_is_refused(two, qtbot):
    add(two, qtbot, "Iran")
    add(two, qtbot, "China")
    assert row(two, "") == ["Kazakhstan", "India", "Iran", "China"]
    with qtbot.captureExceptions() as raised:
        add(two, qtbot, "Russia")

    assert [kind.__name__ for kind, *_ in raised] == ["NotComparable"]


def test_people_are_compared_by_office_and_delegations(window, qtbot):
    window.as_of.set_text("hsc-2024")
    window.open_entity("vladimir-putin")
    window.ways.compare()
    add(window, qtbot, "Xi Jinping")

    assert row(window, "Office") == ["Russia: President", "China: President"]
    window.back()
    assert window.card.card.id == "compare:vladimir-putin"
    window.card.tools._clear.click()
    assert window.card.card.compared == ()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_four_columns_keep_inside_a_narrow_card(make_window, qtbot, lang):
    window = make_window(lang, size=(900, 600))
    window.open_entity("kz")
    window.ways.compare()
    for text in ("India", "Iran", "China"):
        add(window, qtbot, text)

    table = window.card.table
    wide = sum(table.columnWidth(column) for column in range(table.facts.columnCount()))
    assert wide <= table.viewport().width()


def test_arabic_joins_what_it_lists_by_and(make_window):
    window = make_window("ar")
    window.open_entity("compare:kz,in")
    card = window.card.card

    assert card.lead[0].text.startswith("كازاخستان والهند،")
    assert "الكازاخية والروسية" in [cell.text for row in card.sections[0].rows for cell in row.cells]
