"""What may stand in the YAML: the shape of each kind of file, key by key (data/README.md says it in prose)."""

from dataclasses import dataclass, field
from typing import Literal

Scalar = Literal["text", "date", "int", "number", "address", "flag", "id", "language"]


@dataclass(frozen=True, slots=True)
class Value:
    """A scalar; for an id, the kinds of thing that it may point to; for a word, the words allowed."""

    of: Scalar = "text"
    points_to: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """A text in languages: `en` and `ar` always, `wanted` too, others of `allowed` as known."""

    wanted: tuple[str, ...] = ("en", "ar")
    allowed: tuple[str, ...] = ("en", "ar", "ru", "zh")


@dataclass(frozen=True, slots=True)
class Spellings:
    """Other spellings: for each language a list of texts."""


@dataclass(frozen=True, slots=True)
class Sources:
    """A list of citations: ids, or maps of `source` and `at`."""


@dataclass(frozen=True, slots=True)
class Many:
    of: "Shape"
    at_least: int = 0


@dataclass(frozen=True, slots=True)
class Either:
    """A scalar, or a map."""

    scalar: Value
    record: "Words | Record"


@dataclass(frozen=True, slots=True)
class Record:
    needs: "dict[str, Shape]"
    may: "dict[str, Shape]" = field(default_factory=dict)
    is_fact: bool = False
    """A fact needs sources, or the mark `unverified: true`."""
    dated: bool = False
    """`from` and `to` are compared."""


Shape = Value | Words | Spellings | Sources | Many | Either | Record

TEXT = Value()
DATE = Value("date")
WORDS = Words()
GENDERED = Words(allowed=("en", "ar", "ar_f", "ru", "zh"))
STATUSES = ("shanghai_five", "applicant", "dialogue_partner", "observer", "member", "sco_partner")
ROLES = ("member", "observer", "dialogue_partner", "sco_partner", "guest")
OFFICE_KINDS = ("head_of_state", "head_of_government", "supreme_leader", "party_leader", "foreign_minister",
                "secretary_general", "rats_director", "other")  # fmt: skip
FORMATS = ("in_person", "video", "hybrid")
BODIES = ("hsc", "hgc", "s5")
COUNCILS = ("cfm", "cdm", "scs")
"""Regular councils under the leaders: foreign ministers, defence ministers, security council secretaries."""
MILESTONE_KINDS = ("founding", "treaty", "body", "enlargement", "exercise", "security", "economy", "culture",
                   "programme", "symbol", "relations")  # fmt: skip
VERDICTS = ("right", "imprecise", "contested", "wrong")
DOCUMENT_KINDS = ("charter", "treaty", "convention", "agreement", "declaration", "statement", "decision", "memorandum",
                  "programme")  # fmt: skip
TRADITIONS = ("egypt", "gulf", "levant", "maghreb")
"""The houses of the Arabic press, each with spellings of its own."""
CLASSES = ("official", "agency", "scholarly", "press", "encyclopaedia")

CONTESTED = Many(Record(
    needs={"field": TEXT, "value": Either(TEXT, WORDS), "sources": Sources(), "reason": WORDS},
))  # fmt: skip
_FACT: dict[str, Shape] = {
    "sources": Sources(), "contested": CONTESTED, "note": WORDS, "unverified": Value("flag"),
}  # fmt: skip

_SPELT: dict[str, Shape] = {
    "also": Spellings(),
    "house": Record(needs={}, may=dict.fromkeys(TRADITIONS, TEXT)),
    "seen": Many(Record(needs={"text": TEXT, "in": Value(one_of=TRADITIONS)}, may=_FACT, is_fact=True)),
}
"""Spellings: others known, the one that each house prints, and which was read where."""

_STATUS = Record(
    needs={"status": Value(one_of=STATUSES), "from": DATE},
    may={"to": DATE, "steps": Many(Record(
        needs={"step": Value(one_of=("applied", "decision", "signed", "effect")), "on": DATE},
        may={"meeting": Value("id", ("meeting",)), **_FACT},
        is_fact=True,
    )), **_FACT},
    is_fact=True, dated=True,
)  # fmt: skip

COUNTRY = Record(
    needs={"name": WORDS, "name_sources": Sources()},
    may={"verified_through": DATE, "official_name": WORDS, **_SPELT, "adjectives": Spellings(),
         "capital": Value("id", ("city",)),
         "note": WORDS, "former_names": Many(Record(
             needs={"name": WORDS, "from": DATE, "to": DATE}, may=_FACT, is_fact=True, dated=True)),
         "area": Record(needs={"km2": Value("int")}, may=_FACT, is_fact=True),
         "population": Record(needs={"count": Value("int"), "year": DATE}, may=_FACT, is_fact=True),
         "languages": Record(needs={"official": Many(WORDS)}, may=_FACT, is_fact=True),
         "shares": Many(Record(
             needs={"of": Value(one_of=("budget", "posts")), "percent": Value("number"), "from": DATE},
             may={"to": DATE, **_FACT}, is_fact=True, dated=True)),
         "statuses": Many(_STATUS)},
)  # fmt: skip

PERSON = Record(
    needs={"name": WORDS, "gender": Value(one_of=("f", "m")), "name_sources": Sources()},
    may={**_SPELT, "country": Value("id", ("country",)), "organisation": Value("id", ("organisation",)),
         "note": WORDS, "born": Record(needs={"on": DATE}, may=_FACT, is_fact=True),
         "died": Record(needs={"on": DATE}, may=_FACT, is_fact=True),
         "terms": Many(Record(
             needs={"office": Value("id", ("office",)), "from": DATE},
             may={"to": DATE, "acting": Value("flag"),
                  "began": Value(one_of=("elected", "appointed", "succeeded", "inaugurated")),
                  "ended": Value(one_of=("successor", "resigned", "died", "removed", "term_ended")), **_FACT},
             is_fact=True, dated=True))},
)  # fmt: skip

