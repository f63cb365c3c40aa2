"""What does the file hold, how well is it borne out, and where are its holes?"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from sco_reader import reference
from sco_reader.dates import Holds, Span
from sco_reader.model import Meeting, Status
from sco_reader.store import Connection

COUNTED = {
    "states": "SELECT count(DISTINCT country) FROM status",
    "people": "SELECT count(*) FROM person",
    "terms": "SELECT count(*) FROM term",
    "meetings": "SELECT count(*) FROM meeting",
    "delegations": "SELECT count(*) FROM delegation",
    "documents": "SELECT count(*) FROM document",
    "milestones": "SELECT count(*) FROM milestone",
    "claims": "SELECT count(*) FROM claim",
    "sources": "SELECT count(*) FROM source",
    "facts": "SELECT count(*) FROM fact",
    "facts_with_source": "SELECT count(DISTINCT fact) FROM citation",
    "facts_with_two_publishers": """
SELECT count(*) FROM (SELECT c.fact FROM citation AS c JOIN source AS s ON s.id = c.source
GROUP BY c.fact HAVING count(DISTINCT s.publisher_key) > 1)""",
    "audited": """
SELECT count(*) FROM audit AS a WHERE says != 'cannot_tell'
AND pass_number = (SELECT max(pass_number) FROM audit AS b WHERE b.fact = a.fact)""",
    "audit_agree": """
SELECT count(*) FROM audit AS a WHERE says = 'agree'
AND pass_number = (SELECT max(pass_number) FROM audit AS b WHERE b.fact = a.fact)""",
}
"""Figures by name, each with its question. Of a fact read again several times the last reading counts."""

_BY_KIND = """
SELECT f.kind, count(*) AS facts, sum(publishers > 0) AS sourced, sum(publishers > 1) AS twice FROM fact AS f
LEFT JOIN (SELECT c.fact, count(DISTINCT s.publisher_key) AS publishers FROM citation AS c
  JOIN source AS s ON s.id = c.source GROUP BY c.fact) AS p ON p.fact = f.id
GROUP BY f.kind ORDER BY f.kind"""

_BY_YEAR = """
SELECT 'meetings' AS what, substr(start, 1, 4) AS year, count(*) AS n FROM meeting GROUP BY year
UNION ALL SELECT 'councils', substr(start, 1, 4), count(*) FROM council GROUP BY 2
UNION ALL SELECT 'delegations', substr(m.start, 1, 4), count(*)
  FROM delegation AS d JOIN meeting AS m ON m.id = d.meeting GROUP BY 2
