"""Every question that anyone asks of the reference, as one function each; answers are values of `model`."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from sqlite3 import Row

from sco_reader.dates import Edtf, Holds, Span, day_from
from sco_reader.errors import NotADate, NotAMeeting, UnknownId
from sco_reader.evidence import evidence_for
from sco_reader.model import (
    Delegation,
    Document,
    Entity,
    Evidence,
    Life,
    Meeting,
    Name,
    Office,
    Outcome,
    Status,
    Step,
    Term,
    Text,
)
from sco_reader.store import Connection, kept, meta

SCO_STATUSES = ("member", "observer", "dialogue_partner", "sco_partner", "applicant")
"""Standings in the SCO itself, in the order of rank; `shanghai_five` comes before it and apart."""

OFFICES_OF_LEADERS = (
    "head_of_state", "head_of_government", "supreme_leader", "party_leader", "secretary_general", "rats_director",
)  # fmt: skip

_ENTITY = "SELECT id, kind, name_en, name_ar, name_ru, name_zh, note_en, note_ar FROM entity WHERE id = :id"

_NAMES = """
SELECT lang, form, text, since, until FROM name WHERE entity = :id ORDER BY form, position, lang"""

_STATUSES = """
SELECT s.fact, s.country, s.status, s.since, s.until, s.note_en, s.note_ar, e.name_en, e.name_ar, e.name_ru, e.name_zh
FROM status AS s JOIN entity AS e ON e.id = s.country
WHERE (:country IS NULL OR s.country = :country)
ORDER BY s.since_earliest, e.sort_en, s.fact"""

_STEPS = """
SELECT fact, status, step, on_day, meeting, note_en, note_ar FROM step
WHERE :country IS NULL OR fact LIKE 'step:' || :country || ':%' ORDER BY status, on_day, fact"""

_TERMS = """
SELECT t.fact, t.person, t.acting, t.began, t.ended, t.since, t.until, t.note_en, t.note_ar, p.gender,
  e.name_en, e.name_ar, e.name_ru, e.name_zh, o.id AS office, o.owner, o.kind AS office_kind,
  o.name_en AS office_en, o.name_ar AS office_ar, o.name_ar_f AS office_ar_f, o.of_en, o.of_ar, o.of_ar_f,
  o.acting_en, o.acting_ar, o.note_en AS office_note_en, o.note_ar AS office_note_ar,
  w.name_en AS owner_en, w.name_ar AS owner_ar
FROM term AS t JOIN person AS p ON p.id = t.person JOIN entity AS e ON e.id = t.person
JOIN office AS o ON o.id = t.office JOIN entity AS w ON w.id = o.owner
WHERE (:person IS NULL OR t.person = :person) AND (:owner IS NULL OR o.owner = :owner)
ORDER BY o.owner, o.kind, o.id, t.since_earliest, t.fact"""

_MEETINGS = """
SELECT m.id, m.body, m.number, m.start, m.end, m.city, m.country, m.venue_en, m.venue_ar, m.chair_country,
  m.chair_person, m.format, e.name_en, e.name_ar, e.name_ru, e.name_zh, e.note_en, e.note_ar,
  c.name_en AS city_en, c.name_ar AS city_ar, h.name_en AS chair_en, h.name_ar AS chair_ar,
  p.name_en AS chair_person_en, p.name_ar AS chair_person_ar
FROM meeting AS m JOIN entity AS e ON e.id = m.id JOIN entity AS c ON c.id = m.city
JOIN entity AS h ON h.id = m.chair_country LEFT JOIN entity AS p ON p.id = m.chair_person
WHERE :id IS NULL OR m.id = :id ORDER BY m.start, m.id"""

_MEETING_FACTS = """
SELECT id, kind, entity FROM fact
WHERE kind IN ('dates', 'city', 'chair', 'format', 'number', 'venue')"""

_FORMER_NAMES = """
SELECT entity, lang, text, since, until, position FROM name WHERE form = 'former' ORDER BY entity, position, lang"""

_DELEGATIONS = """
SELECT d.fact, d.meeting, d.party, d.role, d.head, d.office, d.office_en, d.office_ar, d.acting, d.substitutes_for,
  d.why_en, d.why_ar, d.format, d.absent, d.note_en, d.note_ar, e.kind AS party_kind, e.name_en AS party_en,
  e.name_ar AS party_ar, h.name_en AS head_en, h.name_ar AS head_ar, h.name_ru AS head_ru, h.name_zh AS head_zh,
  s.name_en AS substituted_en, s.name_ar AS substituted_ar, o.kind AS o_kind, o.name_en AS o_en, o.name_ar AS o_ar,
  o.name_ar_f AS o_ar_f, o.acting_en, o.acting_ar, p.gender
