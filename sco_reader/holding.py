"""Since when has the holder of an office held it without a gap, however many terms that makes?"""

from dataclasses import dataclass

from sco_reader import reference
from sco_reader.model import Term
from sco_reader.store import Connection


@dataclass(frozen=True, slots=True)
class Holding:
    """A term, and the first of the terms with which it makes one unbroken time in the office."""

    first: Term
    term: Term

    @property
    def is_one_term(self) -> bool:
        return self.first.span.since == self.term.span.since


def holding(db: Connection, term: Term) -> Holding:
    """The unbroken time in office that leads up to `term`: each term of the same person ends as the next begins.

    It is counted from the first term that was not acting: who stood in before being elected or appointed has held
    the office since then, while a spell as acting holder between two terms (a cabinet that resigned before the new
    president) breaks nothing. An acting term is counted from its own first day.
    """
    mine = [row for row in reference.terms(db, owner=term.office.owner)
            if (row.person, row.office.id) == (term.person, term.office.id)]  # fmt: skip
    first, reached = term, term
    while not term.acting:
        before = next((row for row in mine if row.span.until == reached.span.since and row is not reached), None)
        if before is None or before.span.since == reached.span.since:
            break
        reached = before
        if not before.acting:
            first = before
    return Holding(first, term)
