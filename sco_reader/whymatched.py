"""Why does a line of the look-up answer what was typed? The reason in one word of the catalogue, where there is one."""

import unicodedata
from collections.abc import Iterator

from sco_reader.matching import script
from sco_reader.search import Hit
from sco_reader.words import Lang

_BY_READING = ("former", "abroad", "adjective", "role", "capital", "keyboard", "clitic", "sound", "slip")
_LETTERS: dict[str, dict[int, str]] = {
    "hamza": str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ء": ""}),
    "teh": str.maketrans({"ة": "ه"}),
    "yeh": str.maketrans({"ى": "ي", "ی": "ي"}),
}
_LATIN, _ARABIC = 0, 6


def reason(query: str, hit: Hit, lang: Lang) -> str:
    """The key of a reason ("why-hamza"), or "" where the spelling that matched stands there as typed.

    First by which reading it was found (another layout of the keyboard, a former name …); of a plain spelling, which
    letters differ: vowel marks, hamza, ة and ه, ى and ي; or that it is written in another script than `lang`.
    """
    if hit.why in _BY_READING:
        return f"why-{hit.why}"
    typed, matched = _plain(query), _plain(hit.matched)
    if not any(_agree(typed, matched)):
        typed, matched = _without_marks(typed), _without_marks(matched)
        if any(_agree(typed, matched)):
            return "why-marks"
        for key, letters in _LETTERS.items():
            typed, matched = typed.translate(letters), matched.translate(letters)
            if any(_agree(typed, matched)):
                return f"why-{key}"
    if matched and script(matched) != (_ARABIC if lang == "ar" else _LATIN):
        return "why-script"
    return ""


def _agree(typed: str, matched: str) -> Iterator[bool]:
    yield matched.startswith(typed)
    yield f" {typed}" in matched


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _without_marks(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c) != "Mn" and c != "ـ")
