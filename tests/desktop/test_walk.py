"""Every entity of the file is opened, in both languages, and what is painted is looked at: on one of three days each, the
next entity on the next day; `--whole` opens each on all three."""

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from sco_reader.cards.card import Group
from sco_reader.desktop.sources_panel import SourceRole
from tests.desktop.looking import cut, texts_in, texts_of, texts_on, unresolved
from tests.desktop.views import cut_in_any_view

ROOT = Path(__file__).parent.parent.parent
DAYS = {date(1999, 6, 1): (900, 600), date(2016, 1, 1): (1280, 800), date(2024, 7, 4): (900, 600)}


@pytest.fixture(scope="module")
def ids(db):
    """Ids of the reference, and keys of the catalogue that are no words of a language."""
    listed = {row[0] for table in ("entity", "office", "source") for row in db.execute(f"SELECT id FROM {table}")}
    keys = re.findall(
        r'^msgid "([a-z][\w-]*-[\w-]+)"', (ROOT / "resources/i18n/en.po").read_text("utf-8"), re.MULTILINE
    )
    return frozenset(listed) | frozenset(keys)


def heads(window):
    """The heads of groups, each with whether it has too little room in the table."""
    table, metrics = window.card.table, QFontMetrics(window.theme.font("heading"))
    for row in range(table.facts.rowCount()):
        line = table.facts.line(row)
        if isinstance(line, Group):
            lines = -(-(metrics.horizontalAdvance(f"{line.title}  {line.count}") + 40) // table.viewport().width())
            yield line.title, table.isVisible() and lines * metrics.height() > table.rowHeight(row)


def wrong_on(window, ids, *, sections):
    """What an eye would find on the card in front; by `sections` every one of them is turned up and painted."""
    card = window.card.card
    said = [*texts_of(card), *texts_on(window.card), *texts_in(window.sources.model, SourceRole.LINE)]
    found = [f"an id or a key: {text}" for text in said if unresolved(text, ids)]
    found += [f"cut: {each}" for each in cut(window.card)]
    titles = [card.title, card.subtitle, *(section.title for section in card.sections)]
    for _ in card.sections if sections else (None,):
        found += [f"runs out: {title}" for title, out in heads(window) if out]
        titles += [title for title, _ in heads(window)]
        if sections:
            window.card.step_section(1)
            QApplication.processEvents()
    return found + [f"an ellipsis: {title}" for title in titles if "…" in title or "..." in title]


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_entity_opens_whole_and_in_words(make_window, db, ids, whole, lang, day):
    window = make_window(lang, size=DAYS[day])
    window.as_of.set_day(day)
    wrong = []
    every = [row[0] for row in db.execute("SELECT id FROM entity ORDER BY id")]
    for an_id in every if whole else every[list(DAYS).index(day) :: len(DAYS)]:
        window.open_entity(an_id)
        QApplication.processEvents()
        assert (window.card.card.id, window.card.card.on) == (an_id, day)
        wrong += [(an_id, each) for each in wrong_on(window, ids, sections=day == max(DAYS))]

    assert wrong == []


@pytest.mark.parametrize("size", [(900, 600), (1280, 800)], ids=str)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_no_word_of_the_window_is_cut_in_any_view(make_window, qtbot, lang, size):
    window = make_window(lang, size=size)
    window.as_of.set_text("hsc-2024")

    assert cut_in_any_view(window, qtbot) == []
