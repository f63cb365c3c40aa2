"""The JSON of the command line: answers of `reference` as plain data, in the shape that the contract fixes."""

from datetime import date

from sco_reader import chronicle, reference
from sco_reader.changes import Change
from sco_reader.dates import Edtf, Holds, Span
from sco_reader.model import (
    Citation,
    Claim,
    Contest,
    Council,
    Delegation,
    Document,
    Evidence,
    Figures,
    Meeting,
    Milestone,
    Outcome,
    Status,
    Term,
    Text,
)
from sco_reader.store import Connection

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]
Answer = dict[str, Plain]


def words(text: Text | None) -> Plain:
    """A text in every language that it has; null where there is none."""
    if text is None:
        return None
    return {lang: said for lang in ("en", "ar", "ru", "zh") if (said := getattr(text, lang)) is not None}


def citations(found: tuple[Citation, ...]) -> Plain:
    return [
        {"id": c.source.id, "address": c.source.address, "publisher": c.source.publisher, "title": c.source.title,
         "published": c.source.published, "class": c.source.klass, "at": c.at}
        for c in found
    ]  # fmt: skip


def contests(found: tuple[Contest, ...]) -> Plain:
    return [
        {"field": c.field, "value": words(c.value), "reason": words(c.reason), "sources": citations(c.citations)}
        for c in found
    ]


def evidence(found: Evidence) -> Answer:
    """The keys that every fact ends with; `contested` and `unverified` only where they apply."""
    answer: Answer = {"sources": citations(found.citations)}
    if found.contests:
        answer["contested"] = contests(found.contests)
    if found.unverified:
        answer["unverified"] = True
    return answer


def span(found: Span) -> Answer:
    return {"from": str(found.since), "to": _moment(found.until)}


def state(status: Status, on: date) -> Answer:
    return {
        "country": status.country, "name_en": status.name.en, "name_ar": status.name.ar, "status": status.status,
        **span(status.span), "certain": status.on(on) is Holds.YES, **evidence(status.evidence),
    }  # fmt: skip


def leader(term: Term, on: date) -> Answer:
    return {
        "country": term.office.owner, "person": term.person, "name_en": term.name.en, "name_ar": term.name.ar,
        "office_en": term.office.name.en, "office_ar": term.office.name.ar, "kind": term.office.kind,
        **span(term.span), "acting": term.acting, "certain": term.on(on) is Holds.YES, **evidence(term.evidence),
    }  # fmt: skip


def meeting(found: Meeting) -> Answer:
    everything: list[Citation] = []
    for aspect in found.evidence.values():
        everything.extend(citation for citation in aspect.citations if citation not in everything)
    disputed = tuple(contest for aspect in found.evidence.values() for contest in aspect.contests)
    answer: Answer = {
        "id": found.id, "body": found.body, "number": found.number, "name_en": found.name.en,
        "name_ar": found.name.ar, "city": found.city, "city_name_en": found.city_name.en,
        "city_name_ar": found.city_name.ar, "country": found.country, "start": found.start.isoformat(),
        "end": found.end.isoformat(),
        "chair": {"country": found.chair_country, "person": found.chair_person,
                  "name_en": found.chair_person_name.en if found.chair_person_name else found.chair_country_name.en,
                  "name_ar": found.chair_person_name.ar if found.chair_person_name else found.chair_country_name.ar},
        "format": found.format, "documents": list(found.documents), "sources": citations(tuple(everything)),
    }  # fmt: skip
    if disputed:
        answer["contested"] = contests(disputed)
    return answer


def delegation(found: Delegation) -> Answer:
    return {
        "party": found.party, "party_kind": found.party_kind, "party_name_en": found.party_name.en,
        "party_name_ar": found.party_name.ar, "role": found.role, "head": found.head,
        "head_name_en": found.head_name.en if found.head_name else None,
        "head_name_ar": found.head_name.ar if found.head_name else None,
        "office_en": found.office.en if found.office else None, "office_ar": found.office.ar if found.office else None,
        "acting": found.acting, "substitutes_for": found.substitutes_for, "why": words(found.why),
        "format": found.format, "absent": found.absent, "note": words(found.note), **evidence(found.evidence),
    }  # fmt: skip


def change(found: Change) -> Answer:
    """`before` and `after` are a status or the id of a person; names stand beside them, those of a city alone."""
    return {
        "kind": found.kind, "on": str(found.on), "certain": found.certain, "id": found.id,
        **_both("name", found.name), "country": found.owner, **_both("office", found.office), "acting": found.acting,
        "sort": found.sort, "before": found.before, "after": found.after, **_both("before_name", found.before_name),
        **_both("after_name", found.after_name), **evidence(found.evidence),
    }  # fmt: skip


def _both(key: str, text: Text | None) -> Answer:
    return {f"{key}_en": text.en if text else None, f"{key}_ar": text.ar if text else None}


def document(found: Document) -> Answer:
    return {
        "id": found.id, "title": words(found.title), "kind": found.kind, "signed": _moment(found.signed),
        "place": found.place, "meeting": found.meeting, "in_force": _moment(found.in_force),
        "summary": words(found.summary), "full_text": found.full_text, "note": words(found.note),
        **evidence(found.evidence),
    }  # fmt: skip


