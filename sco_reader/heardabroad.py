"""Whose name is written in a script that the index has few names in? Each way to group its words is heard and weighed.

ジー・ジンピン, ஷி ஜின் பிங் and 시진핑 part one name in three ways: so neighbours are also heard as one word, and a
name of the index is measured by how much of the query its words cover, and how closely each sounds.
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sco_reader.arabic.endings import stems
from sco_reader.arabic.fold import fold
from sco_reader.arabic.likesound import closeness, coarse
from sco_reader.arabic.scripts import romanised
from sco_reader.matching import HIGHEST_GUESS, SHORTEST_SLIP, left_out
from sco_reader.queryparts import parts_of
from sco_reader.search import Hit, Spelling, known_words, spellings
from sco_reader.store import Connection

_COARSE = "SELECT DISTINCT word FROM coarse WHERE cut IN (SELECT value FROM json_each(:cuts))"

_WORDS = "SELECT rowid FROM spelling_fts WHERE spelling_fts MATCH :words ORDER BY rowid LIMIT 200"

_MOST_WORDS, _LONGEST_GROUP, _NEAREST = 7, 3, 24
_CLOSE, _FAR = 0.62, 0.9
_CUT, _UNNAMED, _FIRST_NAME_ALONE = 0.98, 0.012, 0.03
_AS_WRITTEN, _STATE = 0.98, 0.9
_SHORT = {1: 0.86, 2: 0.93}

_COUNTRIES = "SELECT id, country FROM person WHERE id IN (SELECT value FROM json_each(:persons))"

_Group = dict[str, float]
"""Words of the index that some neighbouring words of the query may be, and how closely."""


class _Match(NamedTuple):
    spelling: Spelling
    score: float
    total: float
    """Letters of the query that its words cover, each word by its closeness."""
    words: frozenset[int]
    """The places of those words in the query."""


def heard_abroad(db: Connection, text: str) -> Iterator[Hit]:
    """Names that sound as `text` reads, each with its best spelling; nothing surer than a guess."""
    words = _words(text)[:_MOST_WORDS]
    if not words:
        return
    groups = {
        (start, end): group
        for start in range(len(words))
        for end in range(start + 1, min(start + _LONGEST_GROUP, len(words)) + 1)
        if (group := _heard(db, tuple(words[start:end])))
    }
    lengths = [max(len(romanised(word)), 1) for word in words]
    best: dict[str, _Match] = {}
    for spelling in _candidates(db, groups):
        match = _match(spelling, groups, lengths)
        if match.score > (best[spelling.entity].score if spelling.entity in best else 0.0):
            best[spelling.entity] = match
    with_state = _with_states(db, best, sum(lengths))
    for entity, match in best.items():
        score = max(match.score, with_state.get(entity, 0.0))
        yield match.spelling.hit(score * HIGHEST_GUESS, "sound")


def _with_states(db: Connection, best: Mapping[str, _Match], letters: int) -> dict[str, float]:
    """Persons whose own state stands beside their name (ロシアのラブロフ): its words are theirs as well."""
    states = [match for match in best.values() if match.spelling.kind == "country"]
    if not states:
        return {}
    found: dict[str, float] = {}
    persons = json.dumps([entity for entity, match in best.items() if match.spelling.kind == "person"])
    for person, owner in db.execute(_COUNTRIES, {"persons": persons}):
        for state in states:
            if state.spelling.entity == owner and not state.words & best[person].words:
                added = _STATE * state.total / letters
                found[person] = max(best[person].score + added, found.get(person, 0.0))
    return found


def _words(text: str) -> list[str]:
    """The words of `text` with their vowel signs, which folding would drop."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text)).replace("׳", "'")
    kept = "".join(
        sign if unicodedata.category(sign)[0] in "LMN" or sign == "'" else "" if sign in "\u200c\u200d" else " "
        for sign in plain
    )
    return [word for word in kept.split() if romanised(word)]


def _heard(db: Connection, words: tuple[str, ...]) -> _Group:
    *before, last = words
    found: _Group = {}
    for form, discount in ((last, 1.0), *((stem, _CUT) for stem in stems(last))):
        roman = "'".join(map(romanised, (*before, form)))
        runs = coarse(roman)
        cuts = sorted({cut for run in runs for cut in (left_out(run) if len(run) >= SHORTEST_SLIP else (run,))})
        sure = _SHORT.get(max(map(len, runs), default=0), 1.0) * discount
        for row in db.execute(_COARSE, {"cuts": json.dumps(cuts)}):
            quality = closeness(roman, row[0])
            if quality >= _CLOSE:
                found[row[0]] = max(quality * sure, found.get(row[0], 0.0))
    nearest = dict(sorted(found.items(), key=lambda item: (-item[1], item[0]))[:_NEAREST])
    written = {fold(form): discount for form, discount in _written(words)}
    return nearest | {word: _AS_WRITTEN * written[word] for word in known_words(db, written)}


def _written(words: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    *before, last = words
    for stem in stems(last):
        yield "".join((*before, stem)), _CUT
    yield "".join(words), 1.0


def _candidates(db: Connection, groups: Mapping[tuple[int, int], _Group]) -> list[Spelling]:
    asked = {" OR ".join(f'"{word}"' for word in sorted(group)) for group in groups.values()}
    rows = {row[0] for words in sorted(asked) for row in db.execute(_WORDS, {"words": words})}
    return spellings(db, sorted(rows))


def _match(spelling: Spelling, groups: Mapping[tuple[int, int], _Group], lengths: list[int]) -> _Match:
    """How much of the query the words of a spelling cover, each by its closeness; less for each word not asked for."""
    there = parts_of(spelling.folded)
    count = len(spelling.folded.split())
    nothing: frozenset[int] = frozenset()
    reached: list[tuple[float, int, str, frozenset[int]]] = [(0.0, 0, "", nothing)]  # by the words up to each place
    for end in range(1, len(lengths) + 1):
        best = reached[end - 1]
        for start in range(max(end - _LONGEST_GROUP, 0), end):
            total, named, last, places = reached[start]
            group = groups.get((start, end), {})
            quality, word = max(((group[word], word) for word in group if word in there), default=(0.0, ""))
            more = total + quality * sum(lengths[start:end])
            if quality and word != last and more > best[0]:
                best = (more, named + there[word], word, places | set(range(start, end)))
        reached.append(best)
    total, named, last, places = reached[-1]
    first_alone = named == 1 and count > 1 and spelling.kind == "person" and not spelling.folded.endswith(last)
    share = total / sum(lengths) - _UNNAMED * max(count - named, 0) - _FIRST_NAME_ALONE * first_alone
    if spelling.form in ("abroad", "adjective") and total < _AS_WRITTEN * sum(lengths[place] for place in places):
        share *= _FAR
    return _Match(spelling, share, total, places)
