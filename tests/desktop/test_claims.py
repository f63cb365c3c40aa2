"""What the press says, as a desk editor looks it up."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from sco_reader.cards.card import Row
from tests.conftest import type_text


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def rows(window):
    facts = window.card.table.facts
    return [line for line in map(facts.line, range(facts.rowCount())) if isinstance(line, Row)]


@pytest.fixture
def claims(window, qtbot):
    press(qtbot, window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    return window


def test_every_claim_stands_there_with_its_answer_and_sources(claims, db):
    count = db.execute("SELECT count(*) FROM claim").fetchone()[0]

    assert len(rows(claims)) == count
    assert all(
        row.cells[0].text and row.cells[0].sub and row.cells[1].links and row.marks.numbers for row in rows(claims)
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [("nato", "nato-of-the-east"), ("الناتو", "nato-of-the-east"), ("FOUNDED china", "founded-by-china")],
)
def test_words_narrow_the_claims_in_either_language(make_window, qtbot, typed, found):
    window = make_window("ar" if typed == "الناتو" else "en")
    press(qtbot, window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    type_text(window.card.tools.filter, typed)

    assert found in [row.link for row in rows(window)]
    assert len(rows(window)) < 10
    press(qtbot, window, Qt.Key.Key_Escape)
    assert len(rows(window)) >= 40


def test_words_that_no_claim_holds_say_so(claims):
    type_text(claims.card.tools.filter, "zebra")

    assert rows(claims) == []
    assert claims.card._empty.isVisible()


def test_a_verdict_is_chosen_by_its_tab(claims, qtbot):
    press(qtbot, claims, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)

    assert {row.link for row in rows(claims)} >= {"founded-by-china", "iran-member-since-2021"}
    assert "founded-by-six-states" not in {row.link for row in rows(claims)}


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_enter_opens_the_claim_and_the_facts_that_decide_it(claims, qtbot):
    type_text(claims.card.tools.filter, "afghanistan 2005")
    table = claims.card.table
    row = next(n for n in range(table.facts.rowCount()) if isinstance(table.facts.line(n), Row))
    links = table.facts.line(row).cells[1].links
    table.setFocus()
    table.setCurrentIndex(table.facts.index(row, 1))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    menu = table.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == [name for name, _ in links]

    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert claims.card.card.id == links[0][1]
    claims.back()
    assert claims.card.card.id == "claims-of-the-press"
