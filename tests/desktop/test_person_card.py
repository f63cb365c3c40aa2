"""The card of a person: the office of the day at its head, the career as bars, the table under its heads."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from tests.desktop.views import CARDS, VIEWS, go

TOKAYEV = "kassym-jomart-tokayev"


def offices(window):
    return [cell._said for cell in window.card._offices.cells]


@pytest.mark.parametrize(
    ("on", "said"),
    [("2024-07-04", ["President of Kazakhstan"]), ("2005-01-01", ["Minister of Foreign Affairs of Kazakhstan"]),
     ("2015-01-01", [])],
)  # fmt: skip
def test_the_office_of_the_day_stands_at_the_head(window, on, said):
    window.as_of.set_text(on)
    window.open_entity(TOKAYEV)

    assert offices(window) == said
    assert bool(said) != any(cell.accessibleName().startswith("Office") for cell in window.card.facts.cells)


def test_what_the_head_says_no_sentence_says_again_and_the_days_of_a_life_stand_with_the_names(window):
    window.open_entity(TOKAYEV)

    assert not window.card._lead.isVisible()
    assert [cell.value for cell in window.card._names.cells][-1] == "17 May 1953"


def test_the_head_leads_to_its_state_by_key_and_by_mouse(window, qtbot):
    window.open_entity(TOKAYEV)
    cell = window.card._offices.cells[0]
    cell.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    assert window.card.card.id == "kz"

    window.back()
    cell = window.card._offices.cells[0]
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert window.card.card.id == "kz"


def test_terms_that_follow_each_other_in_one_office_are_one_bar(window):
    window.open_entity(TOKAYEV)
    drawn = [(bar.stretch.name, bar.stretch.span.since.text[:4]) for bar in window.card._career._bars]

    assert drawn.count(("President", "2019")) == 1
    assert [since for _, since in drawn] == sorted(since for _, since in drawn)
    assert len(drawn) < len(window.card.card.sections[0].rows)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_bars_lie_in_the_direction_of_reading_and_no_name_covers_another(make_window, lang):
    window = make_window(lang)
    window.open_entity(TOKAYEV)
    places = window.card._career._places
    first, last = places[0].box, places[-1].box

    assert (last.left() > first.left()) == (lang == "en")
    for number, one in enumerate(places):
        for other in places[number + 1 :]:
            assert not one.box.united(one.name).intersects(other.box.united(other.name))
        assert window.card._career.rect().toRectF().contains(one.name)


def test_one_office_alone_needs_no_bars(window):
    window.open_entity("kz")
    assert not window.card._career.isVisible()


def test_a_bar_after_the_day_is_not_yet_reached(window):
    window.as_of.set_day(date(2000, 1, 1))
    window.open_entity(TOKAYEV)
    later = [bar.stretch.name for bar in window.card._career._bars if bar.start > date(2000, 1, 1).toordinal()]

    assert "President" in later
    assert not any(bar.stretch.current for bar in window.card._career._bars if bar.stretch.name in later)


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_heads_of_every_table_are_whole(make_window, qtbot, lang, size):
    window = make_window(lang, size=size)
    window.as_of.set_text("hsc-2024")
    cut = []
    for view in (*VIEWS, *CARDS):
        go(window, view, qtbot)
        for number in range(len(window.card.card.sections) if window.history.here.view == "card" else 0):
            window.card._show_section(number)
            table = window.card.table
            head = table.horizontalHeader()
            if head.isHidden() or not table.isVisible():
                continue
            for column in range(table.facts.columnCount()):
                text = table.facts.headerData(column, Qt.Orientation.Horizontal)
                room = QRect(0, 0, head.sectionSize(column) - 12, 999)
                needed = QFontMetrics(head.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, text)
                if needed.width() > room.width() or needed.height() > head.height() - 8:
                    cut.append((view, window.card.card.sections[number].key, text))
    assert cut == []


def test_a_column_of_sources_has_a_head_only_where_rows_have_sources(make_window, qtbot):
    window = make_window("en")
    heads = {}
    for an_id in ("nato-of-the-east", "hsc-2024"):
        go(window, an_id, qtbot)
        window.card._show_section(0)
        table = window.card.table
        heads[an_id] = table.facts.headerData(table.facts.columnCount() - 1, Qt.Orientation.Horizontal)

    assert list(heads.values()) == ["", "Source"]
