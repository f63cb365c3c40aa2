"""The table of attendance in words: for the ear, for a tooltip, for a spreadsheet."""

from collections.abc import Iterable

from sco_reader.arabic.bidi import isolate
from sco_reader.attendance import Answer, Attendance, Level, Party, Seat
from sco_reader.model import Meeting
from sco_reader.voice import Voice


def answer_in_words(seat: Seat, voice: Voice) -> str:
    """Who led, or why nobody is shown: *Head of state, by video*, *Did not take part*, *Not known*."""
    if seat.answer is not Answer.LED:
        return voice.say(f"seat-{seat.answer.value.replace('_', '-')}")
    assert seat.level is not None
    said = voice.say(f"seat-{seat.level.value}")
    if seat.level is Level.STATE and seat.sent is not None and seat.sent.party_kind == "organisation":
        said = voice.say("seat-its-head")
    return voice.say("and", one=said, other=voice.say("format-video")) if seat.by_video else said


def head_in_words(seat: Seat, voice: Voice) -> str:
    """Name and office of the head, whom he stood in for; else what is known instead."""
    sent = seat.sent
    if sent is None or sent.head_name is None:
        return answer_in_words(seat, voice)
    said = isolate(voice.name(sent.head_name))
    if sent.office is not None:
        said = voice.say("and", one=said, other=isolate(voice.name(sent.office)))
    if sent.substituted_name is not None:
        stood_in = voice.say("in-place-of", person=isolate(voice.name(sent.substituted_name)))
        said = voice.say("and", one=said, other=stood_in)
    return voice.say("and", one=said, other=voice.say("format-video")) if seat.by_video else said


def standing_in_words(standing: str, voice: Voice) -> str:
    return voice.say(f"status-{standing}" if standing else "status-none")


def title_of(party: str, meeting: Meeting, voice: Voice) -> str:
    """*India: Astana summit 2024*."""
    return voice.say("seat-title", party=isolate(party), meeting=isolate(voice.name(meeting.name)))


def share_in_words(party: Party, voice: Voice) -> str:
    return voice.say("seat-share", n_text=party.came, m=party.called)


def table_in_words(found: Attendance, parties: Iterable[Party], voice: Voice) -> list[list[str]]:
    """Head and rows as text, in the order given: party, standing on the day, each meeting up to the day, how often.

    Who had no standing yet, and had not been called, is left out.
    """
    until = found.counted
    heads = [f"{voice.name(meeting.city_name)} {meeting.start.year}" for meeting in found.meetings[:until]]
    first = [voice.say("column-party"), voice.say("column-standing")]
    last = [voice.say("seat-came"), voice.say("seat-called")]
    rows = [[*first, *heads, *last]]
    for party in parties:
        if not party.standing and not party.called:
            continue
        cells = [_plain(seat, voice) for seat in party.seats[:until]]
        standing = standing_in_words(party.standing, voice)
        rows.append([voice.name(party.name), standing, *cells, str(party.came), str(party.called)])
    return rows


def _plain(seat: Seat, voice: Voice) -> str:
    return "" if seat.answer is Answer.NO_SEAT else head_in_words(seat, voice)
