"""Who is meant by an office? "رئيس إيران", "the Kazakh President", "host of 2019", and titles before a name.

A phrase is parted into the office, the state or organisation, and what is left; what is left is a name, or nothing.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product

from sco_reader.arabic.clitics import bare_forms
from sco_reader.officewords import Office, Phrase, office_words
from sco_reader.search import known_words
from sco_reader.store import Connection
from sco_reader.summitwords import IDLE

_PERSONS = """
SELECT t.person, o.name_en FROM term AS t JOIN office AS o ON o.id = t.office
WHERE o.owner = :owner AND o.kind IN (SELECT value FROM json_each(:kinds))
AND t.since_earliest <= :on AND (t.until_latest IS NULL OR :on < t.until_latest)
ORDER BY CASE WHEN json_array_length(:kinds) > 2 THEN (
    SELECT count(*) FROM delegation AS d JOIN meeting AS m ON m.id = d.meeting
    JOIN term AS other ON other.person = d.head AND other.office = t.office
    WHERE d.party = :owner AND m.body = 'hsc') END DESC, t.since_latest DESC, t.acting, t.person"""
# The leader of a state, where no office is named, is whoever of its offices goes to the summits for it.

_AT_MEETINGS = """
SELECT d.head, d.office_en FROM delegation AS d JOIN meeting AS m ON m.id = d.meeting
WHERE d.party = :owner AND d.office_en IS NOT NULL AND abs(julianday(m.start) - julianday(:on)) < :days
ORDER BY abs(julianday(m.start) - julianday(:on)), m.id, d.head"""
# Ministers of whom the reference knows no term, only for whom they spoke at a meeting.

_DAYS_IN_OFFICE = 400
_POST, _JUNIOR = ("minister", "director", "chairman"), "minister of state"

_OWNERS = """
SELECT DISTINCT entity, kind FROM spelling WHERE joined IN (SELECT value FROM json_each(:texts))
AND kind IN ('country', 'organisation') ORDER BY kind, weight, entity"""

_HOSTED = """
SELECT id, chair_country, chair_person FROM meeting WHERE substr(start, 1, 4) = :year
ORDER BY body = 'hsc' DESC, body"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A phrase parted: the office asked for (kinds, word of its name), its owner if named, and the words left over."""

    kinds: tuple[str, ...]
    name_holds: tuple[str, ...]
    owner: str | None
    rest: tuple[str, ...]


def worth_parting(words: Sequence[str]) -> bool:
    """True where a folded word can belong to an office, a title or the long name of a state, or words follow
    one another (الكازاخستاني قاسم جومارت توكاييف)."""
    return (
        len(words) > 1
        or any(form in office_words().every for word in words for form in _forms_of(word))
        or any(role in word for word in words if word >= "\u3400" for role in office_words().han)
    )


def is_title(word: str) -> bool:
    """True for a folded word that stands before names: الشيخ, President, Mr."""
    return _is_title(_forms_of(word))


def asked_for(db: Connection, words: Sequence[str]) -> Asked | None:
    """The folded words of a query as office, owner and rest; None where they name no office and no title."""
    every = _spaced_han(words)
    kept = [
        place
        for place, word in enumerate(every)
        if word not in IDLE or office_words().every.intersection(_forms_of(word))
    ]
    spaced = [every[place] for place in kept]
    forms = [_forms_of(word) for word in spaced]
    taken: set[int] = set()
    named: Office | None = None
    there = {form for of_word in forms for form in of_word}
    offices = [
        (-len(office.phrase), place, number, office)
        for number, office in enumerate(office_words().offices)
        if office.phrase[0] in there
        for place in _places_of(office.phrase, forms)
    ]
    for length, place, _, office in sorted(offices, key=lambda found: found[:3]):
        run = set(range(place, place - length))
        # A second office stands beside the first; elsewhere its word is part of a name (نور سلطان).
        if not run & taken and (not taken or {place - 1, place - length} & taken):
            taken |= run
            named = named or office
    titles: set[int] = set()
    for place, of_word in enumerate(forms):
        beside = place in (0, len(forms) - 1) or {place - 1, place + 1} & (taken | titles)
        if place not in taken and beside and _is_title(of_word):
            titles.add(place)
    taken |= titles
    taken |= _linking_between(spaced, taken)
    stately = any(map(_is_stately, forms))
    owner = None
    kinds, holds = (named.kinds, named.holds) if named else ((), ())
    forms = _known(db, forms)
    # A state stands beside its office (رئيس الصين); a word of a name that is also a state's (شي جين بينغ) does not.
    near = taken | {place for place, of_word in enumerate(forms) if _is_stately(of_word)}
    runs = [run for run in _stretches(len(forms), taken) if not taken or {run[0] - 1, run[1]} & near]
    last = len(forms)
    for start, end in runs if kinds or titles or stately or not last else [(0, 1), (last - 1, last)]:
        # Organisation du traité de sécurité collective: of its name the words of grammar are a part.
        after_first = "".join(every[kept[start] + 1 : kept[end - 1] + 1])
        found = _owner(db, forms[start:end], [form + after_first for form in forms[start]] if after_first else [])
        if found:
            owner, taken = found, taken | set(range(start, end))
            if end - start > 1 and end < last and _owner(db, forms[end : end + 1]) == owner:
                taken.add(end)  # its abbreviation in brackets
            break
    if not kinds and not titles and owner is None:
        return None
    owner = owner or (named.owner if named else "") or None
    rest = tuple(
        word for place, word in enumerate(spaced)
        if place not in taken and not (owner and _is_stately(forms[place]))
    )  # fmt: skip
    return Asked(kinds, holds, owner, rest)


