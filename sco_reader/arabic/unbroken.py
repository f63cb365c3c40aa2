"""Which words stay together where a line ends? Those of a date, a separator with the word before it, a Chinese name.

For painting alone: what is copied, printed, stored or found has plain spaces.
"""

import re
from functools import lru_cache

from sco_reader.arabic.wording import month_names

NO_BREAK, JOINER = "\u00a0", "\u2060"

_MONTHS = {name.replace(" ", NO_BREAK) for name in month_names()}
_OF_TWO_WORDS = tuple((name, name.replace(" ", NO_BREAK)) for name in month_names() if " " in name)

# A month is looked up, not matched: a hundred names in one pattern take 10 ms to compile, before the first frame.
_WORDS = "[^\\W\\d_](?:[^\\W\\d_]|[\u00a0-])*"
_DIGIT = "[0-9\u0660-\u0669]"
_BEFORE_MONTH = re.compile(f"(?<={_DIGIT}) (?=({_WORDS}))")
_BEFORE_YEAR = re.compile(f"({_WORDS}) (?={_DIGIT}{{4}}(?!\\w))")
_BEFORE_ERA = re.compile(f"(?<={_DIGIT}{{4}}) (?=(?:هـ|AH)(?!\\w))")
_BETWEEN_DAYS = re.compile(f"(?<={_DIGIT}) (?=(?:و|إلى ){_DIGIT}{{1,2}}\u00a0)")
_BEFORE_DAY = re.compile(f"(?<=(?<!\\w)من) (?={_DIGIT}{{1,2}}\u00a0)|(?<=إلى) (?={_DIGIT}{{1,2}}\u00a0)")

_SEPARATOR = re.compile(" +(?=[·–](?: |$))")

_HAN = "\u3400-\u9fff"
_LONGEST_NAME = 16


@lru_cache(maxsize=1)
def _name() -> re.Pattern[str]:
    """Letters of a short run between other things; 6 ms to compile, so not before the first frame."""
    letter, neighbour = f"[{_HAN}]", f"[{_HAN}\u3000-\u303f\uff00-\uffef]"
    return re.compile(f"(?<!{neighbour}){letter}[{_HAN}·-]{{0,{_LONGEST_NAME - 2}}}{letter}(?!{neighbour})")


@lru_cache(maxsize=8192)
def unbroken(text: str) -> str:
    """`text` as a line may break it; the very same string where nothing in it has to stay together."""
    if text.isascii() and not any(map(str.isdigit, text)):
        return text
    shown = _SEPARATOR.sub(lambda found: NO_BREAK * len(found[0]), whole_dates(text))
    if max(shown) >= _HAN[0]:
        shown = _name().sub(lambda found: JOINER.join(found[0]), shown)
    return text if shown == text else shown


def whole_dates(text: str) -> str:
    """`text` with no-break spaces within its dates, and nowhere else."""
    for name, whole in _OF_TWO_WORDS:
        text = text.replace(name, whole)
    text = _BEFORE_MONTH.sub(lambda found: NO_BREAK if found[1] in _MONTHS else " ", text)
    text = _BEFORE_YEAR.sub(lambda found: found[1] + (NO_BREAK if found[1] in _MONTHS else " "), text)
    for gap in (_BEFORE_ERA, _BETWEEN_DAYS, _BEFORE_DAY):
        text = gap.sub(NO_BREAK, text)
    return text


def pieces(shown: str) -> list[str]:
    """The parts of an unbroken text that stay together, each with the word before and after it."""
    return [piece for piece in re.split("[ \n\u2028]", shown) if NO_BREAK in piece or JOINER in piece]
