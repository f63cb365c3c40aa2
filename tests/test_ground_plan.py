"""The plan of the printed map knows whose land a name would lie on."""

from datetime import date

import pytest

from sco_reader import map_sheet
from sco_reader.atlas import region
from sco_reader.ground_plan import GroundPlan
from sco_reader.labels import Box, place
from sco_reader.standings import standings
from sco_reader.voice import voice_of

SQUARE = [(2.0, 2.0), (12.0, 2.0), (12.0, 12.0), (2.0, 12.0)]
LAKE = [(5.0, 5.0), (9.0, 5.0), (9.0, 9.0), (5.0, 9.0)]


def test_a_lake_is_nobodys_land_and_one_s_own_land_is_not_strange():
    plan = GroundPlan(20, 20)
    plan.fill("kz", [SQUARE, LAKE])

    assert plan.strange("uz", Box(2, 2, 10, 2)) == 1.0
    assert plan.strange("capital:kz", Box(2, 2, 10, 2)) == 0.0
    assert plan.strange("uz", Box(5.5, 5.5, 3, 3)) == 0.0
    assert plan.strange("uz", Box(14, 14, 3, 3)) == 0.0
    assert plan.strange("uz", Box(-10, -10, 3, 3)) == 0.0


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_member_is_named_in_print_and_no_name_at_its_mark_lies_on_the_land_of_another(db, lang):
    found = standings(db, on=date(2026, 11, 23), today=date(2026, 11, 23))
    sight = map_sheet._Sight(region())
    wanted, _ = map_sheet._wanted(found, {}, sight, voice_of(db, lang), lambda text: 0.55 * len(text))
    plan = map_sheet._plan(sight)
    places = place(wanted, Box(0, 0, map_sheet._WIDTH, map_sheet._HEIGHT), plan.strange)

    members = {row.country for row in found if row.status == "member"}
    assert members - places.keys() == set()
    led = {
        one.key for one in wanted if map_sheet.line_to(one, places.get(one.key, Box(one.x, one.y, 0, 0))) is not None
    }
    assert [key for key, box in places.items() if key not in led and plan.strange(key, box) > 0.2] == []
