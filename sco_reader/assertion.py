"""What does one fact say? Its own columns, plainly, for a second reader who compares them with a source."""

from sco_reader import reference
from sco_reader.arabic.bidi import isolate
from sco_reader.store import Connection
from sco_reader.voice import Voice

_MEETING = "FROM meeting WHERE id = :entity"
_COUNTRY = "FROM country WHERE id = :entity"

_COLUMNS = {
    "area": f"SELECT area_km2 {_COUNTRY}",
    "population": f"SELECT population, population_year {_COUNTRY}",
    "languages": f"SELECT languages_en, languages_ar {_COUNTRY}",
    "born": "SELECT born FROM person WHERE id = :entity",
    "died": "SELECT died FROM person WHERE id = :entity",
    "founded": "SELECT founded FROM organisation WHERE id = :entity",
    "name": "SELECT name_en, name_ar, name_ru, name_zh FROM entity WHERE id = :entity",
    "dates": f"SELECT start, end {_MEETING}",
    "city": f"SELECT city {_MEETING}",
    "chair": f"SELECT chair_country, chair_person {_MEETING}",
    "format": f"SELECT format {_MEETING}",
    "number": f"SELECT number {_MEETING}",
    "venue": f"SELECT venue_en, venue_ar {_MEETING}",
    "count": "SELECT what_en AS what, what_ar, count FROM meeting_count WHERE fact = :fact",
    "decision": "SELECT text_en AS decided, text_ar AS decided_ar FROM decision WHERE fact = :fact",
    "delegation": """SELECT meeting, party, role, CASE absent WHEN 1 THEN 'absent' END AS present, head,
coalesce(office, office_en) AS office, office_ar, substitutes_for, format FROM delegation WHERE fact = :fact""",
    "seen": "SELECT entity, tradition, text, CASE house WHEN 1 THEN 'house' END AS form FROM seen WHERE fact = :fact",
    "status": "SELECT country, status, since, until FROM status WHERE fact = :fact",
    "step": "SELECT status, step, on_day, meeting FROM step WHERE fact = :fact",
    "term": """SELECT person, office, CASE acting WHEN 1 THEN 'acting' END AS capacity, since, until, began, ended
FROM term WHERE fact = :fact""",
    "vacancy": "SELECT office, since, until FROM vacancy WHERE fact = :fact",
    "document": """SELECT kind, signed, place, meeting, in_force, summary_en AS summary, summary_ar FROM document
WHERE id = :entity""",
    "council": "SELECT body, start, end, city FROM council WHERE fact = :fact",
    "milestone": "SELECT start, end, text_en AS text, text_ar FROM milestone WHERE fact = :fact",
    "claim": "SELECT verdict, answer_en AS answer, answer_ar FROM claim WHERE fact = :fact",
}
"""By kind of fact, the columns that the fact rests on. A kind that is not here is said by its id alone."""

_IN_ARABIC = {
    "languages_en": "languages_ar", "venue_en": "venue_ar", "what": "what_ar", "decided": "decided_ar",
    "office": "office_ar", "summary": "summary_ar", "text": "text_ar", "answer": "answer_ar",
}  # fmt: skip
"""Texts that the file holds in both languages: one column each, and the same fact."""

_NAMED = ("person", "party", "head", "meeting", "city", "country", "chair_country", "chair_person", "place", "entity",
          "substitutes_for")  # fmt: skip
_DATED = ("since", "until", "start", "end", "born", "died", "founded", "signed", "in_force", "on_day")
_WORDED = {
    "status": "status", "role": "status", "format": "format", "kind": "document", "verdict": "verdict", "body": "body",
    "step": "step", "tradition": "house", "present": "audit", "capacity": "audit", "form": "audit", "began": "audit",
    "ended": "audit",
}  # fmt: skip
"""Columns that hold one of a few words, with the beginning of their names in the catalogue."""

_OFFICE = "SELECT of_en, of_ar FROM office WHERE id = :id"


def assertion(db: Connection, fact: str, kind: str, entity: str) -> str:
    """`since 2004-03-05 · until 2007-09-14 …`: names and values of what is known, empty for a kind without columns."""
    said = _stated(db, fact, kind, entity)
    return " · ".join(f"{name} {value}" for name, value in said.items() if name not in _IN_ARABIC.values())


def assertion_in_words(db: Connection, fact: str, kind: str, entity: str, voice: Voice) -> list[str]:
    """The same for people, a line a column: what is known by an id, a code or an ISO date as one says it."""
    said = _stated(db, fact, kind, entity)
    lines = []
    for name, value in said.items():
        if name in _IN_ARABIC.values():
            continue
        own = said.get(_IN_ARABIC.get(name, "")) if voice.lang == "ar" else None
        shown = str(own) if own is not None else _in_words(db, name, str(value), voice)
        lines.append(voice.say("fact-spoken", label=voice.say(f"audit-{name}"), value=isolate(shown)))
    return lines


def _stated(db: Connection, fact: str, kind: str, entity: str) -> dict[str, str | int]:
    if kind not in _COLUMNS:
        return {}
    row = db.execute(_COLUMNS[kind], {"fact": fact, "entity": entity}).fetchone()
    return {name: row[name] for name in row.keys() if row[name] is not None} if row else {}  # noqa: SIM118


def _in_words(db: Connection, name: str, value: str, voice: Voice) -> str:
    if name in _NAMED:
        return voice.name(reference.entity(db, value).name)
    if name in _DATED:
        return voice.moment(value)
    if name in _WORDED:
        word = value.split(":")[2] if ":" in value else value  # a step names the fact of its standing
        return voice.say(f"{_WORDED[name]}-{word}")
    if name == "office" and (row := db.execute(_OFFICE, {"id": value}).fetchone()) is not None:
        return voice.dress(str(row[f"of_{voice.lang}"]))
    return value
