"""The card of the window: as of its day, in its words, with what is otherwise today marked."""

from datetime import date
from functools import lru_cache

from sco_reader.arabic.wording import Style
from sco_reader.cards.card import Card
from sco_reader.cards.compose import card
from sco_reader.cards.ids import HOME
from sco_reader.cards.today import beside_today
from sco_reader.model import Lang
from sco_reader.store import Connection

# The overview of the organisation cites hundreds; each fact of it has all its sources on its own card.
_MOST_SOURCES_AT_HOME = 2
_KEPT = 16


def composed(db: Connection, an_id: str, *, lang: Lang, on: date, today: date, style: Style) -> Card:
    """The card of `an_id` as of `on`, marked where the same card says something else `today`. Raises UnknownId."""
    return beside_today(_card(db, an_id, lang, on, today, style), _card(db, an_id, lang, today, today, style))


@lru_cache(maxsize=_KEPT)
def _card(db: Connection, an_id: str, lang: Lang, on: date, today: date, style: Style) -> Card:
    most = _MOST_SOURCES_AT_HOME if an_id == HOME else None
    return card(db, an_id, lang=lang, on=on, today=today, most_sources=most, style=style)
