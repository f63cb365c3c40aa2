"""What is copied and dragged out of the window, on the real clipboard."""

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from sco_reader.arabic.bidi import bare
from sco_reader.cards.card import Row
from sco_reader.desktop.fact_strip import FactCell
from tests.conftest import ROOT

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Paragraph(HTMLParser):
    """The text of pasted HTML and the direction of its first paragraph."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.direction = "", ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.direction = self.direction or dict(attrs).get("dir", "")

    def handle_data(self, text):
        self.text += text


def clipboard():
    return QGuiApplication.clipboard().mimeData()


def first_row(table, column: int = 0):
    return next(
        table.facts.index(n, column) for n in range(table.facts.rowCount()) if isinstance(table.facts.line(n), Row)
    )


def choose(window, column: int = 0) -> Row:
    table = window.card.table
    index = first_row(table, column)
    table.setFocus()
    table.setCurrentIndex(index)
    return table.facts.line(index.row())


def test_a_fact_goes_out_plain_and_rich_with_who_says_so(make_window, qtbot):
    window = make_window("ar")
    window.open_entity("hsc-2024")
    row = choose(window)
    qtbot.keyClick(window, Qt.Key.Key_C, BOTH)

    source = window.card.card.sources[row.marks.numbers[0] - 1].source
    assert row.cells[0].text in clipboard().text()
    assert source.address in clipboard().text()
    assert source.publisher_in("ar") in clipboard().text()
    rich = Paragraph(clipboard().html())
    assert rich.direction == "rtl"
    assert rich.text == bare(clipboard().text())


def test_a_fact_goes_out_alone_or_for_a_message(window, qtbot):
    window.open_entity("hsc-2024")
    row = choose(window)
    said = " · ".join(cell.text for cell in row.cells if cell.text)
    qtbot.keyClick(window, Qt.Key.Key_F, BOTH)
    assert clipboard().text() == said

    qtbot.keyClick(window, Qt.Key.Key_Y, BOTH)
    publisher = window.card.card.sources[row.marks.numbers[0] - 1].source.publisher
    assert clipboard().text().startswith(f"{said} ({publisher}, ")
    assert "http" not in clipboard().text()
    assert not clipboard().hasHtml()


def test_ctrl_c_takes_what_is_under_the_keyboard(window, qtbot):
    window.open_entity("hsc-2024")
    row = choose(window, 1)
    qtbot.keyClick(window.card.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard().text() == row.cells[1].text

    qtbot.waitUntil(lambda: any(cell.isVisible() for cell in window.card.facts.findChildren(FactCell)))
    cell = next(cell for cell in window.card.facts.findChildren(FactCell) if cell.isVisible())
    cell.setFocus()
    qtbot.keyClick(cell, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard().text() == cell.value


def test_a_name_for_a_legacy_field_is_shaped_and_turned_and_told_in_logical_order(make_window, qtbot):
    from bidi import get_display

    from sco_reader.arabic.terminal import shaped

    window = make_window("ar")
    window.open_entity("kassym-jomart-tokayev")
    window.lookup.edit()
    qtbot.keyClick(window, Qt.Key.Key_X, BOTH)

    assert clipboard().text() == get_display(shaped("قاسم جومارت توكاييف"))
    assert not re.search("[\u0620-\u064a]", clipboard().text())
    assert not clipboard().hasHtml()
    assert "قاسم جومارت توكاييف" in window.message.text


@pytest.mark.parametrize(("manner", "starts"), [("chicago", "“"), ("apa", "")])
def test_a_source_is_cited_as_the_settings_have_it(window, qtbot, manner, starts):
    window.open_entity("hsc-2024")
    window.appearance.settings()
    sheet = window.findChild(__import__("sco_reader.desktop.settings_sheet", fromlist=["x"]).SettingsSheet)
    sheet.manner.setCurrentIndex(sheet.manner.findData(manner))
    sheet.accept()
    window.sources.show_source(1)
    source = window.sources.current.source
    qtbot.keyClick(window.sources.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert bare(clipboard().text()).startswith(f"{starts}{source.title if starts else source.publisher}")
    assert source.address in clipboard().text()
    assert Paragraph(clipboard().html()).text == bare(clipboard().text())
    assert ("<i>" in clipboard().html()) == (manner == "apa")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_any_other_form_of_a_source_is_offered_in_a_menu(window, qtbot):
    window.open_entity("hsc-2024")
    window.sources.show_source(1)
    qtbot.keyClick(window, Qt.Key.Key_J, BOTH)
    menu = next(each for each in window.findChildren(QMenu) if each.isVisible())
    assert [action.text() for action in menu.actions()] == [
        "Chicago note, in English", "Chicago note, in Arabic", "APA reference, in English", "APA reference, in Arabic",
    ]  # fmt: skip
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)

    assert "(تاريخ الاطلاع: " in clipboard().text()
    window.copying.copy_apa_en()
    assert re.search(r"\. \((\d{4}|n\.d\.)", clipboard().text())


def test_a_row_a_fact_and_a_source_are_dragged_as_they_are_copied(window):
    window.open_entity("hsc-2024")
    table = window.card.table
    index = first_row(table)
    row = table.facts.mimeData([index])
    window.copying.copy_fact()
    assert (row.text(), row.html()) == (clipboard().text(), clipboard().html())
    assert table.facts.flags(index) & Qt.ItemFlag.ItemIsDragEnabled

    window.sources.show_source(2)
    source = window.sources.model.mimeData([window.sources.list.currentIndex()])
    window.copying.copy_citation()
    assert (source.text(), source.html()) == (clipboard().text(), clipboard().html())


def test_pulling_a_fact_of_the_strip_begins_a_drag_and_opens_nothing(window, qtbot, monkeypatch):
    from sco_reader.desktop import fact_strip

    dragged = []
    monkeypatch.setattr(
        fact_strip, "drag", lambda _source, clip: dragged.append(clip.text())
    )  # Qt's loop waits for a mouse
    window.open_entity("hsc-2024")
    qtbot.waitUntil(lambda: len([c for c in window.card.facts.findChildren(FactCell) if c.isVisible()]) == 4)
    cell = [cell for cell in window.card.facts.findChildren(FactCell) if cell.isVisible()][2]
    qtbot.mousePress(cell, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    pull(cell, QPoint(60, 40))
    qtbot.mouseRelease(cell, Qt.MouseButton.LeftButton, pos=QPoint(60, 40))

    assert dragged == [cell.value]
    assert window.card.card.id == "hsc-2024"


def pull(widget, to: QPoint) -> None:
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    where = QPointF(to)
    QApplication.sendEvent(widget, QMouseEvent(
        QEvent.Type.MouseMove, where, widget.mapToGlobal(where), Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    ))  # fmt: skip


def test_the_sheet_is_dragged_as_a_file_that_goes_when_the_program_does(window, qtbot, monkeypatch):
    from sco_reader.desktop import sheet_preview

    dragged = []
    monkeypatch.setattr(sheet_preview, "drag", lambda _source, clip: dragged.append(clip.urls()))
    window.open_entity("kz")
    window.printing.sheet()
    page = window.pages.sheet
    qtbot.waitUntil(lambda: bool(page.pdf), timeout=20_000)
    paper = next(each for each in page.findChildren(sheet_preview.Paper) if each.isVisible())
    qtbot.mousePress(paper, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    pull(paper, QPoint(80, 80))

    file = Path(dragged[0][0].toLocalFile())
    assert file.name == "kz-en.pdf"
    assert file.read_bytes() == page.pdf
    page.forget_files()
    assert not file.parent.exists()


def test_a_program_that_ends_with_its_text_on_the_clipboard_ends_well():
    ending = (
        "from PySide6.QtWidgets import QApplication; app = QApplication([])\n"
        "from sco_reader.desktop.clip import text_clip\n"
        "from sco_reader.desktop.clipboard import copy_text, put; copy_text('SCO'); put(text_clip('قمة', 'ar'))"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}

    assert subprocess.run([sys.executable, "-c", ending], check=False, env=environment).returncode == 0


def test_with_nothing_to_copy_a_sentence_says_so(window):
    window.open_entity("about-the-data")
    window.copying.copy_citation()

    assert window.message.text.startswith("No source is chosen")


def test_a_list_of_years_runs_from_the_right_and_is_copied_bare(make_window):
    window = make_window("ar")
    window.open_entity("kz")
    years = "2003 و2005 و2011 و2017 و2024"
    cell = next(cell for cell in window.card.facts.cells if cell.value == years)
    cell.setFocus(Qt.FocusReason.TabFocusReason)
    window.copying.copy_words()

    shown = next(label.text() for label in cell.findChildren(QLabel) if "2003" in label.text())
    assert years in shown and 'dir="rtl"' in shown
    assert clipboard().text() == years


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_what_holds_a_date_together_on_the_screen_is_not_copied(make_window, lang):
    window = make_window(lang)
    window.open_entity("hsc-2024")
    cell = window.card.facts.cells[0]
    cell.setFocus(Qt.FocusReason.TabFocusReason)
    window.copying.copy_words()

    assert any("\u00a0" in label.text() for label in cell.findChildren(QLabel))
    assert "2024" in clipboard().text()
    for form in (clipboard().text(), clipboard().html(), cell.accessibleName()):
        assert "\u00a0" not in form and "\u2060" not in form
