"""More contrast, and light and dark, as the reader or the desktop wants them; the window follows at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibilityHints, QGuiApplication, QStyleHints
from PySide6.QtWidgets import QApplication

from sco_reader.desktop.settings_sheet import SettingsSheet
from sco_reader.settings import Settings, load_settings, save_settings
from sco_reader.words import say
from tests.desktop.keyboard import Keyboard
from tests.desktop.looking import cut

LIGHT, DARK = Qt.ColorScheme.Light, Qt.ColorScheme.Dark
MORE, USUAL = Qt.ContrastPreference.HighContrast, Qt.ContrastPreference.NoPreference


@pytest.fixture
def desktop(monkeypatch):
    """Sets what the desktop wants, as Qt tells of it: offscreen there is none to ask."""
    hints = QGuiApplication.styleHints()

    def want(*, scheme=None, contrast=None):
        if scheme is not None:
            monkeypatch.setattr(QStyleHints, "colorScheme", lambda _: scheme)
            hints.colorSchemeChanged.emit(scheme)
        if contrast is not None:
            monkeypatch.setattr(QAccessibilityHints, "contrastPreference", lambda _: contrast)
            hints.accessibility().contrastPreferenceChanged.emit(contrast)

    return want


def painted(window):
    """The colour of the card beside its text, and that of the list, as they stand on the screen."""
    picture = window.grab().toImage()
    places = (part.mapTo(window, part.rect().bottomLeft()) for part in (window.card, window.lookup))
    return [picture.pixelColor(place.x() + 4, place.y() - 4).name() for place in places]


def opened(window, qtbot):
    Keyboard(window, qtbot).press("Ctrl+Shift+O")
    sheet = window.findChild(SettingsSheet)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is sheet)
    return sheet


def test_one_key_gives_higher_contrast_and_takes_it_back(window, qtbot):
    usual = painted(window)
    Keyboard(window, qtbot).press("Ctrl+Shift+H")
    more = painted(window)
    ticked = window.wishes.actions["higher_contrast"].isChecked()
    Keyboard(window, qtbot).press("Ctrl+Shift+H")

    assert usual == ["#ffffff", "#f3f5f5"]
    assert more == ["#ffffff", "#ffffff"]
    assert ticked and not window.wishes.actions["higher_contrast"].isChecked()
    assert painted(window) == usual


def test_the_menu_offers_it_and_dark_stays_dark(make_window):
    window = make_window("ar", "dark")
    view = window.menuBar().actions()[2].menu()
    next(each for each in view.actions() if each.iconText() == say("action-contrast", "ar")).trigger()

    assert painted(window) == ["#000000", "#000000"]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_settings_choose_look_and_contrast_by_the_keyboard(make_window, qtbot, lang):
    window = make_window(lang)
    sheet = opened(window, qtbot)
    keyboard = Keyboard(window, qtbot)
    keyboard.tab_to(lambda focus: focus is sheet.contrast, back=True)
    keyboard.press("Down")
    more = painted(window)
    keyboard.press("Shift+Tab")
    keyboard.press("Down")

    assert more == ["#ffffff", "#ffffff"]
    assert painted(window) == ["#000000", "#000000"]
    assert [box.accessibleName() for box in (sheet.look, sheet.contrast)] == [
        say("settings-mode", lang), say("settings-contrast", lang),
    ]  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_settings_fit_a_small_window_with_all_their_words(make_window, qtbot, lang):
    window = make_window(lang, size=(900, 600))
    sheet = opened(window, qtbot)

    assert sheet.width() <= 900 and sheet.height() < 600
    assert cut(sheet) == []


def test_in_large_text_the_settings_go_along_with_the_keyboard(make_window, qtbot):
    window = make_window(size=(900, 600), percent=160)
    sheet = opened(window, qtbot)
    keyboard = Keyboard(window, qtbot)
    keyboard.tab_to(lambda focus: focus is sheet.watch)

    assert sheet.height() < window.height()
    assert sheet.watch.visibleRegion().boundingRect().height() == sheet.watch.height()


def test_more_contrast_is_there_the_next_time(window, qtbot, home):
    Keyboard(window, qtbot).press("Ctrl+Shift+H")
    window.close()

    assert load_settings(home).contrast == "more"


def test_a_contrast_that_is_not_understood_is_that_of_the_desktop(tmp_path):
    save_settings(Settings(contrast="more"), tmp_path)
    file = tmp_path / "settings.json"
    file.write_text(file.read_text().replace('"more"', '"most"'))

    assert load_settings(tmp_path).contrast == "system"


def test_the_open_window_follows_the_desktop(make_window, desktop):
    window = make_window(mode="system")
    desktop(scheme=DARK)
    dark = painted(window)
    desktop(contrast=MORE)
    more = painted(window)
    desktop(scheme=LIGHT, contrast=USUAL)

    assert dark == ["#182127", "#12191e"]
    assert more == ["#000000", "#000000"]
    assert painted(window) == ["#ffffff", "#f3f5f5"]


def test_what_the_desktop_wants_is_taken_from_the_start(make_window, desktop):
    desktop(scheme=DARK, contrast=MORE)

    assert painted(make_window(mode="system")) == ["#000000", "#000000"]


def test_what_the_reader_chose_stays_whatever_the_desktop_wants(window, qtbot, desktop):
    keyboard = Keyboard(window, qtbot)
    keyboard.press("Ctrl+Shift+H")
    keyboard.press("Ctrl+Shift+H")
    desktop(scheme=DARK, contrast=MORE)

    assert painted(window) == ["#ffffff", "#f3f5f5"]
