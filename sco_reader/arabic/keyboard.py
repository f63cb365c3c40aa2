"""What was meant when the keyboard stood in the other language: the same keys, read in another layout.

Layouts are those that the platforms call Arabic (101), US, French (AZERTY) and Russian (ЙЦУКЕН). Key by key, from the
number row to the bottom row; two signs on one key (لا) stand as one.
"""

from collections.abc import Iterator

_US = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_AZERTY = "²azertyuiop^$qsdfghjklmùwxcvbn,;:!"
_ARABIC = ("ذ", *"ضصثقفغعهخحجد", *"شسيبلاتنمكط", *"ئءؤر", "لا", *"ىةوزظ")
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю."

_FROM_LATIN = tuple(
    dict(zip(latin, other, strict=True)) for latin in (_US, _AZERTY) for other in (_ARABIC, tuple(_RUSSIAN))
)
_TO_LATIN = tuple(
    dict(zip(other, latin, strict=True)) for other in (_ARABIC, tuple(_RUSSIAN)) for latin in (_US, _AZERTY)
)


def as_other_layouts(text: str) -> Iterator[str]:
    """The texts that the keys of `text` give in the other layouts; none where a letter is on no key of a layout.

    Latin letters are read as Arabic and as Russian keys, Arabic and Russian ones as Latin, each from a US and from an
    AZERTY keyboard.
    """
    lowered = text.casefold().replace("أ", "ا").replace("إ", "ا").replace("آ", "ا")
    latin = any("a" <= letter <= "z" for letter in lowered)
    seen = {lowered}
    for keys in _FROM_LATIN if latin else _TO_LATIN:
        # لا is one key (b), and two keys after one another (g, h): both are read.
        for pairs in (True, False) if "لا" in lowered else (True,):
            read = _read(lowered, keys, pairs=pairs)
            if read and read not in seen:
                seen.add(read)
                yield read


def _read(text: str, keys: dict[str, str], *, pairs: bool) -> str:
    letters: list[str] = []
    place = 0
    while place < len(text):
        pair = text[place : place + 2]
        if pairs and pair in keys and len(pair) == 2:
            letters.append(keys[pair])
            place += 2
            continue
        letter = text[place]
        place += 1
        if letter in keys:
            letters.append(keys[letter])
        elif letter in " -0123456789":
            letters.append(letter)
        else:
            return ""
    return "".join(letters)
