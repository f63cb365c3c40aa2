"""The command palette: a word in either language finds the wish, Enter grants it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from sco_reader.desktop.keys import KEYS
from sco_reader.desktop.wish_finder import WishFinder
from sco_reader.words import say
from tests.conftest import type_text

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def opened(window, qtbot) -> WishFinder:
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_P, CTRL_SHIFT)
    finder = QApplication.activePopupWidget()
    assert isinstance(finder, WishFinder)
    return finder


def names(finder) -> list[str]:
    return [finder.model.index(row).data(Qt.ItemDataRole.UserRole) for row in range(finder.model.rowCount())]


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("typed", ["timeline", "خط الزمن", "time", "زمن"])
def test_a_word_in_either_language_finds_a_wish_and_enter_grants_it(make_window, qtbot, lang, typed):
    window = make_window(lang)
    finder = opened(window, qtbot)
    type_text(finder.field, typed)
    assert names(finder)[0] == "timeline"
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)

    assert window.history.here.view == "timeline"
    assert QApplication.activePopupWidget() is None


def test_every_wish_is_listed_with_its_key(window, qtbot):
    finder = opened(window, qtbot)
    assert sorted(names(finder)) == sorted(KEYS)
    spoken = [finder.model.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(finder.model.rowCount())]
    assert "Sources, Ctrl+U" in spoken
    finder.close()


def test_up_and_down_choose_and_escape_closes_without_doing_anything(window, qtbot):
    before = window.history.here
    finder = opened(window, qtbot)
    first = finder.list.currentIndex().row()
    qtbot.keyClick(finder.field, Qt.Key.Key_Down)
    qtbot.keyClick(finder.field, Qt.Key.Key_Down)
    qtbot.keyClick(finder.field, Qt.Key.Key_Up)
    rows = [n for n in range(finder.model.rowCount()) if finder.model.index(n).flags() & Qt.ItemFlag.ItemIsEnabled]
    assert (first, finder.list.currentIndex().row()) == (rows[0], rows[1])  # what does not apply is passed over
    qtbot.keyClick(finder.field, Qt.Key.Key_Escape)

    assert QApplication.activePopupWidget() is None
    assert window.history.here == before


def test_what_was_used_lately_comes_first(window, qtbot):
    finder = opened(window, qtbot)
    type_text(finder.field, "who came")
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert window.history.here.view == "matrix"

    finder = opened(window, qtbot)
    assert names(finder)[0] == "matrix"
    finder.close()


def test_what_does_not_apply_is_listed_and_does_nothing(window, qtbot):
    finder = opened(window, qtbot)
    type_text(finder.field, "forward")
    assert names(finder)[0] == "forward"
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert finder.isVisible()
    finder.close()


def test_words_that_name_nothing_are_told_so(window, qtbot):
    finder = opened(window, qtbot)
    type_text(finder.field, "zzz")
    assert names(finder) == []
    assert finder._none.isVisible()
    finder.close()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_words_of_the_other_language_leave_the_key_of_a_wish_readable(make_window, qtbot, lang):
    window = make_window(lang)
    finder = opened(window, qtbot)
    body, small = (QFontMetrics(window.theme.font(role)) for role in ("body", "label"))
    room = finder.list.viewport().width() - 2 * window.theme.px(14)
    crowded = []
    for key in KEYS.values():
        other = say(key.word, "en" if lang == "ar" else "ar")
        words = body.horizontalAdvance(say(key.word, lang)) + window.theme.px(12) + small.horizontalAdvance(other)
        if words + window.theme.px(12) + small.horizontalAdvance((*key.keys, "")[0]) > room:
            crowded.append(key.word)

    assert crowded == []