OFFICES = Many(Record(
    needs={"id": TEXT, "kind": Value(one_of=OFFICE_KINDS), "name": GENDERED, "of": GENDERED},
    may={"acting": GENDERED, "note": WORDS, "sources": Sources(), "vacant": Many(Record(
        needs={"from": DATE, "to": DATE}, may=_FACT, is_fact=True, dated=True))},
))  # fmt: skip

PLACE = Record(
    needs={"name": WORDS},
    may={**_SPELT, "name_sources": Sources(), "country": Value("id", ("country",)), "note": WORDS,
         "former_names": Many(Record(
             needs={"name": WORDS, "to": DATE}, may={"from": DATE, **_FACT}, is_fact=True, dated=True))},
)  # fmt: skip

ORGANISATION = Record(
    needs={"name": WORDS, "name_sources": Sources()},
    may={**_SPELT, "abbreviation": Words(wanted=(), allowed=("en", "ar", "ru", "zh")),
         "founded": Record(needs={"on": DATE}, may=_FACT, is_fact=True),
         "dissolved": Record(needs={"on": DATE}, may=_FACT, is_fact=True),
         "seat": Value("id", ("city",)), "note": WORDS},
)  # fmt: skip

_PARTY = Value("id", ("country", "organisation"))
_ANYTHING = ("country", "person", "city", "organisation", "meeting", "document")
MEETING = Record(
    needs={"body": Value(one_of=BODIES), "name": WORDS, "start": DATE, "end": DATE, "city": Value("id", ("city",)),
           "chair": Record(needs={"country": Value("id", ("country",))}, may={"person": Value("id", ("person",))}),
           "format": Value(one_of=FORMATS),
           "sources": Record(
               needs={"dates": Sources(), "city": Sources(), "chair": Sources(), "format": Sources()},
               may={"number": Sources(), "venue": Sources(), "name": Sources()})},
    may={"number": Value("int"), "venue": WORDS, "note": WORDS, "also": Spellings(), "contested": CONTESTED,
         "documents": Many(Value("id", ("document",))),
         "counts": Many(Record(needs={"what": WORDS, "count": Value("int")}, may=_FACT, is_fact=True)),
         "decisions": Many(Record(needs={"text": WORDS}, may=_FACT, is_fact=True)),
         "delegations": Many(Record(
             needs={"party": _PARTY, "role": Value(one_of=ROLES)},
             may={"head": Value("id", ("person",)), "office": Either(Value("id", ("office",)), GENDERED),
                  "substitutes_for": Value("id", ("person",)), "why": WORDS, "format": Value(one_of=FORMATS),
                  "absent": Value("flag"), **_FACT},
             is_fact=True))},
)  # fmt: skip

DOCUMENT = Record(
    needs={"title": WORDS, "kind": Value(one_of=DOCUMENT_KINDS), "sources": Sources()},
    may={"signed": DATE, "place": Value("id", ("city",)), "meeting": Value("id", ("meeting",)), "in_force": DATE,
         "summary": WORDS, "full_text": Value("address"), "also": Spellings(), "note": WORDS, "contested": CONTESTED,
         "parties": Many(_PARTY)},
)  # fmt: skip

COUNCIL = Record(
    needs={"id": TEXT, "body": Value(one_of=COUNCILS), "start": DATE, "city": Value("id", ("city",))},
    may={"end": DATE, "format": Value(one_of=FORMATS), **_FACT}, is_fact=True,
)  # fmt: skip

MILESTONE = Record(
    needs={"id": TEXT, "kind": Value(one_of=MILESTONE_KINDS), "start": DATE, "title": WORDS, "text": WORDS},
    may={"end": DATE, "about": Many(Value("id", _ANYTHING)), **_FACT}, is_fact=True,
)  # fmt: skip

CLAIM = Record(
    needs={"claim": WORDS, "verdict": Value(one_of=VERDICTS), "answer": WORDS, "seen": Sources()},
    may={"about": Many(Value("id", _ANYTHING)), **_FACT}, is_fact=True,
)  # fmt: skip

AUDIT = Record(
    needs={"on": DATE, "sample": Value("number"), "seed": Value("int"), "results": Many(Record(
        needs={"fact": TEXT, "says": Value(one_of=("agree", "otherwise", "cannot_tell"))},
        may={"note": TEXT, "sources": Sources()}))},
    may={"note": TEXT},
)  # fmt: skip

SOURCE = Record(
    needs={"address": Value("address"), "publisher": TEXT, "title": TEXT, "language": Value("language"), "read": DATE,
           "class": Value(one_of=CLASSES)},
    may={"published": DATE, "archived": Value("address")},
)  # fmt: skip

PUBLISHER = Record(
    needs={"name": Record(needs={"en": TEXT}, may={"ar": TEXT})},
    may={"also": Many(TEXT), "part_of": TEXT},
)

FOLDERS: dict[str, tuple[str, Record]] = {
    "countries": ("country", COUNTRY),
    "people": ("person", PERSON),
    "organisations": ("organisation", ORGANISATION),
    "meetings": ("meeting", MEETING),
    "documents": ("document", DOCUMENT),
    "claims": ("claim", CLAIM),
}
"""Folders with a file an entity: the kind, and the shape of each file."""

LISTS: dict[str, tuple[str, Record]] = {
    "councils": ("council", COUNCIL),
    "milestones": ("milestone", MILESTONE),
}
"""Folders whose files are lists of entities that carry their own `id`."""
