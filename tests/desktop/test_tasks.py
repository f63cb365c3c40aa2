"""Fifteen tasks of a desk editor, a briefing officer and a researcher, by the keyboard alone, in both languages.

README lists them by the same names.
"""

import csv
from datetime import date

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication

from sco_reader.cards.card import Row
from sco_reader.desktop.fact_model import FactRole
from sco_reader.desktop.settings_sheet import SettingsSheet
from tests.desktop.keyboard import Keyboard

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # raising a dialog, offscreen

WORDS = {
    "en": {
        "summit": "Astana 2024", "day": "4 July 2024", "eve": "3 July 2024", "iran": "Iran", "belarus": "Belarus",
        "mokhber": "Mohammad Mokhber", "tokayev": "Kassym-Jomart Tokayev", "kazakhstan": "Kazakhstan", "india": "India",
        "earlier": "Samarkand 2022", "founding": "15 June 2001", "murmu": "Droupadi Murmu", "nato": "nato",
        "party": "Party", "astana": "Astana summit 2024", "other": "قمة أستانا 2024", "wrong": "فخنشغثر",
        "xi": "Xi Jinping", "member": "Member state",
    },
    "ar": {
        "summit": "قمة أستانا 2024", "day": "4 يوليو 2024", "eve": "3 يوليو 2024", "iran": "إيران", "belarus": "بيلاروسيا",
        "mokhber": "محمد مخبر", "tokayev": "قاسم جومارت توكاييف", "kazakhstan": "كازاخستان", "india": "الهند",
        "earlier": "سمرقند 2022", "founding": "15 يونيو 2001", "murmu": "دروبادي مورمو", "nato": "الناتو",
        "party": "الطرف", "astana": "قمة أستانا 2024", "other": "Astana summit 2024", "wrong": "j,;hdt",
        "xi": "شي جين بينغ", "member": "دولة عضو",
    },
}  # fmt: skip


@pytest.fixture(params=["en", "ar"])
def lang(request):
    return request.param


@pytest.fixture
def words(lang):
    return WORDS[lang]


@pytest.fixture
def window(make_window, lang):
    return make_window(lang)


@pytest.fixture
def keys(window, qtbot):
    return Keyboard(window, qtbot)


def rows(window):
    facts = window.card.table.facts
    return [line for line in map(facts.line, range(facts.rowCount())) if isinstance(line, Row)]


def copied():
    return QGuiApplication.clipboard().text()


# The desk editor


def test_1_who_represented_iran_at_astana(window, keys, words):
    keys.look_up(words["summit"])
    keys.press("F6")
    for _ in rows(window):
        row = window.card.table.currentIndex().data(FactRole.ROW)
        if row.cells[0].text == words["iran"]:
            break
        keys.press("Down")

    assert words["mokhber"] in [cell.text for cell in row.cells]


def test_2_how_the_house_spells_tokayev(keys, words):
    keys.look_up("Токаев")
    keys.press("Ctrl+Shift+N")

    assert copied() == words["tokayev"]


def test_3_was_belarus_a_member_that_day(window, keys, words):
    keys.as_of(words["eve"])
    keys.look_up(words["belarus"])
    assert window.card.card.status == "observer"

    keys.press("Ctrl+.")
    assert window.card.card.on == date(2024, 7, 4)
    assert window.card.card.status == "member"


def test_4_a_name_typed_on_the_wrong_keyboard(window, keys, words):
    keys.look_up(words["wrong"])

    assert window.card.card.title == words["tokayev"]


def test_5_what_the_press_claims_and_what_the_record_says(window, keys, words):
    keys.press("Ctrl+5")
    keys.type(words["nato"])
    found = rows(window)
    assert "nato-of-the-east" in [row.link for row in found] and len(found) < 10
    assert all(row.cells[0].sub and row.marks.numbers for row in found)


def test_6_names_as_the_egyptian_press_spells_them(window, keys, qtbot):
    keys.look_up("Xi Jinping")
    keys.press("Ctrl+Shift+O")
    sheet = window.findChild(SettingsSheet)
    sheet.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is sheet)
    keys.tab_to(lambda widget: widget is sheet.house)
    keys.press("Down", "Escape")
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)

    texts = [window.card.card.title, *(fact.value for fact in window.card.card.names)]
    assert "شي جين بينج" in texts


