"""What one notes is there again, is found again, and comes back when it was deleted."""

import sqlite3
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sco_reader.errors import NotesDamaged, NotesDiskFull, NotesNewer, NotesNotSaved
from sco_reader.notes.opening import FILE, open_notes
from sco_reader.notes.store import NotesStore
from tests.notes.conftest import ASTANA, KZ, NOW


def test_a_note_is_there_after_the_file_was_closed_and_opened(home, store):
    store.write("one", KZ, "Ask the Astana bureau", NOW)
    store.close()

    again = NotesStore(home / FILE)
    assert [(note.text, note.subject, note.made) for note in again.notes_on("kz")] == [
        ("Ask the Astana bureau", KZ, NOW)
    ]
    again.close()


def test_the_file_is_safe_against_a_cut_of_power_and_closed_to_others(home, store):
    store.write("one", KZ, "x", NOW)

    assert store._db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert store._db.execute("PRAGMA synchronous").fetchone() == (2,)
    assert store._db.execute("PRAGMA trusted_schema").fetchone() == (0,)
    assert (home / FILE).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("اتّفاقٌ على النقل", "اتفاق"), ("واتفقوا على الاتفاق", "اتفاق"), ("اتفاق جديد", "والاتفاق"),
        ("إجتماع أستانا", "اجتماع استانا"), ("لقاء في طشقنط", "طشقن"), ("Tōkaïev said", "tokaiev"),
        ("ТОҚАЕВ в Астане", "токаев"), ("會議在上海", "上海"), ("٢٠٢٤ قمة", "2024"), ("naïve café", "CAFE naive"),
    ],
)  # fmt: skip
def test_a_note_is_found_however_its_words_are_spelt(store, text, query):
    store.write("one", KZ, text, NOW)
    store.write("other", KZ, "nothing of the kind", NOW)

    assert [note.id for note in store.search(query)] == ["one"]


def test_a_note_is_found_by_the_name_and_the_fact_that_it_is_about(store):
    store.write("one", ASTANA, "check again", NOW)

    for query in ("astana", "قمة", "july 2024", "check astana"):
        assert [note.id for note in store.search(query)] == ["one"]
    assert store.search("check tashkent") == []


def test_what_is_changed_or_deleted_is_found_by_its_old_words_no_more(store):
    store.write("one", KZ, "first words", NOW)
    store.write("one", KZ, "second words", NOW)
    assert store.search("first") == []

    store.delete("one", NOW)
    assert store.search("second") == []
    store.undelete("one")
    assert [note.text for note in store.search("second")] == ["second words"]


@given(text=st.text(), query=st.text())
@example(text='"', query='" OR * NEAR(')
@example(text="\ud800", query="\x00")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_no_text_is_syntax_and_none_spoils_the_file(store, text, query):
    store.write("one", KZ, text, NOW)
    store.search(query)
    store.search(text)

    assert store._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_an_emptied_note_is_gone_and_its_last_words_come_back(store):
    store.write("one", KZ, "long thought over", NOW)
    store.write("one", KZ, "  ", NOW)
    assert store.notes() == []

    store.undelete("one")
    assert [note.text for note in store.notes()] == ["long thought over"]


def test_a_deleted_note_is_forgotten_after_thirty_days_not_before(home, store):
    store.write("one", KZ, "x", NOW)
    store.delete("one", NOW)
    store.close()

    soon = open_notes(home, NOW + timedelta(days=29)).store
    soon.undelete("one")
    assert len(soon.notes()) == 1
    soon.delete("one", NOW)
    soon.close()
    late = open_notes(home, NOW + timedelta(days=31)).store
    late.undelete("one")
    assert late.notes() == []
    late.close()


def test_bookmarks_come_and_go_and_keep_their_moment(store):
    store.add_bookmark(KZ, NOW)
    store.add_bookmark(KZ, NOW + timedelta(days=1))
    store.add_bookmark(ASTANA, NOW + timedelta(hours=1))

    assert [(one.subject.entity, one.made) for one in store.bookmarks()] == [
        ("hsc-2024", NOW + timedelta(hours=1)), ("kz", NOW),
    ]  # fmt: skip
    store.remove_bookmark("kz")
    assert [one.subject.entity for one in store.bookmarks()] == ["hsc-2024"]


def test_a_spoilt_index_is_made_anew_from_the_notes(store):
    store.write("one", KZ, "words", NOW)
    with store.changing():
        store._db.execute("DELETE FROM note_fts_data WHERE id > 10")

    assert [note.id for note in store.search("words")] == ["one"]


def test_an_index_of_another_folding_is_made_anew(home, store):
    store.write("one", KZ, "words", NOW)
    with store.changing():
        store._db.execute("UPDATE meta SET value = 'old' WHERE key = 'folding'")
        store._db.execute("DELETE FROM note_fts")
    store.close()

    again = NotesStore(home / FILE)
    assert [note.id for note in again.search("words")] == ["one"]
    again.close()


def test_a_full_disk_is_told_and_what_was_there_stays(store):
    store.write("one", KZ, "first", NOW)
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(NotesDiskFull):
        store.write("one", KZ, "long " * 20_000, NOW)
    assert [note.text for note in store.notes()] == ["first"]
    store._db.execute("PRAGMA max_page_count = 100000")
    store.write("one", KZ, "second", NOW)
    assert [note.text for note in store.notes()] == ["second"]


def test_a_home_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")

    with pytest.raises(NotesNotSaved):
        open_notes(tmp_path / "file" / "home", NOW)


def test_a_file_that_is_no_notes_file_is_not_taken_for_one(home):
    home.mkdir()
    with sqlite3.connect(home / FILE) as other:
        other.execute("CREATE TABLE note(text)")
    other.close()

    with pytest.raises(NotesDamaged):
        NotesStore(home / FILE)


def test_notes_of_a_newer_version_are_left_alone(home, store):
    store.write("one", KZ, "x", NOW)
    store._db.execute("PRAGMA user_version = 99")
    store.close()
    before = (home / FILE).read_bytes()

    with pytest.raises(NotesNewer):
        open_notes(home, NOW)
    assert (home / FILE).read_bytes() == before
    assert [path.name for path in home.iterdir()] == [FILE]
