"""The table of attendance as a desk editor meets it."""

import csv
import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication

from sco_reader.attendance import Party
from sco_reader.desktop.fact_strip import FactCell
from sco_reader.desktop.matrix_model import SeatRole
from tests.desktop.views import go


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def choose(table, party, meeting):
    column = [row.id for row in table.seats.meetings].index(meeting)
    row = next(n for n in range(table.seats.rowCount()) if getattr(table.seats.line(n), "id", "") == party)
    table.setCurrentIndex(table.seats.index(row, column))


@pytest.fixture
def page(window, qtbot):
    window.as_of.set_text("hsc-2024")
    press(qtbot, window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.pages.matrix.table.hasFocus)
    return window.pages.matrix


def test_enter_on_a_cell_shows_who_led_for_whom_and_the_sources(page, window, qtbot):
    choose(page.table, "in", "hsc-2024")
    press(qtbot, window, Qt.Key.Key_Return)

    cell = QApplication.focusWidget()
    assert isinstance(cell, FactCell) and "Subrahmanyam Jaishankar" in cell.accessibleName()
    assert page.detail.sources.model.rowCount() >= 1
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.card.card.id == "subrahmanyam-jaishankar"
    press(qtbot, window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.history.here.view == "matrix"


def test_escape_goes_back_to_the_table_and_then_to_where_the_reader_came_from(page, window, qtbot):
    press(qtbot, window, Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert page.table.hasFocus()

    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.history.here.view == "card"


def test_arrow_keys_pass_over_the_heads_of_groups(page, window, qtbot):
    for _ in range(page.table.seats.rowCount()):
        press(qtbot, window, Qt.Key.Key_Down)
        assert isinstance(page.table.seats.line(page.table.currentIndex().row()), Party)


@pytest.mark.parametrize(("lang", "older_is_right"), [("en", False), ("ar", True)])
def test_columns_run_from_the_reading_edge(make_window, qtbot, lang, older_is_right):
    window = make_window(lang)
    window.ways.matrix()
    table = window.pages.matrix.table
    choose(table, "kz", "hsc-2019")
    columns = [[row.id for row in table.seats.meetings].index(f"hsc-{year}") for year in (2018, 2019)]
    earlier, later = (table.columnViewportPosition(column) for column in columns)
    assert (earlier > later) is older_is_right

    press(qtbot, window, Qt.Key.Key_Right if lang == "ar" else Qt.Key.Key_Left)
    assert table.seat.meeting == "hsc-2018"


def test_the_as_of_date_turns_the_table(page, window):
    choose(page.table, "by", "hsc-2023")
    window.as_of.set_text("hsc-2023")

    seat = page.table.seat
    assert (seat.party, seat.meeting) == ("by", "hsc-2023")
    groups = [
        line.title
        for line in map(page.table.seats.line, range(page.table.seats.rowCount()))
        if not isinstance(line, Party)
    ]
    assert groups[0] == "Member states on 4 July 2023"


def test_bodies_are_switched_on_and_the_last_stays_on(page, qtbot):
    state, government, _ = page._toggles
    government.click()
    assert {row.body for row in page.table.seats.meetings} == {"hsc", "hgc"}
    state.click()
    government.click()

    assert {row.body for row in page.table.seats.meetings} == {"hgc"}
    assert government.isChecked()


def test_rows_are_ordered_as_the_menu_says(page):
    by_came = page._orders.actions()[2]
    by_came.trigger()

    lines = [page.table.seats.line(row) for row in range(page.table.seats.rowCount())]
    assert all(isinstance(line, Party) for line in lines)
    assert [line.came for line in lines] == sorted((line.came for line in lines), reverse=True)


def test_the_table_is_copied_and_saved_as_the_same_rows(page, window, qtbot, tmp_path):
    press(qtbot, window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    page.export_to(tmp_path / "who came")

    content = (tmp_path / "who came.csv").read_bytes()
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig")))) == copied
    assert copied[0][0] == "Party" and len(copied) > 30
    assert "who came.csv" in window.message.text


def test_a_table_that_cannot_be_saved_says_so(page, window, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    page.export_to(tmp_path / "file" / "a.csv")

    assert "cannot be written" in window.message.text


def test_a_cell_speaks_for_itself(page):
    choose(page.table, "in", "hsc-2024")

    said = page.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("India", "Astana summit 2024", "Subrahmanyam Jaishankar", "Narendra Modi", "Member state"):
        assert part in said


def test_in_a_narrow_window_the_panel_comes_when_asked_for_and_goes_again(make_window, qtbot):
    window = make_window(size=(900, 600))
    window.ways.matrix()
    page = window.pages.matrix
    assert not page.detail.isVisible()

    press(qtbot, window, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not page.detail.isVisible() and page.table.hasFocus()


def test_a_head_of_a_row_or_a_column_opens_its_card(page, window):
    page.table.columns.sectionClicked.emit(len(page.table.seats.meetings) - 1)
    assert window.card.card.id == "hsc-2025"


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_model_keeps_qt_s_rules(make_window, qtmodeltester, lang):
    window = make_window(lang)
    window.ways.matrix()

    qtmodeltester.check(window.pages.matrix.table.seats)


def test_f6_goes_from_the_table_to_the_bar_and_back(page, window, qtbot):
    press(qtbot, window, Qt.Key.Key_F6)
    assert window.bar.isAncestorOf(QApplication.focusWidget())

    press(qtbot, window, Qt.Key.Key_F6)
    assert page.table.hasFocus()


def test_the_table_is_made_anew_when_the_reader_comes_back_on_another_day(page, window):
    window.search()
    window.as_of.set_text("hsc-2019")
    window.back()

    assert page.table.seats.line(0).title == "Member states on 14 June 2019"


def test_the_table_speaks_the_other_language_at_once(page, window, qtbot):
    press(qtbot, window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    assert page.table.seats.line(0).title == "الدول الأعضاء في 4 يوليو 2024"
    assert page.table.layoutDirection() == Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize("size", [(900, 600), (1100, 800), (1280, 800)], ids=str)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_no_column_is_cut_where_reading_begins(make_window, qtbot, lang, size):
    window = make_window(lang, size=size)
    window.ways.matrix()
    table = window.pages.matrix.table
    QApplication.processEvents()
    bar, wide = table.horizontalScrollBar(), table.viewport().width()
    assert bar.maximum() > 0
    for value in (bar.maximum(), bar.maximum() // 2, 0):
        bar.setValue(value)
        QApplication.processEvents()
        edges = [table.columnViewportPosition(column) for column in range(table.model().columnCount())]
        if lang == "ar":
            ends = [edge + table.columnWidth(column) for column, edge in enumerate(edges)]
            assert wide in ends
        else:
            assert 0 in edges


def test_heads_of_meetings_after_the_day_can_be_read(page, window):
    window.as_of.set_text("hsc-2023")
    head, theme = page.table.columns, window.theme
    inks = {ink for meeting in page.table.seats.meetings[-2:] for _, _, ink in head._lines(meeting)}

    assert inks == {"ink3"}
    picture = head.viewport().grab().toImage()
    at = head.sectionViewportPosition(page.table.seats.columnCount() - 1)
    darkest = min(picture.pixelColor(at + x, y).lightness() for x in range(10, 40) for y in range(4, 20))
    assert darkest < theme.colour("ink3").lightness() + 40


def test_the_column_of_names_is_no_wider_than_names_and_cuts_none(page):
    rows = page.table.rows
    names = [page.table.seats.headerData(row, Qt.Orientation.Vertical) for row in range(page.table.seats.rowCount())]
    metrics = QFontMetrics(page._theme.font("strong"))
    longest = max(metrics.horizontalAdvance(word) for name in names for word in name.split())

    assert longest < rows.width() < 220
    assert all(rows.height_of(row) > metrics.height() for row in range(len(names)))


def test_the_key_to_the_marks_keeps_its_headings_in_a_narrow_window(make_window):
    window = make_window(size=(900, 600))
    window.ways.matrix()
    legend = window.pages.matrix._legend
    placed = list(legend._placed(legend.width()))

    lines = {word: line for word, mark, _, line, _ in placed}
    assert [word for word, mark, *_ in placed if mark is None] == [
        "Who led the delegation",
        "Standing on the day of the meeting",
    ]
    assert lines["Member state"] == lines["Standing on the day of the meeting"] > lines["Head of state"]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_frame_about_the_day_runs_on_from_the_head_into_the_table(make_window, lang):
    window = make_window(lang)
    window.as_of.set_text("hsc-2024")
    window.ways.matrix()
    QApplication.processEvents()
    table, red = window.pages.matrix.table, window.theme.colour("asof")
    picture = table.grab().toImage()

    def columns(y):
        return [x for x in range(picture.width()) if picture.pixelColor(x, y) == red]

    head = table.columns.height()
    assert len(columns(head - 3)) == 4
    assert columns(head - 3) == columns(head + 3)


def test_years_and_counts_stand_in_the_digits_of_the_house(make_window, qtbot):
    window = make_window("ar")
    window._settings.digits = "arabic"
    window.appearance.follow_style()
    go(window, "matrix", qtbot)
    columns = window.pages.matrix.table.columns
    meeting = columns.model().headerData(0, Qt.Orientation.Horizontal, SeatRole.MEETING)

    assert columns._lines(meeting)[0][0] == "٢٠٠١"
