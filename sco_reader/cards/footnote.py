"""What stands behind the mark at one fact: its sources, those that say otherwise, and why these do not hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sco_reader.cards.card import Dispute, Marks
from sco_reader.model import Citation, Evidence
from sco_reader.store import Connection
from sco_reader.voice import Voice


@dataclass(frozen=True, slots=True)
class Side:
    """One source of a fact; `number` counts as on the card, `against` is true where it says otherwise."""

    number: int
    citation: Citation
    against: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    sides: tuple[Side, ...]
    disputes: tuple[Dispute, ...] = ()
    unverified: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.sides and not self.unverified


def footnote(marks: Marks, sources: Sequence[Citation], disputes: Sequence[Dispute]) -> Footnote:
    """The footnote of a fact with `marks` on a card with those sources and disputes."""
    numbers = [(number, False) for number in marks.numbers] + [(number, True) for number in marks.against]
    sides = tuple(Side(number, marks.citation(number, sources), against) for number, against in numbers)
    facts = {marks.fact, *marks.other_facts}
    about = tuple(dispute for dispute in disputes if marks.against and facts & set(dispute.fact_ids))
    return Footnote(sides, about, marks.unverified)


def footnote_of(db: Connection, evidence: Evidence | None, about: str, voice: Voice, on: date) -> Footnote:
    """The footnote of a fact that stands on no card, such as a bar of the timeline; `about` names it."""
    from sco_reader.cards.composer import Composer  # not before the first frame, which asks for no footnote

    composer = Composer(db, voice, on)
    marks = composer.marks(evidence, about)
    return footnote(marks, composer.sources, composer.disputes)
