"""Who came: the table of attendance, in values, in words, and for a spreadsheet."""

import csv
import io
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sco_reader.attendance import BODIES, Answer, Level, attendance, ordered
from sco_reader.attendancetext import table_in_words
from sco_reader.coverage import matrix
from sco_reader.spreadsheet import as_csv, as_tsv, harmless
from sco_reader.voice import Voice

ASTANA = date(2024, 7, 4)


def seat(found, party, meeting):
    return next(s for p in found.parties if p.id == party for s in p.seats if s.meeting == meeting)


def test_a_minister_who_stood_in_for_the_prime_minister_is_told_apart(db):
    found = seat(attendance(db, on=ASTANA), "in", "hsc-2024")

    assert (found.answer, found.level, found.stood_in) == (Answer.LED, Level.OTHER, True)
    assert found.sent.head == "subrahmanyam-jaishankar"


@pytest.mark.parametrize(
    ("party", "meeting", "level", "by_video"),
    [
        ("kz", "hsc-2024", Level.STATE, False),
        ("in", "hsc-2023", Level.GOVERNMENT, True),
        ("cn", "hgc-2023", Level.GOVERNMENT, False),
        ("mn", "hsc-2024", Level.STATE, False),
        ("ir", "hgc-2023", Level.OTHER, False),
        ("un", "hsc-2024", Level.STATE, False),
        ("kz", "s5-1996", Level.STATE, False),
    ],
)
def test_who_led_is_read_from_the_office(db, party, meeting, level, by_video):
    found = seat(attendance(db, bodies=BODIES, on=ASTANA), party, meeting)

    assert (found.level, found.by_video) == (level, by_video)


def test_a_change_of_standing_is_marked_at_the_first_meeting_in_it(db):
    found = attendance(db, on=ASTANA)

    belarus = next(party for party in found.parties if party.id == "by")
    assert [(s.meeting, s.standing) for s in belarus.seats if s.turned] == [
        ("hsc-2009", "dialogue_partner"), ("hsc-2015", "observer"), ("hsc-2024", "member"),
    ]  # fmt: skip


def test_what_comes_after_the_day_is_shown_and_not_counted(db):
    before, after = attendance(db, on=date(2024, 7, 2)), attendance(db, on=ASTANA)

    china = [next(party for party in found.parties if party.id == "cn") for found in (before, after)]
    assert china[1].came == china[0].came + 1
    assert seat(before, "cn", "hsc-2024").later and not seat(after, "cn", "hsc-2024").later


def test_a_partner_without_an_invitation_on_record_has_no_seat(db):
    found = seat(attendance(db, on=ASTANA), "lk", "hsc-2014")

    assert (found.answer, found.standing) == (Answer.NO_SEAT, "dialogue_partner")


def test_the_table_and_the_coverage_tell_the_same_holes(db):
    found = attendance(db, bodies=BODIES, on=date(2026, 11, 23))

    unknown = {(s.meeting, p.id) for p in found.parties for s in p.seats if s.answer is Answer.UNKNOWN}
    members = {
        (meeting, party)
        for meeting, seats in matrix(db).items()
        for party, answer in seats.items()
        if answer == "unknown" and seat(found, party, meeting).standing != "sco_partner"
    }
    assert unknown == members


def test_rows_are_ordered_by_standing_by_name_or_by_attendance(db):
    found = attendance(db, on=ASTANA)

    by_name = [party.name.ar for party in ordered(db, found.parties, "name", "ar")]
    by_came = [party.came for party in ordered(db, found.parties, "came", "en")]
    standings = [party.standing for party in ordered(db, found.parties, "standing", "en")]
    assert by_name.index("أذربيجان") < by_name.index("الصين") < by_name.index("كازاخستان")
    assert by_came == sorted(by_came, reverse=True)
    assert standings.index("observer") == standings.count("member")


@pytest.mark.parametrize(("lang", "said"), [("en", "Subrahmanyam Jaishankar"), ("ar", "سوبرامانيام جايشانكار")])
def test_the_table_in_words_ends_with_the_day(db, lang, said):
    found = attendance(db, on=ASTANA)

    rows = table_in_words(found, found.parties, Voice(lang))
    india = next(row for row in rows if row[0] in ("India", "الهند"))
    assert len(rows[0]) == found.counted + 4
    assert said in india[-3]


@given(text=st.text())
@example("=1+1")
@example("+٩٧١")
@example("\t-2")
@example("@SUM(A1)")
def test_no_cell_is_ever_a_formula_or_breaks_a_row(text):
    line = harmless(text)

    assert not line.startswith(("=", "+", "-", "@"))
    assert as_tsv([[text, "b"]]).count("\n") == 1
    assert list(csv.reader(io.StringIO(as_csv([[text, "b"]]).decode("utf-8-sig")))) == [[line, "b"]]


def test_the_file_opens_in_excel_as_utf_8():
    assert as_csv([["قمة"]]).startswith(b"\xef\xbb\xbf")


def test_the_meetings_of_the_five_show_those_who_were_there(db):
    found = attendance(db, bodies=("s5",), on=date(2026, 11, 23))

    assert {party.id for party in found.parties} == {"cn", "kg", "kz", "ru", "tj", "uz"}


def test_a_spreadsheet_of_an_early_day_leaves_out_who_had_not_come_yet(db):
    found = attendance(db, on=date(2003, 6, 1))

    assert [row[0] for row in table_in_words(found, found.parties, Voice("en"))] == [
        "Party", "China", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan", "Uzbekistan",
    ]  # fmt: skip
