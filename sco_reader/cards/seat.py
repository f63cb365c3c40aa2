"""The card of one party at one meeting: who led it, for whom, in which standing, and what says so."""

from sco_reader import reference
from sco_reader.attendance import Seat
from sco_reader.attendancetext import answer_in_words, standing_in_words, title_of
from sco_reader.cards.card import Card, Fact, Line
from sco_reader.cards.composer import Composer
from sco_reader.model import Delegation


def seat_card(composer: Composer, seat: Seat) -> Card:
    """What Enter on a cell of the table of attendance shows; its facts open the person, the party, the meeting."""
    say = composer.say
    meeting = reference.meeting(composer.db, seat.meeting)
    party = reference.entity(composer.db, seat.party)
    sent = seat.sent
    name = composer.name(party.name)
    marks = composer.marks(sent.evidence if sent is not None else None, name)
    if sent is not None and sent.head_name is not None:
        office = composer.name(sent.office) if sent.office else ""
        sub = say("and", one=office, other=say("format-video")) if seat.by_video else office
        facts = [Fact(say("column-head"), composer.name(sent.head_name), sub, marks, link=sent.head)]
    else:
        facts = [Fact(say("column-head"), answer_in_words(seat, composer.voice), "", marks)]
    if sent is not None and sent.substituted_name is not None:
        facts.append(Fact(say("seat-usual"), composer.name(sent.substituted_name), link=sent.substitutes_for))
    rank = seat.standing or ("guest" if sent is not None else "")
    facts += [
        Fact(say("column-party"), name, standing_in_words(rank, composer.voice), link=party.id),
        Fact(say("column-meeting"), composer.name(meeting.name),
             composer.days(meeting.start, meeting.end), link=meeting.id),
    ]  # fmt: skip
    return Card(
        id=f"{meeting.id}/{party.id}", kind="meeting", lang=composer.lang, on=composer.on,
        horizon=reference.verified_through(composer.db), kicker=(), title=title_of(name, meeting, composer.voice),
        subtitle="", status=rank or None, flag=party.id if party.kind == "country" or party.id == "un" else None,
        lead=tuple(Line(text) for text in _remarks(composer, sent)), facts=tuple(facts),
        disputes=tuple(composer.disputes), sources=tuple(composer.sources),
    )  # fmt: skip


def _remarks(composer: Composer, sent: Delegation | None) -> list[str]:
    """Why somebody stood in, and what else the record says of the delegation."""
    return [composer.name(text) for text in (sent.why, sent.note) if text] if sent is not None else []
