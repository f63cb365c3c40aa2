"""What does the file hold, how well is it borne out, and where are its holes?"""

from collections import Counter
from datetime import date, timedelta

from sco_reader import reference
from sco_reader.check import gaps
from sco_reader.console import Console
from sco_reader.dates import Holds, Span
from sco_reader.store import Connection
from sco_reader.words import say

_COUNTS = {
    "states": "SELECT count(DISTINCT country) FROM status",
    "people": "SELECT count(*) FROM person",
    "terms": "SELECT count(*) FROM term",
    "meetings": "SELECT count(*) FROM meeting",
    "delegations": "SELECT count(*) FROM delegation",
    "documents": "SELECT count(*) FROM document",
    "sources": "SELECT count(*) FROM source",
    "facts": "SELECT count(*) FROM fact",
    "facts_with_source": "SELECT count(DISTINCT fact) FROM citation",
    "facts_with_two_publishers": """
SELECT count(*) FROM (SELECT c.fact FROM citation AS c JOIN source AS s ON s.id = c.source
GROUP BY c.fact HAVING count(DISTINCT s.publisher) > 1)""",
}

_BY_KIND = """
SELECT f.kind, count(*) AS facts, sum(publishers > 0) AS sourced, sum(publishers > 1) AS twice FROM fact AS f
LEFT JOIN (SELECT c.fact, count(DISTINCT s.publisher) AS publishers FROM citation AS c
  JOIN source AS s ON s.id = c.source GROUP BY c.fact) AS p ON p.fact = f.id
GROUP BY f.kind ORDER BY f.kind"""

Coverage = dict[str, int | list[str] | dict[str, dict[str, int]]]


def coverage(db: Connection) -> Coverage:
    """Counts by kind, the share with a source and with two publishers, and every hole by name."""
    found: Coverage = {name: int(db.execute(question).fetchone()[0]) for name, question in _COUNTS.items()}
    found["by_kind"] = {
        row["kind"]: {
            "facts": row["facts"],
            "with_source": row["sourced"] or 0,
            "with_two_publishers": row["twice"] or 0,
        }
        for row in db.execute(_BY_KIND)
    }
    found["delegation_matrix"] = _matrix(db)
    found["holes"] = _holes(db)
    return found


def _matrix(db: Connection) -> dict[str, dict[str, int]]:
    """For each meeting: parties entitled to a seat whose head is known, known to be absent, or unknown."""
    sent = {(row.meeting, row.party): row for row in reference.delegations(db)}
    matrix = {}
    for meeting in reference.meetings(db):
        tally = Counter({"known": 0, "absent": 0, "unknown": 0})
        for state in reference.states(db, on=meeting.end):
            row = sent.get((meeting.id, state.country))
            tally["unknown" if row is None else "absent" if row.absent else "known"] += 1
        matrix[meeting.id] = dict(tally)
    return matrix


def _holes(db: Connection) -> list[str]:
    """Offices of members with days that nobody holds, inside what the file covers, as `office: day - day`."""
    by_office: dict[str, list[Span]] = {}
    for term in reference.terms(db):
        if term.office.kind in ("head_of_state", "head_of_government", "supreme_leader", "secretary_general"):
            by_office.setdefault(term.office.id, []).append(term.span)
    return [f"{office}: {left} – {taken}" for office, spans in sorted(by_office.items()) for left, taken in gaps(spans)]


def days_without_holder(db: Connection, office: str, first: date, last: date) -> list[date]:
    """The days from `first` to `last` (inclusive) on which nobody is surely known to hold `office`."""
    spans = [term.span for term in reference.terms(db) if term.office.id == office]
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if not any(span.holds_on(day) is Holds.YES for span in spans)]


def write_coverage(found: Coverage, console: Console) -> None:
    """Coverage for people: counts, then facts by kind, then holes."""
    console.table((), [(say(f"coverage-{name}", console.lang), str(found[name])) for name in _COUNTS], ("", "bold"))
    console.line()
    by_kind = found["by_kind"]
    assert isinstance(by_kind, dict)
    heads = tuple(say(f"coverage-column-{name}", console.lang) for name in ("kind", "facts", "source", "two"))
    columns = ("facts", "with_source", "with_two_publishers")
    rows = [
        (say(f"coverage-kind-{kind}", console.lang), *(str(row[c]) for c in columns)) for kind, row in by_kind.items()
    ]
    console.table(heads, rows)
    holes = found["holes"]
    assert isinstance(holes, list)
    if holes:
        console.line()
        console.line(say("coverage-holes", console.lang), "bold")
        for hole in holes:
            console.line(hole)
