"""Notes on their way out and in, as JSON or as Markdown: coming in they are merged, nothing is written over.

The Markdown file reads as a document; comments in it carry what a text cannot say, so that it comes back unchanged.
"""

import json
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from sco_reader.arabic.bidi import bare
from sco_reader.errors import CannotRead, NotNotes
from sco_reader.notes.note import Bookmark, Note, Subject
from sco_reader.notes.store import NotesStore, storable

ENDINGS = (".json", ".md")
_FORMAT, _VERSION = "sco-reader-notes", 1
_LARGEST = 64 * 1024 * 1024
_BESIDE = uuid.UUID("6f3c3a5e-5b0a-4d0e-9a37-0c5d6b1e7a11")  # a name space of ours, for notes that stand beside others

_MARK = re.compile(r"<!-- sco-reader (note|bookmark) (\{.*\}) -->")
_END = "<!-- /sco-reader -->"
_OUR_LINE = re.compile(r"^(\\*)(<!-- /?sco-reader)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of an import."""

    added: int
    beside: int
    """Notes that differ from one of the reader's with the same id: kept beside it as notes of their own."""
    known: int
    """What stood there already."""


def as_json(notes: list[Note], bookmarks: list[Bookmark]) -> bytes:
    """Everything as one JSON document."""
    document = {
        "format": _FORMAT, "version": _VERSION,
        "notes": [{**_fields(note), "text": note.text} for note in notes],
        "bookmarks": [_fields(bookmark) for bookmark in bookmarks],
    }  # fmt: skip
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def as_markdown(notes: list[Note], bookmarks: list[Bookmark]) -> bytes:
    """Everything as one Markdown document, a heading for each entity."""
    lines: list[str] = []
    ordered = sorted(notes, key=lambda note: (note.subject.name_en, note.subject.entity, note.made, note.id))
    for _, group in groupby(ordered, key=lambda note: note.subject.entity):
        kept = list(group)
        lines += [f"# {_heading(kept[0].subject)}", ""]
        for note in kept:
            lines += [f"<!-- sco-reader note {_in_comment(_fields(note))} -->"]
            lines += [f"> {_one_line(note.subject.about)}", ""] if note.subject.about else []
            lines += [_TEXT, _OUR_LINE.sub(r"\\\1\2", note.text), _END, ""]
    if bookmarks:
        lines += ["# ★", ""]
    for bookmark in bookmarks:
        mark = f"<!-- sco-reader bookmark {_in_comment(_fields(bookmark))} -->"
        lines += [f"- {_heading(bookmark.subject)} {mark}"]
    return "\n".join([*lines, ""]).encode()


_TEXT = "<!-- sco-reader text -->"


def read_file(path: Path) -> tuple[list[Note], list[Bookmark]]:
    """Notes and bookmarks of an exported file. Raises CannotRead; NotNotes where it is anything else, or in part."""
    try:
        if path.stat().st_size > _LARGEST:
            raise NotNotes(file=path)
        content = path.read_bytes()
    except OSError as error:
        raise CannotRead(file=path) from error
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        return _from_json(text) if text.lstrip().startswith("{") else _from_markdown(text)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NotNotes(file=path) from error


def merge(store: NotesStore, notes: list[Note], bookmarks: list[Bookmark]) -> Merged:
    """Add what is not there; whatever differs from the reader's own stands beside it. All of it or nothing.

    Raises NotesNotSaved.
    """
    added = beside = known = 0
    marked = {bookmark.subject.entity for bookmark in store.bookmarks()}
    with store.changing():
        for note in notes:
            mine = store.note(note.id)
            if mine is not None and mine.text != note.text:
                note = replace(note, id=uuid.uuid5(_BESIDE, f"{note.id} {note.text}").hex)  # noqa: PLW2901
                mine = store.note(note.id)
                beside += mine is None
            else:
                added += mine is None
            known += mine is not None
            if mine is None:
                store.put(note)
        for bookmark in bookmarks:
            fresh = bookmark.subject.entity not in marked
            added += fresh
            known += not fresh
            store.put_bookmark(bookmark)
    return Merged(added, beside, known)


def _fields(kept: Note | Bookmark) -> dict[str, str]:
    s = kept.subject
    found = {"entity": s.entity, "name_en": s.name_en, "name_ar": s.name_ar, "made": kept.made.isoformat()}
    if isinstance(kept, Note):
        found |= {"id": kept.id, "fact": s.fact, "about": s.about, "changed": kept.changed.isoformat()}
    return found


def _heading(subject: Subject) -> str:
    names = dict.fromkeys((subject.name_en, subject.name_ar))
    return _one_line(" · ".join(names))


def _one_line(text: str) -> str:
    """`text` as Markdown shows it letter by letter, in one line."""
    return re.sub(r"([\\`*_\[\]<>#~|])", r"\\\1", " ".join(text.split()))


def _in_comment(fields: dict[str, str]) -> str:
    """JSON in which no text can end the comment around it."""
    return json.dumps(fields, ensure_ascii=False).replace(">", "\\u003e").replace("<", "\\u003c")


def _from_json(text: str) -> tuple[list[Note], list[Bookmark]]:
    document = json.loads(text)
    if document["format"] != _FORMAT or document["version"] != _VERSION:
        raise ValueError(document["format"])
    return (
        [_note(fields, fields["text"]) for fields in document["notes"]],
        [_bookmark(fields) for fields in document["bookmarks"]],
    )


def _from_markdown(text: str) -> tuple[list[Note], list[Bookmark]]:
    notes: list[Note] = []
    bookmarks: list[Bookmark] = []
    lines = iter(text.split("\n"))
    for line in lines:
        found = _MARK.search(line)
        if found is None:
            continue
        fields = json.loads(found[2])
        if found[1] == "bookmark":
            bookmarks.append(_bookmark(fields))
        else:
            while next(lines, _TEXT) != _TEXT:
                pass
            notes.append(_note(fields, "\n".join(_until_end(lines))))
    if not notes and not bookmarks:
        raise ValueError("no note and no bookmark")
    return notes, bookmarks


def _until_end(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if line == _END:
            return
        yield _OUR_LINE.sub(lambda found: found[1][1:] + found[2], line)
    raise ValueError("a note without an end")


def _note(fields: dict[str, Any], text: Any) -> Note:
    subject = replace(_subject(fields), fact=_text(fields["fact"]), about=_text(fields["about"]))
    return Note(_text(fields["id"]), subject, _text(text), _moment(fields["made"]), _moment(fields["changed"]))


def _bookmark(fields: dict[str, Any]) -> Bookmark:
    return Bookmark(_subject(fields), _moment(fields["made"]))


def _subject(fields: dict[str, Any]) -> Subject:
    entity = _text(fields["entity"])
    if not entity:
        raise ValueError("a note on nothing")
    return Subject(entity, _text(fields["name_en"]), _text(fields["name_ar"]))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value))
    return bare(storable(value))


def _moment(value: Any) -> datetime:
    found = datetime.fromisoformat(_text(value))
    if found.tzinfo is None:
        raise ValueError(value)
    return found
