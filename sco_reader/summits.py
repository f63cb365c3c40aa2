"""Which meeting is meant by its city, number, year and body, whatever the language and the order of the words?

The words of a query are sorted: those that every meeting shares say what kind is meant, a name says the city, a number
which one; what is left over makes the answer less sure.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from sco_reader.arabic.clitics import bare_forms
from sco_reader.arabic.fold import fold
from sco_reader.arabic.sound import joined_sounds
from sco_reader.arabic.wording import ordinal
from sco_reader.cues import Spoken, table
from sco_reader.dates import Edtf
from sco_reader.store import Connection
from sco_reader.summitwords import COMMON, IDLE, ordinals, persian_ordinals, western_ordinals

_MEETINGS = """
SELECT id, body, number, start, "end", city, country FROM meeting
UNION ALL SELECT c.id, c.body, NULL, c.start, c."end", c.city, city.country FROM council AS c
JOIN city ON city.id = c.city ORDER BY start, id"""

_PLACES = """
SELECT DISTINCT s.joined, s.entity FROM spelling AS s
WHERE s.form != 'id' AND s.entity IN (
    SELECT city FROM meeting UNION SELECT country FROM meeting UNION SELECT city FROM council
    UNION SELECT country FROM city WHERE id IN (SELECT city FROM council))
