"""What was meant when the keyboard stood in the other language: the same keys, read in another layout.

Layouts are those that the platforms call Arabic (101), US, French (AZERTY) and Russian (ЙЦУКЕН). Key by key, from the
number row to the bottom row; two signs on one key (لا) stand as one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product

_US = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_AZERTY = "²azertyuiop^$qsdfghjklmùwxcvbn,;:!"
_ARABIC = ("ذ", *"ضصثقفغعهخحجد", *"شسيبلاتنمكط", *"ئءؤر", "لا", *"ىةوزظ")
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю."
_SHIFTED = {"H": "أ", "N": "آ", "Y": "إ", "G": "لأ", "T": "لإ", "B": "لآ"}
"""The hamzas of the Arabic layout, on the same keys in both Latin ones."""

_FROM_LATIN = tuple(
    dict(zip(latin, other, strict=True)) for latin in (_US, _AZERTY) for other in (_ARABIC, tuple(_RUSSIAN))
)
_TO_LATIN = tuple(
    dict(zip(other, latin, strict=True)) for other in (_ARABIC, tuple(_RUSSIAN)) for latin in (_US, _AZERTY)
)

_MOST_PAIRS = 3
_AS_TYPED = " -0123456789أآإل"


def as_other_layouts(text: str) -> Iterator[str]:
    """The texts that the keys of `text` give in the other layouts; none where a letter is on no key of a layout.

    Latin letters are read as Arabic and as Russian keys, Arabic and Russian ones as Latin, each from a US and from an
    AZERTY keyboard.
    """
    lowered = text.casefold().replace("أ", "ا").replace("إ", "ا").replace("آ", "ا")
    latin = any("a" <= letter <= "z" for letter in lowered)
    # A capital may be a hamza (N is آ), or nothing but the first letter of a name or a Caps Lock: both are read.
    typed = [_with_hamzas(text), lowered] if latin else [lowered]
    typed += [bare for asked in typed if (bare := _STOP.sub(" ", asked)) != asked]  # the stop of an initial is no ز
    seen = {lowered}
    for keys, asked in product(_FROM_LATIN if latin else _TO_LATIN, dict.fromkeys(typed)):
        # لا is one key (b), and two keys after one another (g, h): each may be either (لاشلاثقه: bagheri).
        for pairs in product((True, False), repeat=min(lowered.count("لا"), _MOST_PAIRS)):
            read = _read(asked, keys, pairs)
            if read and read not in seen:
                seen.add(read)
                yield read


_STOP = re.compile(r"(?<=\S)\.(?= )")


def _with_hamzas(text: str) -> str:
    return "".join(_SHIFTED.get(letter, letter.casefold()) for letter in text)


def _read(text: str, keys: dict[str, str], pairs: Sequence[bool]) -> str:
    letters: list[str] = []
    place = 0
    as_one_key = iter(pairs)
    while place < len(text):
        pair = text[place : place + 2]
        if len(pair) == 2 and pair in keys and next(as_one_key, True):
            letters.append(keys[pair])
            place += 2
            continue
        letter = text[place]
        place += 1
        if letter in keys:
            letters.append(keys[letter])
        elif letter in _AS_TYPED:
            letters.append(letter)
        else:
            return ""
    return "".join(letters)


_NOT_WITHIN = re.compile(r"[ةى]\w|\b[ءئؤ]|\b[ьъы]")
_VOWELS = re.compile("[aeiouyаеёиоуыэюя]")
_FEWEST_VOWELS = 0.2


def is_pronounceable(text: str) -> bool:
    """Whether what other keys gave could be words of its script at all: a name is, a name of the wrong keyboard is not.

    ة and ى end an Arabic word, ئ and ؤ begin none; ь and ъ begin none in Cyrillic; and a name has vowels.
    """
    lowered = text.casefold()
    if _NOT_WITHIN.search(lowered):
        return False
    letters = sum(map(str.isalpha, lowered))
    arabic = any("\u0620" <= letter <= "\u064a" for letter in lowered)
    return arabic or len(_VOWELS.findall(lowered)) >= _FEWEST_VOWELS * letters