UNION ALL SELECT 'documents', substr(signed, 1, 4), count(*) FROM document WHERE signed IS NOT NULL GROUP BY 2
UNION ALL SELECT 'milestones', substr(start, 1, 4), count(*) FROM milestone GROUP BY 2"""

_BY_CLASS = "SELECT class, count(*) AS n FROM source GROUP BY class ORDER BY n DESC, class"

_VACANCIES = """
SELECT o.owner, o.kind, v.since_earliest, v.until_latest FROM vacancy AS v JOIN office AS o ON o.id = v.office"""

_FIRST_DAY = date(1996, 4, 26)
"""The agreement of Shanghai: the first day that the reference covers."""

_POSTS = {"state": ("head_of_state", "supreme_leader"), "government": ("head_of_government",)}


def counted(value: "Plain") -> str:
    """A figure as people read it, its thousands set apart; other values as they are."""
    return f"{value:,}" if isinstance(value, int) else str(value)


Plain = int | str | list["Plain"] | dict[str, "Plain"]
Coverage = dict[str, Plain]


def coverage(db: Connection) -> Coverage:
    """Counts; facts by kind, what there is by year, sources by class; the delegation matrix; every hole by name."""
    found: Coverage = {name: int(db.execute(question).fetchone()[0]) for name, question in COUNTED.items()}
    found["by_kind"] = {
        row["kind"]: {
            "facts": row["facts"],
            "with_source": row["sourced"] or 0,
            "with_two_publishers": row["twice"] or 0,
        }
        for row in db.execute(_BY_KIND)
    }
    years: dict[str, Plain] = {}
    for row in sorted(db.execute(_BY_YEAR), key=lambda row: str(row["year"])):
        of_year = years.setdefault(row["year"], {})
        assert isinstance(of_year, dict)
        of_year[row["what"]] = row["n"]
    found["by_year"] = years
    found["sources_by_class"] = {row["class"]: row["n"] for row in db.execute(_BY_CLASS)}
    seats = matrix(db)
    found["delegation_matrix"] = {meeting: dict(row) for meeting, row in seats.items()}
    found["delegations_known"] = _shares(db, seats)
    found["holes"] = [*_nobody_in_office(db), *_unknown_heads(seats)]
    return found


def matrix(db: Connection) -> dict[str, dict[str, str]]:
    """For each meeting: who had a seat (members and observers of the day) or came, and `known`, `absent`, `unknown`.

    Dialogue partners have no seat of right: they are listed where the file knows of an invitation.
    """
    sent: dict[str, dict[str, str]] = defaultdict(dict)
    for row in reference.delegations(db):
        sent[row.meeting][row.party] = "absent" if row.absent else "known"
    seats = {}
    for meeting in reference.meetings(db):
        entitled = {state: "unknown" for state, rank in _entitled(db, meeting).items() if rank != "dialogue_partner"}
        seats[meeting.id] = entitled | sent[meeting.id]
    return seats


def _entitled(db: Connection, meeting: Meeting) -> dict[str, str]:
    """The states of the meeting's day with their standing; at meetings of the Five, the Five."""
    if meeting.body != "s5":
        return {row.country: row.status for row in reference.states(db, on=meeting.end) if row.status != "applicant"}
    return {row.country: "member" for row in reference.statuses(db) if _is_one_of_the_five(row, meeting.end)}


def _is_one_of_the_five(row: Status, on: date) -> bool:
    return row.status == "shanghai_five" and row.on(on) is not Holds.NO


def _shares(db: Connection, seats: dict[str, dict[str, str]]) -> Plain:
    """By body: how many seats of members, and of all others, the file can fill."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for meeting in reference.meetings(db):
        rank = _entitled(db, meeting)
        for party, answer in seats[meeting.id].items():
            group = "members" if rank.get(party) == "member" else "others"
            found[meeting.body][group] += 1
            found[meeting.body][f"{group}_known"] += answer != "unknown"
    return {body: dict(sorted(tally.items())) for body, tally in sorted(found.items())}


def _unknown_heads(seats: dict[str, dict[str, str]]) -> Iterable[str]:
    for meeting, row in seats.items():
        unknown = [party for party, answer in row.items() if answer == "unknown"]
        if unknown:
            yield f"{meeting}: {', '.join(unknown)}"


def _nobody_in_office(db: Connection) -> list[str]:
    """`kz government: 2001-01-02 – 2001-01-05`: days on which a member's leading post has no holder in the file."""
    horizon = reference.verified_through(db)
    spans: dict[tuple[str, str], list[tuple[date, date]]] = defaultdict(list)
    for term in reference.terms(db):
        spans[term.office.owner, term.office.kind].append(_widest(term.span, horizon))
    for row in db.execute(_VACANCIES):
        bounds = date.fromisoformat(row["since_earliest"]), date.fromisoformat(row["until_latest"])
        spans[row["owner"], row["kind"]].append(bounds)
    members = dict.fromkeys(row.country for row in reference.statuses(db) if row.status == "member")
    return [
        f"{country} {post}: {left} – {taken}"
        for country in sorted(members)
        for post, kinds in _POSTS.items()
        for left, taken in _gaps([span for kind in kinds for span in spans[country, kind]], _FIRST_DAY, horizon)
    ]


def _widest(span: Span, horizon: date) -> tuple[date, date]:
    """From the first day that it can mean to the day after the last one."""
    return span.since.earliest, span.until.latest if span.until else horizon + timedelta(days=1)


def _gaps(spans: list[tuple[date, date]], first: date, last: date) -> Iterable[tuple[date, date]]:
    reached = first
    for since, until in sorted(spans):
        if since > reached:
            yield reached, min(since - timedelta(days=1), last)
        reached = max(reached, until)
        if reached > last:
            return
    if reached <= last:
        yield reached, last
