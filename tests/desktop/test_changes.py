"""What changed since: from the as-of bar to the card of the new holder."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sco_reader.cards.card import Row
from tests.conftest import type_text


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def links(window):
    facts = window.card.table.facts
    return {line.link for line in map(facts.line, range(facts.rowCount())) if isinstance(line, Row)}


@pytest.fixture
def shown(window, qtbot):
    window.as_of.set_text("hsc-2024")
    press(qtbot, window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    return window


def test_it_opens_with_what_changed_since_the_summit_before(shown):
    assert shown.card.card.since.isoformat() == "2023-07-04"
    assert {"by", "mohammad-mokhber", "astana-declaration-2024", "hsc-2024"} <= links(shown)


def test_another_day_is_typed_as_an_editor_does_and_remembered_by_back(shown, qtbot):
    field = shown.card.tools.since
    field.setFocus()
    field.selectAll()
    type_text(field, "Samarkand 2022")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert shown.card.card.since.isoformat() == "2022-09-16"
    assert "astana" in links(shown)

    shown.back()
    assert shown.card.card.since.isoformat() == "2023-07-04"


def test_it_follows_the_as_of_date(shown):
    shown.as_of.set_text("hsc-2023")

    assert shown.card.card.since.isoformat() == "2022-09-16"
    assert "ir" in links(shown) and "by" not in links(shown)


def test_a_line_opens_what_it_is_about(shown, qtbot):
    table = shown.card.table
    assert table.hasFocus()
    press(qtbot, shown, Qt.Key.Key_Return)

    assert shown.card.card.id == "by"


def test_a_kind_is_chosen_by_its_tab_and_words_narrow_it(shown, qtbot):
    for _ in range(2):
        press(qtbot, shown, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert "by" not in links(shown)
    type_text(shown.card.tools.filter, "iran")

    assert links(shown) == {"mohammad-mokhber"}


def test_the_button_of_the_bar_asks_for_it(window):
    window.as_of.set_text("hsc-2024")
    window.bar._changes.click()

    assert window.card.card.id == "changes"


def test_a_year_before_a_leap_day_is_the_day_before_it(shown):
    shown.as_of.set_text("2024-02-29")
    shown.card.tools._year.click()

    assert shown.card.card.since.isoformat() == "2023-02-28"


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("view", ["changes", "claims", "about_data"])
def test_in_a_narrow_window_nothing_runs_out_of_the_card(make_window, qtbot, lang, view):
    window = make_window(lang, size=(900, 600))
    getattr(window.ways, view)()

    qtbot.waitUntil(lambda: window.card.widget().width() <= window.card.viewport().width())