# The briefing officer


def test_7_the_sheet_of_a_summit_saved_as_pdf(window, keys, words, qtbot, tmp_path):
    keys.look_up(words["summit"])
    keys.press("Ctrl+P")
    qtbot.waitUntil(lambda: bool(window.pages.sheet.pdf), timeout=20_000)
    keys.save_as("Space", str(tmp_path / "astana.pdf"))

    assert (tmp_path / "astana.pdf").read_bytes().startswith(b"%PDF")
    assert "astana.pdf" in window.message.text


def test_8_the_organisation_at_its_founding(window, keys, words):
    keys.as_of(words["founding"])
    keys.press("Ctrl+1")

    card = window.card.card
    assert (card.id, card.on) == ("sco", date(2001, 6, 15))
    assert "6" in card.lead[0].text or "six" in card.lead[0].text or "ست" in card.lead[0].text


def test_9_what_changed_between_two_summits(window, keys, words):
    keys.as_of(words["summit"])
    keys.press("Ctrl+6")
    assert window.card.card.since == date(2023, 7, 4)

    keys.tab_to(lambda widget: widget is window.card.tools.since, back=True)
    keys.press("Ctrl+A")
    keys.type(words["earlier"])
    keys.press("Return")
    assert window.card.card.since == date(2022, 9, 16)
    assert {"ir", "by"} <= {row.link for row in rows(window)}


def test_10_two_states_side_by_side(window, keys, words):
    keys.as_of(words["day"])
    keys.look_up(words["kazakhstan"])
    keys.press("Ctrl+7")
    keys.type(words["india"])
    keys.press("Return")

    cells = [cell.text for row in rows(window) for cell in row.cells]
    assert words["tokayev"] in cells and words["murmu"] in cells


def test_11_the_window_in_the_other_language(window, keys, words):
    keys.look_up(words["summit"])
    assert window.card.card.title == words["astana"]
    keys.press("Ctrl+Shift+L")

    assert window.card.card.title == words["other"]


# The researcher


class Browser(QObject):
    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, address):
        self.opened.append(address.toString())


def test_12_the_source_of_a_fact_cited_and_opened(window, keys, words):
    browser = Browser()
    for scheme in ("http", "https"):
        QDesktopServices.setUrlHandler(scheme, browser, "open")
    keys.look_up(words["summit"])
    keys.press("F6", "End", "Return", "Return")
    number = window.sources.list.currentIndex().row()
    keys.press("Ctrl+C")
    keys.press("Return")
    for scheme in ("http", "https"):
        QDesktopServices.unsetUrlHandler(scheme)

    assert number >= 0 and browser.opened
    assert browser.opened[0].removeprefix("http").lstrip("s") in copied()


def test_13_the_timeline_walked_from_item_to_item(window, keys):
    keys.press("Ctrl+2")
    canvas = window.pages.timeline.view.canvas
    whole = canvas.years
    keys.press("+", "+", "Down", "Shift+Tab")
    said = canvas.accessibleDescription()
    assert canvas.years[1] - canvas.years[0] < whole[1] - whole[0]
    keys.press("Return")

    assert window.card.card.title in said


def test_14_who_came_as_a_table_for_a_spreadsheet(window, keys, words, qtbot, tmp_path):
    keys.press("Ctrl+4")
    qtbot.waitUntil(window.pages.matrix.table.hasFocus)
    keys.save_as("Ctrl+S", str(tmp_path / "came.csv"))

    with (tmp_path / "came.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    assert table[0][0] == words["party"]
    assert words["kazakhstan"] in [row[0] for row in table]


def test_15_back_and_forward_along_the_way(window, keys, words, lang):
    back, forward = ("Alt+Left", "Alt+Right") if lang == "en" else ("Alt+Right", "Alt+Left")
    keys.look_up(words["belarus"])
    keys.look_up(words["summit"])
    keys.press(back)
    assert window.card.card.title == words["belarus"]
    keys.press(forward)

    assert window.card.card.title == words["astana"]
