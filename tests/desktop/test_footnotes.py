"""The pop-over at a source mark, by keyboard and by mouse, on cards, on the timeline and in the table of attendance."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from sco_reader.cards.card import Row
from sco_reader.desktop.marked_label import MarkedLabel
from sco_reader.desktop.marks import mark_boxes
from sco_reader.desktop.sources_panel import SourceRole


def said(popup) -> str:
    return popup.accessibleName()


def rows(table) -> list[int]:
    return [n for n in range(table.facts.rowCount()) if isinstance(table.facts.line(n), Row)]


def step_in(window, qtbot, row: int, key=Qt.Key.Key_Space):
    table = window.card.table
    table.setFocus()
    table.setCurrentIndex(table.facts.index(row, 0))
    qtbot.keyClick(table, key)
    return window.footnotes.popup


def test_space_on_a_row_shows_publisher_title_day_class_and_place(window, qtbot):
    window.open_entity("kg")
    window.card.step_section(1)
    table = window.card.table
    row = next(n for n in rows(table) if table.facts.line(n).marks.places)
    marks = table.facts.line(row).marks
    popup = step_in(window, qtbot, row)
    citations = [marks.citation(number, window.card.card.sources) for number in (*marks.numbers, *marks.against)]
    heard = []
    for _ in citations:
        heard.append(said(popup))
        qtbot.keyClick(popup, Qt.Key.Key_Right)

    for citation, text in zip(citations, heard, strict=True):
        assert citation.source.title in text
        assert citation.source.publisher in text
        assert f"Class of source: {citation.source.klass}" in text
        assert citation.at is None or citation.at in text
    assert said(popup) == heard[0]  # once around
    assert QAccessible.queryAccessibleInterface(popup).text(QAccessible.Text.Name) == heard[0]


def test_the_place_on_the_page_is_that_of_the_fact_and_not_of_another_with_the_same_source(db):
    from datetime import date

    from sco_reader.cards.compose import card
    from sco_reader.cards.footnote import footnote
    from sco_reader.evidence import evidence_for

    found = card(db, "kg", lang="en", on=date(2026, 11, 23))
    evidence = evidence_for(
        db, [row[0] for row in db.execute("SELECT id FROM fact WHERE entity = 'kg' OR id LIKE 'term:%'")]
    )
    cited = {
        (c.source.id, c.at)
        for each in evidence.values()
        for c in (*each.citations, *(x for k in each.contests for x in k.citations))
    }
    marks = [row.marks for section in found.sections for row in section.rows] + [fact.marks for fact in found.facts]
    sides = [side for each in marks for side in footnote(each, found.sources, found.disputes).sides if side.citation.at]

    assert sides
    assert {(side.citation.source.id, side.citation.at) for side in sides} <= cited


def test_escape_gives_the_keyboard_back_and_enter_goes_on_to_the_list(window, qtbot):
    window.open_entity("hsc-2024")
    row = rows(window.card.table)[0]
    popup = step_in(window, qtbot, row)
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert popup.isHidden()
    assert window.card.table.hasFocus()

    step_in(window, qtbot, row)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    number = popup.side.number
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert popup.isHidden()
    assert window.sources.list.hasFocus()
    assert window.sources.current == window.card.card.sources[number - 1]


def test_in_arabic_the_left_arrow_goes_on(make_window, qtbot):
    window = make_window("ar")
    window.open_entity("hsc-2024")
    table = window.card.table
    row = next(n for n in rows(table) if len(table.facts.line(n).marks.numbers) > 1)
    popup = step_in(window, qtbot, row)
    qtbot.keyClick(popup, Qt.Key.Key_Left)

    assert popup.side.number == table.facts.line(row).marks.numbers[1]
    assert "صنف المصدر: " in said(popup)


def test_a_contested_fact_shows_both_sides_and_the_reason(window, qtbot):
    window.open_entity("ir")
    table = window.card.table
    row = next(n for n in rows(table) if table.facts.line(n).marks.against)
    marks = table.facts.line(row).marks
    popup = step_in(window, qtbot, row)
    shown = " ".join(label.accessibleName() for label in popup.findChildren(QLabel) if label.isVisible())
    dispute = next(each for each in window.card.card.disputes if set(marks.against) & set(each.marks.against))

    assert dispute.text in shown
    for number in (*marks.numbers, *marks.against):
        assert window.card.card.sources[number - 1].source.publisher in shown
    for _ in marks.numbers:
        qtbot.keyClick(popup, Qt.Key.Key_Down)
    assert popup.side.against
    assert "says otherwise" in said(popup)


def test_the_citation_is_copied_out_of_the_footnote(window, qtbot):
    window.open_entity("hsc-2024")
    popup = step_in(window, qtbot, rows(window.card.table)[0])
    qtbot.keyClick(popup, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert popup.side.citation.source.address in QGuiApplication.clipboard().text()


def test_the_pointer_on_a_mark_shows_the_footnote_without_taking_the_keyboard(window, qtbot):
    window.open_entity("kz")
    window.lookup.edit()
    table = window.card.table
    index = table.facts.index(rows(table)[0], table.facts.columnCount() - 1)
    number, box, _ = mark_boxes(window.theme, table.visualRect(index), table.facts.line(index.row()).marks, rtl=False)[
        -1
    ]
    there = table.viewport().mapTo(window.card.widget(), box.center())
    window.card.ensureVisible(there.x(), there.y())
    qtbot.mouseMove(table.viewport(), box.center())
    qtbot.waitUntil(window.footnotes.popup.isVisible)
    assert window.footnotes.popup.side.number == number
    assert window.lookup.field.hasFocus()

    qtbot.mouseMove(table.viewport(), QPoint(4, 4))
    qtbot.waitUntil(window.footnotes.popup.isHidden)


def test_a_mark_in_the_summary_is_reached_by_tab_and_opened_by_space(window, qtbot):
    window.open_entity("kz")
    lead = next(each for each in window.card.findChildren(MarkedLabel) if each.isVisible())
    lead.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(lead, Qt.Key.Key_Tab)
    lead.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(lead, Qt.Key.Key_Space)

    assert window.footnotes.popup.hasFocus()
    assert window.footnotes.popup.side.number in window.card.card.lead[0].marks.numbers


def test_items_of_the_timeline_and_cells_of_the_table_have_footnotes(window, qtbot):
    window.ways.timeline()
    canvas = window.pages.timeline.view.canvas
    seen = set()
    for _ in range(60):
        qtbot.keyClick(canvas, Qt.Key.Key_Down)
        group = canvas.focused.item.lane.partition("/")[0]
        if group in seen:
            continue
        seen.add(group)
        qtbot.keyClick(canvas, Qt.Key.Key_Space)
        assert window.footnotes.popup.side.citation.source.publisher in said(window.footnotes.popup)
        qtbot.keyClick(window.footnotes.popup, Qt.Key.Key_Escape)
        assert canvas.hasFocus()
        assert "Sources: " in window.pages.timeline.publishers_of(canvas.focused.item)
    assert seen == {"membership", "leaders", "meetings", "milestones", "documents"}

    window.ways.matrix()
    table = window.pages.matrix.table
    qtbot.keyClick(table, Qt.Key.Key_Space)
    cited = [citation.source for citation in table.seat.sent.evidence.citations]
    assert window.footnotes.popup.side.citation.source in cited
    qtbot.keyClick(window.footnotes.popup, Qt.Key.Key_Return)
    assert window.pages.matrix.detail.sources.list.hasFocus()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_many_disputes_fold_into_one_line_so_that_the_sources_are_seen(make_window, lang):
    window = make_window(lang)
    window.open_entity("kz")
    model, shown = window.sources.model, window.sources.list
    many = len(window.card.card.disputes)
    assert many > 2
    assert model.rowCount() == 1 + len(window.card.card.sources)
    assert str(many) in model.index(0).data()

    window.sources.list.setFocus()
    shown.setCurrentIndex(model.index(0))
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert model.rowCount() == 1 + many + len(window.card.card.sources)
    window.show_source(1)
    assert shown.currentIndex().data(SourceRole.NUMBER) == 1
    shown.scrollToTop()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualRect(model.index(0)).center())
    assert model.rowCount() == 1 + len(window.card.card.sources)


def test_one_or_two_disputes_stand_open_above_the_sources(window, db):
    few = next(an_id for (an_id,) in db.execute("SELECT id FROM entity WHERE kind = 'person' ORDER BY id")
               if 1 <= len(window.composed(an_id).disputes) <= 2)  # fmt: skip
    window.open_entity(few)
    card = window.card.card
    assert window.sources.model.rowCount() == len(card.disputes) + len(card.sources)
    assert window.sources.model.index(0).data(SourceRole.DISPUTE) == card.disputes[0]


@pytest.mark.parametrize(("lang", "own", "other"), [("ar", "إيلاف", "Elaph"), ("en", "Elaph", "إيلاف")])
def test_panel_and_pop_over_name_the_publisher_in_the_language_of_the_window(make_window, qtbot, lang, own, other):
    window = make_window(lang)
    window.open_entity("kg")
    model = window.sources.list.model()
    lines = [str(model.index(n, 0).data(SourceRole.LINE) or "") for n in range(model.rowCount())]
    assert any(own in line for line in lines)
    assert not any(other in line for line in lines)

    table = window.card.table
    known = {
        n for n, each in enumerate(window.card.card.sources, 1) if each.source.publisher_ar != each.source.publisher
    }
    row = next(n for n in rows(table) if known & set(table.facts.line(n).marks.numbers))
    popup = step_in(window, qtbot, row)
    for _ in table.facts.line(row).marks.numbers:
        assert popup.side.citation.source.publisher_in(lang) in said(popup)
        qtbot.keyClick(popup, Qt.Key.Key_Right)
