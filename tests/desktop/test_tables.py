"""Tables of everything, and the table of a card: sorted, narrowed, taken away."""

import csv
import io
from datetime import date
from html.parser import HTMLParser

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from sco_reader import tables
from sco_reader.cards.arrange import Arrangement, arranged, taken
from sco_reader.cards.card import Cell, Group, Row, Section
from sco_reader.desktop.fact_head import SIDES
from sco_reader.desktop.measure import advance
from sco_reader.desktop.tables_model import Arranged, LineRole, TableModel
from sco_reader.desktop.theme import Theme
from sco_reader.voice import Voice, voice_of
from tests.conftest import type_text
from tests.desktop.views import CARDS, go

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ON = date(2024, 7, 4)


class Cells(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows, self.direction = [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.direction = dict(attrs)["dir"]
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, text):
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += text


@pytest.fixture
def page(make_window, qtbot):
    window = make_window()
    qtbot.keyClick(window, Qt.Key.Key_E, BOTH)
    page = window.pages.tables
    page.held = window  # nobody else holds it
    return page


def column(page, number: int) -> list[str]:
    lines = [page.rows.index(row, 0).data(LineRole.LINE) for row in range(page.rows.rowCount())]
    return [line.items[number].text for line in lines]


@pytest.mark.parametrize("name", tables.TABLES)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_table_keeps_qt_s_rules(db, qapp, qtmodeltester, name, lang):
    theme = Theme(qapp)
    theme.lang, theme.voice = lang, voice_of(db, lang)
    model, rows = TableModel(theme), Arranged()
    rows.setSourceModel(model)
    model.show_table(tables.table(db, name, theme.voice, ON))
    if model.rowCount() > 500:  # the tester asks for each cell of each row many times
        model.show_table(tables.Table(name, model.table.columns, model.table.lines[:60]))
    qtmodeltester.check(model)
    qtmodeltester.check(rows)
    rows.sort(0, Qt.SortOrder.DescendingOrder)
    qtmodeltester.check(rows)


def test_the_tables_say_what_the_cards_say(db):
    voice = voice_of(db, "en")
    states = tables.table(db, "states", voice, ON)
    kazakhstan = next(line for line in states.lines if line.opens == "kz")
    assert [item.text for item in kazakhstan.items[:6]] == [
        "Kazakhstan", "Member state", "15 June 2001", "Kassym-Jomart Tokayev", "Olzhas Bektenov", "Astana",
    ]  # fmt: skip
    people = tables.table(db, "people", voice, ON)
    tokayev = next(line for line in people.lines if line.opens == "kassym-jomart-tokayev")
    assert tokayev.items[2].text == "President of Kazakhstan"
    assert {line.opens for line in people.lines} == {row["id"] for row in db.execute("SELECT id FROM person")}
    assert len(tables.table(db, "sources", voice, ON).lines) == db.execute("SELECT count(*) FROM source").fetchone()[0]


def test_the_as_of_date_turns_the_table(page, make_window):
    assert column(page, 1)[column(page, 0).index("Belarus")] == "Member state"
    page._as_of.set_text("2024-07-03")

    assert column(page, 1)[column(page, 0).index("Belarus")] == "Observer"


def test_a_table_is_narrowed_by_words_in_any_spelling(page, qtbot):
    page.show_table("people")
    qtbot.keyClick(page.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_text(page.filter, "kazakhstan president")
    assert "Kassym-Jomart Tokayev" in column(page, 0)
    assert page.rows.rowCount() < 20

    type_text(page.filter, " xyzzy")
    assert page.rows.rowCount() == 0
    assert page._none.isVisible()
    qtbot.keyClick(page.filter, Qt.Key.Key_Escape)
    assert page.rows.rowCount() == 410


def test_dates_sort_by_time_numbers_by_size_and_what_is_unknown_stands_last(page):
    page.show_table("people")
    page.view.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    days = [page.rows.index(row, 3).data(LineRole.SORT) for row in range(410)]
    known = [day for day in days if day != tables.LAST]
    assert known == sorted(known)
    assert days[: len(known)] == known

    page.view.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    days = [page.rows.index(row, 3).data(LineRole.SORT) for row in range(410)]
    assert days[: len(known)] == sorted(known, reverse=True)
    page.view.sortByColumn(6, Qt.SortOrder.DescendingOrder)
    led = [int(text) for text in column(page, 6)]
    assert led == sorted(led, reverse=True)
    page.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert column(page, 0)[0] == page.model.table.lines[0].items[0].text


def test_columns_are_chosen_in_a_menu_and_kept_for_the_table(page):
    action = next(each for each in page.columns.menu().actions() if each.text() == "Population")
    action.trigger()
    assert not page.view.isColumnHidden(8)
    page.show_table("meetings")
    page.show_table("states")

    assert not page.view.isColumnHidden(8)
    for each in page.columns.menu().actions()[1:]:
        if page.columns.menu().actions()[each.data()].isChecked():
            page.columns.menu().actions()[each.data()].trigger()
    page.columns.menu().actions()[0].trigger()
    assert not page.view.isColumnHidden(0)  # the last one stays


def test_sorting_is_chosen_by_keyboard_in_a_menu(page):
    page.show_table("meetings")
    next(each for each in page.sort.menu().actions() if each.text() == "City").trigger()
    assert column(page, 4) == sorted(column(page, 4))
    next(each for each in page.sort.menu().actions() if each.text() == "Last first").trigger()
    assert column(page, 4) == sorted(column(page, 4), reverse=True)


def test_chosen_rows_are_copied_for_a_spreadsheet_and_for_word(make_window, qtbot):
    window = make_window("ar")
    window.ways.tables()
    page = window.pages.tables
    page.view.setCurrentIndex(page.rows.index(2, 0))
    qtbot.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    clip = QGuiApplication.clipboard().mimeData()
    lines = [line.split("\t") for line in clip.text().splitlines()]
    assert lines[0][:2] == ["الدولة", "الصفة"]
    assert lines[1][0] == column(page, 0)[2]
    assert len(lines) == 2
    rich = Cells(clip.html())
    assert rich.direction == "rtl"
    assert rich.rows == lines
    read = list(csv.reader(io.StringIO(bytes(clip.data("text/csv").data()).decode("utf-8-sig"))))
    assert read == lines
    assert window.message.text == "في الحافظة صف واحد."


def test_what_is_shown_is_saved_as_csv_and_a_bad_place_says_so(page, tmp_path):
    page.show_table("people")
    page.filter.setText("tajikistan")
    page.export_to(tmp_path / "people")
    content = (tmp_path / "people.csv").read_bytes()
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))

    assert content.startswith(b"\xef\xbb\xbf")
    assert [row[0] for row in rows[1:]] == column(page, 0)
    page.export_to(tmp_path / "missing" / "people.csv")
    assert "people.csv" in page.window().message.text


