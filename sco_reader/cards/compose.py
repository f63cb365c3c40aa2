"""The card of any entity: which composer makes it."""

from datetime import date

from sco_reader import reference
from sco_reader.arabic.wording import Style
from sco_reader.attendance import Seat
from sco_reader.cards.about import about_card
from sco_reader.cards.beside import beside_card
from sco_reader.cards.card import Card
from sco_reader.cards.chronicle import claim_card, council_card, milestone_card
from sco_reader.cards.composer import Composer
from sco_reader.cards.country import country_card
from sco_reader.cards.dress import dressed
from sco_reader.cards.ids import ABOUT, COMPARE, PRESS, SINCE
from sco_reader.cards.meeting import meeting_card
from sco_reader.cards.organisation import organisation_card
from sco_reader.cards.other import city_card, document_card
from sco_reader.cards.person import person_card
from sco_reader.cards.press import press_card
from sco_reader.cards.seat import seat_card
from sco_reader.cards.since import since_card
from sco_reader.model import Lang
from sco_reader.store import Connection
from sco_reader.voice import PLAIN, Voice, voice_of

_CARDS = {
    "country": country_card,
    "person": person_card,
    "meeting": meeting_card,
    "organisation": organisation_card,
    "document": document_card,
    "city": city_card,
    "milestone": milestone_card,
    "claim": claim_card,
    "council": council_card,
}


def card(
    db: Connection,
    an_id: str,
    *,
    lang: Lang,
    on: date,
    today: date | None = None,
    most_sources: int | None = None,
    style: Style = PLAIN,
) -> Card:
    """The card of any entity, or of the data themselves (`ABOUT`), in the style of a house.

    On paper a fact cites `most_sources` at most. Where `on` is `today`, or a later day, it speaks of the present.

    Raises UnknownId.
    """
    composer = Composer(db, voice_of(db, lang, style), on, today, most_sources)
    if an_id == ABOUT:
        return dressed(about_card(composer), composer.voice)
    if an_id.partition(":")[0] == SINCE:
        return dressed(since_card(composer, an_id), composer.voice)
    if an_id.partition(":")[0] == COMPARE:
        return dressed(beside_card(composer, an_id), composer.voice)
    if an_id == PRESS:
        return dressed(press_card(composer), composer.voice)
    kind = reference.entity(db, an_id).kind
    return dressed(_CARDS[kind](composer, an_id), composer.voice)


def card_of_seat(db: Connection, seat: Seat, voice: Voice, *, on: date) -> Card:
    """The card of one party at one meeting, as `voice` says it."""
    return dressed(seat_card(Composer(db, voice, on), seat), voice)
