"""Any spelling in any script finds the entity: exact, prefix, words in any order, sound, then a slip of the pen.

This module stands on the path from a key press to an answer, so it imports nothing that the answer does not need.
"""

from collections.abc import Iterable
from sqlite3 import Row
from typing import NamedTuple

from sco_reader.arabic.fold import fold
from sco_reader.arabic.sound import sound
from sco_reader.store import Connection

CONFIDENT = 0.9
"""At this score or above the program would open the entity without asking."""

LONGEST_QUERY = 200
"""Letters of a query that are read; nothing that the reference holds is named with more."""

_COLUMNS = "s.entity, s.kind, s.text, s.lang, s.form, s.folded, s.sound, s.weight"

_EXACT = f"SELECT {_COLUMNS} FROM spelling AS s WHERE s.folded = :folded ORDER BY s.weight, s.id LIMIT 50"  # noqa: S608

_WORDS = f"""
SELECT {_COLUMNS} FROM spelling_fts AS f JOIN spelling AS s ON s.id = f.rowid
WHERE spelling_fts MATCH :words ORDER BY f.rowid LIMIT 300"""  # noqa: S608  # columns above, no value

_SOUNDS = f"""
SELECT {_COLUMNS} FROM spelling AS s
WHERE ' ' || s.sound || ' ' LIKE '% ' || :sound || ' %'
ORDER BY s.weight, s.id LIMIT 200"""  # noqa: S608  # columns above, no value

_ALL = f"SELECT {_COLUMNS} FROM spelling AS s ORDER BY s.id LIMIT 60000"  # noqa: S608  # columns above, no value

_ENTITIES = """
SELECT e.id, e.name_en, e.name_ar, e.sort_en FROM entity AS e JOIN json_each(:ids) AS wanted ON wanted.value = e.id"""

# Equal matches: whom the reader most likely means.
_KIND_ORDER = ("country", "person", "meeting", "organisation", "city", "document")

# Clitics that Arabic glues to a name: "and, so, by, for, as, the" and their sequences.
_CLITICS = ("وبال", "وكال", "فبال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال", "وب", "ول", "وك", "فب",
            "فل", "و", "ف", "ب", "ل", "ك")  # fmt: skip
_SHORTEST_STEM = 3
_LEAST_LIKENESS = 80
_GOOD_ENOUGH = 0.8


class Hit(NamedTuple):
    """An entity found: the spelling that matched, and how surely (0 to 1; see CONFIDENT)."""

    id: str
    kind: str
    name_en: str
    name_ar: str
    matched: str
    score: float


def lookup(db: Connection, query: str, *, limit: int = 10) -> list[Hit]:
    """Entities that go by `query`, best first, at most `limit`. Bad or empty text finds nothing and raises nothing."""
    folded = fold(query[:LONGEST_QUERY].replace("\x00", " "))
    if not folded:
        return []
    best: dict[str, tuple[float, Row]] = {}
    for form, discount in _readings(folded):
        _note(best, _by_words(db, form), discount)
        if _sure(best):
            break
    if not _sure(best):
        _note(best, _by_sound(db, folded), 0.0)
    if not best or max(score for score, _ in best.values()) < _GOOD_ENOUGH:
        _note(best, _by_likeness(db, folded), 0.0)
    return _ranked(db, best, limit)


def _readings(folded: str) -> Iterable[tuple[str, float]]:
    """The query as it is, then with what Arabic glues to its first word taken off."""
    yield folded, 0.0
    for clitic in _CLITICS:
        if folded.startswith(clitic) and len(folded) - len(clitic) >= _SHORTEST_STEM:
            yield folded[len(clitic) :], 0.02


def _note(best: dict[str, tuple[float, Row]], found: Iterable[tuple[float, Row]], discount: float) -> None:
    for score, row in found:
        known = best.get(row["entity"])
        if known is None or score - discount > known[0]:
            best[row["entity"]] = (score - discount, row)


def _sure(best: dict[str, tuple[float, Row]]) -> bool:
    return any(score >= CONFIDENT for score, _ in best.values())


