"""Where notes stay: the page of all, a full disk, a damaged file, backups, out and in."""

import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from sco_reader.desktop.result_list import Role
from sco_reader.notes.backups import backups
from sco_reader.notes.note import Subject
from sco_reader.notes.opening import FILE
from tests.conftest import ROOT, type_text
from tests.desktop.noting import CTRL, GONE, KZ, begin_note, boxes, on_disk, press, unfold


def test_all_notes_and_bookmarks_stand_on_a_page_those_of_a_lost_id_too(make_window, qtbot, kept, home):
    kept((GONE, "still of use"), (KZ, "one"), bookmarks=(GONE, KZ))
    window = make_window()
    press(qtbot, window, Qt.Key.Key_8, CTRL)
    page = window.pages.notes
    lines = [
        (page.model.index(row).data(), page.model.index(row).data(Role.SUB)) for row in range(page.model.rowCount())
    ]
    assert len(lines) == 4
    assert sum(name == "Expo 2017 in Astana" and "No longer in the reference" in sub for name, sub in lines) == 2

    page.show_note(next(note.id for note in window.noting.keeper.notes() if note.subject == GONE))
    assert "expo-2017" in page._state.accessibleName() and not page._open.isVisible()
    press(qtbot, window, Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_Return)
    type_text(QApplication.focusWidget(), "Yes: ")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert ("expo-2017", "Yes: still of use") in on_disk(home)


def test_the_page_is_narrowed_by_words_and_opens_cards(make_window, qtbot, kept):
    kept((KZ, "about gas"), (Subject("hsc-2024", "Astana summit 2024", "قمة أستانا 2024"), "about Belarus"))
    window = make_window()
    press(qtbot, window, Qt.Key.Key_8, CTRL)
    page = window.pages.notes
    type_text(page.filter, "belarus")
    assert [page.model.index(row).data() for row in range(page.model.rowCount())] == ["Astana summit 2024"]

    page.take_focus()
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.card.card.id == "hsc-2024"


def test_a_line_is_deleted_by_its_key_and_comes_back(make_window, qtbot, kept):
    kept((KZ, "about gas"), bookmarks=(KZ,))
    window = make_window()
    press(qtbot, window, Qt.Key.Key_8, CTRL)
    page = window.pages.notes
    for left in (1, 0):
        press(qtbot, window, Qt.Key.Key_Delete)
        assert page.model.rowCount() == left
    assert page._empty.isVisible()
    for back in (1, 2):
        press(qtbot, window, Qt.Key.Key_Z, CTRL)
        assert page.model.rowCount() == back


def test_a_home_that_cannot_be_written_says_so_and_the_text_stays(window, qtbot, home):
    home.parent.mkdir(exist_ok=True)
    home.write_text("a file where the folder should be", "utf-8")
    editor = begin_note(window, qtbot)
    type_text(editor, "not to be lost")
    qtbot.waitUntil(lambda: "cannot be saved" in window.message.text)
    press(qtbot, window, Qt.Key.Key_Escape)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert editor.isVisible() and editor.toPlainText() == "not to be lost"

    home.unlink()
    qtbot.waitUntil(lambda: home.is_dir() and on_disk(home) == [("kz", "not to be lost")], timeout=10_000)


def test_a_full_disk_takes_no_word_off_the_screen(window, qtbot):
    editor = begin_note(window, qtbot)
    type_text(editor, "first")
    window.noting.keeper.save()
    store = window.noting.keeper._store
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    editor.setPlainText("long " * 20_000)
    qtbot.waitUntil(lambda: "disk is full" in window.message.text)

    window.open_entity("hsc-2024")
    window.open_entity("kz")
    assert boxes(window)[0].editor.toPlainText() == "long " * 20_000
    store._db.execute("PRAGMA max_page_count = 100000")
    assert window.noting.keeper.save()
    assert [note.text for note in window.noting.keeper.notes()] == ["long " * 20_000]


def test_a_window_with_words_that_are_not_saved_asks_once_before_it_closes(window, qtbot, home):
    home.parent.mkdir(exist_ok=True)
    home.write_text("a file where the folder should be", "utf-8")
    type_text(begin_note(window, qtbot), "words")

    assert not window.close() and "cannot be saved" in window.message.text
    assert window.close()


def test_closing_saves_and_makes_a_backup(window, qtbot, home):
    type_text(begin_note(window, qtbot), "words")
    window.close()

    assert on_disk(home) == [("kz", "words")]
    assert len(backups(home)) == 1


def test_a_backup_is_made_while_the_window_runs(window, qtbot, home):
    type_text(begin_note(window, qtbot), "words")
    window.noting.keeper.save()
    window.noting.keeper._backing_up.timeout.emit()

    qtbot.waitUntil(lambda: len(backups(home)) == 1)
    assert window.message.text == ""