FROM delegation AS d JOIN entity AS e ON e.id = d.party JOIN meeting AS m ON m.id = d.meeting
LEFT JOIN entity AS h ON h.id = d.head LEFT JOIN entity AS s ON s.id = d.substitutes_for
LEFT JOIN office AS o ON o.id = d.office LEFT JOIN person AS p ON p.id = d.head
WHERE (:meeting IS NULL OR d.meeting = :meeting) AND (:head IS NULL OR d.head = :head)
  AND (:party IS NULL OR d.party = :party)
ORDER BY m.start, instr('member observer dialogue_partner sco_partner guest', d.role), e.kind, e.sort_en"""

_DOCUMENTS = """
SELECT d.id, d.kind, d.signed, d.place, d.meeting, d.in_force, d.summary_en, d.summary_ar, d.full_text, e.name_en,
  e.name_ar, e.name_ru, e.name_zh, e.note_en, e.note_ar
FROM document AS d JOIN entity AS e ON e.id = d.id
WHERE (:id IS NULL OR d.id = :id) AND (:meeting IS NULL OR d.meeting = :meeting)
ORDER BY d.signed, d.kind NOT IN ('charter', 'treaty', 'convention', 'agreement', 'declaration'), d.kind, d.id"""

_DECISIONS = """
SELECT fact, text_en, text_ar, NULL AS count, note_en, note_ar FROM decision WHERE meeting = :meeting
ORDER BY rowid"""

_COUNTS = """
SELECT fact, what_en AS text_en, what_ar AS text_ar, count, note_en, note_ar FROM meeting_count
WHERE meeting = :meeting ORDER BY rowid"""

_LIFE = """
SELECT e.id, e.kind, e.name_en, e.name_ar, e.name_ru, e.name_zh, e.note_en, e.note_ar, c.capital,
  c.verified_through, coalesce(p.country, t.country) AS country, p.organisation, p.gender, p.born, p.died, o.founded,
  o.dissolved, o.seat
FROM entity AS e LEFT JOIN country AS c ON c.id = e.id LEFT JOIN person AS p ON p.id = e.id
LEFT JOIN organisation AS o ON o.id = e.id LEFT JOIN city AS t ON t.id = e.id WHERE e.id = :id"""

_SEATED = """
SELECT e.id, e.kind, e.name_en, e.name_ar, e.name_ru, e.name_zh, e.note_en, e.note_ar FROM organisation AS o
JOIN entity AS e ON e.id = o.id JOIN city AS t ON t.id = o.seat WHERE t.country = :id ORDER BY e.sort_en"""

_SORT_KEYS_EN = "SELECT id, sort_en FROM entity"
_SORT_KEYS_AR = "SELECT id, sort_ar FROM entity"


def verified_through(db: Connection) -> date:
    """The last day on which the facts of the file were checked: its horizon."""
    return date.fromisoformat(meta(db, "verified_through"))


def as_of(db: Connection, text: str) -> date:
    """The day that `--on` names: an ISO day, or a meeting's last day. Raises NotADate."""
    named = db.execute(_MEETINGS, {"id": text}).fetchone()
    if named is not None:
        return date.fromisoformat(named["end"])
    try:
        return day_from(text)
    except NotADate:
        raise NotADate(text=text) from None


@lru_cache(maxsize=8)
def sort_keys(db: Connection, lang: str) -> dict[str, str]:
    """For each entity the key that sorts it in `lang` (UCA; Arabic passes over the article)."""
    return dict(db.execute(_SORT_KEYS_AR if lang == "ar" else _SORT_KEYS_EN).fetchall())


