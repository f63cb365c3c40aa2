"""Notes travel as JSON and as Markdown, and come in without harm to what is there."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sco_reader.arabic.bidi import bare
from sco_reader.errors import CannotRead, NotNotes
from sco_reader.notes.exchange import Merged, as_json, as_markdown, merge, read_file
from sco_reader.notes.note import Bookmark, Note, Subject
from sco_reader.notes.store import storable
from tests.notes.conftest import ASTANA, KZ, NOW

NOTES = [
    Note("a", KZ, "# A heading\n\n- one\n- **two**\n", NOW, NOW),
    Note("b", ASTANA, "<!-- /sco-reader -->\n\\<!-- sco-reader text -->\n--> \\", NOW, NOW + timedelta(hours=1)),
    Note("c", Subject("gone", "-->", "<b>زال</b>"), "عاد\n\n", NOW, NOW),
]
MARKS = [Bookmark(KZ, NOW)]


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(("name", "write"), [("notes.json", as_json), ("notes.md", as_markdown)])
def test_what_goes_out_comes_in_unchanged(tmp_path, store, name, write):
    file = written(tmp_path, name, write(NOTES, MARKS))

    merge(store, *read_file(file))

    key = lambda note: note.id  # noqa: E731
    assert sorted(store.notes(), key=key) == NOTES
    assert store.bookmarks() == MARKS


@given(text=st.text(alphabet=st.characters(exclude_characters="\r")), about=st.text())
@example(text="<!-- sco-reader note {} -->", about="-->")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
def test_any_text_survives_the_way_through_markdown(tmp_path, text, about):
    note = Note("a", Subject("kz", "K", "ك", "f", about), text, NOW, NOW)
    file = written(
        tmp_path,
        "notes.md",
        as_markdown([Note("a", Subject("kz", "K", "ك", "f", storable(about)), storable(text), NOW, NOW)], []),
    )

    came, _ = read_file(file)

    assert [(one.text, one.subject.about) for one in came] == [(bare(storable(text)), bare(storable(about)))]
    assert note.id == came[0].id


def test_a_person_can_read_the_markdown(tmp_path):
    text = as_markdown(NOTES, MARKS).decode()

    assert "# Kazakhstan · كازاخستان\n" in text
    assert "> Dates: 3–4 July 2024\n" in text


def test_a_note_that_differs_stands_beside_mine_and_a_second_import_adds_nothing(tmp_path, store):
    store.write("a", KZ, "my own words", NOW)
    file = written(tmp_path, "notes.json", as_json(NOTES, MARKS))

    assert merge(store, *read_file(file)) == Merged(added=3, beside=1, known=0)
    assert sorted(note.text for note in store.notes_on("kz")) == [NOTES[0].text, "my own words"]
    assert merge(store, *read_file(file)) == Merged(added=0, beside=0, known=4)


def test_a_note_that_i_deleted_comes_back_by_import(tmp_path, store):
    file = written(tmp_path, "notes.json", as_json(NOTES[:1], []))
    merge(store, *read_file(file))
    store.delete("a", NOW)

    assert merge(store, *read_file(file)).added == 1
    assert [note.id for note in store.notes()] == ["a"]


@pytest.mark.parametrize(
    "content",
    [
        b"", b"# Shopping\n\n- tea\n", b"\xff\xfe\x00", b"{", b'{"format": "sco-reader-notes", "version": 1}',
        b"[" * 100_000, b'{"format": "other", "version": 1, "notes": [], "bookmarks": []}',
        as_markdown(NOTES, [])[:-40],
        json.dumps({"format": "sco-reader-notes", "version": 1, "bookmarks": [], "notes": [{"id": 7}]}).encode(),
    ],
)  # fmt: skip
def test_a_file_that_is_no_export_is_refused_whole(tmp_path, content):
    with pytest.raises(NotNotes):
        read_file(written(tmp_path, "notes.json", content))


def test_a_file_that_is_not_there_says_so(tmp_path):
    with pytest.raises(CannotRead):
        read_file(tmp_path / "none.json")


def test_controls_of_direction_are_not_taken_over(tmp_path):
    note = Note("a", KZ, "safe\u202etxt.exe", NOW, NOW)

    came, _ = read_file(written(tmp_path, "n.json", as_json([note], [])))
    assert came[0].text == "safetxt.exe"
