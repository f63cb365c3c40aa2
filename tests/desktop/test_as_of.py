"""The as-of bar: what may be typed, the steps from change to change, and what is otherwise today."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from sco_reader.cards.card import Row
from sco_reader.desktop.fact_model import FactRole
from sco_reader.errors import NotADate
from sco_reader.typedday import read_day
from tests.conftest import type_text
from tests.desktop.keyboard import Keyboard
from tests.desktop.looking import cut

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4 يوليو 2024", date(2024, 7, 4)), ("٤ تموز ٢٠٢٤", date(2024, 7, 4)), ("قمة أستانا", date(2024, 7, 4)),
        ("astana summit", date(2024, 7, 4)), ("2019", date(2019, 12, 31)), ("yesterday", date(2026, 11, 22)),
        ("أمس", date(2026, 11, 22)), ("4/7/2024", date(2024, 7, 4)), ("04.07.2024", date(2024, 7, 4)),
        ("القمة الرابعة والعشرون", date(2024, 7, 4)), ("summit 2019", date(2019, 6, 14)),
        ("اجتماع وزراء خارجية شنغهاي في غوا", date(2023, 5, 5)),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(db, typed, meant):
    assert read_day(db, typed, TODAY) == meant


def test_of_several_meetings_in_a_city_the_nearest_to_the_day_on_show_is_meant(db):
    assert read_day(db, "قمة أستانا", TODAY, near=date(2012, 1, 1)) == date(2011, 6, 15)


@pytest.mark.parametrize("typed", ["31/2/2024", "31 February 2024", "Kazakhstan", "Tokayev", "قمة قازان", "؟"])
def test_what_names_no_day_is_told_in_the_words_that_were_typed(db, typed):
    with pytest.raises(NotADate) as told:
        read_day(db, typed, TODAY)
    assert told.value.fields["text"] == typed


@pytest.mark.parametrize(("lang", "typed"), [("en", "Astana summit"), ("ar", "قمة أستانا")])
def test_a_summit_typed_into_the_date_field_turns_the_window(make_window, lang, typed):
    window = make_window(lang)
    window.bar.edit()
    type_text(window.bar.field, typed)
    QTest.keyClick(window.bar.field, Qt.Key.Key_Return)

    assert window.as_of.day == date(2024, 7, 4)
    assert window.card.card.on == date(2024, 7, 4)


def test_the_keys_step_from_one_change_of_the_state_on_show_to_the_next(window):
    window.open_entity("by")
    window.as_of.set_day(date(2024, 7, 3))
    QTest.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert window.as_of.day == date(2024, 7, 4)  # it became a member
    QTest.keyClick(window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert window.as_of.day == date(2022, 12, 13)  # another foreign minister, two changes earlier


def test_after_the_last_change_comes_today_and_before_the_first_the_first_day(window):
    window.open_entity("by")
    for _ in range(200):
        QTest.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert window.as_of.is_today
    for _ in range(200):
        QTest.keyClick(window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert window.as_of.day == date(1996, 4, 26)


def test_a_change_of_a_leader_of_a_member_is_a_step_of_the_organisation(window):
    window.as_of.set_day(date(2019, 3, 19))
    QTest.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)

    assert window.as_of.day == date(2019, 3, 20)  # Tokayev took office


def now_of(window) -> dict[str, str]:
    """What the cells of the card say of today, by their heading."""
    said = {}
    for cell in window.card.facts.cells:
        texts = [each.accessibleName() for each in cell.findChildren(QLabel) if each.isVisible()]
        found = next(
            (each for each in cell.findChildren(QLabel) if each.objectName() == "asof" and each.isVisible()), None
        )
        if found is not None:
            said[texts[0]] = found.accessibleName()
    return said


@pytest.mark.parametrize(
    ("lang", "heading", "said"),
    [("en", "Standing", "Today: \u2068Member state\u2069"), ("ar", "الصفة", "اليوم: \u2068دولة عضو\u2069")],
)
def test_a_fact_that_is_otherwise_today_says_what_it_is_today(make_window, lang, heading, said):
    window = make_window(lang)
    window.open_entity("by")
    assert now_of(window) == {}  # on the day itself nothing differs
    window.as_of.set_day(date(2023, 7, 4))

    assert now_of(window)[heading] == said
    window.as_of.go_to_today()
    assert now_of(window) == {}


def past(window) -> dict[str, bool]:
    table = window.card.table
    rows = [table.facts.index(row, 0).data(FactRole.ROW) for row in range(table.facts.rowCount())]
    return {row.link: row.past for row in rows if isinstance(row, Row)}


def test_states_whose_standing_is_otherwise_today_are_marked_and_it_is_spoken(window):
    window.as_of.set_day(date(2023, 7, 5))

    marked = past(window)
    assert (marked["by"], marked["cn"], marked["ir"]) == (True, False, False)
    table = window.card.table
    row = next(row for row in range(table.facts.rowCount())
               if isinstance(line := table.facts.line(row), Row) and line.link == "by")  # fmt: skip
    assert "no longer so today" in table.facts.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "no longer so today" in table.facts.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_who_leads_on_in_a_second_term_is_not_marked(window):
    window.as_of.set_day(date(2020, 6, 1))
    window.card.step_section(1)

    marked = past(window)
    assert (marked["vladimir-putin"], marked["imran-khan"]) == (False, True)


def test_a_marked_row_has_a_stroke_of_the_colour_of_time_at_the_edge_where_reading_begins(make_window, qtbot):
    for lang in ("en", "ar"):
        window = make_window(lang)
        window.as_of.set_day(date(2023, 7, 5))
        table = window.card.table
        row = next(row for row in range(table.facts.rowCount())
                   if isinstance(line := table.facts.line(row), Row) and line.link == "by")  # fmt: skip
        QApplication.processEvents()
        box = table.visualRect(table.facts.index(row, 0))
        picture = table.viewport().grab(box).toImage()
        x = picture.width() - 2 if lang == "ar" else 1
        assert picture.pixelColor(x, picture.height() // 2).name() == window.theme.colour("asof").name()


def test_the_foot_says_how_much_is_otherwise_today(window):
    def foot() -> str:
        return " ".join(each.accessibleName() for each in window.status.findChildren(QLabel))

    assert "otherwise" not in foot()
    window.as_of.set_day(date(2023, 7, 5))
    assert "otherwise today" in foot()


@pytest.mark.parametrize("size", [(1280, 800), (900, 600), (640, 600)])
@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("day", ["2020-09-30", "2024-07-04", "2026-11-23"])
def test_the_day_and_what_stands_below_it_are_whole_in_one_box(make_window, lang, size, day):
    window = make_window(lang, size=size)
    window.as_of.set_text(day)
    QApplication.processEvents()
    box = window.bar._box

    assert cut(box) == []
    assert box.isAncestorOf(window.bar.field) and box.isAncestorOf(box.below)


def test_the_ring_is_about_the_box_and_a_click_beside_the_day_goes_to_it(window, qtbot):
    box = window.bar._box
    window.lookup.field.setFocus()
    plain = box.grab().toImage()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(6, box.height() // 2))

    assert window.bar.field.hasFocus()
    assert box.grab().toImage().pixelColor(box.width() // 2, 1) != plain.pixelColor(box.width() // 2, 1)


def test_what_names_no_day_is_answered_in_words_that_a_reader_of_the_window_knows(make_window, qtbot):
    window = make_window("ar")
    keyboard = Keyboard(window, qtbot)
    keyboard.as_of("ززز")

    assert "أستانا 2024" in window.message.text and "hsc" not in window.message.text
