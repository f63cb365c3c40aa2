"""The tables of the reference file: strict, with foreign keys, in the order in which they are filled.

A dated fact has its bounds three times: as written (EDTF), and the first and last day that it can mean, so that SQL
narrows by day and `dates.Span` decides. Every fact stands in `fact`; `citation` and `contest` hang on it.
"""

from dataclasses import dataclass

VERSION = "6"
"""Raised when a program of one version cannot read the file of another."""

_BOUND = {
    "since": str,
    "since_earliest": str,
    "since_latest": str,
    "until": str,
    "until_earliest": str,
    "until_latest": str,
}
_NOTE = {"note_en": str, "note_ar": str}


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    columns: dict[str, type]
    pk: str | tuple[str, ...]
    points_to: tuple[tuple[str, str], ...] = ()
    """Foreign keys: column, table (always on its `id`)."""
    may_be_null: tuple[str, ...] = ()


TABLES = (
    Table("meta", {"key": str, "value": str}, "key"),
    Table(
        "source",
        {"id": str, "address": str, "publisher": str, "publisher_ar": str, "publisher_key": str, "title": str,
         "language": str, "published": str, "read_on": str, "class": str, "archived": str},
        "id", may_be_null=("published", "archived"),
    ),
    Table(
        "entity",
        {"id": str, "kind": str, "name_en": str, "name_ar": str, "name_ru": str, "name_zh": str, "sort_en": str,
         "sort_ar": str, **_NOTE},
        "id", may_be_null=("name_ru", "name_zh", *_NOTE),
    ),
    Table(
        "fact", {"id": str, "kind": str, "entity": str, "unverified": int}, "id", (("entity", "entity"),),
    ),
    Table(
        "citation", {"fact": str, "position": int, "source": str, "at": str}, ("fact", "position"),
        (("fact", "fact"), ("source", "source")), may_be_null=("at",),
    ),
    Table(
        "contest",
        {"fact": str, "position": int, "field": str, "value_en": str, "value_ar": str, "reason_en": str,
         "reason_ar": str},
        ("fact", "position"), (("fact", "fact"),),
    ),
    Table(
        "contest_citation", {"fact": str, "contest": int, "position": int, "source": str, "at": str},
        ("fact", "contest", "position"), (("fact", "fact"), ("source", "source")), may_be_null=("at",),
    ),
    Table(
        "name", {"entity": str, "lang": str, "form": str, "position": int, "text": str, **_BOUND},
        ("entity", "lang", "form", "position"), (("entity", "entity"),), may_be_null=tuple(_BOUND),
    ),
    Table(
        "seen", {"fact": str, "entity": str, "tradition": str, "position": int, "text": str, "house": int}, "fact",
        (("fact", "fact"), ("entity", "entity")),
    ),
    Table("city", {"id": str, "country": str}, "id", (("id", "entity"), ("country", "entity")), ("country",)),
    Table(
        "country",
        {"id": str, "capital": str, "verified_through": str, "area_km2": int, "population": int,
         "population_year": str, "languages_en": str, "languages_ar": str},
        "id", (("id", "entity"), ("capital", "entity")),
        ("capital", "verified_through", "area_km2", "population", "population_year", "languages_en", "languages_ar"),
    ),
    Table(
        "organisation", {"id": str, "founded": str, "dissolved": str, "seat": str}, "id",
        (("id", "entity"), ("seat", "entity")), ("founded", "dissolved", "seat"),
    ),
    Table(
        "person", {"id": str, "gender": str, "country": str, "organisation": str, "born": str, "died": str}, "id",
        (("id", "entity"), ("country", "entity"), ("organisation", "entity")),
        ("country", "organisation", "born", "died"),
    ),
    Table(
        "status", {"fact": str, "country": str, "status": str, **_BOUND, **_NOTE}, "fact",
        (("fact", "fact"), ("country", "entity")), ("until", "until_earliest", "until_latest", *_NOTE),
    ),
    Table(
        "office",
        {"id": str, "owner": str, "kind": str, "name_en": str, "name_ar": str, "name_ar_f": str, "of_en": str,
         "of_ar": str, "of_ar_f": str, "acting_en": str, "acting_ar": str, **_NOTE},
        "id", (("owner", "entity"),), ("name_ar_f", "of_ar_f", "acting_en", "acting_ar", *_NOTE),
    ),
    Table(
        "term",
        {"fact": str, "office": str, "person": str, "acting": int, "began": str, "ended": str, **_BOUND, **_NOTE},
        "fact", (("fact", "fact"), ("office", "office"), ("person", "entity")),
        ("began", "ended", "until", "until_earliest", "until_latest", *_NOTE),
    ),
    Table(
        "meeting",
        {"id": str, "body": str, "number": int, "start": str, "end": str, "city": str, "country": str,
         "venue_en": str, "venue_ar": str, "chair_country": str, "chair_person": str, "format": str},
        "id",
        (("id", "entity"), ("city", "entity"), ("country", "entity"), ("chair_country", "entity"),
         ("chair_person", "entity")),
        ("number", "country", "venue_en", "venue_ar", "chair_person"),
    ),
    Table(
        "step", {"fact": str, "status": str, "step": str, "on_day": str, "meeting": str, **_NOTE}, "fact",
        (("fact", "fact"), ("status", "fact"), ("meeting", "entity")), ("meeting", *_NOTE),
    ),
    Table(
        "meeting_count",
        {"fact": str, "meeting": str, "what_en": str, "what_ar": str, "count": int, **_NOTE}, "fact",
        (("fact", "fact"), ("meeting", "entity")), tuple(_NOTE),
    ),
    Table(
        "decision", {"fact": str, "meeting": str, "text_en": str, "text_ar": str, **_NOTE}, "fact",
        (("fact", "fact"), ("meeting", "entity")), tuple(_NOTE),
    ),
    Table(
        "delegation",
        {"fact": str, "meeting": str, "party": str, "role": str, "head": str, "office": str, "office_en": str,
         "office_ar": str, "acting": int, "substitutes_for": str, "why_en": str, "why_ar": str, "format": str,
         "absent": int, **_NOTE},
        "fact",
        (("fact", "fact"), ("meeting", "entity"), ("party", "entity"), ("head", "entity"), ("office", "office"),
         ("substitutes_for", "entity")),
        ("head", "office", "office_en", "office_ar", "substitutes_for", "why_en", "why_ar", *_NOTE),
    ),
    Table(
        "document",
        {"id": str, "kind": str, "signed": str, "place": str, "meeting": str, "in_force": str, "summary_en": str,
         "summary_ar": str, "full_text": str},
        "id", (("id", "entity"), ("place", "entity"), ("meeting", "entity")),
        ("signed", "place", "meeting", "in_force", "summary_en", "summary_ar", "full_text"),
    ),
    Table(
        "share", {"fact": str, "country": str, "what": str, "percent": str, **_BOUND, **_NOTE}, "fact",
        (("fact", "fact"), ("country", "entity")), ("until", "until_earliest", "until_latest", *_NOTE),
    ),
    Table(
        "vacancy", {"fact": str, "office": str, **_BOUND, **_NOTE}, "fact",
        (("fact", "fact"), ("office", "office")), tuple(_NOTE),
    ),
    Table(
        "council", {"id": str, "fact": str, "body": str, "start": str, "end": str, "city": str, "format": str}, "id",
        (("id", "entity"), ("fact", "fact"), ("city", "entity")), ("format",),
    ),
    Table(
        "milestone",
        {"id": str, "fact": str, "kind": str, "start": str, "end": str, "text_en": str, "text_ar": str}, "id",
        (("id", "entity"), ("fact", "fact")), ("end",),
    ),
    Table(
        "claim", {"id": str, "fact": str, "verdict": str, "answer_en": str, "answer_ar": str}, "id",
        (("id", "entity"), ("fact", "fact")),
    ),
    Table(
        "claim_seen", {"claim": str, "position": int, "source": str, "at": str}, ("claim", "position"),
        (("claim", "entity"), ("source", "source")), ("at",),
    ),
    Table(
        "concerns", {"entity": str, "position": int, "other": str}, ("entity", "position"),
        (("entity", "entity"), ("other", "entity")),
    ),
    Table("audit", {"fact": str, "pass_number": int, "says": str}, ("fact", "pass_number"), (("fact", "fact"),)),
    Table(
        "spelling",
        {"id": int, "entity": str, "kind": str, "lang": str, "form": str, "text": str, "folded": str, "joined": str,
         "weight": int},
        "id", (("entity", "entity"),),
    ),
)  # fmt: skip

INDEXES = (
    ("status", ("country",)), ("term", ("person",)), ("term", ("office",)), ("delegation", ("meeting",)),
    ("delegation", ("head",)), ("delegation", ("party",)), ("document", ("meeting",)), ("meeting", ("start",)),
    ("concerns", ("other",)), ("spelling", ("joined",)), ("spelling", ("entity",)), ("fact", ("entity",)),
    ("step", ("status",)), ("seen", ("entity",)), ("seen", ("tradition", "house")),
)  # fmt: skip
