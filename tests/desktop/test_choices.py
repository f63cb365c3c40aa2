"""Buttons above a page: of one height, with an arrow where a menu opens, joined where one of several is chosen."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from sco_reader.desktop.choices import MenuButton, Segments
from tests.desktop.views import go

PAGES = ("tables", "matrix", "notes", "map")


@pytest.mark.parametrize("percent", [100, 140])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_buttons_with_words_are_equally_high(make_window, qtbot, lang, percent):
    window = make_window(lang, percent=percent)
    for view in PAGES:
        go(window, view, qtbot)
        page = window.pages.currentWidget()
        every = [*page.findChildren(QPushButton), *page.findChildren(QToolButton)]
        named = [
            each
            for each in every
            if each.isVisible() and each.text() and each.objectName() in ("", "choice", "segment")
        ]
        assert named and len({each.height() for each in named}) == 1, view


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_button_with_a_menu_shows_an_arrow_at_its_end(make_window, qtbot, lang):
    window = make_window(lang)
    go(window, "tables", qtbot)
    for button in window.pages.tables.findChildren(MenuButton):
        picture = button.grab().toImage()
        paper = picture.pixelColor(picture.width() // 2, 3)
        ends = range(6, 22) if lang == "ar" else range(picture.width() - 22, picture.width() - 6)
        inked = {(x, y) for x in ends for y in range(5, picture.height() - 5)
                 if abs(picture.pixelColor(x, y).lightness() - paper.lightness()) > 60}  # fmt: skip
        assert len(inked) > 6


def test_joined_buttons_are_round_at_their_outer_ends_and_turn_with_the_language(make_window, qtbot):
    window = make_window()
    go(window, "tables", qtbot)

    def edges():
        buttons = window.pages.tables.findChild(Segments).findChildren(QToolButton)
        return [each.property("edge") for each in buttons]

    assert edges() == ["left", "middle", "middle", "middle", "right"]
    window.appearance.language()
    QApplication.processEvents()
    assert edges() == ["right", "middle", "middle", "middle", "left"]
