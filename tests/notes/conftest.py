"""A notes file of a reader, on the real disk."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sco_reader.notes.note import Subject
from sco_reader.notes.opening import open_notes
from sco_reader.notes.store import NotesStore

NOW = datetime(2026, 11, 27, 3, 0, tzinfo=UTC)
KZ = Subject("kz", "Kazakhstan", "كازاخستان")
ASTANA = Subject("hsc-2024", "Astana summit 2024", "قمة أستانا 2024", "dates:hsc-2024", "Dates: 3–4 July 2024")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def store(home: Path) -> Iterator[NotesStore]:
    opened = open_notes(home, NOW).store
    yield opened
    opened.close()
