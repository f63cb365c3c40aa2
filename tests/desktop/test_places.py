"""Links in the window: every view and every kind of card has one, and it leads back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from sco_reader.desktop.history import Place
from sco_reader.desktop.instance import Wish
from sco_reader.desktop.pages import OWN_PAGES
from sco_reader.desktop.places import link_to, place_of
from sco_reader.desktop.ways import ON_THE_RAIL
from sco_reader.links import Link

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
DAY = date(2019, 7, 4)


def test_every_entity_of_the_file_has_a_link_that_leads_back_to_it(db):
    for row in db.execute("SELECT id, kind FROM entity").fetchall():
        link = link_to(db, Place("card", row["id"]), DAY)

        assert link.what == row["kind"]
        assert place_of(db, Link.parse(str(link))) == Place("card", row["id"])


def test_every_view_has_a_link_that_leads_back_to_it(db):
    cards = [Place("card", f"{each}:") if each == "compare" else Place("card", each) for each in ON_THE_RAIL]
    several = [Place("card", "compare:kz,uz"), Place("card", "changes:2023-07-04"), Place("sheet", "hsc-2024")]
    for place in (*cards, *several):
        assert place_of(db, Link.parse(str(link_to(db, place, None)))).id.rstrip(":") == place.id.rstrip(":")
    for view in OWN_PAGES:
        assert place_of(db, Link.parse(str(link_to(db, Place(view, "kz"), DAY)))).view == view


@pytest.mark.parametrize(
    ("link", "view", "shown"),
    [
        ("sco-reader:person/xi-jinping", "card", "xi-jinping"), ("sco-reader:country/kz", "card", "kz"),
        ("sco-reader:organisation/sco", "card", "sco"), ("sco-reader:city/astana", "card", "astana"),
        ("sco-reader:document/astana-declaration-2024", "card", "astana-declaration-2024"),
        ("sco-reader:meeting/hsc-2024", "card", "hsc-2024"), ("sco-reader:compare/kz,uz", "card", "compare:kz,uz"),
        ("sco-reader:about-data", "card", "about-the-data"), ("sco-reader:claims", "card", "claims-of-the-press"),
        ("sco-reader:timeline", "timeline", "sco"), ("sco-reader:matrix", "matrix", "sco"),
    ],
)  # fmt: skip
def test_a_link_opens_its_view_on_its_day(window, link, view, shown):
    window.arrivals.take(Wish(f"{link}?on=2019-07-04"))

    assert window.history.here.view == view
    assert window.card.card.id.rstrip(":") == shown
    assert window.as_of.day == DAY


def test_a_link_without_a_day_leaves_the_day_of_the_window(window):
    window.as_of.set_day(DAY)
    window.arrivals.take(Wish("sco-reader:country/kz"))

    assert (window.card.card.id, window.card.card.on) == ("kz", DAY)


@pytest.mark.parametrize(
    "link",
    [
        "sco-reader:person/nobody-at-all", "sco-reader:person/kz", "sco-reader:nosuch", "sco-reader:nosuch/kz",
        "sco-reader:compare/kz,atlantis", "sco-reader:compare/kz,xi-jinping", "sco-reader:compare/hsc-2024,astana",
        "sco-reader:changes/soon", "sco-reader:sheet/atlantis", "sco-reader:!!", "sco-reader:person/<script>",
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_is_answered_by_one_sentence_and_the_window_stays(window, link):
    window.open_entity("kz")
    window.arrivals.take(Wish(link))

    assert window.message.text and "\n" not in window.message.text
    assert window.card.card.id == "kz"


def test_the_link_of_what_is_on_show_is_copied_with_its_day_unless_that_is_today(window, qtbot):
    window.open_entity("xi-jinping")
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL_SHIFT)
    assert QGuiApplication.clipboard().text() == "sco-reader:person/xi-jinping"

    window.as_of.set_day(DAY)
    window.ways.matrix()
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL_SHIFT)
    assert QGuiApplication.clipboard().text() == "sco-reader:matrix?on=2019-07-04"
    assert "sco-reader:matrix" in window.message.text