def test_a_damaged_file_is_replaced_by_the_backup_and_the_reader_told(make_window, qtbot, home):
    first = make_window()
    type_text(begin_note(first, qtbot), "words")
    first.close()
    (home / FILE).write_bytes(b"rubbish" * 3000)

    window = make_window()
    unfold(window, qtbot)
    qtbot.waitUntil(lambda: "notes-set-aside" in window.message.text)
    assert [box.view.toPlainText() for box in boxes(window)] == ["words"]
    assert len(list(home.glob("notes-set-aside-*"))) >= 1


def test_a_file_that_is_damaged_under_the_running_window_is_mended_and_no_word_lost(window, qtbot, home):
    editor = begin_note(window, qtbot)
    type_text(editor, "words")
    keeper = window.noting.keeper
    keeper.save()
    keeper._backing_up.timeout.emit()
    qtbot.waitUntil(lambda: len(backups(home)) == 1)
    keeper._store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    keeper._store._db.execute("PRAGMA cache_size = 0")
    size = (home / FILE).stat().st_size
    with (home / FILE).open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))
    type_text(editor, " and more")
    keeper.save()

    assert "notes-set-aside" in window.message.text
    assert on_disk(home) == [("kz", "words and more")]


def test_what_is_exported_comes_in_elsewhere(make_window, qtbot, kept, tmp_path):
    kept((KZ, "one"), (GONE, "two"), bookmarks=(KZ,))
    window = make_window()
    window.noting.notes()
    page = window.pages.notes
    for name in ("notes.md", "notes.json"):
        page.export_to(tmp_path / name)
        assert name in window.message.text
        page.import_from(tmp_path / name)
        assert "3 were here already" in window.message.text

    for note in window.noting.keeper.notes():
        window.noting.delete_note(note.id)
    page.import_from(tmp_path / "notes.md")
    assert "2 notes and bookmarks came in" in window.message.text
    (tmp_path / "other.md").write_text("# Shopping", "utf-8")
    page.import_from(tmp_path / "other.md")
    assert "other.md" in window.message.text and page.model.rowCount() == 3
    page.export_to(tmp_path / "none" / "a.md")
    assert "cannot be written" in window.message.text


def test_a_backup_is_restored_from_its_menu_and_the_notes_of_now_are_kept_as_one(make_window, qtbot, home):
    first = make_window()
    type_text(begin_note(first, qtbot), "of old")
    first.close()
    window = make_window()
    unfold(window, qtbot)
    window.noting.delete_note(boxes(window)[0].id)
    window.noting.notes()
    page = window.pages.notes
    page.list_backups()
    (action,) = page.restores.menu().actions()
    assert "1 note" in action.text()
    action.trigger()

    assert [note.text for note in window.noting.keeper.notes()] == ["of old"]
    assert page.model.rowCount() == 1 and len(backups(home)) == 2
    assert list(home.glob("notes-set-aside-*")) == []


def test_notes_are_loaded_after_the_first_frame_and_looking_makes_no_file(home):
    code = f"""
import sys
from datetime import date
from pathlib import Path
from PySide6.QtWidgets import QApplication
from sco_reader.desktop.looks import use_settings
from sco_reader.desktop.theme import Theme
from sco_reader.desktop.window import Window
from sco_reader.paths import built
from sco_reader.settings import Settings
from sco_reader.store import open_reference
app = QApplication([])
theme, settings = Theme(app), Settings(lang="en")
use_settings(theme, settings)
window = Window(open_reference(built("sco.sqlite")), built("sco.sqlite"), settings, theme, today=date(2026, 11, 23), folder=Path({str(home)!r}))
window.show()
late = [name for name in sys.modules if name.startswith("sco_reader.notes") or "note_box" in name or "notes_keeper" in name]
assert late == [], late
for _ in range(50):
    app.processEvents()
window.open_entity("kz")
assert "sco_reader.notes.store" in sys.modules
"""
    environment = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "PATH": ""}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment)

    assert done.returncode == 0, done.stderr
    assert not (home / FILE).exists()


def test_everything_has_a_name_and_tab_goes_through_the_notes(make_window, qtbot, kept, qtmodeltester):
    kept((KZ, "one"), bookmarks=(KZ,))
    window = make_window()
    window.open_entity("kz")
    qtbot.waitUntil(lambda: window.lookup.find_notes is not None)
    strip = window.noting.strip
    strip.fold.setFocus()
    press(qtbot, window, Qt.Key.Key_Space)
    seen = set()
    for _ in range(6):
        press(qtbot, window, Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    assert {strip.add, boxes(window)[0].view, boxes(window)[0]._delete} <= seen
    window.noting.notes()
    for part in (strip, window.pages.notes):
        assert all(
            button.accessibleName() or button.text() for button in part.findChildren(QToolButton) if button.isVisible()
        )
    qtmodeltester.check(window.pages.notes.model)
