"""Tabs: several places at once, each with its own way back, there again at the next start."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar

from sco_reader.desktop.window import Window
from sco_reader.paths import built
from sco_reader.settings import load_settings
from sco_reader.words import say

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(qtbot, window, key, modifier=CTRL):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def titles(window) -> list[str]:
    row = window.tabs.row
    return [row.tabToolTip(number) for number in range(row.count())]


@pytest.mark.parametrize(("lang", "kz", "summit"), [("en", "Kazakhstan", "Astana summit 2024"), ("ar", "كازاخستان", "قمة أستانا 2024")])  # fmt: skip
def test_a_new_tab_keeps_the_place_of_the_old_one_and_each_has_its_own_way(make_window, qtbot, lang, kz, summit):
    window = make_window(lang)
    window.open_entity("kz")
    assert not window.tabs.row.isVisible()
    press(qtbot, window, Qt.Key.Key_T, CTRL | SHIFT)
    window.open_entity("hsc-2024")
    assert window.tabs.row.isVisible()
    assert titles(window) == [kz, summit]

    press(qtbot, window, Qt.Key.Key_Tab)
    assert window.card.card.id == "kz"
    window.back()
    assert window.card.card.id == "sco"
    press(qtbot, window, Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert window.card.card.id == "hsc-2024"
    window.back()
    assert window.card.card.id == "kz"


def test_ctrl_w_closes_the_tab_and_the_last_one_stays(window, qtbot):
    window.open_entity("kz")
    press(qtbot, window, Qt.Key.Key_T, CTRL | SHIFT)
    window.open_entity("hsc-2024")
    press(qtbot, window, Qt.Key.Key_W)
    assert window.card.card.id == "kz"
    assert not window.tabs.row.isVisible()
    press(qtbot, window, Qt.Key.Key_W)
    assert window.isVisible()
    assert window.card.card.id == "kz"


def test_tabs_are_turned_to_and_closed_by_the_mouse(window, qtbot):
    window.open_entity("kz")
    press(qtbot, window, Qt.Key.Key_T, CTRL | SHIFT)
    window.open_entity("hsc-2024")
    row = window.tabs.row
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.tabRect(0).center())
    assert window.card.card.id == "kz"
    close = row.tabButton(1, QTabBar.ButtonPosition.RightSide)
    assert close.accessibleName() == "Close Astana summit 2024"
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert len(window.history.tabs) == 1
    assert window.card.card.id == "kz"


def test_a_middle_click_closes_a_tab(window, qtbot):
    press(qtbot, window, Qt.Key.Key_T, CTRL | SHIFT)
    press(qtbot, window, Qt.Key.Key_2)
    row = window.tabs.row
    QTest.mouseClick(row, Qt.MouseButton.MiddleButton, pos=row.tabRect(0).center())
    assert [place.view for place in window.history.tabs] == ["timeline"]


def test_a_long_title_is_shortened_and_told_whole(window, qtbot):
    window.open_entity("sco")
    press(qtbot, window, Qt.Key.Key_T, CTRL | SHIFT)
    assert window.tabs.row.tabToolTip(0) == "Shanghai Cooperation Organisation"


def test_titles_follow_the_language(window, qtbot):
    press(qtbot, window, Qt.Key.Key_T, CTRL | SHIFT)
    press(qtbot, window, Qt.Key.Key_2)
    press(qtbot, window, Qt.Key.Key_L, CTRL | SHIFT)
    assert titles(window) == ["منظمة شنغهاي للتعاون", say("timeline-title", "ar")]


def test_tabs_are_there_again_at_the_next_start(window, qtbot, db, tmp_path):
    window.open_entity("kz")
    press(qtbot, window, Qt.Key.Key_T, CTRL | SHIFT)
    window.ways.show_since("2023-07-04")
    press(qtbot, window, Qt.Key.Key_T, CTRL | SHIFT)
    press(qtbot, window, Qt.Key.Key_2)
    press(qtbot, window, Qt.Key.Key_Tab, CTRL | SHIFT)
    kept = window.history.tabs
    window.close()

    settings = load_settings(tmp_path / "home")
    again = Window(db, built("sco.sqlite"), settings, window.theme, today=date(2026, 11, 23), folder=tmp_path / "home")
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: again.is_ready and again.card.card is not None)
    assert [place.view for place in again.history.tabs] == [place.view for place in kept]
    assert again.history.tabs[:2] == kept[:2]
    assert again.history.here.id == "changes:2023-07-04"


@pytest.mark.parametrize(
    "spoilt",
    [
        ["sco-reader:person/nobody-of-this-name", "nonsense front"],
        ["", "http://x.example front"],
        ["sco-reader:country/kz front"],
    ],
)
def test_tabs_that_are_not_understood_are_left_out(window, spoilt):
    window._settings.tabs = spoilt
    window.tabs.restore()
    assert len(window.history.tabs) == 1
