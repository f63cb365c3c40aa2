"""The sheet of keys (F1) and what the program says of itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel

from sco_reader import __version__
from sco_reader.desktop.about_sheet import AboutSheet, libraries
from sco_reader.desktop.key_sheet import KeySheet
from sco_reader.desktop.keys import KEYS, MENUS
from sco_reader.words import say


def opened(window, kind):
    return window.findChild(kind)


def texts(sheet) -> list[str]:
    return [label.accessibleName() for label in sheet.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("size", [(1280, 800), (900, 600)])
def test_f1_shows_every_key_by_menu_and_fits_the_window(make_window, qtbot, lang, size):
    window = make_window(lang, size=size)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    sheet = opened(window, KeySheet)
    qtbot.waitExposed(sheet)
    said = texts(sheet)

    assert all(say(f"menu-{menu}", lang) in said for menu in MENUS)
    assert all(say(key.word, lang) in said for key in KEYS.values() if key.keys)
    assert f"{say('action-search', lang)}: Ctrl+K" in said
    assert sheet.width() <= size[0] and sheet.height() <= size[1]
    assert not sheet.area.horizontalScrollBar().isVisible()
    back = "Alt+Right" if lang == "ar" else "Alt+Left"
    assert f"{say('action-back', lang)}: {back}" in said
    sheet.close()


def test_the_sheet_of_keys_reads_from_the_right_in_arabic(make_window, qtbot):
    window = make_window("ar")
    window.guide.keys()
    sheet = opened(window, KeySheet)
    qtbot.waitExposed(sheet)
    name = next(each for each in sheet.findChildren(QLabel) if each.accessibleName() == say("action-search", "ar"))
    cap = next(each for each in sheet.findChildren(QLabel) if each.accessibleName().endswith(": Ctrl+K"))

    assert name.mapTo(sheet, name.rect().center()).x() > cap.mapTo(sheet, cap.rect().center()).x()
    qtbot.keyClick(sheet.area, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_small_window_scrolls_the_sheet_under_the_keyboard(make_window, qtbot):
    window = make_window(size=(640, 480))
    window.guide.keys()
    sheet = opened(window, KeySheet)
    qtbot.waitExposed(sheet)
    bar = sheet.area.verticalScrollBar()
    assert bar.maximum() > 0
    qtbot.keyClick(sheet.area, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    sheet.close()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_about_tells_versions_the_horizon_and_every_licence(make_window, qtbot, lang):
    window = make_window(lang)
    window.guide.about()
    sheet = opened(window, AboutSheet)
    qtbot.waitExposed(sheet)
    said = texts(sheet)

    assert __version__ in sheet.versions.accessibleName()
    assert window.theme.voice.day(window.as_of.horizon) in sheet.versions.accessibleName()
    assert {"MIT", "CC BY 4.0", "OFL-1.1", "LGPL-3.0-only"} <= set(said)
    assert all(part.name in said for part in libraries())
    sheet.close()


def test_an_address_in_about_can_be_copied_and_opens_only_when_it_is_followed(window, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    window.guide.about()
    sheet = opened(window, AboutSheet)
    qtbot.waitExposed(sheet)
    link = next(each for each in sheet.findChildren(QLabel) if each.accessibleName() == "https://lucide.dev/")

    assert link.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert not link.openExternalLinks()
    assert asked == []
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Tab)
    link.linkActivated.emit("https://lucide.dev/")
    assert asked == ["https://lucide.dev/"]
    sheet.close()


def test_every_library_names_its_licence():
    assert [part.name for part in libraries() if not part.licence or not part.address] == []