def test_enter_opens_the_card_of_a_row_and_back_returns_to_the_table(page, qtbot):
    window = page.window()
    page.show_table("meetings")
    page.view.setCurrentIndex(page.rows.index(column(page, 1).index("Astana summit 2024"), 1))
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert window.card.card.id == "hsc-2024"
    window.back()

    assert page.isVisible()


SECTION = Section(
    "terms", "Terms", ("From", "Office"),
    (
        Group("One", (Row((Cell("2 May 2001", key="2001-05-02"), Cell("b", sub="=1+1"))), Row((Cell(""), Cell("a"))),
                      Row((Cell("1 June 1999", key="1999-06-01"), Cell("c"))))),
        Group("Two", (Row((Cell("2000", key="2000"), Cell("@d"))),)),
    ),
)  # fmt: skip


def test_a_section_is_sorted_within_its_groups_and_loses_columns_but_not_the_last():
    by_day = arranged(SECTION, Arrangement(0), "en")
    assert [row.cells[1].text for row in by_day.rows] == ["c", "b", "a", "@d"]
    turned = arranged(SECTION, Arrangement(0, descending=True), "en")
    assert [row.cells[1].text for row in turned.rows] == ["b", "c", "a", "@d"]

    one = arranged(SECTION, Arrangement(hidden=frozenset({0})), "en")
    assert (one.columns, [len(row.cells) for row in one.rows]) == (("Office",), [1, 1, 1, 1])
    assert arranged(SECTION, Arrangement(hidden=frozenset({0, 1})), "en") == SECTION


def test_a_section_taken_away_names_groups_and_second_lines():
    assert taken(SECTION, (), Voice("en"))[:2] == [
        ["Group", "From", "Office", "Source"], ["One", "2 May 2001", "b · =1+1", ""],
    ]  # fmt: skip


