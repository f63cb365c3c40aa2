"""A card in the spelling and the digits of a house: done once, when it is whole, so that no line is forgotten."""

from dataclasses import replace
from typing import TypeVar

from sco_reader.cards.card import Card, Cell, Dispute, Fact, Group, Headline, Line, Row, Section, Stretch
from sco_reader.voice import Voice

_SAID: dict[type, tuple[str, ...]] = {
    Card: (
        "kicker",
        "title",
        "subtitle",
        "names",
        "note",
        "lead",
        "facts",
        "career",
        "sections",
        "disputes",
        "members",
    ),
    Fact: ("label", "value", "sub", "headline"),
    Headline: ("text",),
    Stretch: ("name",),
    Line: ("text",),
    Section: ("title", "columns", "groups", "empty"),
    Group: ("title", "rows", "count"),
    Row: ("cells",),
    Cell: ("text", "sub", "tag"),
    Dispute: ("about", "text"),
}
"""What a reader reads of each part; ids, flags and sources are nobody's wording, other spellings stay as seen."""

T = TypeVar("T")


def dressed(card: Card, voice: Voice) -> Card:
    """`card` as the house of `voice` writes it."""
    return card if voice.is_plain else _dressed(card, voice)


def _dressed(part: T, voice: Voice) -> T:
    if isinstance(part, str):
        return voice.dress(part)  # type: ignore[return-value]  # a text is a text
    if isinstance(part, tuple):
        return tuple(_dressed(child, voice) for child in part)  # type: ignore[return-value]
    if type(part) not in _SAID or (isinstance(part, Cell) and part.quoted):
        return part
    said = {name: _dressed(getattr(part, name), voice) for name in _SAID[type(part)]}
    if isinstance(part, Cell):
        said["links"] = tuple((voice.dress(name), an_id) for name, an_id in part.links)
    return replace(part, **said)  # type: ignore[type-var]
