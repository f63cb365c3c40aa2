"""Ctrl+P prints what is on show, whatever it is, in the language of the window."""

import io

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from sco_reader.desktop.sheet_preview import paint_on
from sco_reader.words import say

CTRL = Qt.KeyboardModifier.ControlModifier

VIEWS = {
    Qt.Key.Key_2: "timeline-title", Qt.Key.Key_3: "about-title", Qt.Key.Key_4: "matrix-title",
    Qt.Key.Key_5: "claims-title", Qt.Key.Key_6: "changes-title", Qt.Key.Key_9: "map-title",
}  # fmt: skip


def press(qtbot, window, key, modifier=CTRL):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def printed(window, qtbot) -> PdfReader:
    press(qtbot, window, Qt.Key.Key_P)
    assert window.history.here.view == "sheet"
    qtbot.waitUntil(lambda: bool(window.pages.sheet.pdf), timeout=30_000)
    return PdfReader(io.BytesIO(window.pages.sheet.pdf))


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("key", VIEWS)
def test_every_view_is_printed_under_its_own_title(make_window, qtbot, lang, key):
    window = make_window(lang)
    press(qtbot, window, key)
    found = printed(window, qtbot)

    assert found.trailer["/Root"]["/Lang"] == lang
    named = "action-map" if key == Qt.Key.Key_9 else VIEWS[key]
    assert say(named, lang) in str(found.metadata.title)
    assert say(VIEWS[key], lang) in window.pages.sheet._heading.text()
    press(qtbot, window, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert window.history.here.view != "sheet"


def test_a_comparison_is_printed_with_all_its_columns(window, qtbot):
    window.open_entity("kz")
    window.ways.compare_with("uz")
    text = printed(window, qtbot).pages[0].extract_text()

    assert "Kazakhstan" in text
    assert "Uzbekistan" in text


def test_who_came_is_printed_for_the_bodies_and_the_day_on_show(window, qtbot):
    window.as_of.set_text("hsc-2024")
    press(qtbot, window, Qt.Key.Key_4)
    page = printed(window, qtbot).pages[0]

    assert page.mediabox.width > page.mediabox.height
    assert "4 July 2024" in page.extract_text()


def test_a_sheet_that_lies_on_its_side_is_printed_so_and_not_stretched(window, qtbot, tmp_path):
    press(qtbot, window, Qt.Key.Key_2)
    printed(window, qtbot)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    paint_on(printer, window.pages.sheet.pdf)
    page = PdfReader(tmp_path / "out.pdf").pages[0]

    assert page.mediabox.width > page.mediabox.height


def test_from_the_sheet_of_a_view_the_other_views_open(window, qtbot):
    press(qtbot, window, Qt.Key.Key_2)
    printed(window, qtbot)
    press(qtbot, window, Qt.Key.Key_4)
    assert window.history.here.view == "matrix"
    press(qtbot, window, Qt.Key.Key_K)
    assert window.card.card.id == "sco"


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_table_is_printed_with_the_rows_and_columns_that_are_shown(make_window, qtbot, lang):
    window = make_window(lang)
    window.ways.tables()
    tables = window.pages.tables
    tables.narrow("kz" if lang == "en" else "كازاخستان")
    rows = tables.taken(list(range(tables.rows.rowCount())))
    found = printed(window, qtbot)

    assert found.trailer["/Root"]["/Lang"] == lang
    assert say(f"tables-{tables.name}", lang) in str(found.metadata.title)
    if lang == "en":
        assert all(head in found.pages[0].extract_text() for head in rows[0])
