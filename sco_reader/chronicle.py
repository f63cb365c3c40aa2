"""What happened beside the summits, a state in figures, and what the press says of the organisation."""

import json
from collections import defaultdict
from collections.abc import Iterable
from sqlite3 import Row

from sco_reader.dates import Edtf, Span
from sco_reader.evidence import citations_of_claims, evidence_for
from sco_reader.model import Claim, Council, Evidence, Figures, Milestone, Share, Text
from sco_reader.store import Connection, kept

VERDICTS = ("right", "imprecise", "contested", "wrong")
"""In the order in which a list of claims is read."""

COUNCILS = ("cfm", "scs", "cdm")
"""Foreign ministers, security council secretaries, defence ministers."""

_FIGURES = """
SELECT area_km2, population, population_year, languages_en, languages_ar FROM country WHERE id = :id"""

_SHARES = """
SELECT fact, what, percent, since, until, note_en, note_ar FROM share WHERE country = :id
ORDER BY what, since_earliest"""

_COUNCILS = """
SELECT c.id, c.fact, c.body, c.start, c.end, c.city, c.format, e.name_en, e.name_ar, e.note_en, e.note_ar
FROM council AS c JOIN entity AS e ON e.id = c.id
WHERE :id IS NULL OR c.id = :id ORDER BY c.start, c.id"""

_MILESTONES = """
SELECT m.id, m.fact, m.kind, m.start, m.end, m.text_en, m.text_ar, e.name_en, e.name_ar, e.note_en, e.note_ar
FROM milestone AS m JOIN entity AS e ON e.id = m.id
WHERE :id IS NULL OR m.id = :id ORDER BY m.start, m.id"""

_CLAIMS = """
SELECT k.id, k.fact, k.verdict, k.answer_en, k.answer_ar, e.name_en, e.name_ar, e.note_en, e.note_ar
FROM claim AS k JOIN entity AS e ON e.id = k.id
WHERE :id IS NULL OR k.id = :id ORDER BY e.sort_en, k.id"""

_CONCERNS = """
SELECT entity, other FROM concerns JOIN json_each(:entities) AS wanted ON wanted.value = entity
ORDER BY entity, position"""


def figures(db: Connection, country: str) -> Figures:
    """Area in square kilometres, population with its year, official languages, and shares in the SCO's budget."""
    row = db.execute(_FIGURES, {"id": country}).fetchone()
    shares = db.execute(_SHARES, {"id": country}).fetchall()
    kinds = ("area", "population", "languages")
    borne_out = evidence_for(db, [*(f"{kind}:{country}" for kind in kinds), *(share["fact"] for share in shares)])
    return Figures(
        area_km2=row["area_km2"], population=row["population"],
        population_year=Edtf.parse(row["population_year"]) if row["population_year"] else None,
        languages=Text(row["languages_en"], row["languages_ar"]) if row["languages_en"] else None,
        shares=tuple(
            Share(share["what"], share["percent"],
                  Span(Edtf.parse(share["since"]), Edtf.parse(share["until"]) if share["until"] else None),
                  _note(share), borne_out[share["fact"]])
            for share in shares
        ),
        evidence={kind: borne_out[f"{kind}:{country}"] for kind in kinds},
    )  # fmt: skip


@kept(8)
def councils(db: Connection, *, an_id: str | None = None) -> list[Council]:
    """Sessions of the regular councils under the leaders, one or all, oldest first."""
    rows = db.execute(_COUNCILS, {"id": an_id}).fetchall()
    borne_out = evidence_for(db, [row["fact"] for row in rows])
    return [
        Council(row["id"], row["body"], Text(row["name_en"], row["name_ar"]), Edtf.parse(row["start"]),
                Edtf.parse(row["end"]), row["city"], row["format"], _note(row), borne_out[row["fact"]])
        for row in rows
    ]  # fmt: skip


def milestones(db: Connection, *, an_id: str | None = None, about: str | None = None) -> list[Milestone]:
    """Milestones, oldest first: one, all, or those that concern an entity."""
    found = _milestones(db, an_id)
    return found if about is None else [row for row in found if about in row.about]


@kept(16)
def _milestones(db: Connection, an_id: str | None) -> list[Milestone]:
    rows = db.execute(_MILESTONES, {"id": an_id}).fetchall()
    borne_out = evidence_for(db, [row["fact"] for row in rows])
    concerned = _concerns(db, rows)
    return [
        Milestone(row["id"], row["kind"], Text(row["name_en"], row["name_ar"]), Text(row["text_en"], row["text_ar"]),
                  Edtf.parse(row["start"]), Edtf.parse(row["end"]) if row["end"] else None,
                  tuple(concerned[row["id"]]), _note(row), borne_out[row["fact"]])
        for row in rows
    ]  # fmt: skip


def claims(db: Connection, *, an_id: str | None = None, about: str | None = None) -> list[Claim]:
    """What the press says of the organisation and what the record says to it: one, all, or those about an entity."""
    found = _claims(db, an_id)
    return found if about is None else [row for row in found if about in row.about]


@kept(16)
def _claims(db: Connection, an_id: str | None) -> list[Claim]:
    rows = db.execute(_CLAIMS, {"id": an_id}).fetchall()
    borne_out: dict[str, Evidence] = evidence_for(db, [row["fact"] for row in rows])
    concerned = _concerns(db, rows)
    seen = citations_of_claims(db, [row["id"] for row in rows])
    found = [
        Claim(row["id"], Text(row["name_en"], row["name_ar"]), row["verdict"],
              Text(row["answer_en"], row["answer_ar"]), tuple(concerned[row["id"]]), seen[row["id"]], _note(row),
              borne_out[row["fact"]])
        for row in rows
    ]  # fmt: skip
    return sorted(found, key=lambda claim: VERDICTS.index(claim.verdict), reverse=True)


def _concerns(db: Connection, rows: Iterable[Row]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in db.execute(_CONCERNS, {"entities": json.dumps([row["id"] for row in rows])}):
        found[row["entity"]].append(row["other"])
    return found


def _note(row: Row) -> Text | None:
    return Text(row["note_en"], row["note_ar"]) if row["note_en"] is not None else None
