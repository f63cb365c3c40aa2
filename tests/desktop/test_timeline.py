"""The timeline as a desk editor sees it."""

import re

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.views import go


def opened(make_window, qtbot, lang="en", view="timeline", **look):
    window = make_window(lang, **look)
    window.as_of.set_text("hsc-2024")
    go(window, view, qtbot)
    page = window.pages.timeline.view if view == "timeline" else window.pages.map
    qtbot.waitUntil(page.canvas.hasFocus)
    return page.canvas


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_meeting_is_labelled_with_city_and_year_since_its_lane_says_the_rest(make_window, qtbot, lang):
    canvas = opened(make_window, qtbot, lang)
    labels = [
        spot.label for row in canvas._rows if row.lane is not None and row.group == "meetings"
        for spot in canvas._spots(row.lane, canvas._scale) if spot.label
    ]  # fmt: skip

    assert len(labels) > 15
    assert [text for text in labels if not re.fullmatch(r"[^\d,،]+ \d{4}", text) or "اجتماع" in text] == []
    assert not any(word in text for text in labels for word in ("heads", "Five", "قمة", "خماسية"))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_no_year_looks_out_from_under_the_date_on_the_axis(make_window, qtbot, lang):
    canvas = opened(make_window, qtbot, lang)
    picture, red = canvas.grab().toImage(), canvas._theme.colour("asof")
    flag = [x for x in range(picture.width()) if picture.pixelColor(x, 6) == red]
    below = next(y for y in range(6, 40) if picture.pixelColor(flag[4], y) != red) + 1

    grey = [
        (x, y) for x in range(flag[0] - 2, flag[-1] + 2) for y in range(below, canvas._axis - 2)
        if picture.pixelColor(x, y).lightness() < 190 and picture.pixelColor(x, y).saturation() < 60
    ]  # fmt: skip
    assert grey == []


def test_the_needle_leaves_the_name_of_the_meeting_of_the_day_readable(make_window, qtbot):
    canvas = opened(make_window, qtbot)
    canvas.grab()
    (where, text, now, later), *_ = canvas._on_needle

    assert (text, now, later) == ("Astana 2024", True, False)
    picture, x = canvas.grab().toImage(), round(canvas._scale.x_of(canvas._day.toordinal()))
    column = [picture.pixelColor(x, y) for y in range(round(where.top()) + 1, round(where.bottom()) - 1)]
    assert any(colour == canvas._theme.colour("card") for colour in column)


@pytest.mark.parametrize("view", ["timeline", "map"])
def test_nothing_shows_outside_the_ring_of_the_keyboard(make_window, qtbot, view):
    canvas = opened(make_window, qtbot, view=view)
    QApplication.processEvents()
    picture, accent = canvas.grab().toImage(), canvas._theme.colour("accent")
    wide, high = picture.width(), picture.height()
    edges = [(x, y) for x in range(wide) for y in (0, 1, high - 2, high - 1)]
    edges += [(x, y) for y in range(high) for x in (0, 1, wide - 2, wide - 1)]

    assert [each for each in edges if picture.pixelColor(*each) != accent] == []


@pytest.mark.parametrize(("lang", "years", "span"), [("en", "2024", "3 months"), ("ar", "2024", "3 أشهر")])
def test_within_one_year_it_counts_months_and_says_the_year_once(make_window, qtbot, lang, years, span):
    canvas = opened(make_window, qtbot, lang)
    for _ in range(12):
        canvas.zoom_in()
    view = canvas.parentWidget()

    assert view._range.text() == years and view._span.accessibleName() == span


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_no_name_runs_beyond_the_edge(make_window, qtbot, lang):
    canvas = opened(make_window, qtbot, lang, size=(900, 600))
    cut = []
    for _ in range(8):
        canvas.zoom_in()
        scale = canvas._scale
        cut += [
            spot.label for row in canvas._rows if row.lane is not None and not row.lane.has_spans
            for spot in canvas._spots(row.lane, scale)
            if spot.label and spot.label_along + spot.label_width > scale.width
        ]  # fmt: skip

    assert cut == []
