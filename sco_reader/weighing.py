"""How much of a query does a spelling meet, and how much of the spelling was asked for?"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from sco_reader.arabic.fold import words_of
from sco_reader.likeness import Related
from sco_reader.matching import kind_rank, word_score
from sco_reader.queryparts import in_step, parts_of
from sco_reader.search import Hit, Spelling
from sco_reader.spellings import ADJECTIVES

_SHARED, _SURE = 0.7, 0.85
_LEAST, _LEAST_BY_SURNAME = 0.3, 0.22  # سوماناهالي مالاياه كريشنا
_WITHIN = 0.76
SCATTERED, OF_CHARACTERS = 0.66, 0.85


def in_order(characters: Sequence[str], folded: str) -> bool:
    """True where `folded` begins as they do and has all in this order: 沙特王国, not 沙特国王, of 沙特阿拉伯王国."""
    rest = iter(folded)
    return folded[:1] == characters[0][:1] and all(character in rest for each in characters for character in each)


def scattered(characters: Sequence[str], spelling: Spelling) -> bool:
    """True where a person's name has these characters, but not as one run: 阿斯洛夫 in 阿里汗·斯迈洛夫."""
    return spelling.kind == "person" and "".join(characters) not in spelling.joined


def of_characters(score: float, spelling: Spelling, characters: Sequence[str]) -> float:
    """A share of Chinese characters: 卡纳尔 has two in common with half the names of Asia; 新中国 holds 中国 whole."""
    asked, name = "".join(characters), spelling.joined
    short = spelling.kind == "organisation" and name[0] == asked[0] and in_order([name], asked)  # 东南亚国家联盟: 东盟
    if len(name) > 1 and spelling.kind != "person" and (short or name in asked):
        return max(OF_CHARACTERS * score, _WITHIN)
    return score * (SCATTERED if scattered(characters, spelling) else OF_CHARACTERS)


def far(spelling: Spelling) -> float:
    """Less than 1 for names in 80 languages and their adjectives: something among them always sounds alike."""
    return 0.93 if spelling.form in ("abroad", *ADJECTIVES) else 1.0


def best_of(found: Mapping[str, tuple[float, str]], there: Mapping[str, int]) -> tuple[float, str, str]:
    """Of the related words those that stand there: the best, with its quality and reason."""
    return max(((*found[word], word) for word in found if word in there), default=(0.0, "", ""))


def words_score(spelling: Spelling, asked: int) -> float:
    count = len(words_of(spelling.folded))
    return word_score(min(asked, count), count, spelling.weight, spelling.form)


def share_score(spelling: Spelling, words: Sequence[tuple[str, Related]], letters: int, last: str) -> float:
    """For a spelling that meets some words of a query (of so many letters, ending in `last`): the more the better."""
    there = parts_of(spelling.folded)
    met = [(len(word) * best[0], best[2]) for word, found in words if (best := best_of(found, there))[0] > _SHARED]
    asked_share = sum(length for length, _ in met) / letters
    sure, _, ending = best_of(words[-1][1], there)
    surname = words[-1][0] == last and sure > _SURE and spelling.folded.endswith(" " + ending)
    if asked_share < (_LEAST_BY_SURNAME if surname else _LEAST):
        return 0.0
    count = len(spelling.folded.split())
    named_share = min(len({word for _, word in met}) / count, 1.0) if count > 1 else 0.5
    # A short name at the head of its long form (محمد بن سلمان بن عبد العزيز آل سعود) is that name.
    heads = in_step([best_of(found, there)[2] for _, found in words], spelling.folded.split())
    # Names end in what tells them apart: Khadga Prasad Oli is K. P. Sharma Oli, not Girija Prasad Koirala.
    ends = count > 1 and spelling.folded.endswith(" " + last) and heads < 2
    return 0.85 * (0.5 * asked_share + 0.5 * named_share) + 0.1 * heads * (heads > 1) + 0.15 * ends


_OF_YEAR = re.compile("([0-9]{4})[a-z]?$")
_HAIR = 1e-9  # 0.985 is held as a little less, and would stand no higher than 0.975


def rank(hit: Hit, on: date | None) -> tuple[float, int, int, str]:
    """The order of what was found, on the day of the offices: the surest first, then whom one most likely means."""
    # Of meetings in one city, and of documents, the one of the as-of year first: their ids end in the year. Of
    # meetings alike that of heads of state.
    year = _OF_YEAR.search(hit.id) if hit.kind in ("meeting", "document") else None
    away = abs(int(year[1]) - (on or date.max).year) if year else 0
    return (-round(hit.score + _HAIR, 2), kind_rank(hit.kind), away + 10_000 * hit.id.startswith("hgc"), hit.id)
