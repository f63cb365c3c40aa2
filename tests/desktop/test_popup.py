"""The clipboard and the small windows: what was copied is answered, and what is beside stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from sco_reader.desktop.popup import Popup
from tests.conftest import type_text

CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _bare_clipboard(qapp):
    QGuiApplication.clipboard().clear()


def copied_elsewhere(text):
    QGuiApplication.clipboard().setText(text)  # without the mark of this program


def popups():
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, Popup) and each.isVisible()]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("توكايف", "kassym-jomart-tokayev"),
        ("\n  Xi Jinping \u200f\nsecond line", "xi-jinping"),
        ("sco-reader:city/astana", "astana"),
    ],
)
def test_the_clipboard_is_looked_up_by_its_first_line(window, qtbot, text, shown):
    copied_elsewhere(text)
    qtbot.keyClick(window, Qt.Key.Key_V, CONTROL_SHIFT)

    assert window.card.card.id == shown


def test_of_a_long_line_two_hundred_letters_are_looked_up(window, qtbot):
    copied_elsewhere("no such name " * 100)
    qtbot.keyClick(window, Qt.Key.Key_V, CONTROL_SHIFT)

    assert 100 < len(window.lookup.field.text()) <= 200
    assert window.card.card.id == "sco"


def test_an_empty_clipboard_is_told(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_V, CONTROL_SHIFT)

    assert window.message.text.startswith("There is no text on the clipboard")


def test_a_bad_link_on_the_clipboard_is_told(window, qtbot):
    copied_elsewhere("sco-reader:???")
    qtbot.keyClick(window, Qt.Key.Key_V, CONTROL_SHIFT)

    assert "is not a link" in window.message.text


def test_nothing_is_watched_unless_the_reader_wishes_it(window, qtbot):
    copied_elsewhere("Xi Jinping")

    assert popups() == []


def settings_sheet(window, qtbot):
    from sco_reader.desktop.settings_sheet import SettingsSheet

    qtbot.keyClick(window, Qt.Key.Key_O, CONTROL_SHIFT)
    return window.findChild(SettingsSheet)


def watch(window, qtbot):
    sheet = settings_sheet(window, qtbot)
    sheet.watch.setFocus()
    qtbot.keyClick(sheet.watch, Qt.Key.Key_Space)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)


def test_when_it_is_watched_then_a_sure_copy_is_answered_and_no_other(window, qtbot):
    watch(window, qtbot)
    for nothing in ("and then they left", "Xi Jinping met the press, and later the delegations", "", "42"):
        copied_elsewhere(nothing)
    assert popups() == []

    copied_elsewhere("شي جين بينغ")
    assert [popup.id for popup in popups()] == ["xi-jinping"]
    copied_elsewhere("Kazakhstan")
    assert [popup.id for popup in popups()] == ["kz"]
    assert window.card.card.id == "sco"


def test_what_the_program_copied_itself_is_never_answered(window, qtbot):
    watch(window, qtbot)
    window.open_entity("xi-jinping")
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL_SHIFT)

    assert QGuiApplication.clipboard().text() == "Xi Jinping"
    assert popups() == []


def beside(window, qtbot, text):
    window.lookup.edit()
    type_text(window.lookup.field, text)
    qtbot.keyClick(window.lookup.field, Qt.Key.Key_Return, CONTROL)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_control_enter_sets_a_result_beside_and_it_says_who_that_is_on_the_day(make_window, qtbot, lang):
    window = make_window(lang)
    window.as_of.set_text("2019-07-04")
    beside(window, qtbot, "توكايف")

    popup = popups()[0]
    assert popup.id == "kassym-jomart-tokayev" and window.card.card.id == "sco"
    assert ("رئيس كازاخستان" if lang == "ar" else "President of Kazakhstan") in popup.text
    assert "2019" in popup.text
    assert popup.layoutDirection() == (
        Qt.LayoutDirection.RightToLeft if lang == "ar" else Qt.LayoutDirection.LeftToRight
    )
    window.as_of.set_text("2018-07-04")
    assert "2018" in popup.text
    window.appearance.language()
    assert ("President" if lang == "ar" else "رئيس") in popup.text or "2018" in popup.text


def test_several_stand_beside_four_at_most_and_each_once(window, qtbot):
    for name in ("Tokayev", "Xi Jinping", "Putin", "Tokayev", "Kazakhstan", "India"):
        beside(window, qtbot, name)

    shown = [popup.id for popup in popups()]
    assert len(shown) == len(set(shown)) == 4
    assert {"kz", "in"} <= set(shown)


def test_enter_opens_it_in_the_large_window(window, qtbot):
    beside(window, qtbot, "Tokayev")
    popup = popups()[0]
    qtbot.keyClick(popup, Qt.Key.Key_Return)

    assert window.card.card.id == "kassym-jomart-tokayev"
    assert popups() == []


def test_control_c_copies_the_name_as_the_house_spells_it(make_window, qtbot):
    window = make_window("ar")
    sheet = settings_sheet(window, qtbot)
    sheet.house.setCurrentIndex(sheet.house.findData("egypt"))
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    beside(window, qtbot, "Xi Jinping")
    qtbot.keyClick(popups()[0], Qt.Key.Key_C, CONTROL)

    assert QGuiApplication.clipboard().text() == "شي جين بينج"


def test_escape_closes_it_and_nothing_else(window, qtbot):
    window.open_entity("kz")
    beside(window, qtbot, "Tokayev")
    qtbot.keyClick(popups()[0], Qt.Key.Key_Escape)

    assert popups() == [] and window.isVisible() and window.card.card.id == "kz"


def test_every_kind_of_entity_has_a_small_window(window, db):
    for row in db.execute("SELECT min(id) AS id FROM entity GROUP BY kind").fetchall():
        window.arrivals.open_beside(row["id"])

        assert any(popup.id == row["id"] and popup.text for popup in popups())


def test_the_small_windows_go_with_the_large_one(window, qtbot):
    beside(window, qtbot, "Tokayev")
    window.close()

    assert popups() == []
