"""One form for every spelling: what is indexed and what is asked are folded by this one function.

FTS5 breaks words at Arabic vowel marks, and the press writes one name in a dozen ways; so text is folded before it
meets the index. The text itself never changes: folding serves finding alone.
"""

import re
import unicodedata

# Alef and hamza: the press drops and adds the hamza freely (Lucene, ArabicNormalizer: alef forms to bare alef).
# Teh marbuta and heh, alef maksura and yeh: typed for one another (ArabicNormalizer). Persian and Urdu letters: the
# press writes them with the nearest Arabic one (چ as تش or ج is sound, and left to `sound`).
_LETTERS = str.maketrans({
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ؤ": "و", "ئ": "ي", "ء": "", "ى": "ي", "ی": "ي", "ے": "ي", "ې": "ي", "ۍ": "ي",
    "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ه",
    "ک": "ك", "ڪ": "ك", "گ": "ك", "ڭ": "ك", "ڤ": "ف", "ڨ": "ق", "پ": "ب", "چ": "ج", "ژ": "ز", "ۋ": "و", "ں": "ن",
    "ـ": "", "ٴ": "",
    # Cyrillic letters of Kazakh, Kyrgyz, Tajik and Uzbek as the Russian press prints them (GOST practice), and ё.
    "ё": "е", "ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "и", "ҳ": "х",
    "ҷ": "ч", "ӣ": "и", "ӯ": "у", "ў": "у", "й": "и",
    # Latin letters that have no decomposition, and the Uzbek turned commas.
    "ı": "i", "ə": "a", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th",
    "ʻ": "", "ʼ": "", "‘": "", "’": "", "'": "", "`": "", "´": "",
})  # fmt: skip

_BREAKS = re.compile(r"[^\w]+")
_DIGITS = re.compile(r"\d")


def fold(text: str) -> str:
    """`text` as it is looked up: NFKC, lower case, without marks, variants of a letter made one, words by one space.

    Idempotent, and never longer than the NFKC form in lower case.
    """
    lowered = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))
    plain = unicodedata.normalize("NFC", plain).translate(_LETTERS)
    plain = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    if not plain.isascii():
        plain = _DIGITS.sub(lambda found: str(unicodedata.digit(found[0])), plain)
    return _BREAKS.sub(" ", plain).strip()
