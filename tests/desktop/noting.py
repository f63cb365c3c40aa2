"""What the tests of notes share."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sco_reader.notes.note import Subject
from sco_reader.notes.opening import open_notes

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KZ = Subject("kz", "Kazakhstan", "كازاخستان")
GONE = Subject("expo-2017", "Expo 2017 in Astana", "إكسبو 2017 في أستانا")


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def on_disk(home):
    """Entity and text of each note in the file, which must be whole."""
    opened = open_notes(home, datetime.now(UTC))
    assert opened.repair is None
    notes = [(note.subject.entity, note.text) for note in opened.store.notes()]
    opened.store.close()
    return notes


def begin_note(window, qtbot, entity="kz"):
    """Open a card and begin a note on it: the editor that has the keyboard now."""
    window.open_entity(entity)
    press(qtbot, window, Qt.Key.Key_M, CTRL | SHIFT)
    return QApplication.focusWidget()


def boxes(window):
    return list(window.noting.strip.boxes.values())


def unfold(window, qtbot, entity="kz"):
    """Open a card and unfold what was noted on it."""
    window.open_entity(entity)
    qtbot.waitUntil(lambda: window.lookup.find_notes is not None)
    window.noting.strip.fold.setChecked(True)
