"""The search index: everything about a spelling that can be worked out before anybody types.

word    every word, pair of neighbours and whole spelling, written together: what a query can name
heard   how a word sounds → the word
chinese how Chinese hears a word of a person's name, also with one sign left out → the word
coarse  the consonants that every script keeps of a word in Latin letters, also with one left out → the word
slip    a word with one letter left out → the word (symmetric deletion: two words one slip apart share an entry)
begun   the beginnings of words → the best spellings, ranked: one keystroke is one row
spelling_fts   the words of each spelling, for several words in any order
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from sqlite3 import Connection

from sco_reader.arabic.chinese import reduced
from sco_reader.arabic.likesound import coarse_latin
from sco_reader.arabic.scripts import is_alphabet, is_other
from sco_reader.arabic.sound import joined_sounds, sounds
from sco_reader.matching import (
    HIGHEST_GUESS,
    LONGEST_BEGINNING,
    SHORTEST_SLIP,
    beginning_score,
    is_fathers,
    kind_rank,
    left_out,
    surname_bonus,
    whole_score,
    word_score,
)
from sco_reader.officewords import names_nobody
from sco_reader.queryparts import ARTICLE, parts_of
from sco_reader.spellings import TOPIC, Row
from sco_reader.summitwords import COMMON

_HITS = 48
_HEARD_ABROAD = ("person", "country", "city", "organisation")
_FATHERS, _FIRST = 0.02, 0.006

_Begun = dict[str, dict[str, tuple[float, int, bool]]]
"""Beginning → entity → its best spelling there: score, number, and whether a word ends with the beginning."""

_TABLES = """
CREATE TABLE word(word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE heard(skeleton TEXT, word TEXT, PRIMARY KEY (skeleton, word)) STRICT, WITHOUT ROWID;
CREATE TABLE chinese(cut TEXT, word TEXT, skeleton TEXT, PRIMARY KEY (cut, word, skeleton)) STRICT, WITHOUT ROWID;
CREATE TABLE coarse(cut TEXT, word TEXT, PRIMARY KEY (cut, word)) STRICT, WITHOUT ROWID;
CREATE TABLE slip(cut TEXT, word TEXT, PRIMARY KEY (cut, word)) STRICT, WITHOUT ROWID;
CREATE TABLE begun(beginning TEXT PRIMARY KEY, hits TEXT) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE spelling_fts USING fts5(
  words, content='', tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'", prefix='1 2 3', detail=none);
"""
# Folded text only, so the simplest tokenizer does; marks that folding kept are letters of their script. The content
# lives in `spelling`, under the same row id.


def write_index(db: Connection, spellings: Sequence[Row], prominence: Mapping[str, int]) -> None:
    """Fill the tables of the index from the rows of `spelling`. `prominence` breaks ties: how much the file knows."""
    words: dict[str, set[str]] = {}
    texts: list[tuple[int, str]] = []
    begun: _Begun = defaultdict(dict)
    chinese: set[tuple[str, str, str]] = set()
    latin: set[str] = set()
    for row in spellings:
        number, folded = int(str(row["id"])), str(row["folded"])
        parts = parts_of(folded)
        texts.append((number, " ".join(sorted(parts))))
        if row["form"] == TOPIC:
            for part in parts:
                words.setdefault(part, set())
            continue
        # Of adjectives in eighty languages one always sounds like what was asked: they are found as they are spelt.
        heard = dict.fromkeys(parts, frozenset()) if row["form"] == "adjective_abroad" else _with_sounds(row, parts)
        for part, skeletons in heard.items():
            words.setdefault(part, set()).update(skeletons)
        if row["kind"] == "person" and folded.isascii():
            chinese.update(_as_chinese_hears(heard))
        if row["kind"] in _HEARD_ABROAD and row["lang"] == "en" and row["form"] != "id" and folded.isascii():
            latin.update(parts)
        _note_beginnings(begun, row, parts)
    kinds = {str(row["entity"]): kind_rank(str(row["kind"])) for row in spellings}
    db.executescript(_TABLES)
    db.execute("BEGIN")
    db.executemany("INSERT INTO word VALUES (?)", [(word,) for word in sorted(words)])
    db.executemany("INSERT INTO heard VALUES (?, ?)", sorted((s, word) for word, all_ in words.items() for s in all_))
    db.executemany("INSERT INTO chinese VALUES (?, ?, ?)", sorted(chinese))
    db.executemany("INSERT INTO coarse VALUES (?, ?)", sorted({pair for word in latin for pair in _coarse(word)}))
    db.executemany("INSERT INTO slip VALUES (?, ?)", sorted(_slips(words)))
    db.executemany("INSERT INTO begun VALUES (?, ?)", _ranked(begun, kinds, prominence))
    db.executemany("INSERT INTO spelling_fts(rowid, words) VALUES (?, ?)", texts)
    db.execute("INSERT INTO spelling_fts(spelling_fts) VALUES ('optimize')")
    db.execute("COMMIT")


def _with_sounds(row: Row, parts: Mapping[str, int]) -> dict[str, frozenset[str]]:
    text, words = str(row["text"]), str(row["folded"]).split()
    if is_other(text) and not is_alphabet(
        text
    ):  # how those scripts write a name is undone when somebody asks in one, not here
        return dict.fromkeys(parts, frozenset())
    heard = sounds(text)
    if len(heard) != len(words):  # letters that folding drops can stand where a spelling parts words
        heard = sounds(str(row["folded"]))
    found: dict[str, frozenset[str]] = dict.fromkeys(parts, frozenset())
    found |= dict(zip(words, heard, strict=False))
    found |= {first + second: joined_sounds(f"{first} {second}") for first, second in pairwise(words)}
    found[str(row["joined"])] = joined_sounds(text)
    return found


def _note_beginnings(begun: _Begun, row: Row, parts: Mapping[str, int]) -> None:
    number, entity, joined, weight = (
        int(str(row["id"])),
        str(row["entity"]),
        str(row["joined"]),
        int(str(row["weight"])),
    )
    count = len(str(row["folded"]).split())
    for part, words in parts.items():
        whole = part == joined or ARTICLE + part == joined
        full = whole_score(weight) if whole else word_score(words, count, weight, str(row["form"]))
        full -= _FATHERS * (not whole and is_fathers(str(row["folded"]), part))
        full += surname_bonus(str(row["kind"]), str(row["folded"]), part) * (words == 1)
        if words == 1 and not whole and names_nobody(part):
            full = min(full, HIGHEST_GUESS)
        full += _FIRST * (words > 1 and not whole and joined.startswith(part))
        for length in range(1, min(len(part), LONGEST_BEGINNING) + 1):
            score = full if length == len(part) else beginning_score(length, len(joined), whole, str(row["form"]))
            known = begun[part[:length]].get(entity)
            if known is None or score > known[0]:
                begun[part[:length]][entity] = (score, number, length == len(part))


def _as_chinese_hears(heard: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str, str]]:
    for word, skeletons in heard.items():
        for skeleton in sorted({reduced(skeleton) for skeleton in skeletons}):
            for cut in left_out(skeleton) if len(skeleton) > SHORTEST_SLIP else (skeleton,):
                if len(skeleton) > 1:
                    yield cut, word, skeleton


def _coarse(word: str) -> Iterator[tuple[str, str]]:
    for run in coarse_latin(word):
        for cut in left_out(run) if len(run) >= SHORTEST_SLIP else (run,):
            yield cut, word


def _slips(words: Mapping[str, Iterable[str]]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for word, skeletons in words.items():
        if not skeletons and word in COMMON:
            continue
        for text in (word, *(f"~{skeleton}" for skeleton in skeletons)):
            if len(text) >= SHORTEST_SLIP and not text.isdigit() and len(text) <= LONGEST_BEGINNING:
                found.update((cut, text) for cut in left_out(text))
    return found


def _ranked(begun: _Begun, kinds: Mapping[str, int], prominence: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """`17:1000 4+890`: spelling and thousandths, best first; a plus where more letters follow."""
    for beginning in sorted(begun):
        best = heapq.nsmallest(
            _HITS, begun[beginning].items(),
            key=lambda item: (-round(item[1][0], 2), kinds[item[0]], -prominence.get(item[0], 0), item[0]),
        )  # fmt: skip
        yield (
            beginning,
            " ".join(
                f"{number}{':' if complete else '+'}{round(score * 1000)}" for _, (score, number, complete) in best
            ),
        )
