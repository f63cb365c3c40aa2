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
from sco_reader.arabic.wording import Tradition, month_name, ordinal
from sco_reader.store import Connection
from sco_reader.summitwords import COMMON, IDLE, ordinals, persian_ordinals

_MEETINGS = "SELECT id, body, number, start, city, country FROM meeting ORDER BY start"

_ADOPTED = """
SELECT id FROM document WHERE meeting = :meeting
AND (kind = :kind OR (:kind = 'communique' AND id LIKE '%-communique-%')) ORDER BY id"""

_PLACES = """
SELECT DISTINCT s.joined, s.entity FROM spelling AS s
WHERE s.form != 'id' AND s.entity IN (SELECT city FROM meeting UNION SELECT country FROM meeting)
ORDER BY s.weight DESC, s.entity"""

# A word is one of these where it begins so; Chinese where it stands anywhere.
_MEETS = ("summit|sommet|cumbre|gipfel|vertice|zirve|sammit|саммит|قمه|اجلاس|نشست|همايش|اجتماع|دوره|موتمر|"
          "заседани|встреч|session|meeting|conference|сесси|отурум|мажлис|majlis|sitzung|reunion|chg|chs|"
          "峰会|会议|理事会|会晤")  # fmt: skip
# What the press says of every meeting: the regular, the coming, the jubilee one, held, joint, following.
_SAID_OF_ALL = ("annual|regular|periodic|jubilee|anniversar|юбилей|очередн|دوري|سنوي|مقبل|حالي|قادم|منعقد|الذي|عقد|بلس|"
                "plus|навбатдаги|navbatdagi|held|host|joint|following|outcome|совместн|итог|last|next|upcoming|стран|участник|"
                "final|مشترك|ختام")  # fmt: skip
_OTHERS = "foreign|defence|defense|خارجيه|دفاع|داخليه|иностранных|обороны|外长|外交|国防"
_COUNCIL, _OF_HEADS = "council|совет|مجلس|شورا|conseil", "heads|глав|روسا|chefs|سران"
_GOVERNMENTS = ("chg|government|premier|prime|правительств|премьер|حكومات|حكومه|وزراء|وزيران|نخست|hukumat|hokumet|"
                "hukumet|ministerprasident|укмот|уким|政府首脑|总理")  # fmt: skip
_FIVE = "خماسي|five|пятерк|fünf|五国"
_DECLARATIONS = "declar|اعلان|декларац|deklarat|erklarung|bildirge|beyanname|بيانيه|اعلاميه|宣言"
_COMMUNIQUES = "communiqu|بيان مشترك|البيان المشترك|коммюнике|公报"
_PAPERS = (f"{_DECLARATIONS}|{_COMMUNIQUES}|statement|communic|agreement|treaty|convention|memorand|program|plan|"
           "protocol|charter|بيان|اتفاق|معاهده|مذكره|برنامج|ميثاق|خطه|заявлени|соглашени|договор|программ|меморандум|"
           "хартия|beyan|声明|协定|条约|公约|备忘录|纲要|宪章|战略|strateg|стратег|استراتيج")  # fmt: skip

_MONTHS = """
january february march april may june july august september october november december января февраля марта апреля мая
июня июля августа сентября октября ноября декабря janvier février mars avril mai juin juillet août septembre octobre
novembre décembre ژوئن ژوئیه سپتامبر اکتبر نوامبر haziran temmuz eylül ekim kasım
"""

_YEAR = re.compile("(?:199|20[0-4])[0-9]$")
_NUMBER = re.compile("([1-4]?[0-9])[^0-9]{0,10}$")
_RUSSIAN_ADJECTIVE = re.compile("([а-я]{3,}?)(?:ин|ен)?ск(?:ая|ии|ое|ои|ую|ого)$")  # душанбинская
_HAN_NUMBER = re.compile("第([一二三四五六七八九十0-9]{1,3})")
_HAN = re.compile("[\u3400-\u9fff]")
_LONGEST_PLACE = 3
_LEAST_HEARD = 3
_LEFT_OVER = 0.07
_ANY_IN_A_STATE = 0.1
_MOST_LEFT = 3


class _Meeting(NamedTuple):
    id: str
    body: str
    number: int | None
    start: date
    city: str
    country: str | None


