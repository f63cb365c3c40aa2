"""The window as a desk editor meets it: real keys, real clicks, the real reference."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication

from sco_reader.cards.card import Row
from sco_reader.desktop.fact_strip import FactCell
from sco_reader.desktop.sources_panel import SourceRole
from tests.conftest import type_text


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def test_it_opens_on_the_organisation_of_today_with_the_look_up_focused(window):
    assert window.card.card.id == "sco"
    assert window.card.card.on == date(2026, 11, 23)
    assert QApplication.focusWidget() is window.lookup.field


@pytest.mark.parametrize(
    ("typed", "found"),
    [("توكايف", "kassym-jomart-tokayev"), ("Токаев", "kassym-jomart-tokayev"), ("astana 2024", "hsc-2024")],
)
def test_when_a_name_is_typed_and_return_pressed_then_its_card_opens(window, qtbot, typed, found):
    type_text(window.lookup.field, typed)
    qtbot.keyClick(window.lookup.field, Qt.Key.Key_Return)

    assert window.card.card.id == found


def test_up_and_down_move_through_the_results_from_inside_the_field(window, qtbot):
    type_text(window.lookup.field, "أستانا")
    qtbot.keyClick(window.lookup.field, Qt.Key.Key_Down)
    second = window.lookup.model.index(1).data(Qt.ItemDataRole.UserRole)
    qtbot.keyClick(window.lookup.field, Qt.Key.Key_Return)

    assert window.card.card.id == second


def test_one_date_turns_the_whole_window(window, qtbot):
    window.open_entity("by")
    press(qtbot, window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    type_text(window.bar.field, "3 يوليو 2024")
    qtbot.keyClick(window.bar.field, Qt.Key.Key_Return)

    assert window.card.card.status == "observer"
    window.as_of.set_text("hsc-2024")
    assert window.card.card.status == "member"
    assert window.bar.property("other") is True


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019", "2019-12-31"),
        ("July 2024", "2024-07-31"),
        ("قمة أستانا 2024", "2024-07-04"),
        ("Astana 2024", "2024-07-04"),
        ("تموز 2024", "2024-07-31"),
        ("yesterday", "2026-11-22"),
        ("2024-07-04", "2024-07-04"),
    ],
)
def test_the_date_field_takes_what_an_editor_types(window, text, day):
    window.as_of.set_text(text)

    assert window.as_of.day.isoformat() == day


def test_a_bad_date_keeps_the_text_and_the_old_date_and_says_what_to_write(window, qtbot):
    window.bar.edit()
    type_text(window.bar.field, "2024-13-40")
    qtbot.keyClick(window.bar.field, Qt.Key.Key_Return)

    assert "2024-13-40" in window.message.text
    assert window.bar.field.text() == "2024-13-40"
    assert window.as_of.is_today
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.message.text == ""


def test_summits_are_stepped_through(window, qtbot):
    window.as_of.set_text("2024-07-04")
    press(qtbot, window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.as_of.day == date(2023, 7, 4)
    press(qtbot, window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert window.as_of.day == date(2024, 7, 4)
    press(qtbot, window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert window.as_of.is_today


def test_every_fact_of_a_table_shows_its_source_on_the_keyboard(window, qtbot):
    window.open_entity("hsc-2024")
    table = window.card.table
    row = next(n for n in range(table.facts.rowCount()) if isinstance(table.facts.line(n), Row))
    table.setFocus()
    table.setCurrentIndex(table.facts.index(row, table.facts.columnCount() - 1))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert window.footnotes.popup.hasFocus()
    qtbot.keyClick(window.footnotes.popup, Qt.Key.Key_Return)

    assert window.sources.list.hasFocus()
    assert window.sources.list.currentIndex().data(SourceRole.NUMBER) == table.facts.line(row).marks.numbers[0]


def test_a_click_on_a_source_number_asks_for_that_source(window, qtbot):
    from sco_reader.desktop.marks import mark_boxes

    window.open_entity("kz")
    table = window.card.table
    row = next(n for n in range(table.facts.rowCount()) if isinstance(table.facts.line(n), Row))
    index = table.facts.index(row, table.facts.columnCount() - 1)
    number, box, _ = mark_boxes(window.theme, table.visualRect(index), table.facts.line(row).marks, rtl=False)[0]
    with qtbot.waitSignal(table.source_requested) as asked:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())

    assert asked.args == [number]


def test_a_fact_of_the_strip_opens_what_it_is_about_or_its_source(window, qtbot):
    window.open_entity("hsc-2024")

    def shown() -> list[FactCell]:
        return [cell for cell in window.card.facts.findChildren(FactCell) if cell.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == len(window.card.card.facts))
    cells = shown()
    cells[0].setFocus()
    qtbot.keyClick(cells[0], Qt.Key.Key_Return)
    qtbot.keyClick(window.footnotes.popup, Qt.Key.Key_Return)
    assert window.sources.list.hasFocus()

    cells[2].setFocus()
    qtbot.keyClick(cells[2], Qt.Key.Key_Return)
    assert window.card.card.id == "kassym-jomart-tokayev"


def test_about_the_data_tells_what_the_file_holds_and_its_holes(window, qtbot):
    press(qtbot, window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)

    assert window.card.card.id == "about-the-data"
    said = " ".join(
        cell.text
        for section in window.card.card.sections
        for group in section.groups
        for row in group.rows
        for cell in row.cells
    )
    assert "hsc-2010: kg" in said or "Tashkent summit 2010" in said


def test_back_and_forward_retrace_the_way(window):
    window.open_entity("kz")
    window.open_entity("hsc-2024")
    window.back()
    assert window.card.card.id == "kz"
    window.forward()
    assert window.card.card.id == "hsc-2024"


def test_the_language_turns_without_a_restart_and_mirrors(window, qtbot):
    window.open_entity("hsc-2024")
    press(qtbot, window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    assert window.card.card.title == "قمة أستانا 2024"
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    qtbot.waitUntil(lambda: window.rail.mapTo(window, window.rail.rect().topLeft()).x() > window.width() / 2)
    assert window.lookup.field.placeholderText() == "اسم بأي كتابة"

    press(qtbot, window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.card.card.title == "Astana summit 2024"
    assert window.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_light_and_dark_turn(window):
    before = window.theme.colour("card")
    window.appearance.toggle_mode()

    assert window.theme.mode == "dark"
    assert window.theme.colour("card") != before


def test_f6_goes_round_the_panels(window, qtbot):
    window.open_entity("hsc-2024")
    window.lookup.edit()
    places = []
    for _ in range(4):
        press(qtbot, window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        places.append(
            next(name for name in ("bar", "lookup", "card", "sources") if getattr(window, name).isAncestorOf(focus))
        )

    assert places == ["card", "sources", "bar", "lookup"]


def test_a_fact_is_copied_with_its_source(window):
    window.open_entity("hsc-2024")
    window.card.take_focus()
    window.copying.copy_fact()

    assert "https://" in QGuiApplication.clipboard().text() or "http://" in QGuiApplication.clipboard().text()
    assert window.message.text


def test_the_sheet_is_previewed_and_saved(window, qtbot, tmp_path):
    window.open_entity("hsc-2024")
    press(qtbot, window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    page = window.pages.sheet
    qtbot.waitUntil(lambda: bool(page.pdf), timeout=20_000)
    page.save_to(tmp_path / "sheet.pdf")

    assert (tmp_path / "sheet.pdf").read_bytes() == page.pdf
    assert "sheet.pdf" in window.message.text
    press(qtbot, window, Qt.Key.Key_Escape)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.history.here.view == "card"


def test_a_sheet_that_cannot_be_saved_says_so(window, qtbot, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    window.open_entity("kz")
    window.printing.sheet()
    page = window.pages.sheet
    qtbot.waitUntil(lambda: bool(page.pdf), timeout=20_000)
    page.save_to(tmp_path / "file" / "a.pdf")

    assert "cannot be written" in window.message.text


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_timeline_walks_zooms_and_opens_by_keyboard(make_window, qtbot, lang):
    window = make_window(lang)
    press(qtbot, window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    canvas = window.pages.timeline.view.canvas
    first, last = canvas.years
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.years[1] - canvas.years[0] < last - first

    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    focused = canvas.focused
    assert focused is not None and focused.item.label(lang) in canvas.accessibleDescription()
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert window.card.card.id == focused.item.id


def test_left_goes_later_in_arabic_and_earlier_in_english(make_window, qtbot):
    moved = {}
    for lang in ("en", "ar"):
        window = make_window(lang)
        window.ways.timeline()
        canvas = window.pages.timeline.view.canvas
        for _ in range(4):
            canvas.zoom_in()
        before = canvas.years
        for _ in range(4):
            qtbot.keyClick(canvas, Qt.Key.Key_Left if lang == "en" else Qt.Key.Key_Right)
        moved[lang] = canvas.years[0] - before[0]

    assert moved["en"] < 0 and moved["ar"] < 0


def test_models_keep_qt_s_rules(window, qtmodeltester):
    window.open_entity("hsc-2024")
    for model in (window.lookup.model, window.card.table.facts, window.sources.model):
        qtmodeltester.check(model)


def test_a_void_call_drops_no_reference_to_none(window):
    import sys

    before = sys.getrefcount(None)
    for _ in range(20_000):
        window.setWindowTitle("x")

    assert abs(sys.getrefcount(None) - before) < 1000


def test_what_the_user_chose_is_kept(make_window):
    window = make_window()
    window.appearance.language()
    window.open_entity("kz")
    window.close()

    from sco_reader.settings import load_settings

    kept = load_settings(window._folder)
    assert (kept.lang, kept.recent[0]) == ("ar", "kz")


def test_a_card_without_a_table_copies_nothing_of_the_card_before_it(window, qtbot):
    window.open_entity("kz")
    window.open_entity("astana-declaration-2024")
    QGuiApplication.clipboard().setText("before")
    for key in (Qt.Key.Key_C, Qt.Key.Key_F):
        press(qtbot, window, key, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    assert QGuiApplication.clipboard().text() == "before"


def test_a_session_of_ministers_stands_among_the_meetings_and_opens_its_card(window, qtbot):
    window.lookup._filters.button(3).click()
    type_text(window.lookup.field, "SCO CFM meeting Goa")
    assert window.lookup.model.index(0).data() == "Council of Foreign Ministers, Goa 2023"

    qtbot.keyClick(window.lookup.field, Qt.Key.Key_Return)
    assert window.card.card.id == "cfm-2023"


def test_words_of_qt_follow_the_language(make_window, qtbot):
    def undo(window) -> str:
        menu = window.lookup.field.createStandardContextMenu()
        said = menu.actions()[0].text().partition("\t")[0].replace("&", "")
        menu.deleteLater()
        return said

    window = make_window("ar")
    qtbot.waitUntil(lambda: undo(window) != "Undo")
    back = window.wishes.actions["back"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    window.appearance.language()

    assert undo(window) == "Undo"
    assert back == "Alt+Right"  # keys are called as they are printed on the keys


def test_the_holes_of_the_data_are_told_by_names(make_window):
    window = make_window("ar")
    window.open_entity("about-the-data")
    holes = next(section for section in window.card.card.sections if section.key == "about-holes")
    row = next(row for row in holes.rows if row.link == "hsc-2004")

    assert row.cells[0].text.endswith(": منغوليا") and "hsc" not in row.cells[0].text


def test_names_that_lead_on_stand_in_the_digits_of_the_house(make_window):
    window = make_window("ar")
    window._settings.digits = "arabic"
    window.appearance.follow_style()
    window.open_entity("claims-of-the-press")
    names = [name for row in window.card.card.sections[0].rows for cell in row.cells for name, _ in cell.links]

    assert "قمة بكين ٢٠١٢" in names and not any(letter in "0123456789" for name in names for letter in name)
