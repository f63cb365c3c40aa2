"""Notes and bookmarks as a desk editor makes them: real keys, a real file."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from sco_reader.cards.card import Row
from sco_reader.desktop.result_list import Role
from sco_reader.notes.opening import FILE
from tests.conftest import ROOT, type_text
from tests.desktop.noting import CTRL, GONE, KZ, begin_note, boxes, on_disk, press, unfold


@pytest.mark.parametrize(("lang", "text"), [("en", "Ask **Astana**"), ("ar", "اسأل **أستانا** عن Kazinform")])
def test_what_is_typed_is_on_the_disk_without_a_further_key_and_reads_as_markdown(make_window, qtbot, home, lang, text):
    window = make_window(lang)
    editor = begin_note(window, qtbot)
    type_text(editor, text)
    qtbot.waitUntil(lambda: (home / FILE).exists() and on_disk(home) == [("kz", text)], timeout=1000)

    press(qtbot, window, Qt.Key.Key_Escape)
    (box,) = boxes(window)
    assert box.view.isVisible() and not box.editor.isVisible()
    assert box.view.toPlainText() == text.replace("**", "")
    assert QApplication.focusWidget() is box.view


def test_one_goes_on_typing_and_each_second_is_saved(window, qtbot, home):
    editor = begin_note(window, qtbot)
    saved = set()
    for number in range(60):
        type_text(editor, f"{number} ")
        qtbot.wait(20)  # a key every 20 ms: a pause of the hand never comes
        note = window.noting.keeper._store.notes_on("kz") if window.noting.keeper._store else []
        saved.update(one.text for one in note)

    assert len(saved) >= 2


def test_a_note_on_the_fact_under_the_keyboard_says_which_fact(window, qtbot):
    window.open_entity("kz")
    table = window.card.table
    lines = [table.facts.line(row) for row in range(table.facts.rowCount())]
    row = next(
        n for n, line in enumerate(lines) if isinstance(line, Row) and line.marks.fact.startswith("status:kz:member")
    )
    table.setFocus()
    table.setCurrentIndex(table.facts.index(row, 0))
    press(qtbot, window, Qt.Key.Key_M, CTRL)
    type_text(QApplication.focusWidget(), "checked")
    press(qtbot, window, Qt.Key.Key_Escape)

    (note,) = window.noting.keeper.notes_on("kz")
    assert note.subject.fact == "status:kz:member:2001-06-15"
    assert "Member" in note.subject.about and "Member" in boxes(window)[0]._about.accessibleName()


def test_a_bookmark_is_set_taken_away_and_brought_back(window, qtbot):
    window.open_entity("kz")
    press(qtbot, window, Qt.Key.Key_B, CTRL)
    assert window.noting.strip.star.isChecked() and window.message.text
    press(qtbot, window, Qt.Key.Key_B, CTRL)
    assert not window.noting.strip.star.isChecked()

    qtbot.mouseClick(window.message.undo, Qt.MouseButton.LeftButton)
    assert window.noting.strip.star.isChecked()


def test_where_there_is_no_entity_the_keys_say_what_to_do(window, qtbot):
    window.ways.about_data()
    press(qtbot, window, Qt.Key.Key_B, CTRL)

    assert "open a state" in window.message.text
    assert not window.noting.strip.isVisible()


@pytest.mark.parametrize(("lang", "typed"), [("ar", "والاتّفاق"), ("en", "اتفاق")])
def test_notes_are_found_in_the_same_field_in_a_group_of_their_own(make_window, qtbot, kept, lang, typed):
    kept((KZ, "ملاحظة عن إتفاق النقل"), (GONE, "nothing"))
    window = make_window(lang)
    qtbot.waitUntil(lambda: window.lookup.find_notes is not None)
    type_text(window.lookup.field, typed)
    model = window.lookup.model
    kinds = [model.index(row).data(Role.KIND) for row in range(model.rowCount())]
    assert kinds[-2:] == ["heading", "note"]

    for _ in kinds:
        qtbot.keyClick(window.lookup.field, Qt.Key.Key_Down)
    qtbot.keyClick(window.lookup.field, Qt.Key.Key_Return)
    assert window.card.card.id == "kz"
    assert QApplication.focusWidget() is boxes(window)[0].view
    assert window.noting.strip.is_unfolded


def test_other_kinds_than_all_show_no_notes(window, qtbot, kept):
    kept((KZ, "astana"))
    qtbot.waitUntil(lambda: window.lookup.find_notes is not None)
    window.lookup._filters.button(1).click()
    type_text(window.lookup.field, "astana")
    model = window.lookup.model

    assert "note" not in [model.index(row).data(Role.KIND) for row in range(model.rowCount())]


def test_a_deleted_note_comes_back_by_ctrl_z(window, qtbot, home):
    editor = begin_note(window, qtbot)
    type_text(editor, "not to be lost")
    press(qtbot, window, Qt.Key.Key_Escape)
    qtbot.mouseClick(boxes(window)[0]._delete, Qt.MouseButton.LeftButton)
    assert boxes(window) == [] and on_disk(home) == []

    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert [box.view.toPlainText() for box in boxes(window)] == ["not to be lost"]
    assert on_disk(home) == [("kz", "not to be lost")]


def test_the_editor_undoes_beyond_what_was_saved(window, qtbot):
    editor = begin_note(window, qtbot)
    type_text(editor, "kept ")
    window.noting.keeper.save()
    editor.selectAll()
    editor.insertPlainText("x")
    window.noting.keeper.save()
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
    window.noting.keeper.save()

    assert [note.text for note in window.noting.keeper.notes()] == ["kept "]


def test_an_emptied_note_leaves_and_can_be_had_back(window, qtbot):
    editor = begin_note(window, qtbot)
    type_text(editor, "words")
    window.noting.keeper.save()
    editor.selectAll()
    press(qtbot, window, Qt.Key.Key_Delete)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert boxes(window) == []

    window.noting.undo()
    assert [box.view.toPlainText() for box in boxes(window)] == ["words"]


def test_the_language_and_the_date_turn_under_an_open_editor(window, qtbot):
    editor = begin_note(window, qtbot)
    type_text(editor, "half a sen")
    window.appearance.language()
    window.as_of.set_text("2019")

    (box,) = boxes(window)
    assert box.editor is editor and editor.isVisible() and editor.toPlainText() == "half a sen"


def test_text_is_data(window, qtbot, kept):
    kept((KZ, "<b>bold</b> <script>x</script>\n\n![a picture](https://example.com/a.png)\n\nsafe\u202etxt"))
    unfold(window, qtbot)
    view = boxes(window)[0].view

    assert view.toPlainText() == "<b>bold</b> <script>x</script>\n[a picture]\nsafetxt"
    assert "<img" not in view.toHtml()
    image = QTextDocument.ResourceType.ImageResource
    assert (
        view.document().loadResource(image, QUrl.fromLocalFile(str(ROOT / "resources/pictures/window-ar.png"))) is None
    )


def test_what_is_pasted_is_plain_text_without_controls(window, qtbot):
    editor = begin_note(window, qtbot)
    pasted = QMimeData()
    pasted.setText("\u2068كازاخستان\u2069")
    pasted.setHtml("<h1>x</h1>")
    editor.insertFromMimeData(pasted)

    assert editor.toPlainText() == "كازاخستان"


def test_a_link_to_an_entity_opens_its_card_and_a_wrong_one_says_so(window, qtbot, kept):
    kept((KZ, "[the summit](sco-reader:meeting/hsc-2024) [none](sco-reader:person/nobody)"))
    unfold(window, qtbot)
    view = boxes(window)[0].view
    view.anchorClicked.emit(QUrl("sco-reader:person/nobody"))
    assert "nobody" in window.message.text
    view.anchorClicked.emit(QUrl("sco-reader:meeting/hsc-2024"))

    assert window.card.card.id == "hsc-2024"


def test_f6_stops_at_notes_that_are_unfolded(window, qtbot, kept):
    kept((KZ, "one"))
    unfold(window, qtbot)
    window.noting.strip.fold.setChecked(True)
    window.card.take_focus()
    press(qtbot, window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is boxes(window)[0].view
    press(qtbot, window, Qt.Key.Key_F6)
    assert window.sources.isAncestorOf(QApplication.focusWidget())