ORDER BY s.weight DESC, s.entity"""

_YEAR = re.compile("(?:199|20[0-4])[0-9]$")
_NUMBER = re.compile("([1-4]?[0-9])[^0-9]{0,10}$")
_RUSSIAN_ADJECTIVE = re.compile("([а-я]{3,}?)(?:ин|ен)?ск(?:ая|ии|ое|ои|ую|ого)$")  # душанбинская
_HAN_NUMBER = re.compile("第([一二三四五六七八九十0-9]{1,3})|([一二三四五六七八九十0-9]{1,3})(?=周年)")
_HAN_MONTH = re.compile("(1?[0-9])月(?:([1-3]?[0-9])日)?")
_HAN = re.compile("[\u3400-\u9fff]")
_LONGEST_PLACE = 3
_LEAST_HEARD = 3
_LEFT_OVER = 0.07
_ANY_IN_A_STATE = 0.1
_ANY_AT_ALL = 0.1
_NO_NUMBERS = 0.1
_MOST_LEFT, _LEFT_OF_HEADLINES = 3, 6
_LEFT_BESIDE_THE_NAME = 2
_AT_HAND = 7
_MOST_MEANT = 8
_JUBILEE = 5

_LEADERS = ("hsc", "hgc")
_COUNCILS = ("cfm", "cdm", "scs")
_GATHERINGS = ("summit", "meets", "council", *_COUNCILS)


class _Meeting(NamedTuple):
    id: str
    body: str
    number: int | None
    start: date
    end: date
    city: str
    country: str | None


class Asked(NamedTuple):
    """What a query says of a meeting; None and 0 where it says nothing."""

    bodies: tuple[str, ...]
    place: str
    number: int
    year: int
    month: int
    days: frozenset[int]
    jubilee: bool
    """True where it is one of those on which the organisation is five, ten … years old."""
    named: bool
    """True where the organisation is named."""
    summit: bool
    left: int
    """Words that say none of it."""
    heard: bool
    """True where the place was only heard."""

    @property
    def told(self) -> bool:
        """True where it says which one."""
        return bool(self.place or self.number or self.year or self.jubilee)


def meetings_asked_for(
    db: Connection, folded: str, words: Sequence[str], on: date | None
) -> Iterator[tuple[str, float]]:
    """Meetings of the leaders and sessions of the regular councils that answer to all that the query says of one, best
    first, each with its score (0 to 1); none where it says too little. `on` chooses among several: the press says "the
    summit" for weeks before and after.
    """
    spoken = table("meetings").spoken(folded, words)
    of_others = spoken.of("others") or (spoken.of("another organisation") and not spoken.of("organisation"))
    if not _of_a_meeting(spoken) or of_others or _of_papers(folded, words):
        return
    asked = read(db, folded, words, spoken)
    found = meant(db, asked, on)
    if not found or asked.left > _most_left(asked, found[0], on):
        return
    council = asked.bodies[0] in _COUNCILS
    if council and asked.left and not (asked.named or asked.place):
        return  # whose foreign ministers? those of the BRICS
    if not (asked.told or (spoken.of(*_GATHERINGS) and (asked.named or (on and words[1:])))):
        return
    best = (0.95 if asked.told else 0.96) - _LEFT_OVER * asked.left - 0.06 * asked.heard
    if not asked.number + asked.year + asked.month and any(asked.place == meeting.country for meeting in found):
        best -= _ANY_IN_A_STATE
    best -= _ANY_AT_ALL * (not asked.told and not (on and (asked.named or not council)))
    best -= _NO_NUMBERS * (council and bool(asked.number))
    for place, meeting in enumerate(found):
        yield meeting.id, best - 0.02 * place


def _most_left(asked: Asked, found: "_Meeting", on: date | None) -> int:
    """How many words of a query may say nothing of a meeting: the more of it is told, the more."""
    if asked.told and asked.named and on and _at_hand(found, on):
        return _LEFT_OF_HEADLINES
    return _MOST_LEFT if asked.told else _LEFT_BESIDE_THE_NAME if asked.named else 0


def meant(db: Connection, asked: Asked, on: date | None) -> list[_Meeting]:
    """The meetings that are all that was asked for, the likeliest body first and the nearest to `on`."""
    founded = _founded(db)
    found = [
        meeting for meeting in _known(db)
        if (meeting.body in asked.bodies or _could_be(meeting, asked, on))
        and (not asked.place or asked.place in (meeting.city, meeting.country))
        and (not asked.number or meeting.number == asked.number or asked.bodies[0] in _COUNCILS)
        and (not asked.year or asked.year == meeting.start.year)
        and (not asked.jubilee or (meeting.start.year > founded and not (meeting.start.year - founded) % _JUBILEE))
    ]  # fmt: skip
    day = on or date.max

    def unlikely(meeting: _Meeting) -> tuple[bool, bool, int, int]:
        body = asked.bodies.index(meeting.body) if meeting.body in asked.bodies else len(asked.bodies)
        at_hand = on is not None and _at_hand(meeting, on) and asked.bodies[0] not in _COUNCILS
        in_month = asked.month in (0, meeting.start.month, meeting.end.month)
        on_day = not asked.days or meeting.start.day in asked.days or meeting.end.day in asked.days
        return not in_month, not on_day, -1 if at_hand else body, abs((meeting.start - day).days)

    return sorted(found, key=unlikely)[:_MOST_MEANT]


def _could_be(meeting: _Meeting, asked: Asked, on: date | None) -> bool:
    """What the press calls so though it is something else: the summit at which the Five became the organisation; and on
    the days around it the session of a council, where no body is named.
    """
    if "s5" in asked.bodies[:1]:
        return meeting.body == "hsc" and meeting.number == 1
    any_body = asked.bodies[:2] == _LEADERS and not asked.summit
    return any_body and on is not None and meeting.body in _COUNCILS and _at_hand(meeting, on)


def _at_hand(meeting: _Meeting, on: date) -> bool:
    return (meeting.start - on).days <= _AT_HAND and (on - meeting.end).days <= _AT_HAND


def _of_papers(folded: str, words: Sequence[str]) -> bool:
    return any(sense.startswith("kind ") for sense in table("papers").spoken(folded, words).senses)


def _of_a_meeting(spoken: Spoken) -> bool:
    return (
        spoken.of("summit", "meets", "five")
        or (spoken.of("council") and spoken.of("heads", "cfm", "cdm"))
        or (spoken.of("organisation") and spoken.of(*_COUNCILS))
    )


def read(db: Connection, folded: str, words: Sequence[str], spoken: Spoken) -> Asked:
    year = next((int(word) for word in words if _YEAR.match(word)), 0)
    number, month, days = _han_number(folded), *_han_day(folded)
    left: list[str] = []
    place = _place_in_han(db, folded) if _HAN.search(folded) else ""
    rest = [word for word in words if not _YEAR.match(word) and not _HAN.match(word)]
    months = [_month_of(word) for word in rest]
    month = month or next(filter(None, months), 0)
    said = _days_beside(rest, months)
    days |= {int(rest[place]) for place in said}
    rest = [word for place, word in enumerate(rest) if place not in said and not months[place]]
    while rest:
        length, found = _place_at(db, rest, spoken)
        if found:
            place, rest = _nearer(db, place, found), rest[length:]
            continue
        length, count = _number_at(rest)
        if count:
            number, rest = number or count, rest[length:]
            continue
        word = rest.pop(0)
        if not (_is_shared(word, spoken) or _sounds_of_shanghai() & joined_sounds(word)):
            left.append(word)
    heard = 0
    if not place and left:
        place, heard = _heard_place(db, left)
    jubilee = spoken.of("jubilee", "anniversary") and not year
    if jubilee and number:  # "the 15th anniversary" tells the year; of "the jubilee 25th summit" the number is enough
        counted = spoken.of("anniversary")
        year, number, jubilee = (_founded(db) + number if counted else 0), (0 if counted else number), False
    return Asked(_bodies(spoken, bool(year or number)), place, number, year, month, frozenset(days), jubilee,
                  spoken.of("organisation"), spoken.of("summit"), len(left) - heard, bool(heard))  # fmt: skip


def _bodies(spoken: Spoken, told: bool) -> tuple[str, ...]:
    councils = tuple(body for body in _COUNCILS if spoken.of(body))
    if councils:
        return councils
    if spoken.of("five"):
        return ("s5",)
    if spoken.of("governments"):
        return ("hgc",)
    return _LEADERS if told else (*_LEADERS, "s5")


def _founded(db: Connection) -> int:
    return next((meeting.start.year for meeting in _known(db) if meeting.body == "hsc"), 0)


def _month_of(word: str) -> int:
    """The month that `word` names, 0 where it names none."""
    cues = table("meetings")
    stems = cues.stems_of(word)
    senses = cues.senses_of(word, Spoken(frozenset(), stems)) if stems else ()
    return next((int(sense.removeprefix("month ")) for sense in senses if sense.startswith("month ")), 0)


def _days_beside(words: Sequence[str], months: Sequence[int]) -> set[int]:
    """Places of the numbers that are days of a month: 13 و 14 يوليو, 14-15 December, May 21."""
    found: set[int] = set()
    for place, month in enumerate(months):
        if not month:
            continue
        before = place - 1
        while before >= 0 and words[before].isdigit():
            found.add(before)
            before -= 1
        if place + 1 < len(words) and words[place + 1].isdigit() and before == place - 1:
            found.add(place + 1)
    return found


def _nearer(db: Connection, known: str, found: str) -> str:
    """Of two places the city, else the first: "in the Chinese capital, Beijing"."""
    cities = {meeting.city for meeting in _known(db)}
    return found if not known or (known not in cities and found in cities) else known


def last_day(db: Connection, an_id: str) -> date:
    """When a meeting or a session of a council ended. Raises StopIteration for an id that is neither's."""
    return next(meeting.end for meeting in _known(db) if meeting.id == an_id)