@lru_cache(maxsize=1024)
def entity(db: Connection, an_id: str) -> Entity:
    """What goes by this id. Raises UnknownId."""
    row = db.execute(_ENTITY, {"id": an_id}).fetchone()
    if row is None:
        raise UnknownId(id=an_id)
    return Entity(row["id"], row["kind"], _name(row), _note(row))


def names(db: Connection, an_id: str) -> list[Name]:
    """Its other names: official, seen in print, abbreviations, former ones with their time."""
    return [
        Name(row["lang"], row["form"], row["text"], _edtf(row["since"]), _edtf(row["until"]))
        for row in db.execute(_NAMES, {"id": an_id})
    ]


def life(db: Connection, an_id: str) -> Life:
    """What is known of a country, person, city or organisation beside names and dated facts. Raises UnknownId."""
    row = db.execute(_LIFE, {"id": an_id}).fetchone()
    if row is None:
        raise UnknownId(id=an_id)
    keys = [key for key in ("born", "died", "founded", "dissolved") if row[key]]
    borne_out = evidence_for(db, [f"{key}:{an_id}" for key in keys])
    return Life(
        Entity(row["id"], row["kind"], _name(row), _note(row)),
        country=row["country"], organisation=row["organisation"], capital=row["capital"], seat=row["seat"],
        gender=row["gender"], days=tuple((key, Edtf.parse(row[key]), borne_out[f"{key}:{an_id}"]) for key in keys),
        verified_through=date.fromisoformat(row["verified_through"]) if row["verified_through"] else None,
    )  # fmt: skip


def seated_in(db: Connection, country: str) -> list[Entity]:
    """The bodies and organisations that have their seat in a state."""
    return [Entity(row["id"], row["kind"], _name(row), _note(row)) for row in db.execute(_SEATED, {"id": country})]


@kept(64)
def statuses(db: Connection, country: str | None = None) -> list[Status]:
    """Every status ever held, of one state or of all, the Shanghai Five included, oldest first."""
    rows = db.execute(_STATUSES, {"country": country}).fetchall()
    step_rows = db.execute(_STEPS, {"country": country}).fetchall()
    borne_out = evidence_for(db, [row["fact"] for row in (*rows, *step_rows)])
    steps: dict[str, list[Step]] = defaultdict(list)
    for row in step_rows:
        on = Edtf.parse(row["on_day"])
        steps[row["status"]].append(Step(row["step"], on, row["meeting"], _note(row), borne_out[row["fact"]]))
    return [
        Status(row["country"], _name(row), row["status"], _span(row), _note(row), tuple(steps[row["fact"]]),
               borne_out[row["fact"]])
        for row in rows
    ]  # fmt: skip


def states(db: Connection, *, on: date) -> list[Status]:
    """Every state with a standing in the SCO on `on`, by rank, then name; uncertain ones included (ask `Status.on`)."""
    standing = [row for row in statuses(db) if row.status in SCO_STATUSES and row.on(on) is not Holds.NO]
    order = sort_keys(db, "en")
    return sorted(standing, key=lambda row: (SCO_STATUSES.index(row.status), order[row.country]))


@kept(64)
def terms(db: Connection, *, person: str | None = None, owner: str | None = None) -> list[Term]:
    """Terms of office: all, those of one person, or those in the offices of one country or organisation."""
    rows = db.execute(_TERMS, {"person": person, "owner": owner}).fetchall()
    borne_out = evidence_for(db, [row["fact"] for row in rows])
    return [_term(row, borne_out[row["fact"]]) for row in rows]


@kept(64)
def leaders(db: Connection, *, on: date, owner: str | None = None) -> list[Term]:
    """Who held which leading post on `on`, one row a post held; uncertain ones included (ask `Term.on`)."""
    held = [
        term
        for term in terms(db, owner=owner)
        if term.office.kind in OFFICES_OF_LEADERS and term.on(on) is not Holds.NO
    ]
    order = sort_keys(db, "en")
    return sorted(held, key=lambda term: (order[term.office.owner], OFFICES_OF_LEADERS.index(term.office.kind)))


def meetings(db: Connection, *, body: str | None = None) -> list[Meeting]:
    """All meetings, or those of one body (hsc, hgc, s5), by date."""
    return [row for row in _meetings(db) if body in (None, row.body)]


