"""The line at the foot counts what is on show: facts of a card, and in a view what that view holds."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.looking import cut
from tests.desktop.views import go


def said(window):
    """What the line says beside how far the facts were checked and the edition."""
    return [label.accessibleName() for label in window.status._labels[2:] if label.isVisible()]


def test_the_map_counts_the_states_of_the_day(window, qtbot):
    window.as_of.set_text("hsc-2024")
    go(window, "map", qtbot)
    assert said(window) == ["26 states on this day: 10 member states, 2 observers, 14 dialogue partners"]

    window.as_of.set_text("2017-06-08")
    assert said(window)[0].split(": ")[1].split(", ")[0] == "6 member states"


def test_the_timeline_counts_what_falls_into_the_years_on_show(window, qtbot):
    go(window, "timeline", qtbot)
    whole = said(window)
    window.pages.timeline.view.canvas.zoom_in()
    closer = said(window)

    lanes, items = whole[0].split(" · ")
    assert closer[0].split(" · ")[0] == lanes
    assert int(closer[0].split(" · ")[1].split()[0]) < int(items.split()[0])


def test_the_table_of_who_came_counts_its_parties_and_meetings(window, qtbot):
    go(window, "matrix", qtbot)
    found = window.pages.matrix._found
    assert said(window) == [f"{len(found.parties)} parties × {len(found.meetings)} meetings"]

    window.pages.matrix._toggles[1].click()
    more = window.pages.matrix._found
    assert said(window) == [f"{len(more.parties)} parties × {len(more.meetings)} meetings"]
    assert len(more.meetings) > len(found.meetings)


def test_a_view_behind_the_one_on_show_counts_nothing(window, qtbot):
    go(window, "map", qtbot)
    go(window, "kz", qtbot)
    window.as_of.set_text("hsc-2024")

    assert "facts on this card" in said(window)[0]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_in_a_narrow_window_the_line_is_shorter_and_nothing_in_it_is_cut(make_window, qtbot, lang):
    window = make_window(lang, size=(1280, 800))
    window.as_of.set_text("hsc-2024")
    go(window, "map", qtbot)
    assert len(said(window)) == 1
    window.resize(420, 600)
    QApplication.processEvents()

    assert cut(window.status) == []


@pytest.mark.parametrize(("view", "words"), [("about_data", "سطرًا في هذه الصفحة"), ("kz", "في هذه البطاقة")])
def test_a_page_about_no_entity_counts_its_lines_a_card_its_facts(make_window, qtbot, view, words):
    window = make_window("ar")
    go(window, view, qtbot)

    assert said(window)[0].endswith(words)