@lru_cache(maxsize=4)
def _known(db: Connection) -> tuple[_Meeting, ...]:
    rows = db.execute(_MEETINGS).fetchall()
    return tuple(
        _Meeting(row[0], row[1], row[2], Edtf.parse(row[3]).earliest, Edtf.parse(row[4]).latest, row[5], row[6])
        for row in rows
    )


@lru_cache(maxsize=4)
def _places(db: Connection) -> Mapping[str, str]:
    """Folded names, without spaces, of the cities and states where meetings were held; the city where both are one."""
    return {row[0]: row[1] for row in db.execute(_PLACES)}


@lru_cache(maxsize=4)
def _heard_places(db: Connection) -> Mapping[str, str]:
    cities = {meeting.city for meeting in _known(db)}
    return {
        skeleton: place
        for name, place in _places(db).items() if place in cities
        for skeleton in joined_sounds(name) if len(skeleton) >= _LEAST_HEARD
    }  # fmt: skip


@lru_cache(maxsize=1)
def _sounds_of_shanghai() -> frozenset[str]:
    """شنغاي, شنكهاي, Schanghai: a word of the organisation's name, and no place here."""
    return joined_sounds("شنغهاي") | joined_sounds("Shanghai")


def _heard_place(db: Connection, words: Sequence[str]) -> tuple[str, int]:
    """A city that one or two of `words` sound like, and how many do: سانت بطرسبورغ, Тяньцзиндаги."""
    places = _heard_places(db)
    for length in (2, 1):
        for start in range(len(words) - length + 1):
            last = words[start + length - 1]
            for form in (last, *bare_forms(last)):
                heard = joined_sounds("".join((*words[start : start + length - 1], form)))
                if found := next((places[skeleton] for skeleton in sorted(heard) if skeleton in places), ""):
                    return found, length
    return "", 0


