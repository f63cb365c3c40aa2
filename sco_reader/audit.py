"""A random sample of facts with their sources, for a second reader who looks each one up again."""

import random
from dataclasses import dataclass

from sco_reader.answers import Answer, citations
from sco_reader.arabic.bidi import isolate, isolate_noted
from sco_reader.assertion import assertion, assertion_in_words
from sco_reader.console import Console
from sco_reader.errors import BadShare
from sco_reader.evidence import evidence_for
from sco_reader.model import Evidence
from sco_reader.store import Connection
from sco_reader.voice import Voice

_FACTS = """
SELECT f.id, f.kind, f.entity, e.name_en, e.name_ar FROM fact AS f JOIN entity AS e ON e.id = f.entity ORDER BY f.id"""


@dataclass(frozen=True, slots=True)
class Sampled:
    """One fact drawn, with what the file says: its own columns (`country by · status member · since 2024-07-04`)."""

    id: str
    kind: str
    entity: str
    name_en: str
    name_ar: str
    says: str
    evidence: Evidence

    def answer(self) -> Answer:
        return {"fact": self.id, "kind": self.kind, "entity": self.entity, "name_en": self.name_en,
                "name_ar": self.name_ar, "says": self.says, "sources": citations(self.evidence.citations)}  # fmt: skip


def share_from(text: str) -> float:
    """A share above 0 and up to 1. Raises BadShare."""
    try:
        share = float(text)
    except ValueError:
        raise BadShare(text=text) from None
    if not 0 < share <= 1:
        raise BadShare(text=text)
    return share


def sample(db: Connection, share: float, seed: int) -> list[Sampled]:
    """The same seed draws the same facts from the same file, in the order of their ids."""
    rows = db.execute(_FACTS).fetchall()
    # A written seed so that anyone can draw the same sample again; nothing here is a secret.
    drawn = random.Random(seed).sample(rows, max(1, round(share * len(rows)))) if rows else []  # noqa: S311
    borne_out = evidence_for(db, [row["id"] for row in drawn])
    return [
        Sampled(
            row["id"],
            row["kind"],
            row["entity"],
            row["name_en"],
            row["name_ar"],
            assertion(db, row["id"], row["kind"], row["entity"]),
            borne_out[row["id"]],
        )
        for row in sorted(drawn, key=lambda row: str(row["id"]))
    ]


def write_sample(db: Connection, found: list[Sampled], console: Console, voice: Voice) -> None:
    """One fact a paragraph: its id, whose it is, what the file says, and the addresses to read."""
    for fact in found:
        console.line(fact.id, "bold")
        console.line(voice.dress(fact.name_ar if voice.lang == "ar" else fact.name_en))
        for said in assertion_in_words(db, fact.id, fact.kind, fact.entity, voice):
            console.line(f"  {said}")
        for citation in fact.evidence.citations:
            at = f" ({citation.at})" if citation.at else ""
            publisher = isolate_noted(citation.source.publisher_in(voice.lang))
            console.line(f"  {publisher}: {isolate(citation.source.address)}{at}", "quiet")
        console.line()
