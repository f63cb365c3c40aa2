"""Who came to the meetings, as a sheet for print, set by Typst from plain data."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from sco_reader import reference
from sco_reader.arabic.bidi import bare
from sco_reader.attendance import BODIES, Answer, Level, Order, Party, Seat, attendance, ordered
from sco_reader.attendancetext import answer_in_words
from sco_reader.model import Meeting
from sco_reader.paths import resource
from sco_reader.store import Connection
from sco_reader.voice import Voice

_MOST_COLUMNS = 26
_LEGEND = (
    ("seat-state", Seat("", "", Answer.LED, "", Level.STATE)),
    ("seat-government", Seat("", "", Answer.LED, "", Level.GOVERNMENT)),
    ("seat-other", Seat("", "", Answer.LED, "", Level.OTHER)),
    ("seat-video", Seat("", "", Answer.LED, "", Level.STATE, by_video=True)),
    ("seat-stood-in", Seat("", "", Answer.LED, "", Level.OTHER, stood_in=True)),
    ("seat-absent", Seat("", "", Answer.ABSENT, "")),
    ("seat-unknown", Seat("", "", Answer.UNKNOWN, "")),
)


def attendance_pdf(db: Connection, *, bodies: Sequence[str], order: Order, on: date, voice: Voice) -> bytes:
    """The table of `bodies` in `order` as of `on`, as PDF/UA-1; a long row of meetings goes on below."""
    from sco_reader.briefing.typeset import for_print, typeset

    found = attendance(db, bodies=bodies, on=on)
    parties = ordered(db, found.parties, order, voice.lang)
    horizon = reference.verified_through(db)
    columns = range(len(found.meetings))
    parts = [columns[first : first + _MOST_COLUMNS] for first in range(0, len(columns), _MOST_COLUMNS)]
    page = {
        "lang": voice.lang, "digits": voice.style.digits if voice.lang == "ar" else "western",
        "title": voice.say("matrix-title"), "party": voice.say("column-party"), "came": voice.say("seat-came"),
        "bodies": voice.say("list-comma").join(voice.say(f"matrix-body-{body}") for body in BODIES if body in bodies),
        "parts": [
            {"heads": [_head(found.meetings[n], on, voice, mixed=len(bodies) > 1) for n in part],
             "rows": list(_rows(parties, part, order, voice))}
            for part in parts
        ],
        "legend": [{**_seat(seat, voice), "alt": voice.say(word)} for word, seat in _LEGEND],
        "grounds": [{"status": status, "name": voice.say(f"status-{status}")} for status in reference.SCO_STATUSES],
        "as_of": voice.say("sheet-as-of", day=voice.day(on)),
        "horizon": voice.say("sheet-beyond" if on > horizon else "sheet-horizon", day=voice.day(horizon)),
        "page": voice.say("sheet-page", page="{page}", pages="{pages}"),
    }  # fmt: skip
    return typeset("attendance.typ", {"data": json.dumps(for_print(page), ensure_ascii=False)}, "pdf")


def _head(meeting: Meeting, on: date, voice: Voice, *, mixed: bool) -> dict[str, Any]:
    place = voice.say("matrix-video") if meeting.format == "video" else voice.name(meeting.city_name)
    body = voice.say(f"matrix-short-{meeting.body}") if mixed else ""
    return {"year": meeting.start.year, "place": place, "body": body, "now": meeting.start <= on <= meeting.end}


def _rows(parties: Sequence[Party], part: range, order: Order, voice: Voice) -> Iterator[dict[str, Any]]:
    """A row a party; by standing, each standing has a head of its own."""
    for standing, mine in groupby(parties, key=lambda party: party.standing if order == "standing" else ""):
        if order == "standing":
            head = voice.say(f"statuses-{standing}") if standing else voice.say("matrix-without")
            yield {"name": head, "status": standing, "seats": []}
        for party in mine:
            name = voice.name(party.name)
            yield {
                "name": name, "flag": party.id if resource(f"flags/{party.id}.svg").is_file() else "",
                "alt": bare(voice.say("sheet-flag-of", state=name)), "came": bare(f"{party.came}/{party.called}"),
                "seats": [_seat(party.seats[n], voice) for n in part],
            }  # fmt: skip


def _seat(seat: Seat, voice: Voice) -> dict[str, Any]:
    mark = {Answer.ABSENT: "absent", Answer.UNKNOWN: "unknown", Answer.NO_SEAT: ""}.get(seat.answer)
    if mark is None:
        assert seat.level is not None
        mark = seat.level.value
    return {
        "mark": mark, "standing": seat.standing, "video": seat.by_video, "stood": seat.stood_in, "later": seat.later,
        "alt": bare(answer_in_words(seat, voice)) if mark else "",
    }  # fmt: skip