def meeting(db: Connection, an_id: str) -> Meeting:
    """One meeting. Raises UnknownId, or NotAMeeting where the id is that of something else."""
    found = [row for row in _meetings(db) if row.id == an_id]
    if not found:
        raise NotAMeeting(id=entity(db, an_id).id)
    return found[0]


@kept(64)
def delegations(
    db: Connection, *, of: str | None = None, head: str | None = None, party: str | None = None
) -> list[Delegation]:
    """Delegations at one meeting, or all that a person headed, or all of a party, by meeting, role and name."""
    rows = db.execute(_DELEGATIONS, {"meeting": of, "head": head, "party": party}).fetchall()
    borne_out = evidence_for(db, [row["fact"] for row in rows])
    return [_delegation(row, borne_out[row["fact"]]) for row in rows]


def documents(db: Connection, *, an_id: str | None = None, of: str | None = None) -> list[Document]:
    """Documents: one, those of a meeting, or all, by date."""
    rows = db.execute(_DOCUMENTS, {"id": an_id, "meeting": of}).fetchall()
    borne_out = evidence_for(db, [f"document:{row['id']}" for row in rows])
    return [
        Document(row["id"], _name(row), row["kind"], _edtf(row["signed"]), row["place"], row["meeting"],
                 _edtf(row["in_force"]), _text(row["summary_en"], row["summary_ar"]), row["full_text"], _note(row),
                 borne_out[f"document:{row['id']}"])
        for row in rows
    ]  # fmt: skip


def decisions(db: Connection, of: str) -> list[Outcome]:
    """What a meeting decided, in the order of the file."""
    return _outcomes(db, db.execute(_DECISIONS, {"meeting": of}).fetchall())


def counts(db: Connection, of: str) -> list[Outcome]:
    """How many documents of which sort a meeting adopted, as sources count them."""
    return _outcomes(db, db.execute(_COUNTS, {"meeting": of}).fetchall())


def _outcomes(db: Connection, rows: Sequence[Row]) -> list[Outcome]:
    borne_out = evidence_for(db, [row["fact"] for row in rows])
    return [
        Outcome(Text(row["text_en"], row["text_ar"]), row["count"], _note(row), borne_out[row["fact"]]) for row in rows
    ]


@lru_cache(maxsize=4)
def _meetings(db: Connection) -> tuple[Meeting, ...]:
    rows = db.execute(_MEETINGS, {"id": None}).fetchall()
    facts = db.execute(_MEETING_FACTS).fetchall()
    borne_out = evidence_for(db, [row["id"] for row in facts])
    aspects: dict[str, dict[str, Evidence]] = defaultdict(dict)
    for row in facts:
        aspects[row["entity"]][row["kind"]] = borne_out[row["id"]]
    former = _former_names(db)
    adopted: dict[str, list[str]] = defaultdict(list)
    for row in db.execute(_DOCUMENTS, {"id": None, "meeting": None}):
        adopted[row["meeting"]].append(row["id"])
    return tuple(_meeting(row, former, tuple(adopted[row["id"]]), aspects[row["id"]]) for row in rows)


def city_name(db: Connection, city: str, on: date) -> Text:
    """What a city was called on that day."""
    return _called(_former_names(db), city, entity(db, city).name, on)


@lru_cache(maxsize=4)
def _former_names(db: Connection) -> dict[str, list[tuple[Text, Edtf | None, Edtf | None]]]:
    found: dict[tuple[str, int], dict[str, Row]] = defaultdict(dict)
    for row in db.execute(_FORMER_NAMES):
        found[row["entity"], row["position"]][row["lang"]] = row
    former: dict[str, list[tuple[Text, Edtf | None, Edtf | None]]] = defaultdict(list)
    for (city, _), by_lang in found.items():
        any_row = by_lang["en"]
        name = Text(any_row["text"], by_lang["ar"]["text"])
        former[city].append((name, _edtf(any_row["since"]), _edtf(any_row["until"])))
    return former