class _Asked(NamedTuple):
    """What a query says of a meeting; None and 0 where it says nothing."""

    body: str
    place: str
    number: int
    year: int
    left: int
    """Words that say none of it."""
    heard: bool
    """True where the place was only heard."""

    @property
    def told(self) -> bool:
        """True where it says which one."""
        return bool(self.place or self.number or self.year)


def meetings_asked_for(
    db: Connection, folded: str, words: Sequence[str], on: date | None
) -> Iterator[tuple[str, float]]:
    """Meetings that answer to all that the query says of one, best first, each with its score (0 to 1); none where it
    says too little. `on` chooses among several: the press says "the summit" for weeks before and after.
    """
    if any(_speaks_of(cues, folded, words) for cues in (_PAPERS, _OTHERS)) or not _speaks_of_a_meeting(folded, words):
        return
    asked = _read(db, folded, words)
    if asked.left > (_MOST_LEFT if asked.told else 0) or not (asked.told or (on and words[1:])):
        return
    found = _meant(db, asked, on)
    best = (0.95 if asked.told else 0.96) - _LEFT_OVER * asked.left - 0.06 * asked.heard
    if any(asked.place == meeting.country for meeting in found) and not asked.number + asked.year:
        best -= _ANY_IN_A_STATE
    for place, meeting in enumerate(found):
        yield meeting.id, best - 0.02 * place


def papers_asked_for(db: Connection, folded: str, words: Sequence[str], on: date | None) -> Iterator[tuple[str, float]]:
    """What a meeting adopted, asked for by its kind and the meeting: "the Dushanbe declaration", бишкекская декларация,
    "the communiqué of the 22nd meeting"; with scores as for meetings.
    """
    kinds = [kind for kind, cues in (("declaration", _DECLARATIONS), ("communique", _COMMUNIQUES))
             if _speaks_of(cues, folded, words)]  # fmt: skip
    if not kinds:
        return
    asked = _read(db, folded, [word for word in words if not _is(_stems(_PAPERS), word)])
    if not asked.told or asked.left:
        return
    for place, meeting in enumerate(_meant(db, asked, on)):
        for row in db.execute(_ADOPTED, {"meeting": meeting.id, "kind": kinds[0]}):
            yield row[0], 0.94 - 0.06 * asked.heard - 0.02 * place


def _meant(db: Connection, asked: _Asked, on: date | None) -> list[_Meeting]:
    """The meetings that are all that was asked for, the likeliest body first and the nearest to `on`."""
    bodies = (asked.body,) if asked.body else ("hsc", "hgc") if asked.year or asked.number else ("hsc", "hgc", "s5")
    found = [
        meeting for meeting in _known(db)
        if meeting.body in bodies
        and (not asked.place or asked.place in (meeting.city, meeting.country))
        and (not asked.number or asked.number == meeting.number)
        and (not asked.year or asked.year == meeting.start.year)
    ]  # fmt: skip
    day = on or date.max
    return sorted(found, key=lambda meeting: (bodies.index(meeting.body), abs((meeting.start - day).days)))


def _speaks_of_a_meeting(folded: str, words: Sequence[str]) -> bool:
    return any(_speaks_of(cues, folded, words) for cues in (_MEETS, _FIVE)) or (
        _speaks_of(_COUNCIL, folded, words) and _speaks_of(_OF_HEADS, folded, words)
    )


def _speaks_of(cues: str, folded: str, words: Sequence[str]) -> bool:
    """True where a word begins with one of the stems; in Chinese, where one stands anywhere."""
    stems = _stems(cues)
    return any(_is(stems, word) for word in words) or any(stem in folded for stem in stems if _HAN.match(stem))


def _read(db: Connection, folded: str, words: Sequence[str]) -> _Asked:
    body = _body(folded, words)
    year = next((int(word) for word in words if _YEAR.match(word)), 0)
    number = _han_number(folded)
    left: list[str] = []
    place = _place_in_han(db, folded) if _HAN.search(folded) else ""
    rest = [word for word in words if not _YEAR.match(word) and not _HAN.match(word)]
    while rest:
        length, found = _place_at(db, rest) if not place else (0, "")
        if found:
            place, rest = found, rest[length:]
            continue
        if _is_day(rest):
            rest = rest[1:]
            continue
        length, count = _number_at(rest)
        if count:
            number, rest = number or count, rest[length:]
            continue
        word = rest.pop(0)
        if word not in _months() and not (_is_shared(word) or _sounds_of_shanghai() & joined_sounds(word)):
            left.append(word)
    heard = 0
    if not place and left:
        place, heard = _heard_place(db, left)
    return _Asked(body, place, number, year, len(left) - heard, bool(heard))