def _place_in_han(db: Connection, folded: str) -> str:
    named = [name for name in _places(db) if _HAN.match(name) and name in folded and name not in ("上海",)]
    if not named and "上海" in folded.replace("上海合作", "").replace("上海五国", ""):
        named = ["上海"]
    cities = {meeting.city for meeting in _known(db)}
    named.sort(key=lambda name: (_places(db)[name] not in cities, -len(name)))
    return _places(db)[named[0]] if named else ""


def _place_at(db: Connection, words: Sequence[str], spoken: Spoken) -> tuple[int, str]:
    """A place at the head of `words`: how many of them name it, and its id. Shanghai alone names the organisation."""
    places = _places(db)
    for length in range(min(_LONGEST_PLACE, len(words)), 0, -1):
        run = words[:length]
        if length == 1 and _is_shared(run[0], spoken):
            continue
        for first in (run[0], *bare_forms(run[0])):
            for last in (run[-1], *bare_forms(run[-1])) if length > 1 else ("",):
                if found := places.get(first + "".join(run[1:-1]) + last):
                    return length, found
    adjective = None if _is_shared(words[0], spoken) else _RUSSIAN_ADJECTIVE.match(words[0])
    if adjective:
        return 1, next((place for name, place in places.items() if name.startswith(adjective[1])), "")
    return 0, ""


def _number_at(words: Sequence[str]) -> tuple[int, int]:
    """A number at the head of `words`, in digits or as an ordinal: how many words say it, and the number."""
    for length in (3, 2):
        if len(words) >= length and (count := _ordinals().get("".join(words[:length]))):
            return length, count
    forms = (words[0], *bare_forms(words[0]))
    for form in forms:
        if found := _NUMBER.match(form):
            return 1, int(found[1])
    return 1, next((count for form in forms if (count := _ordinals().get(form))), 0)


def _han_number(folded: str) -> int:
    found = _HAN_NUMBER.search(folded)
    if found is None:
        return 0
    said = found[1] or found[2]
    if said.isdigit():
        return int(said)
    tens, ten, units = said.rpartition("十")
    digits = "零一二三四五六七八九"
    return 10 * (digits.find(tens) if tens else 1) * bool(ten) + max(digits.find(units), 0) * bool(units)


def _han_day(folded: str) -> tuple[int, set[int]]:
    found = _HAN_MONTH.search(folded)
    return (int(found[1]), {int(found[2])} if found[2] else set()) if found else (0, set())


@lru_cache(maxsize=1)
def _ordinals() -> Mapping[str, int]:
    """Ordinals as one folded word, in eight languages: "the twenty-fourth", الرابعة والعشرون."""
    found: dict[str, int] = {}
    for number in range(1, 30):
        nominative = (ordinal(number, "ar", "f"), ordinal(number, "ar", "m"))
        arabic = [form for said in nominative for form in (said, said.replace("ون", "ين"))]
        for text in (*arabic, *ordinals(number), *persian_ordinals(number), *western_ordinals(number)):
            if not _HAN.search(text):
                words = fold(text).split()
                for joined in ("".join(words), "".join(word for word in words if word not in IDLE)):
                    found.setdefault(joined, number)
                    found.setdefault(joined.removeprefix("ال"), number)
    return found


def _is_shared(word: str, spoken: Spoken) -> bool:
    """True for a word that says what kind of meeting is meant, or nothing."""
    return not spoken.cues.isdisjoint(table("meetings").stems_of(word)) or any(
        form in COMMON or form in IDLE for form in (word, *bare_forms(word))
    )
