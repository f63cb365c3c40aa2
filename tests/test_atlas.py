"""The outlines that the map is drawn from, who stood where, and where names go."""

import importlib.util
import json
import math
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_reader import atlas
from sco_reader.labels import Box, Wanted, line_to, place
from sco_reader.paths import data_folder, resource
from sco_reader.standings import NONE, in_order, sentence, standings
from sco_reader.voice import Voice

TODAY = date(2026, 11, 23)


def inside(point, rings):
    x, y = point
    found = False
    for ring in rings:
        corners = list(zip(ring[0::2], ring[1::2], strict=True))
        for (x1, y1), (x2, y2) in pairwise(corners):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                found = not found
    return found


@pytest.fixture(scope="module")
def make():
    found = importlib.util.spec_from_file_location("make", resource("map/make.py"))
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.mark.parametrize("fineness", ["far", "near"])
def test_every_state_of_the_data_is_on_the_map(fineness):
    assert atlas.states(fineness).keys() == {path.stem for path in Path(data_folder() / "countries").glob("*.yaml")}


@pytest.mark.parametrize("country", sorted(atlas.states()))
def test_a_state_is_drawn_where_its_mark_and_its_capital_are(country):
    shape = atlas.states("near")[country]

    assert shape.rings
    if shape.reach > 5:
        assert inside(shape.heart, shape.rings)
        assert inside(shape.capital, shape.rings) or shape.reach < 50


def test_areas_are_those_of_the_world_factbook(db):
    """The projection is equal-area; Kashmir and the sands south of Saudi Arabia make the largest difference."""
    known = dict(db.execute("SELECT id, area_km2 FROM country WHERE area_km2 IS NOT NULL").fetchall())
    large = {country: shape for country, shape in atlas.states("near").items() if known.get(country, 0) > 100_000}
    assert len(large) > 18
    for country, shape in large.items():
        drawn = 0.0
        for ring in shape.rings:
            corners = list(zip(ring[0::2], ring[1::2], strict=True))
            drawn += sum(a * d - b * c for (a, b), (c, d) in pairwise(corners)) / 2
        assert abs(drawn) / known[country] == pytest.approx(1, abs=0.12), country


def test_every_line_ends_where_it_began():
    assert all(ring[:2] == ring[-2:] for shape in atlas.shapes("far") for ring in shape.rings)


def test_both_files_are_small_and_say_whose_they_are():
    files = [resource(f"map/{name}.json") for name in ("far", "near")]

    assert sum(file.stat().st_size for file in files) < 600_000
    assert all(json.loads(file.read_text("utf-8"))["about"]["licence"] == "public domain" for file in files)


@given(longitude=st.floats(-180, 180), latitude=st.floats(-80, 89))
def test_a_projected_point_leads_back_to_its_place(make, longitude, latitude):
    back = make.unproject(*make.project(longitude, latitude))

    assert back[1] == pytest.approx(latitude, abs=1e-3)
    turn = math.radians(back[0] - longitude)
    assert math.cos(turn) == pytest.approx(1, abs=1e-6) or math.cos(math.radians(latitude)) < 0.05


@given(st.lists(st.tuples(st.floats(0, 900), st.floats(0, 600), st.floats(5, 120)), max_size=40))
def test_no_name_covers_another_or_a_mark(points):
    wanted = [Wanted(str(number), x, y, 10, wide, 14) for number, (x, y, wide) in enumerate(points)]
    within = Box(0, 0, 900, 600)

    boxes = list(place(wanted, within).values())
    marks = [Box(one.x - 5, one.y - 5, 10, 10) for one in wanted]
    assert all(box.lies_in(within) for box in boxes)
    assert not any(box.meets(other) for box in boxes for other in (*marks, *boxes) if other is not box)


def test_a_name_alone_stands_below_its_mark():
    assert place([Wanted("kz", 100, 100, 10, 60, 14)], Box(0, 0, 200, 200))["kz"] == Box(70, 107, 60, 14)


def test_a_name_without_room_on_its_own_land_is_led_to_the_water_and_left_out_where_there_is_none():
    within = Box(0, 0, 200, 200)
    one = Wanted("am", 100, 100, 10, 60, 14)

    def coast_above(_key, box):
        return 0.0 if box.y + box.height < 85 else 1.0

    box = place([one], within, coast_above)["am"]
    assert box.y + box.height < 85 and line_to(one, box) is not None
    assert place([one], within, lambda _key, _box: 1.0) == {}
    assert "am" in place([one._replace(anywhere=True)], within, lambda _key, _box: 1.0)


@pytest.mark.parametrize(
    ("on", "country", "status"),
    [
        (date(2000, 6, 1), "ru", "shanghai_five"), (date(2000, 6, 1), "uz", NONE), (date(2016, 6, 1), "in", "observer"),
        (date(2016, 6, 1), "tr", "dialogue_partner"), (date(2024, 7, 4), "by", "member"), (TODAY, "sa", "sco_partner"),
        (TODAY, "tm", NONE),
    ],
)  # fmt: skip
def test_where_a_state_stood(db, on, country, status):
    found = {row.country: row for row in standings(db, on=on, today=TODAY)}

    assert len(found) == 28
    assert found[country].status == status


def test_a_state_in_words_tells_since_when_and_what_it_is_today(db):
    found = {row.country: row for row in standings(db, on=date(2016, 6, 1), today=TODAY)}

    assert sentence(found["in"], Voice("en")) == "India: Observer since 5 July 2005; today: Member state"
    assert sentence(found["cn"], Voice("ar")) == "الصين: دولة عضو منذ 15 يونيو 2001"
    assert sentence(found["tm"], Voice("en")) == "Turkmenistan: No standing"


def test_states_of_one_rank_stand_as_an_arabic_list_has_them(db):
    found = in_order(db, standings(db, on=TODAY, today=TODAY), "ar")
    names = [row.name.ar for row in found if row.status == "member"]

    assert names == [
        "أوزبكستان",
        "إيران",
        "باكستان",
        "بيلاروسيا",
        "روسيا",
        "الصين",
        "طاجيكستان",
        "قيرغيزستان",
        "كازاخستان",
        "الهند",
    ]