def _called(former: dict[str, list[tuple[Text, Edtf | None, Edtf | None]]], city: str, now: Text, on: date) -> Text:
    for name, since, until in former.get(city, []):
        if (since is None or since.latest <= on) and until is not None and on < until.earliest:
            return name
    return now


def _meeting(
    row: Row,
    former: dict[str, list[tuple[Text, Edtf | None, Edtf | None]]],
    adopted: tuple[str, ...],
    evidence: dict[str, Evidence],
) -> Meeting:
    start = date.fromisoformat(row["start"])
    return Meeting(
        id=row["id"], body=row["body"], number=row["number"], name=_name(row), city=row["city"],
        city_name=_called(former, row["city"], Text(row["city_en"], row["city_ar"]), start), country=row["country"],
        start=start, end=date.fromisoformat(row["end"]), venue=_text(row["venue_en"], row["venue_ar"]),
        chair_country=row["chair_country"], chair_country_name=Text(row["chair_en"], row["chair_ar"]),
        chair_person=row["chair_person"], chair_person_name=_text(row["chair_person_en"], row["chair_person_ar"]),
        format=row["format"], documents=adopted, note=_note(row), evidence=evidence,
    )  # fmt: skip


def _delegation(row: Row, evidence: Evidence) -> Delegation:
    if row["office"] is not None:
        office: Text | None = _worded(row["o_en"], row["o_ar"], row["o_ar_f"], row)
    else:
        office = _text(row["office_en"], row["office_ar"])
    return Delegation(
        meeting=row["meeting"], party=row["party"], party_kind=row["party_kind"],
        party_name=Text(row["party_en"], row["party_ar"]), role=row["role"], head=row["head"],
        head_name=Text(row["head_en"], row["head_ar"], row["head_ru"], row["head_zh"]) if row["head"] else None,
        office=office, acting=bool(row["acting"]), substitutes_for=row["substitutes_for"],
        substituted_name=_text(row["substituted_en"], row["substituted_ar"]), why=_text(row["why_en"], row["why_ar"]),
        format=row["format"], absent=bool(row["absent"]), note=_note(row), evidence=evidence, office_kind=row["o_kind"],
    )  # fmt: skip


def _term(row: Row, evidence: Evidence) -> Term:
    name = _worded(row["office_en"], row["office_ar"], row["office_ar_f"], row)
    feminine = row["gender"] == "f"
    of = Text(row["of_en"], (row["of_ar_f"] if feminine else None) or row["of_ar"])
    if row["acting"]:
        # "Acting President" and "President of Iran" make "Acting President of Iran"; the same in Arabic.
        plain = Text(row["office_en"], (row["office_ar_f"] if feminine else None) or row["office_ar"])
        of = Text(name.en.replace(plain.en, of.en, 1), name.ar.replace(plain.ar, of.ar, 1))
    office = Office(
        row["office"], row["owner"], Text(row["owner_en"], row["owner_ar"]), row["office_kind"], name, of,
        Text(row["of_en"], row["of_ar"]), _text(row["office_note_en"], row["office_note_ar"]),
    )  # fmt: skip
    return Term(row["person"], _name(row), office, _span(row), bool(row["acting"]), row["began"], row["ended"],
                _note(row), evidence)  # fmt: skip


def _worded(english: str, arabic: str, feminine: str | None, row: Row) -> Text:
    """The office as this holder is called: *Acting President*, رئيسة."""
    held_by_her = feminine if row["gender"] == "f" else None
    if not row["acting"]:
        return Text(english, held_by_her or arabic)
    as_written = None if held_by_her else row["acting_ar"]  # the data have the acting form of men
    return Text(row["acting_en"] or f"Acting {english}", as_written or f"{held_by_her or arabic} بالإنابة")


def _edtf(text: str | None) -> Edtf | None:
    return Edtf.parse(text) if text else None


def _span(row: Row) -> Span:
    return Span(Edtf.parse(row["since"]), _edtf(row["until"]))


def _text(english: str | None, arabic: str | None) -> Text | None:
    return Text(english, arabic) if english is not None and arabic is not None else None


def _name(row: Row) -> Text:
    return Text(row["name_en"], row["name_ar"], row["name_ru"], row["name_zh"])


def _note(row: Row) -> Text | None:
    return _text(row["note_en"], row["note_ar"])
