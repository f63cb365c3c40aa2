"""The table of attendance in words: for the ear, for a tooltip, for a spreadsheet."""

from collections.abc import Iterable

from sco_reader.arabic.bidi import isolate
from sco_reader.attendance import Answer, Attendance, Level, Party, Seat
from sco_reader.model import Lang, Meeting
from sco_reader.words import say


def answer_in_words(seat: Seat, lang: Lang) -> str:
    """Who led, or why nobody is shown: *Head of state, by video*, *Did not take part*, *Not known*."""
    if seat.answer is not Answer.LED:
        return say(f"seat-{seat.answer.value.replace('_', '-')}", lang)
    assert seat.level is not None
    said = say(f"seat-{seat.level.value}", lang)
    if seat.level is Level.STATE and seat.sent is not None and seat.sent.party_kind == "organisation":
        said = say("seat-its-head", lang)
    return say("and", lang, one=said, other=say("format-video", lang)) if seat.by_video else said


def head_in_words(seat: Seat, lang: Lang) -> str:
    """Name and office of the head, whom he stood in for; else what is known instead."""
    sent = seat.sent
    if sent is None or sent.head_name is None:
        return answer_in_words(seat, lang)
    said = isolate(sent.head_name.in_(lang))
    if sent.office is not None:
        said = say("and", lang, one=said, other=isolate(sent.office.in_(lang)))
    if sent.substituted_name is not None:
        stood_in = say("in-place-of", lang, person=isolate(sent.substituted_name.in_(lang)))
        said = say("and", lang, one=said, other=stood_in)
    return say("and", lang, one=said, other=say("format-video", lang)) if seat.by_video else said


def standing_in_words(standing: str, lang: Lang) -> str:
    return say(f"status-{standing}" if standing else "status-none", lang)


def title_of(party: str, meeting: Meeting, lang: Lang) -> str:
    """*India: Astana summit 2024*."""
    return say("seat-title", lang, party=isolate(party), meeting=isolate(meeting.name.in_(lang)))


def share_in_words(party: Party, lang: Lang) -> str:
    return say("seat-share", lang, n_text=party.came, m=party.called)


def table_in_words(found: Attendance, parties: Iterable[Party], lang: Lang) -> list[list[str]]:
    """Head and rows as text, in the order given: party, standing on the day, each meeting up to the day, how often.

    Who had no standing yet, and had not been called, is left out.
    """
    until = found.counted
    heads = [f"{meeting.city_name.in_(lang)} {meeting.start.year}" for meeting in found.meetings[:until]]
    first = [say("column-party", lang), say("column-standing", lang)]
    last = [say("seat-came", lang), say("seat-called", lang)]
    rows = [[*first, *heads, *last]]
    for party in parties:
        if not party.standing and not party.called:
            continue
        cells = [_plain(seat, lang) for seat in party.seats[:until]]
        standing = standing_in_words(party.standing, lang)
        rows.append([party.name.in_(lang), standing, *cells, str(party.came), str(party.called)])
    return rows


def _plain(seat: Seat, lang: Lang) -> str:
    return "" if seat.answer is Answer.NO_SEAT else head_in_words(seat, lang)
