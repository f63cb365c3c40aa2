"""What parts does a name have that can be typed alone, and which words of a query tell one name from another?"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from sco_reader.arabic.fold import words_of
from sco_reader.matching import script
from sco_reader.summitwords import IDLE

ARTICLE = "ال"
_FOR_THE = "لل"

_CLITIC, _CASE, _ENDING = 0.985, 0.96, 0.92
_NUMBERED = re.compile(r"^(\d+)[^\W\d]{1,6}$")
_PATRONYMIC = re.compile("(?:ovich|evich|ovna|evna|ович|евич|овна|евна|оглу|кызы)$")


@lru_cache(maxsize=8192)
def parts_of(folded: str) -> Mapping[str, int]:
    """Whatever of a spelling can be typed alone, with the number of its words: words, neighbours, the whole."""
    words = folded.split()
    parts = dict.fromkeys(words_of(folded), 1) | dict.fromkeys(words, 1)
    parts |= {first + second: 2 for first, second in pairwise(words)}
    parts[folded.replace(" ", "")] = len(words)
    for part, count in list(parts.items()):
        if part.startswith(ARTICLE) and len(part) > len(ARTICLE) + 1:
            parts.setdefault(part.removeprefix(ARTICLE), count)
        elif part.startswith(_FOR_THE) and len(part) > len(_FOR_THE) + 1 and count == 1:
            parts.setdefault(part.removeprefix(_FOR_THE), count)
    return parts


def telling(folded: str) -> list[str]:
    """The words of a query that tell one name from another: without grammar, without initials (А. У. Мамин) and
    patronymics beside other names, numbers without their ending (24th, 25e, 24'üncü). Chinese goes by character.
    """
    words = [_NUMBERED.sub(r"\1", word) for word in words_of(folded)]
    kept = [word for word in words if word not in IDLE and (len(word) > 1 or word >= "\u3400" or word.isdigit())]
    names = [word for word in kept if not _PATRONYMIC.search(word)]
    return (names if len(names) > 1 else kept) or words


def stripped(word: str, form: str) -> float:
    """How sure it is that `word` is `form` with something glued on: Arabic clitics and Slavic cases are known lists."""
    if form == word:
        return 1.0
    if is_arabic(word):
        return _CLITIC
    if script(word) == script("а") and len(form) >= len(word) - 1:
        return _CASE
    gone = max(len(word) - len(form), 0)
    return _ENDING - 0.04 * gone + 0.04 * (len(form) > 5)


def is_arabic(word: str) -> bool:
    return script(word) == script("ا")


def in_step(asked: Sequence[str], named: Sequence[str]) -> int:
    """How many words two names share from their first on: محمد بن سلمان, of محمد بن سلمان بن عبد العزيز آل سعود."""
    return next((count for count, pair in enumerate(zip(asked, named, strict=False)) if pair[0] != pair[1]),
                min(len(asked), len(named)))  # fmt: skip