def holders(db: Connection, asked: Asked, on: date) -> list[str]:
    """Who held the office on that day, the latest to come first."""
    if asked.owner is None or not asked.kinds:
        return []
    rows = db.execute(
        _PERSONS, {"owner": asked.owner, "kinds": json.dumps(asked.kinds), "on": on.isoformat()}
    ).fetchall()
    named = [str(row["person"]) for row in rows if _is_called(str(row["name_en"]).casefold(), asked.name_holds)]
    if not named and asked.name_holds:
        rows = db.execute(
            _AT_MEETINGS, {"owner": asked.owner, "on": on.isoformat(), "days": _DAYS_IN_OFFICE}
        ).fetchall()
        named = [str(row["head"]) for row in rows if _is_post(str(row["office_en"]).casefold(), asked.name_holds)][:1]
    return list(dict.fromkeys(named))


def hosts(db: Connection, words: Sequence[str]) -> list[str]:
    """For "host of 2019": the state that chaired the meetings of that year, then its leader, then the meetings."""
    years = [word for word in words if len(word) == 4 and word.isdigit()]
    if len(years) != 1 or not any(form in office_words().hosts for word in words for form in _forms_of(word)):
        return []
    rows = db.execute(_HOSTED, {"year": years[0]}).fetchall()
    found = [str(row[column]) for row in rows[:1] for column in ("chair_country", "id", "chair_person") if row[column]]
    return list(dict.fromkeys(found))


def _spaced_han(words: Sequence[str]) -> list[str]:
    """Chinese puts no spaces: 哈萨克斯坦共和国总统 becomes 哈萨克斯坦, 共和国 and 总统."""
    found: list[str] = []
    for word in words:
        known = (
            next((part for part in office_words().han if part in word and part != word), None)
            if word >= "\u3400"
            else None
        )
        if known is None:
            found.append(word)
        else:
            before, _, after = word.partition(known)
            found.extend((*_spaced_han([before] if before else []), known, *_spaced_han([after] if after else [])))
    return found


@lru_cache(maxsize=512)
def _forms_of(word: str) -> tuple[str, ...]:
    return (word, *bare_forms(word))


def _linking_between(words: Sequence[str], taken: set[int]) -> set[int]:
    """Places of the linking words that stand beside an office or a title."""
    return {
        place for place, word in enumerate(words)
        if word in office_words().linking and {place - 1, place + 1} & taken and len(words) > 2
    }  # fmt: skip


def _places_of(phrase: Phrase, forms: Sequence[tuple[str, ...]]) -> Iterator[int]:
    for place in range(len(forms) - len(phrase) + 1):
        if all(word in forms[place + step] for step, word in enumerate(phrase)):
            yield place


def _is_stately(forms: tuple[str, ...]) -> bool:
    return bool(office_words().statehood.intersection(forms))


def _is_title(forms: tuple[str, ...]) -> bool:
    return any(form in office_words().titles for form in forms)


def _stretches(length: int, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Every run of words that are still free, the longest first."""
    runs = [
        (start, end) for start in range(length) for end in range(start + 1, length + 1)
        if not taken & set(range(start, end))
    ]  # fmt: skip
    yield from sorted(runs, key=lambda run: run[0] - run[1])


_MOST_READINGS = 256


def _known(db: Connection, forms: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Of each word's forms those that the index has, the word itself first whether it has it or not."""
    there = known_words(db, (form for of_word in forms for form in of_word))
    return [(of_word[0], *(form for form in of_word[1:] if form in there)) for of_word in forms]


def _owner(db: Connection, forms: Sequence[tuple[str, ...]], wholes: Sequence[str] = ()) -> str | None:
    words = [of_word for of_word in forms if not _is_stately(of_word)]
    if not words:
        return None
    texts = ["".join(reading) for _, reading in zip(range(_MOST_READINGS), product(*words), strict=False)]
    texts += wholes
    rows = db.execute(_OWNERS, {"texts": json.dumps(texts)}).fetchall()
    return str(rows[0]["entity"]) if rows else None


def _is_called(name: str, wanted: tuple[str, ...]) -> bool:
    if "vice" not in wanted and "deputy" not in wanted and ("vice" in name or "deputy" in name):
        return False
    return not wanted or any(word in name for word in wanted)


def _is_post(names: str, wanted: tuple[str, ...]) -> bool:
    """True where one of the posts in `names` is meant: "deputy prime minister and minister of foreign affairs"."""
    posts = [post for post in re.split(" and |, ", names) if post.startswith(_POST) and not post.startswith(_JUNIOR)]
    return any(_is_called(post, wanted) for post in posts)
