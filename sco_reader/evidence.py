"""What does a fact rest on? Its citations, and what other sources say against it."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from sqlite3 import Row

from sco_reader.model import Citation, Contest, Evidence, Source, Text
from sco_reader.store import Connection

_SOURCE_COLUMNS = """
s.id AS source_id, s.address, s.publisher, s.title, s.language, s.published, s.read_on, s.class, s.archived,
s.publisher_ar, s.publisher_key"""

_CITATIONS = (
    "SELECT c.fact, c.at,"  # noqa: S608  # constants joined, no value
    + _SOURCE_COLUMNS
    + """ FROM citation AS c JOIN source AS s ON s.id = c.source
JOIN json_each(:facts) AS wanted ON wanted.value = c.fact ORDER BY c.fact, c.position"""
)

_CONTESTS = """
SELECT fact, position, field, value_en, value_ar, reason_en, reason_ar FROM contest
JOIN json_each(:facts) AS wanted ON wanted.value = fact ORDER BY fact, position"""

_CONTEST_CITATIONS = (
    "SELECT c.fact, c.contest, c.at,"  # noqa: S608  # constants joined, no value
    + _SOURCE_COLUMNS
    + """ FROM contest_citation AS c JOIN source AS s ON s.id = c.source
JOIN json_each(:facts) AS wanted ON wanted.value = c.fact ORDER BY c.fact, c.contest, c.position"""
)

_UNVERIFIED = """
SELECT f.id FROM fact AS f JOIN json_each(:facts) AS wanted ON wanted.value = f.id WHERE f.unverified = 1"""

_SEEN = (
    "SELECT c.claim AS fact, c.at,"  # noqa: S608  # constants joined, no value
    + _SOURCE_COLUMNS
    + """ FROM claim_seen AS c JOIN source AS s ON s.id = c.source
JOIN json_each(:facts) AS wanted ON wanted.value = c.claim ORDER BY c.claim, c.position"""
)

_SOURCES = "SELECT" + _SOURCE_COLUMNS + " FROM source AS s ORDER BY s.id"


def evidence_for(db: Connection, facts: Iterable[str]) -> dict[str, Evidence]:
    """Evidence by fact id, for all of them in four questions; a fact without any gets an empty one."""
    import json

    wanted = list(dict.fromkeys(facts))
    asked = {"facts": json.dumps(wanted)}
    citations: dict[str, list[Citation]] = defaultdict(list)
    for row in db.execute(_CITATIONS, asked):
        citations[row["fact"]].append(_citation(row))
    against: dict[tuple[str, int], list[Citation]] = defaultdict(list)
    for row in db.execute(_CONTEST_CITATIONS, asked):
        against[row["fact"], row["contest"]].append(_citation(row))
    contests: dict[str, list[Contest]] = defaultdict(list)
    for row in db.execute(_CONTESTS, asked):
        contests[row["fact"]].append(
            Contest(
                row["field"],
                Text(row["value_en"], row["value_ar"]),
                Text(row["reason_en"], row["reason_ar"]),
                tuple(against[row["fact"], row["position"]]),
            )
        )
    unverified = {row["id"] for row in db.execute(_UNVERIFIED, asked)}
    return {fact: Evidence(fact, tuple(citations[fact]), tuple(contests[fact]), fact in unverified) for fact in wanted}


def citations_of_claims(db: Connection, claims: Iterable[str]) -> dict[str, tuple[Citation, ...]]:
    """Where the press was seen to make each claim."""
    import json

    wanted = list(claims)
    found: dict[str, list[Citation]] = defaultdict(list)
    for row in db.execute(_SEEN, {"facts": json.dumps(wanted)}):
        found[row["fact"]].append(_citation(row))
    return {claim: tuple(found[claim]) for claim in wanted}


def all_sources(db: Connection) -> list[Source]:
    """Every source of the reference, in the order of ids."""
    return [_source(row) for row in db.execute(_SOURCES)]


def _citation(row: Row) -> Citation:
    return Citation(_source(row), row["at"])


def _source(row: Row) -> Source:
    return _intern(
        row["source_id"], row["address"], row["publisher"], row["title"], row["language"], row["published"],
        row["read_on"], row["class"], row["archived"], row["publisher_ar"], row["publisher_key"],
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _intern(*columns: str) -> Source:
    return Source(*columns)
