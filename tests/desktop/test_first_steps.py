"""The first start: three sentences, each with a button that does what it says; nothing is blocked."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from sco_reader.desktop.first_steps import FirstSteps
from sco_reader.desktop.instance import Wish
from sco_reader.desktop.start import _AfterTheFirstFrame
from sco_reader.settings import Settings, load_settings


def begin(make_window, db, settings: Settings, lang: str = "en", query: str = ""):
    """A start with these settings, as `run_window` makes it."""

    def join(window):
        after = _AfterTheFirstFrame(
            window, settings, db, f"first-steps-{id(window)}", Wish.of_this_launch(query, "", popup=False)
        )
        window.kept_for_the_test = after
        window.begun.connect(after.listen)

    window = make_window(lang, before_shown=join)
    return window, window.findChild(FirstSteps)


def button(steps, number: int) -> QPushButton:
    return steps.findChildren(QPushButton)[number]


@pytest.mark.parametrize(("lang", "first"), [("en", "Type a name"), ("ar", "اكتب اسمًا")])
def test_the_first_start_says_three_sentences_and_leaves_the_keyboard_in_the_look_up(make_window, db, lang, first):
    window, steps = begin(make_window, db, Settings(), lang)

    said = [each.accessibleName() for each in steps.findChildren(QLabel)]
    assert len(said) == 3
    assert said[0].startswith(first)
    assert window.lookup.field.hasFocus()


def test_each_button_does_what_its_sentence_tells_of(make_window, db, qtbot):
    window, steps = begin(make_window, db, Settings())
    QTest.mouseClick(button(steps, 0), Qt.MouseButton.LeftButton)
    assert window.lookup.model.index(0).data() == "Kassym-Jomart Tokayev"
    QTest.mouseClick(button(steps, 1), Qt.MouseButton.LeftButton)
    assert window.as_of.day == date(2024, 7, 4)
    QTest.mouseClick(button(steps, 2), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.footnotes.popup.isVisible)


def test_in_arabic_the_name_with_its_clitics_is_found(make_window, db):
    window, steps = begin(make_window, db, Settings(), "ar")
    QTest.mouseClick(button(steps, 0), Qt.MouseButton.LeftButton)

    assert window.lookup.model.index(0).data() == "قاسم جومارت توكاييف"


def test_closed_they_are_gone_at_the_next_start_and_the_help_menu_has_them(make_window, db, tmp_path, qtbot):
    window, steps = begin(make_window, db, Settings())
    QTest.mouseClick(steps.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert steps.isHidden()
    window.close()
    later, none = begin(make_window, db, load_settings(tmp_path / "home"))
    assert none is None
    later.wishes.actions["first_steps"].trigger()
    qtbot.waitUntil(lambda: later.findChild(FirstSteps).isVisible())


def test_who_asked_for_something_sees_that_and_no_sentences(make_window, db):
    _, steps = begin(make_window, db, Settings(), query="Tokayev")

    assert steps is None
