"""A small window stays as small as its reader makes it, whatever it shows."""

import pytest
from PySide6.QtWidgets import QApplication, QToolButton

from tests.desktop.views import CARDS, VIEWS, go


def shown(window, qtbot, views, **size):
    """The width of the window on each view, turned to a day between others and made narrow again before each."""
    for view in views:
        go(window, view, qtbot)
        if size:
            window.resize(size["before"], 800)
            QApplication.processEvents()
            window.resize(900, 600)
            QApplication.processEvents()
        yield view, window.width(), window.height()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_no_view_makes_a_small_window_wider(make_window, qtbot, lang):
    window = make_window(lang, size=(900, 600))
    window.as_of.set_text("hsc-2024")

    assert [each for each in shown(window, qtbot, (*VIEWS, *CARDS)) if each[1:] != (900, 600)] == []


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_wide_window_becomes_narrow_again_in_every_view(make_window, qtbot, lang):
    window = make_window(lang, size=(1280, 800))
    window.as_of.set_text("hsc-2024")

    assert [each for each in shown(window, qtbot, VIEWS, before=1280) if each[1:] != (900, 600)] == []


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_kinds_to_narrow_the_look_up_by_stand_on_one_line(make_window, lang, size):
    lookup = make_window(lang, size=size).lookup
    chips = lookup._filters.buttons()

    assert len({chip.y() for chip in chips}) == 1
    assert [chip.text() for chip in chips if not lookup.rect().contains(chip.geometry())] == []


def test_another_kind_is_chosen_and_the_row_stands_still(make_window):
    lookup = make_window(size=(900, 600)).lookup
    chips = lookup._filters.buttons()
    before = [chip.geometry() for chip in chips]
    chips[-1].click()
    QApplication.processEvents()

    assert [chip.geometry() for chip in chips] == before


@pytest.mark.parametrize("view", ["claims", "changes", "compare"])
def test_a_view_that_is_a_table_of_its_own_has_the_room_of_the_look_up_list(make_window, qtbot, view):
    window = make_window(size=(1280, 800))
    go(window, "kz", qtbot)
    beside = window.card.width()
    go(window, view, qtbot)
    assert window.lookup.isHidden() and window.card.width() > beside

    window.search()
    assert window.lookup.isVisible() and window.lookup.field.hasFocus()
    go(window, "kz", qtbot)
    assert window.lookup.isVisible()


def test_in_a_wide_window_the_list_stays_beside_every_view(make_window, qtbot):
    window = make_window(size=(1700, 900))
    for view in ("claims", "changes", "compare"):
        go(window, view, qtbot)
        assert window.lookup.isVisible()


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_view_of_the_menu_has_a_button_on_the_rail_that_is_whole(make_window, qtbot, lang, size):
    window = make_window(lang, size=size)
    buttons = [each for each in window.rail.findChildren(QToolButton) if each.isVisible()]

    assert set(VIEWS) - {"sheet"} <= {each.property("view") for each in buttons}  # the bar has the sheet's, at its end
    assert [each.text() for each in buttons if not window.rail.rect().contains(each.geometry())] == []
    assert all(each.height() >= 28 for each in buttons)


def test_the_tables_open_from_the_rail(window, qtbot):
    button = next(each for each in window.rail.findChildren(QToolButton) if each.property("view") == "tables")
    button.click()

    assert window.history.here.view == "tables" and button.isChecked()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_what_lies_behind_a_cell_makes_a_small_window_no_higher_nor_any_view_after_it(make_window, qtbot, lang):
    window = make_window(lang, size=(900, 600))
    window.as_of.set_text("hsc-2024")
    go(window, "matrix", qtbot)
    window.pages.matrix.open_detail()
    QApplication.processEvents()

    assert window.height() == 600
    assert [each for each in shown(window, qtbot, VIEWS) if each[1:] != (900, 600)] == []
