"""One form for every spelling: what is indexed and what is asked are folded by this one function.

FTS5 breaks words at Arabic vowel marks, and the press writes one name in a dozen ways; so text is folded before it
meets the index. The text itself never changes: folding serves finding alone.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Any

# Arabic alef and hamza: the press drops and adds the hamza freely (as Lucene's ArabicNormalizer does for alef).
# Teh marbuta and heh, alef maksura and yeh: typed for one another (ArabicNormalizer; Egyptian print writes ى for ي).
_ARABIC = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ٵ": "ا",
    "ؤ": "و", "ٶ": "و", "ئ": "ي", "ٸ": "ي", "ء": "", "ٴ": "", "ى": "ي", "ة": "ه", "ـ": "",
}  # fmt: skip

# Letters of Persian, Urdu, Pashto, Kurdish and Uyghur: each as the Arabic letter whose shape it extends (Unicode,
# ArabicShaping.txt, "joining group"), which is what an Arabic keyboard gives instead. How a letter sounds (چ as تش,
# گ as غ) is left to `sound`.
_EXTENDED = {
    "ی": "ي", "ے": "ي", "ې": "ي", "ۍ": "ي", "ێ": "ي", "ۓ": "ي", "ۂ": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه",
    "ۃ": "ه", "ک": "ك", "ڪ": "ك", "گ": "ك", "ڭ": "ك", "ڤ": "ف", "ڨ": "ق", "پ": "ب", "چ": "ج", "څ": "ج", "ځ": "ج",
    "ژ": "ز", "ږ": "ز", "ڑ": "ر", "ړ": "ر", "ڕ": "ر", "ٹ": "ت", "ټ": "ت", "ڈ": "د", "ډ": "د", "ښ": "س", "ں": "ن",
    "ڼ": "ن", "ڵ": "ل", "ۋ": "و", "ۇ": "و", "ۆ": "و", "ۈ": "و", "ۉ": "و", "ۅ": "و",
}  # fmt: skip

# Kazakh, Kyrgyz, Tajik, Uzbek and Mongolian letters as the Russian press prints the same name (Тоқаев, Токаев); ё as е
# is the practice of Russian print (rules of 1956, § 10).
_CYRILLIC = {
    "ё": "е", "ә": "а", "ғ": "г", "ґ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "и",
    "ї": "и", "є": "е", "ҳ": "х", "ҷ": "ч", "ӣ": "и", "ӯ": "у", "ў": "у", "й": "и", "ӑ": "а", "ӗ": "е",
}  # fmt: skip

# Latin letters without a decomposition (Unicode, chapter 7.1), one letter for one so that no word grows; and the
# apostrophes of Uzbek, Hawaiian and English.
_LATIN = {
    "ı": "i", "ə": "a", "ø": "o", "ł": "l", "æ": "a", "œ": "o", "đ": "d", "ð": "d", "þ": "t",
    "ʻ": "", "ʼ": "", "ʽ": "", "ʿ": "", "ʾ": "", "‘": "", "’": "", "'": "", "`": "", "´": "", "ʹ": "",
}  # fmt: skip

# Northern India: the two signs of the nasal, and i and u short and long, are written one for the other (पुतिन, पुतीन).
_INDIAN = {
    "\u0901": "\u0902", "\u0981": "\u0982", "ई": "इ", "ऊ": "उ", "\u0940": "\u093f", "\u0942": "\u0941",
    "ঈ": "ই", "ঊ": "উ", "\u09c0": "\u09bf", "\u09c2": "\u09c1", "\u0a40": "\u0a3f", "\u0a42": "\u0a41",
    "\u0ac0": "\u0abf", "\u0ac2": "\u0ac1",
}  # fmt: skip

_LETTERS = str.maketrans({**_ARABIC, **_EXTENDED, **_CYRILLIC, **_LATIN, **_INDIAN})

_DROPPED = ("Mn", "Mc", "Me", "Cf")
# Marks that are letters of their script: the vowel signs of India, Burma, Thailand, Laos and Cambodia (The Unicode
# Standard, chapters 12 and 16), and the voicing of kana (バ and パ are no more ハ than b and p are h). But not the
# nukta, which the press drops and adds as Arabic print does the hamza (नज़रबायेव, नजरबायेव).
_SIGNS = (
    "\u0900-\u093b\u093d-\u0963\u0970-\u09bb\u09bd-\u0a3b\u0a3d-\u0abb\u0abd-\u0b3b\u0b3d-\u0cbb\u0cbd-\u0df3\u0e30-\u0e4e"
    "\u0eb0-\u0ecd\u102b-\u103e\u1056-\u1059\u17b6-\u17d3\u3099\u309a"
)
_SPOKEN = re.compile(f"[{_SIGNS}]")
_BREAKS = re.compile(r"[^\w]+|_+")
_BREAKS_BETWEEN_SIGNS = re.compile(rf"[^\w{_SIGNS}]+|_+")
_DIGITS = re.compile(r"\d")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


def fold(text: str) -> str:
    """`text` as it is looked up: NFKC, lower case, without marks, variants of a letter made one, words by one space.

    NFKC (UAX #15) turns presentation forms into letters; case folds by CaseFolding.txt; marks and invisible
    characters (Cf, which holds the bidirectional controls and the joiners) go; traditional Chinese characters become
    simplified. Idempotent, and never longer than the NFKC form in lower case.
    """
    if text.isascii():  # the common keystroke: no rule beyond lower case and word breaks applies
        return _BREAKS.sub(" ", text.replace("'", "").replace("`", "").lower()).strip()
    lowered = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    parts = unicodedata.normalize("NFD", lowered)
    plain = "".join(c for c in parts if unicodedata.category(c) not in _DROPPED or _SPOKEN.match(c))
    plain = unicodedata.normalize("NFC", plain).translate(_LETTERS)
    plain = _DIGITS.sub(_western, plain)
    if _HAN.search(plain):
        plain = _HAN.sub(_simplified, plain)
    return (_BREAKS_BETWEEN_SIGNS if _SPOKEN.search(plain) else _BREAKS).sub(" ", plain).strip()


def words_of(folded: str) -> list[str]:
    """The words of folded text; Chinese, which puts no spaces, by character."""
    if folded.isascii() or not _HAN.search(folded):
        return folded.split()
    return _HAN.sub(lambda character: f" {character[0]} ", folded).split()


def _western(digit: re.Match[str]) -> str:
    return str(unicodedata.digit(digit[0]))


def _simplified(character: re.Match[str]) -> str:
    return _simplify(character[0])


@lru_cache(maxsize=4096)
def _simplify(character: str) -> str:
    """The simplified form of one Chinese character, by OpenCC's table of single characters."""
    found: str = _opencc().convert(_opencc().convert(character))  # twice: 薴 goes to 苎 by way of 苧
    return found if len(found) == 1 else character


@lru_cache(maxsize=1)
def _opencc() -> Any:
    from opencc import OpenCC  # 20 ms: paid by whoever asks in Chinese

    return OpenCC("t2s")
