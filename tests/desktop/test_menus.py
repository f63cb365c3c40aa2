"""The menu bar: every wish stands there under its key, in both languages, and is grey where it does not apply."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

from sco_reader.desktop.keys import KEYS, MENUS, keys_of
from sco_reader.desktop.menu_bar import mnemonics
from sco_reader.words import say

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def bar_of(window) -> QMenuBar:
    return window.menuBar()


def lines(window) -> dict[str, list[str]]:
    """What each menu says, by its title, letters under Alt and keys taken off."""
    return {
        title.text().replace("&", ""): [
            action.text().replace("&", "").split("\t")[0]
            for action in title.menu().actions()
            if not action.isSeparator()
        ]
        for title in bar_of(window).actions()
    }


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_wish_stands_in_a_menu_by_its_name(make_window, lang):
    window = make_window(lang)
    said = lines(window)

    assert list(said) == [say(f"menu-{menu}", lang) for menu in MENUS]
    for key in KEYS.values():
        assert say(key.word, lang) in said[say(f"menu-{key.menu}", lang)]


def test_no_two_lines_of_an_english_menu_share_a_letter(window):
    for menu in [bar_of(window), *(title.menu() for title in bar_of(window).actions())]:
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        letters = [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
        assert len(letters) == len(set(letters))
        assert all("&" in text for text in texts if text != "العربية")


def test_arabic_menus_have_no_letters_and_say_keys_from_left_to_right(make_window):
    window = make_window("ar")
    texts = [action.text() for title in bar_of(window).actions() for action in title.menu().actions()]

    assert not any("&" in text for text in texts)
    assert any(text.endswith("\t\u2066Ctrl+,\u2069") for text in texts)


def test_letters_of_a_menu_are_first_letters_while_they_last():
    assert mnemonics(["Back", "Before", "Bab"], "en") == ["&Back", "B&efore", "B&ab"]


def test_no_two_wishes_share_a_key():
    for mac in (True, False):
        for rtl in (True, False):
            every = [QKeySequence(each).toString() for key in KEYS.values() for each in keys_of(key, rtl=rtl, mac=mac)]
            assert sorted(every) == sorted(set(every))


def test_what_does_not_apply_is_grey(window, qtbot):
    actions = window.wishes.actions
    assert not actions["back"].isEnabled()
    assert not actions["today"].isEnabled()
    window.open_entity("kz")
    window.as_of.set_text("2019")
    assert actions["back"].isEnabled()
    assert actions["today"].isEnabled()
    assert actions["next_section"].isEnabled()
    press(qtbot, window, Qt.Key.Key_2, CTRL)
    assert not actions["next_section"].isEnabled()


@pytest.mark.parametrize(("lang", "back", "forward"), [("en", Qt.Key.Key_Left, Qt.Key.Key_Right), ("ar", Qt.Key.Key_Right, Qt.Key.Key_Left)])  # fmt: skip
def test_back_and_forward_turn_with_the_direction_of_reading(make_window, qtbot, lang, back, forward):
    window = make_window(lang)
    window.open_entity("kz")
    window.open_entity("hsc-2024")
    press(qtbot, window, back, ALT)
    assert window.card.card.id == "kz"
    press(qtbot, window, forward, ALT)
    assert window.card.card.id == "hsc-2024"


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_f10_opens_the_menus_even_where_the_bar_is_hidden(make_window, qtbot, lang):
    window = make_window(lang)
    press(qtbot, window, Qt.Key.Key_M, CTRL | ALT)
    assert not bar_of(window).isVisible()
    press(qtbot, window, Qt.Key.Key_F10)
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    assert [action.text().replace("&", "") for action in opened.actions()] == list(lines(window))
    opened.close()

    press(qtbot, window, Qt.Key.Key_M, CTRL | ALT)
    assert bar_of(window).isVisible()
    press(qtbot, window, Qt.Key.Key_F10)
    assert QApplication.activePopupWidget() is bar_of(window).actions()[0].menu()
    QApplication.activePopupWidget().close()


def test_what_was_opened_lately_opens_again_from_the_menu(window):
    window.open_entity("kz")
    window.open_entity("hsc-2024")
    recent = window.findChild(QMenu, "recent")
    recent.aboutToShow.emit()
    assert [action.text() for action in recent.actions()] == ["Astana summit 2024", "Kazakhstan"]
    recent.actions()[1].trigger()

    assert window.card.card.id == "kz"


def test_the_bar_stands_in_the_first_frame_so_that_nothing_jumps(make_window):
    window = make_window()
    titles = [action.text() for action in bar_of(window).actions()]
    assert bar_of(window).height() > 0
    assert titles == ["&File", "&Edit", "&View", "&Go", "&Help"]


def test_f11_fills_the_screen_and_gives_the_window_back(window, qtbot):
    press(qtbot, window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert window.wishes.actions["full_screen"].isChecked()
    press(qtbot, window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_the_side_buttons_of_a_mouse_go_back_and_forward(window):
    window.open_entity("kz")
    window.open_entity("hsc-2024")
    over = window.sources.list.mapTo(window, window.sources.list.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.BackButton, pos=over)
    assert window.card.card.id == "kz"
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.ForwardButton, pos=over)
    assert window.card.card.id == "hsc-2024"
