"""Dates known to the day, the month or the year, and what held on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_reader.dates import Edtf, Holds, Span, day_from
from sco_reader.errors import NotADate
from tests.strategies import edtf_text

BOUNDS = [
    ("2024-07-04", "2024-07-04", "2024-07-04"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2024", "2024-01-01", "2024-12-31"),
    ("2011~", "2010-01-01", "2012-12-31"),
    ("2011-03?", "2011-02-01", "2011-04-30"),
    ("2001-06-15~", "2001-06-14", "2001-06-16"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), BOUNDS)
def test_a_date_knows_the_first_and_the_last_day_that_it_can_mean(text, earliest, latest):
    moment = Edtf.parse(text)

    assert (moment.earliest.isoformat(), moment.latest.isoformat()) == (earliest, latest)


@pytest.mark.parametrize(
    "text", ["2024-13-40", "2023-02-29", "24-07-04", "", "2024-7-4", "tomorrow", "2024-07-04~~", "٢٠٢٤"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(NotADate):
        Edtf.parse(text)


def test_given_a_start_known_to_the_month_when_asked_inside_it_then_the_answer_is_uncertain():
    span = Span(Edtf.parse("2010-04"), Edtf.parse("2015-07-10"))

    answers = [
        span.holds_on(date.fromisoformat(day)) for day in ("2010-03-31", "2010-04-15", "2010-04-30", "2015-07-10")
    ]

    assert answers == [Holds.NO, Holds.UNCERTAIN, Holds.YES, Holds.NO]


def test_nobody_can_read_uncertain_as_yes():
    with pytest.raises(TypeError):
        bool(Holds.UNCERTAIN)


@given(since=edtf_text, until=edtf_text, on=st.dates(date(1988, 1, 1), date(2033, 1, 1)), data=st.data())
def test_the_answer_is_sure_exactly_when_every_reading_of_the_bounds_agrees(since, until, on, data):
    span = Span(Edtf.parse(since), Edtf.parse(until))
    starts = [span.since.earliest, span.since.latest, data.draw(st.dates(span.since.earliest, span.since.latest))]
    ends = [span.until.earliest, span.until.latest, data.draw(st.dates(span.until.earliest, span.until.latest))]

    readings = {start <= on < end for start in starts for end in ends}

    if span.holds_on(on) is not Holds.UNCERTAIN:
        assert readings == {span.holds_on(on) is Holds.YES}


@given(one=edtf_text, length=st.integers(1, 4000))
def test_spans_that_surely_overlap_share_a_day_on_which_both_surely_hold(one, length):
    since = Edtf.parse(one)
    first = Span(since, Edtf.parse((since.latest + timedelta(days=length)).isoformat()))
    second = Span(Edtf.parse(since.latest.isoformat()))

    assert first.surely_overlaps(second)
    assert first.holds_on(since.latest) is second.holds_on(since.latest) is Holds.YES


def test_as_of_takes_one_day_and_not_a_month():
    assert day_from(" 2024-07-04 ") == date(2024, 7, 4)
    with pytest.raises(NotADate):
        day_from("2024-07")