def test_the_delegations_of_a_meeting_are_copied_with_who_says_so(window, qtbot):
    window.open_entity("hsc-2024")
    window.card.take_focus()
    qtbot.keyClick(window, Qt.Key.Key_R, BOTH)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]

    assert lines[0][0] == "Group"
    assert len(lines) - 1 == len(window.card.section.rows)
    assert all(len(line) == len(lines[0]) for line in lines)
    assert "https://" in lines[1][-1]
    assert "rows are on the clipboard" in window.message.text


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_table_of_a_card_is_sorted_by_a_menu_and_saved(window, qtbot, tmp_path, monkeypatch):
    window.open_entity("kassym-jomart-tokayev")
    qtbot.keyClick(window, Qt.Key.Key_A, BOTH)
    menu = next(each for each in window.findChildren(QMenu) if each.isVisible())
    offered = {action.text(): action for action in reversed(menu.actions())}  # each column: first to sort, then to show
    assert offered["As listed"].isChecked()
    offered["From"].trigger()
    menu.close()
    days = [row.cells[0].key for row in window.card.section.rows]
    assert days == sorted(days)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "terms.csv"), ""))
    qtbot.keyClick(window, Qt.Key.Key_S, BOTH)
    rows = list(csv.reader(io.StringIO((tmp_path / "terms.csv").read_bytes().decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == [row.cells[0].text for row in window.card.section.rows]


def test_where_there_is_no_table_a_sentence_says_so(window):
    window.open_entity("astana-declaration-2024")
    window.tabling.copy_section()

    assert window.message.text == "There is no table here to take away or to arrange."


def test_a_flag_keeps_its_colours_in_the_chosen_row(page):
    row = next(row for row in range(page.rows.rowCount()) if page.rows.index(row, 0).data() == "China")
    page.view.selectRow(row)
    flag = page.rows.index(row, 0).data(Qt.ItemDataRole.DecorationRole)
    size = page.view.iconSize()

    assert flag.pixmap(size, QIcon.Mode.Selected).toImage() == flag.pixmap(size, QIcon.Mode.Normal).toImage()


def test_where_nothing_is_known_a_dash_stands_that_is_neither_copied_nor_said(page):
    row = next(row for row in range(page.rows.rowCount()) if page.rows.index(row, 0).data() == "Afghanistan")
    head = page.rows.index(row, 3)

    assert head.data() == "–"
    assert head.data(Qt.ItemDataRole.AccessibleTextRole) != "–"
    assert page.taken([row])[1][3] == ""


def test_a_table_that_nearly_fits_has_no_scroll_bar(make_window):
    window = make_window("ar", size=(900, 600))
    window.as_of.set_text("hsc-2024")
    window.ways.tables()
    QApplication.processEvents()

    assert window.pages.tables.view.horizontalScrollBar().maximum() == 0


def test_a_head_stands_where_its_column_does(page):
    column = 1
    page.view.clearSelection()
    page.view.setCurrentIndex(page.rows.index(0, 0))
    left, wide = page.view.columnViewportPosition(column), page.view.columnWidth(column)

    def begins(picture, top, bottom):
        paper = picture.pixelColor(left + wide - 4, (top + bottom) // 2).lightness()
        return next(x for x in range(left + 2, left + wide)
                    if any(abs(picture.pixelColor(x, y).lightness() - paper) > 40 for y in range(top, bottom)))  # fmt: skip

    head, cells = page.view.horizontalHeader().viewport().grab().toImage(), page.view.viewport().grab().toImage()
    rows = [begins(cells, page.view.rowViewportPosition(row) + 4, page.view.rowViewportPosition(row + 1) - 4)
            for row in range(1, 10)]  # fmt: skip
    assert abs(begins(head, 6, head.height() - 6) - min(rows)) <= 1


def test_a_publisher_stands_before_the_note_in_brackets_in_arabic_too(make_window, qtbot):
    window = make_window("ar")
    go(window, "tables", qtbot)
    page = window.pages.tables
    page.show_table("sources")
    shown = {str(page.rows.index(row, 1).data()) for row in range(page.rows.rowCount())}

    assert "\u2068UzDaily\u2069 (\u2068نص المنظمة\u2069)" in shown


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_words_over_each_column_of_a_card_are_whole(make_window, qtbot, lang, size):
    window = make_window(lang, size=size)
    lost = []
    for card in ("about-the-data", *CARDS.values()):
        window.open_entity(card)
        for _ in window.card._tabs.buttons:
            window.card.step_section(1)
            QApplication.processEvents()
            table, head = window.card.table, window.card.table.horizontalHeader()
            widths = [table.columnWidth(column) for column in range(head.count())]
            if head.isVisible() and head.height() < head.needed_height(widths):
                lost.append((card, window.card.section.key))
            lost += [(card, word) for column, wide in enumerate(widths) for word in head._words(column).split()
                     if advance(window.theme, word, "body") > wide - SIDES]  # fmt: skip

    assert lost == []