def _body(folded: str, words: Sequence[str]) -> str:
    if _speaks_of(_FIVE, folded, words):
        return "s5"
    return "hgc" if _speaks_of(_GOVERNMENTS, folded, words) else ""


@lru_cache(maxsize=4)
def _known(db: Connection) -> tuple[_Meeting, ...]:
    rows = db.execute(_MEETINGS).fetchall()
    return tuple(_Meeting(row[0], row[1], row[2], date.fromisoformat(row[3]), row[4], row[5]) for row in rows)


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


def _place_at(db: Connection, words: Sequence[str]) -> tuple[int, str]:
    """A place at the head of `words`: how many of them name it, and its id. Shanghai alone names the organisation."""
    places = _places(db)
    for length in range(min(_LONGEST_PLACE, len(words)), 0, -1):
        run = words[:length]
        if length == 1 and _is_shared(run[0]):
            continue
        for first in (run[0], *bare_forms(run[0])):
            for last in (run[-1], *bare_forms(run[-1])) if length > 1 else ("",):
                if found := places.get(first + "".join(run[1:-1]) + last):
                    return length, found
    adjective = None if _is_shared(words[0]) else _RUSSIAN_ADJECTIVE.match(words[0])
    if adjective:
        return 1, next((place for name, place in places.items() if name.startswith(adjective[1])), "")
    return 0, ""


def _is_day(words: Sequence[str]) -> bool:
    """True where a number at the head of `words` is the day of a month: 13 و 14 يوليو."""
    after = next((word for word in words if not word.isdigit()), "")
    return words[0].isdigit() and after in _months()


@lru_cache(maxsize=1)
def _months() -> frozenset[str]:
    houses: tuple[Tradition, ...] = ("egypt", "levant", "maghreb")
    names = {month_name(month, "ar", house) for month in range(1, 13) for house in houses}
    return frozenset(fold(name).split()[0] for name in (*names, *_MONTHS.split()))


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
    if found[1].isdigit():
        return int(found[1])
    tens, ten, units = found[1].rpartition("十")
    digits = "零一二三四五六七八九"
    return 10 * (digits.find(tens) if tens else 1) * bool(ten) + max(digits.find(units), 0) * bool(units)


@lru_cache(maxsize=1)
def _ordinals() -> Mapping[str, int]:
    """Ordinals as one folded word, in Arabic, English, Russian and Persian: "the twenty-fourth", الرابعة والعشرون."""
    found: dict[str, int] = {}
    for number in range(1, 30):
        nominative = (ordinal(number, "ar", "f"), ordinal(number, "ar", "m"))
        arabic = [form for said in nominative for form in (said, said.replace("ون", "ين"))]
        for text in (*arabic, *ordinals(number), *persian_ordinals(number)):
            if not _HAN.search(text):
                words = fold(text).split()
                for joined in ("".join(words), "".join(word for word in words if word not in IDLE)):
                    found.setdefault(joined, number)
                    found.setdefault(joined.removeprefix("ال"), number)
    return found


def _is_shared(word: str) -> bool:
    forms = (word, *bare_forms(word))
    return any(form in COMMON or form in IDLE for form in forms) or any(
        _is(_stems(cues), word) for cues in (_MEETS, _GOVERNMENTS, _FIVE, _SAID_OF_ALL)
    )


def _is(cues: tuple[str, ...], word: str) -> bool:
    return word.startswith(cues) or any(form.startswith(cues) for form in bare_forms(word))


@lru_cache(maxsize=16)
def _stems(cues: str) -> tuple[str, ...]:
    # Chinese stands there simplified: folding it would load the table of traditional characters for nothing.
    return tuple(stem if _HAN.match(stem) else fold(stem) for stem in cues.split("|"))
