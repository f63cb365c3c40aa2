"""The settings of Arabic wording, by the keys that a reader has; the window follows while one chooses."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from sco_reader.desktop.fact_strip import FactCell
from sco_reader.desktop.settings_sheet import SettingsSheet
from sco_reader.desktop.text import show_text
from sco_reader.settings import Settings, load_settings, save_settings
from tests.conftest import type_text

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def arabic(make_window):
    return make_window("ar")


def opened(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_O, CONTROL_SHIFT)
    sheet = window.findChild(SettingsSheet)
    assert sheet is not None and sheet.isVisible()
    sheet.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is sheet)
    return sheet


def closed(window, sheet, qtbot):
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def choose(qtbot, box, times=1):
    box.setFocus()
    for _ in range(times):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_choosing_a_house_turns_the_card_the_list_and_the_bar_at_once(arabic, qtbot):
    arabic.open_entity("xi-jinping")
    sheet = opened(arabic, qtbot)
    choose(qtbot, sheet.house)

    assert arabic.card.card.title == "شي جين بينج"
    assert arabic.lookup.model.index(0).data() == "شي جين بينج"
    assert arabic.windowTitle().startswith("شي جين بينج")


def test_months_digits_and_hijri_days_follow_too(arabic, qtbot):
    arabic.as_of.set_text("2024-07-04")
    sheet = opened(arabic, qtbot)
    choose(qtbot, sheet.months, 2)
    choose(qtbot, sheet.digits)

    assert arabic.bar.field.text() == "الخميس ٤ تموز ٢٠٢٤"
    assert "٢٨ ذي الحجة ١٤٤٥" in arabic.bar._box.below.text()
    sheet.hijri.setFocus()
    qtbot.keyClick(sheet.hijri, Qt.Key.Key_Space)
    assert arabic.bar._box.below.text() == ""


def test_tab_goes_through_the_choices_and_escape_closes(arabic, qtbot):
    sheet = opened(arabic, qtbot)
    sheet.house.setFocus()
    met = []
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)

    assert met[:5] == [sheet.months, sheet.digits, sheet.hijri, sheet.manner, sheet.watch]
    assert met[5].text() == "إغلاق"
    assert not sheet.isVisible()


def test_every_choice_has_a_name_for_those_who_listen(arabic, qtbot):
    sheet = opened(arabic, qtbot)

    assert [box.accessibleName() for box in (sheet.house, sheet.months, sheet.digits)] == [
        "رسم الأسماء", "أسماء الشهور", "الأرقام",
    ]  # fmt: skip


def test_copying_gives_the_name_of_the_house(make_window, qtbot):
    window = make_window("en")
    sheet = opened(window, qtbot)
    choose(qtbot, sheet.house)
    closed(window, sheet, qtbot)
    window.open_entity("xi-jinping")
    names = next(cell for cell in window.card.findChildren(FactCell) if cell.value == "شي جين بينج")
    qtbot.waitUntil(names.isVisible)
    names.setFocus()
    qtbot.keyClick(names, Qt.Key.Key_C, CONTROL_SHIFT)

    assert QGuiApplication.clipboard().text() == "شي جين بينج"


def test_one_key_copies_the_name_on_the_card_as_the_house_spells_it(arabic, qtbot):
    sheet = opened(arabic, qtbot)
    choose(qtbot, sheet.house)
    closed(arabic, sheet, qtbot)
    arabic.open_entity("xi-jinping")
    qtbot.keyClick(arabic, Qt.Key.Key_N, CONTROL_SHIFT)

    assert QGuiApplication.clipboard().text() == "شي جين بينج"


def test_the_timeline_and_the_sheet_follow_the_house(arabic, qtbot):
    sheet = opened(arabic, qtbot)
    choose(qtbot, sheet.house, 2)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    arabic.ways.timeline()
    canvas = arabic.pages.timeline.view.canvas
    mark = next(mark for lane in canvas._lanes for mark in lane.marks if mark.item.id == "kg")
    assert canvas.sentence(mark).startswith("قرغيزستان")

    arabic.open_entity("kg")
    arabic.printing.sheet()
    page = arabic.pages.sheet
    qtbot.waitUntil(lambda: bool(page.pdf), timeout=20000)
    assert page._heading.text().startswith("قرغيزستان") or "قرغيزستان" in page._heading.text()


def test_the_rail_opens_the_settings_by_the_mouse(arabic, qtbot):
    button = next(
        b
        for b in arabic.rail.findChildren(type(arabic.rail._button("x", checkable=False)))
        if b.property("view") == "settings"
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert arabic.findChild(SettingsSheet) is not None


def test_what_was_chosen_is_there_the_next_time(tmp_path):
    save_settings(Settings(house="levant", months="morocco", digits="arabic", hijri=False), tmp_path)

    style = load_settings(tmp_path).style
    assert (style.house, style.months, style.digits, style.hijri) == ("levant", "morocco", "arabic", False)


def test_what_is_not_understood_takes_its_first_value(tmp_path):
    (tmp_path / "settings.json").write_text('{"house": "narnia", "months": 7, "digits": "roman", "hijri": "no"}')

    assert load_settings(tmp_path).style == Settings().style


@pytest.mark.parametrize("typed", ["٤ تموز ٢٠٢٤", "٢٠٢٤-٠٧-٠٤", "4 يوليو 2024"])
def test_a_day_may_be_typed_in_the_digits_and_months_that_are_shown(arabic, qtbot, typed):
    qtbot.keyClick(arabic, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    type_text(arabic.bar.field, typed)
    qtbot.keyClick(arabic.bar.field, Qt.Key.Key_Return)

    assert arabic.as_of.day == date(2024, 7, 4)


def test_the_dots_under_a_last_letter_that_hangs_low_have_room(make_window):
    theme = make_window("ar").theme
    high = []
    for name in ("شين جين", "شي جين"):
        label = QLabel()
        label.setFont(theme.font("body"))
        show_text(label, name, "ar")
        high.append(label.sizeHint().height())

    assert high[1] > high[0]
