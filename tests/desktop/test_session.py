"""The window comes back as it was left, whatever the file of settings has become."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_reader.desktop.session import restore_looks, restore_place
from sco_reader.settings import Settings, load_settings, save_settings


def started(make_window, db, settings, **looks):
    """A later start with what was kept."""

    def as_it_was(window):
        restore_looks(window, settings)
        window.reading_made.connect(lambda: restore_place(window, settings, db, on=None))

    return make_window(**looks, before_shown=as_it_was)


def test_place_day_and_size_are_as_they_were_left(make_window, db, tmp_path):
    window = make_window("ar")
    window.resize(700, 640)
    window.open_entity("xi-jinping")
    window.as_of.set_text("2019-07-04")
    window.close()
    again = started(make_window, db, load_settings(tmp_path / "home"))

    assert (again.card.card.id, again.as_of.day) == ("xi-jinping", date(2019, 7, 4))
    assert again.height() == 640  # the width is that of the screen of the tests, which is narrow
    again.back()
    assert again.card.card.id == "sco"


@pytest.mark.parametrize("later", ["ar", "en"])
def test_the_panels_keep_their_widths_in_both_directions(make_window, db, tmp_path, later):
    window = make_window("ar")
    window.split.setSizes([330, 600, 290])
    widths = window.split.sizes()
    window.close()
    kept = load_settings(tmp_path / "home")
    kept.geometry = ""
    again = started(make_window, db, kept, lang=later)

    assert again.split.sizes() == widths
    assert abs(widths[0] - 330) < 10


@pytest.mark.parametrize("view", ["timeline", "matrix"])
def test_a_view_is_there_again(make_window, db, tmp_path, view):
    window = make_window()
    getattr(window.ways, view)()
    window.close()
    again = started(make_window, db, load_settings(tmp_path / "home"))

    assert again.history.here.view == view
    assert again.pages.currentWidget() is getattr(again.pages, view)
    assert again.as_of.is_today


def test_a_maximised_window_and_folded_sources_come_back(make_window, db, tmp_path):
    window = make_window()
    widths = window.split.sizes()
    window.toggle_sources()
    window.showMaximized()
    window.close()
    kept = load_settings(tmp_path / "home")
    again = started(make_window, db, kept)

    assert again.isMaximized()
    assert not again.sources.isVisible()
    assert kept.splits[2] in (0, widths[2])


def test_a_sheet_comes_back_as_the_card_that_it_was_made_of(make_window, db, tmp_path):
    window = make_window()
    window.open_entity("kz")
    window.printing.sheet()
    window.close()
    again = started(make_window, db, load_settings(tmp_path / "home"))

    assert (again.history.here.view, again.card.card.id) == ("card", "kz")


@pytest.mark.parametrize(
    "spoilt",
    [
        {"geometry": "not base 64 ü"}, {"geometry": "AAAA"}, {"geometry": "x" * 10_000}, {"splits": [1, 2]},
        {"splits": [-5, 10, 10]}, {"splits": ["a", "b", "c"]}, {"splits": [10**9, 1, 1]}, {"splits": [True, 1, 1]},
        {"place": "sco-reader:person/nobody"}, {"place": "sco-reader:"}, {"place": "sco-reader:changes/soon"},
        {"place": "sco-reader:country/kz?on=0001-01-01"}, {"place": 7}, {"sources": "no"}, {"watch_clipboard": 1},
    ],
    ids=str,
)  # fmt: skip
def test_what_is_spoilt_in_the_file_is_passed_over(make_window, db, tmp_path, spoilt):
    home = tmp_path / "home"
    save_settings(Settings(lang="en"), home)
    kept = json.loads((home / "settings.json").read_text("utf-8"))
    (home / "settings.json").write_text(json.dumps(kept | spoilt), "utf-8")
    window = started(make_window, db, load_settings(home))

    assert window.card.card is not None and window.message.text == ""
    assert window.width() > 600


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=4)
)


@given(
    kept=st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(("geometry", "splits", "sources", "place", "recent", "watch_clipboard"), ANYTHING),
    )
)
def test_no_file_of_settings_breaks_the_start(kept, tmp_path_factory):
    folder = tmp_path_factory.mktemp("settings")
    (folder / "settings.json").write_text(json.dumps(kept), "utf-8")
    found = load_settings(folder)

    assert isinstance(found.geometry, str) and isinstance(found.place, str)
    assert len(found.splits) in (0, 3) and all(type(wide) is int and wide >= 0 for wide in found.splits)