def outcome(found: Outcome) -> Answer:
    counted: Answer = {"count": found.count} if found.count is not None else {}
    return {"text": words(found.text), **counted, "note": words(found.note), **evidence(found.evidence)}


def claim(found: Claim) -> Answer:
    return {
        "id": found.id, "claim_en": found.claim.en, "claim_ar": found.claim.ar, "verdict": found.verdict,
        "answer": words(found.answer), "about": list(found.about), "seen": citations(found.seen),
        "note": words(found.note), **evidence(found.evidence),
    }  # fmt: skip


def milestone(found: Milestone) -> Answer:
    return {
        "id": found.id, "kind": found.kind, "title": words(found.title), "text": words(found.text),
        "start": str(found.start), "end": _moment(found.end), "about": list(found.about),
        "note": words(found.note), **evidence(found.evidence),
    }  # fmt: skip


def council(found: Council) -> Answer:
    return {
        "id": found.id, "body": found.body, "name": words(found.name), "start": str(found.start),
        "end": str(found.end), "city": found.city, "format": found.format, "note": words(found.note),
        **evidence(found.evidence),
    }  # fmt: skip


def figures(found: Figures) -> Answer:
    """Area, population, languages and shares, each only where a source has been read."""
    answer: Answer = {}
    if found.area_km2 is not None:
        answer["area"] = {"km2": found.area_km2, **evidence(found.evidence["area"])}
    if found.population is not None:
        answer["population"] = {"count": found.population, "year": _moment(found.population_year),
                                **evidence(found.evidence["population"])}  # fmt: skip
    if found.languages is not None:
        answer["languages"] = {"official": words(found.languages), **evidence(found.evidence["languages"])}
    if found.shares:
        answer["shares"] = [
            {"of": share.what, "percent": float(share.percent), **span(share.span), "note": words(share.note),
             **evidence(share.evidence)}
            for share in found.shares
        ]  # fmt: skip
    return answer


def everything_on(db: Connection, an_id: str, on: date) -> Answer:
    """One object with every field of an entity; what changes with time has `from`, `to`. Raises UnknownId."""
    life = reference.life(db, an_id)
    entity = life.entity
    answer: Answer = {
        "id": entity.id, "kind": entity.kind, "on": on.isoformat(), "name_en": entity.name.en,
        "name_ar": entity.name.ar, "name": words(entity.name), "note": words(entity.note),
        "names": [
            {"lang": name.lang, "form": name.form, "text": name.text, "from": _moment(name.since),
             "to": _moment(name.until)}
            for name in reference.names(db, an_id)
        ],
    }  # fmt: skip
    for key in ("country", "organisation", "capital", "seat", "gender"):
        if (value := getattr(life, key)) is not None:
            answer[key] = value
    for key, day, borne_out in life.days:
        answer[key] = {"on": str(day), **evidence(borne_out)}
    if entity.kind == "country":
        answer["statuses"] = [_status(status, on) for status in reference.statuses(db, an_id)]
        answer |= figures(chronicle.figures(db, an_id))
    if entity.kind in ("country", "organisation"):
        answer["leaders"] = [leader(term, on) for term in reference.terms(db, owner=an_id)]
        answer["delegations"] = [_at_meeting(row) for row in reference.delegations(db, party=an_id)]
    if entity.kind == "person":
        answer["terms"] = [
            {**leader(term, on), "office": term.office.id, "began": term.began, "ended": term.ended,
             "note": words(term.note)}
            for term in reference.terms(db, person=an_id)
        ]  # fmt: skip
        answer["delegations"] = [_at_meeting(row) for row in reference.delegations(db, head=an_id)]
    if entity.kind == "meeting":
        found = reference.meeting(db, an_id)
        answer |= meeting(found) | {
            "venue": words(found.venue),
            "delegations": [delegation(row) for row in reference.delegations(db, of=an_id)],
            "decisions": [outcome(row) for row in reference.decisions(db, an_id)],
            "counts": [outcome(row) for row in reference.counts(db, an_id)],
            "facts": {aspect: evidence(borne_out) for aspect, borne_out in sorted(found.evidence.items())},
        }
    if entity.kind == "document":
        answer |= document(reference.documents(db, an_id=an_id)[0])
    if entity.kind == "milestone":
        answer |= {"milestone": milestone(chronicle.milestones(db, an_id=an_id)[0])}
    if entity.kind == "claim":
        answer |= {"claim": claim(chronicle.claims(db, an_id=an_id)[0])}
    if entity.kind == "council":
        answer |= {"council": council(chronicle.councils(db, an_id=an_id)[0])}
    if entity.kind == "city":
        answer["meetings"] = [row.id for row in reference.meetings(db) if row.city == an_id]
    return answer


def _status(status: Status, on: date) -> Answer:
    return {
        **state(status, on), "holds": status.on(on).value, "note": words(status.note),
        "steps": [
            {"step": step.step, "on": str(step.on), "meeting": step.meeting, "note": words(step.note),
             **evidence(step.evidence)}
            for step in status.steps
        ],
    }  # fmt: skip


def _at_meeting(row: Delegation) -> Answer:
    return {"meeting": row.meeting, **delegation(row)}


def _moment(found: Edtf | None) -> str | None:
    return str(found) if found is not None else None
