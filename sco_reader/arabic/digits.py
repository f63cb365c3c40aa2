"""Which digits stand in Arabic text: `2024` or `٢٠٢٤`, with the separators that belong to them.

Separators are those of CLDR for the numbering system `arab`: ٬ between thousands, ٫ before decimals. What belongs to
another script keeps its digits: a Latin name or code, an address, and a day as one types it (`2024-07-04`).
"""

import re

from sco_reader.arabic.bidi import FSI, LRI, PDI
from sco_reader.arabic.wording import Digits

_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_WESTERN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]")
_LETTER = re.compile(r"[^\W\d_]")
_FRAGMENT = re.compile(f"[{FSI}{LRI}][^{PDI}]*{PDI}")
_WORD = re.compile(r"\S+")
_TYPED = re.compile(r"(?<!\d)\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?(?!\d)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_DECIMAL = re.compile(r"(?<![\d.])(\d{1,3})\.(\d+)(?![\d.])")


def western(text: str) -> str:
    """`text` as typed, in either digits, with Western ones."""
    return text.translate(_WESTERN_DIGITS)


def in_digits(text: str, digits: Digits) -> str:
    """`text` of an Arabic surface in the digits of the house; what is written in another script stays as it is."""
    if digits == "western" or not any(character in "0123456789" for character in text):
        return text
    parts, place = [], 0
    for fragment in _FRAGMENT.finditer(text):
        parts.append(_turned(text[place : fragment.start()], alone=False))
        parts.append(_turned(fragment[0], alone=True))
        place = fragment.end()
    parts.append(_turned(text[place:], alone=place == 0))
    return "".join(parts)


def _turned(text: str, *, alone: bool) -> str:
    """`alone`: the text stands for itself, so that digits among foreign letters are foreign too (`Astana 2024`)."""
    if alone and _LETTER.search(text) and not _ARABIC.search(text):
        return text
    return _WORD.sub(_word, text)


def _word(found: re.Match[str]) -> str:
    word = found[0]
    if any(not _ARABIC.match(letter) for letter in _LETTER.findall(word)) or _TYPED.search(word):
        return word
    word = _DECIMAL.sub("\\1٫\\2", _THOUSANDS.sub("٬", word))
    return word.translate(_ARABIC_DIGITS)