def _by_words(db: Connection, folded: str) -> Iterable[tuple[float, Row]]:
    exact = db.execute(_EXACT, {"folded": folded}).fetchall()
    for row in exact:
        yield 1.0 - row["weight"] * 0.01, row
    words = folded.split()
    # Quoted, so that nothing typed is FTS syntax; each word may be the beginning of one.
    asked = " ".join(f'"{word}"*' for word in words)
    wanted = set(words)
    for row in db.execute(_WORDS, {"words": asked}):
        there = row["folded"].split()
        if wanted <= set(there):
            # Whole words: a surname alone is nearly as good as the name, less so in a longer title.
            score = 0.95 - 0.01 * min(len(there) - len(words), 8)
            if row["form"] != "preferred":
                score -= 0.005 * row["weight"]
        else:
            share = len(folded) / max(len(row["folded"]), 1)
            starts = row["folded"].startswith(folded)
            score = (0.72 if starts else 0.62) + 0.17 * min(share, 1.0)
        if row["form"] == "id":
            score -= 0.04
        yield score, row


def _by_sound(db: Connection, folded: str) -> Iterable[tuple[float, Row]]:
    skeletons = [skeleton for skeleton in map(sound, folded.split()) if skeleton]
    if not skeletons:
        return
    heard = " ".join(skeletons)
    for row in db.execute(_SOUNDS, {"sound": heard}):
        length = len(heard.replace(" ", ""))
        whole = row["sound"] == heard
        certainty = min(length, 6) / 6
        yield (0.86 if whole else 0.8) + 0.09 * certainty - 0.14 * (1 - _vowel_likeness(folded, row["folded"])), row


def _vowel_likeness(one: str, other: str) -> float:
    """How alike two spellings of one script are; 1 across scripts, where only the sound can be compared."""
    if ord(one[0]) >> 8 != ord(other[0]) >> 8:
        return 1.0
    from rapidfuzz import fuzz

    return max(fuzz.ratio(one, word) for word in (*other.split(), other)) / 100


def _by_likeness(db: Connection, folded: str) -> Iterable[tuple[float, Row]]:
    if len(folded) <= _SHORTEST_STEM:
        return
    from rapidfuzz import fuzz, process

    rows = db.execute(_ALL).fetchall()
    choices = [row["folded"] for row in rows]
    for _, likeness, index in process.extract(
        folded, choices, scorer=fuzz.ratio, limit=20, score_cutoff=_LEAST_LIKENESS
    ):
        yield 0.93 * likeness / 100, rows[index]
    words = folded.split()
    if len(words) == 1:
        pieces = [
            (word, index) for index, text in enumerate(choices) for word in text.split() if len(word) > _SHORTEST_STEM
        ]
        for _, likeness, place in process.extract(
            folded, [word for word, _ in pieces], scorer=fuzz.ratio, limit=20, score_cutoff=_LEAST_LIKENESS
        ):
            yield 0.9 * likeness / 100, rows[pieces[place][1]]


def _ranked(db: Connection, best: dict[str, tuple[float, Row]], limit: int) -> list[Hit]:
    import json

    shortlist = sorted(best.items(), key=lambda item: -item[1][0])[: max(limit * 3, 30)]
    names = {row["id"]: row for row in db.execute(_ENTITIES, {"ids": json.dumps([an_id for an_id, _ in shortlist])})}

    def rank(item: tuple[str, tuple[float, Row]]) -> tuple[float, int, str, str]:
        an_id, (score, row) = item
        # Of meetings in one city, and of documents, the latest first: their ids end in the year.
        newest = "".join(chr(0x10FFFF - ord(letter)) for letter in an_id[-4:]) if row["kind"] == "meeting" else ""
        return (-round(score, 2), _KIND_ORDER.index(row["kind"]), newest, names[an_id]["sort_en"])

    return [
        Hit(
            an_id, row["kind"], names[an_id]["name_en"], names[an_id]["name_ar"], row["text"], round(max(score, 0.0), 3)
        )
        for an_id, (score, row) in sorted(shortlist, key=rank)[:limit]
    ]
