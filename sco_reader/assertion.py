"""What does one fact say? Its own columns, plainly, for a second reader who compares them with a source."""

from sco_reader.store import Connection

_MEETING = "FROM meeting WHERE id = :entity"
_COUNTRY = "FROM country WHERE id = :entity"

_COLUMNS = {
    "area": f"SELECT area_km2 {_COUNTRY}",
    "population": f"SELECT population, population_year {_COUNTRY}",
    "languages": f"SELECT languages_en {_COUNTRY}",
    "born": "SELECT born FROM person WHERE id = :entity",
    "died": "SELECT died FROM person WHERE id = :entity",
    "founded": "SELECT founded FROM organisation WHERE id = :entity",
    "name": "SELECT name_en, name_ar, name_ru, name_zh FROM entity WHERE id = :entity",
    "dates": f"SELECT start, end {_MEETING}",
    "city": f"SELECT city {_MEETING}",
    "chair": f"SELECT chair_country, chair_person {_MEETING}",
    "format": f"SELECT format {_MEETING}",
    "number": f"SELECT number {_MEETING}",
    "venue": f"SELECT venue_en {_MEETING}",
    "count": "SELECT what_en AS what, count FROM meeting_count WHERE fact = :fact",
    "decision": "SELECT text_en AS decided FROM decision WHERE fact = :fact",
    "delegation": """SELECT meeting, party, role, CASE absent WHEN 1 THEN 'absent' END AS present, head,
coalesce(office, office_en) AS office, substitutes_for, format FROM delegation WHERE fact = :fact""",
    "seen": "SELECT entity, tradition, text, CASE house WHEN 1 THEN 'house' END AS form FROM seen WHERE fact = :fact",
    "status": "SELECT country, status, since, until FROM status WHERE fact = :fact",
    "step": "SELECT status, step, on_day, meeting FROM step WHERE fact = :fact",
    "term": """SELECT person, office, CASE acting WHEN 1 THEN 'acting' END AS capacity, since, until, began, ended
FROM term WHERE fact = :fact""",
    "vacancy": "SELECT office, since, until FROM vacancy WHERE fact = :fact",
    "document": "SELECT kind, signed, place, meeting, in_force, summary_en AS summary FROM document WHERE id = :entity",
    "council": "SELECT body, start, end, city FROM council WHERE fact = :fact",
    "milestone": "SELECT start, end, text_en AS text FROM milestone WHERE fact = :fact",
    "claim": "SELECT verdict, answer_en AS answer FROM claim WHERE fact = :fact",
}
"""By kind of fact, the columns that the fact rests on. A kind that is not here is said by its id alone."""


def assertion(db: Connection, fact: str, kind: str, entity: str) -> str:
    """`since 2004-03-05 · until 2007-09-14 …`: names and values of what is known, empty for a kind without columns."""
    if kind not in _COLUMNS:
        return ""
    row = db.execute(_COLUMNS[kind], {"fact": fact, "entity": entity}).fetchone()
    return " · ".join(f"{name} {row[name]}" for name in row.keys() if row[name] is not None) if row else ""  # noqa: SIM118
