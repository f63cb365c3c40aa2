"""Of what was found, what is shown: whom an initial means, whether a city was meant, and how many lines."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sco_reader.arabic.fold import fold
from sco_reader.arabic.sound import in_latin
from sco_reader.matching import FAINT, GUESS
from sco_reader.search import Hit
from sco_reader.summitwords import CAPITAL, TOWN
from sco_reader.weighing import rank

_INITIAL, _TOWN = 0.05, 0.03
MOST_OF_HINTS = 0.05
"""What a hint can add at most."""
_FAR_BEHIND = 0.15


class Hints(NamedTuple):
    """What a query says beside the names in it."""

    initials: frozenset[str]
    """Letters that stand alone, in Latin."""
    first_letters: tuple[str, ...]
    """Those of its other words."""
    town: bool
    """It has a word for a city or a capital."""
    capital: bool


def hints_of(folded: str, words: Sequence[str]) -> Hints:
    """The hints of a folded query whose telling words are `words`."""
    said = folded.split()
    letters = (in_latin(word)[:1] for word in said if len(word) == 1)
    return Hints(
        frozenset(letter for letter in letters if "a" <= letter <= "z"),
        tuple(in_latin(word)[:1] for word in words),
        not TOWN.isdisjoint(said),
        not CAPITAL.isdisjoint(said),
    )


def fitted(hit: Hit, hints: Hints) -> Hit:
    """`hit` as sure as the hints let it be: Р. Сингх is Rajnath rather than another Singh, العاصمة الكويت a city."""
    if not hints.initials and not hints.town:
        return hit
    score = hit.score + _TOWN * (hints.town and hit.kind == "city")
    if hints.initials and hit.kind == "person":
        begins = [name[:1] for name in fold(hit.name_en).split()]
        # S. Sargsyan is Serzh: Aram has one S, not two.
        fits = any(begins.count(initial) > hints.first_letters.count(initial) for initial in hints.initials)
        score += _INITIAL if fits else -2 * _INITIAL
    return hit._replace(score=score)


def chosen(found: Iterable[Hit], on: date | None, limit: int) -> list[Hit]:
    """What is shown of `found`, best first; where nothing is better than a guess, the nearest three."""
    ranked = sorted((hit for hit in found if hit.score >= FAINT), key=lambda hit: rank(hit, on))
    if ranked and ranked[0].score < GUESS:
        limit = min(limit, 3)
    elif ranked:
        ranked = [hit for hit in ranked if hit.score > ranked[0].score - _FAR_BEHIND]
    return [hit._replace(score=round(min(max(hit.score, 0.0), 1.0), 3)) for hit in ranked[:limit]]
