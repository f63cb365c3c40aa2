"""How do scripts beyond Arabic, Latin and Cyrillic write a foreign name? `romanised` puts it in Latin letters as it is
read, with the habits of each script undone: kana set a vowel after every consonant, Tamil has one letter for k, g and
h, Hangul none for f and v, Greek writes b, d and g by two letters, Hebrew hardly any vowel.

Where a script leaves open what was meant, a capital stands: C for ch or t (チ), X for ts, s or t (ツ, a final ㅅ), J
for j or d (ジ), F for f or h (フ), W for w, v or nothing (ו, ウ before another syllable), and B D K for the Greek pairs
μπ ντ γκ, read b or mb, d or nd, g or ng.

The blocks of India share one plan (ISCII: The Unicode Standard, chapter 12), so one table reads nine scripts. Kana are
read by Hepburn, Hangul by the Revised Romanization of 2000, Greek by ISO 843, and what is left by AnyAscii.
"""

import re
import unicodedata
from functools import lru_cache

# --- India: what stands at each place of a block of 128

_INDIA = (0x0900, 0x0D80)
_ORDER = "k kh g gh ng ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h"
_CONSONANTS = dict(zip(range(0x15, 0x3A), _ORDER.split(" "), strict=True))
_VOWELS = {
    0x05: "a", 0x06: "a", 0x07: "i", 0x08: "i", 0x09: "u", 0x0A: "u", 0x0B: "ri", 0x0D: "e", 0x0E: "e", 0x0F: "e",
    0x10: "ai", 0x11: "o", 0x12: "o", 0x13: "o", 0x14: "au",
}  # fmt: skip
_SIGNS = {
    0x3E: "a", 0x3F: "i", 0x40: "i", 0x41: "u", 0x42: "u", 0x43: "ri", 0x45: "e", 0x46: "e", 0x47: "e", 0x48: "ai",
    0x49: "o", 0x4A: "o", 0x4B: "o", 0x4C: "au", 0x4D: "", 0x57: "u", 0x62: "i",
}  # fmt: skip
_ANUSVARA, _CANDRABINDU, _NUKTA = 0x02, 0x01, 0x3C
_WITH_NUKTA = {"k": "q", "j": "z", "ph": "f", "p": "f", "d": "r", "dh": "r", "s": "sh", "y": "y", "b": "r"}
# Letters that a script has for itself: Tamil aytham makes p an f and j a z, its ச is s between vowels (Tamil
# Lexicon); Malayalam has consonants without a vowel (chillu), Bengali ৎ, Gurmukhi a nasal and a sign of doubling.
_OWN = {
    "ஃப": "ப\u0b3c", "ஃஜ": "ஜ\u0b3c", "ச": "ஸ", "ൺ": "ന്", "ൻ": "ന്", "ർ": "ര്", "ൽ": "ല്", "ൾ": "ല്", "ൿ": "ക്", "ൔ": "മ്",
    "ज्ञ": "ग्य", "জ্ঞ": "গ্য", "જ્ઞ": "ગ્ય", "ৎ": "ত্", "ੰ": "ਂ", "ੱ": "", "ৱ": "ভ", "ৰ": "র",
}  # fmt: skip
_MALAYALAM_M = re.compile("[\u0d02\u0c02](?!\\w)")  # at the end of a word the nasal of the Dravidian south is m

_SINHALA = {
    "ක": "k", "ඛ": "kh", "ග": "g", "ඝ": "gh", "ඞ": "ng", "ඟ": "ng", "ච": "ch", "ඡ": "ch", "ජ": "j", "ඣ": "jh", "ඤ": "n",
    "ඥ": "gn", "ට": "t", "ඨ": "th", "ඩ": "d", "ඪ": "dh", "ණ": "n", "ඬ": "nd", "ත": "t", "ථ": "th", "ද": "d", "ධ": "dh",
    "න": "n", "ඳ": "nd", "ප": "p", "ඵ": "ph", "බ": "b", "භ": "bh", "ම": "m", "ඹ": "mb", "ය": "y", "ර": "r", "ල": "l",
    "ව": "v", "ශ": "sh", "ෂ": "sh", "ස": "s", "හ": "h", "ළ": "l", "ෆ": "f",
    "අ": "a", "ආ": "a", "ඇ": "e", "ඈ": "e", "ඉ": "i", "ඊ": "i", "උ": "u", "ඌ": "u", "එ": "e", "ඒ": "e", "ඓ": "ai",
    "ඔ": "o", "ඕ": "o", "ඖ": "au", "ං": "ng", "\u0dca": "", "ා": "a", "ැ": "e", "ෑ": "e", "ි": "i", "ී": "i",
    "ු": "u", "ූ": "u", "ෘ": "ri", "ෙ": "e", "ේ": "e", "ෛ": "ai", "ො": "o", "ෝ": "o", "ෞ": "au",
}  # fmt: skip

# --- Japan and Korea

_SYLLABLES = """
ア:a イ:i ウ:u エ:e オ:o カ:ka キ:ki ク:ku ケ:ke コ:ko ガ:ga ギ:gi グ:gu ゲ:ge ゴ:go サ:sa シ:shi ス:su セ:se ソ:so
ザ:za ジ:Ji ズ:zu ゼ:ze ゾ:zo タ:ta チ:Ci ツ:Xu テ:te ト:to ダ:da ヂ:Ji ヅ:zu デ:de ド:do ナ:na ニ:ni ヌ:nu ネ:ne ノ:no
ハ:ha ヒ:hi フ:Fu ヘ:he ホ:ho バ:ba ビ:bi ブ:bu ベ:be ボ:bo パ:pa ピ:pi プ:pu ペ:pe ポ:po マ:ma ミ:mi ム:mu メ:me モ:mo
ヤ:ya ユ:yu ヨ:yo ラ:ra リ:ri ル:ru レ:re ロ:ro ワ:wa ヲ:o ン:n ヴ:vu ヷ:va
"""
_KANA = dict(pair.split(":") for pair in _SYLLABLES.split())
_SMALL = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ャ": "ya", "ュ": "yu", "ョ": "yo", "ヮ": "wa"}
_BEFORE_SMALL = {"Ci": "ch", "Xu": "ts", "Fu": "f", "u": "w", "shi": "sh", "Ji": "j"}
_PALATAL = ("shi", "Ji", "Ci")
_KANA_SILENT = "ッー・゛゜"
_HIRAGANA = {chr(letter - 0x60): chr(letter) for letter in range(0x30A1, 0x30F7)}

# A syllable of Hangul is a consonant, a vowel and perhaps a consonant, numbered in this order (chapter 3.12).
_LEADS_ORDER = "g k n d t r m b p s s - j j ch k t p h"
_MIDDLES_ORDER = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"
_TAILS_ORDER = "- k k k n n n t l k m l l l p l m p p X X ng X X k t p h"
_LEADS, _MIDDLES, _TAILS = _LEADS_ORDER.split(" "), _MIDDLES_ORDER.split(" "), _TAILS_ORDER.split(" ")

# --- Greek and Hebrew

_GREEK = {
    "ντζ": "j", "τζ": "j", "τσ": "ch", "ου": "u", "αι": "e", "ει": "i", "οι": "i", "αυ": "av", "ευ": "ev", "μπ": "B",
    "ντ": "D", "γκ": "K", "γγ": "K", "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "t",
    "ι": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "ks", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s",
    "τ": "t", "υ": "i", "φ": "f", "χ": "kh", "ψ": "ps", "ω": "o",
}  # fmt: skip
_HEBREW = {
    "ג'": "j", "ז'": "zh", "צ'": "ch", "ץ'": "ch", "ת'": "t", "ח'": "kh", "ד'": "d", "וו": "v", "א": "a", "ב": "b",
    "ג": "g", "ד": "d", "ה": "h", "ו": "W", "ז": "z", "ח": "kh", "ט": "t", "י": "i", "כ": "k", "ך": "k", "ל": "l",
    "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "f", "ף": "f", "צ": "ts", "ץ": "ts", "ק": "k",
    "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
_PIECES = {
    table: re.compile("|".join(sorted(map(re.escape, letters), key=len, reverse=True)))
    for table, letters in (("greek", _GREEK), ("hebrew", _HEBREW))
}
_VOWEL_FIRST = re.compile(
    "([\u0e40-\u0e44\u0ec0-\u0ec4])([\u0e01-\u0e2e\u0e81-\u0eae])"
)  # Thai and Lao write it before
_NOT_LATIN = re.compile("[^a-zA-Z]+")


def is_other(text: str) -> bool:
    """True where `text` has letters that are neither Latin, Cyrillic nor Arabic, nor Chinese characters."""
    return _OTHER.search(text) is not None


_OTHER = re.compile(
    "[\u0370-\u03ff\u1f00-\u1fff\u0530-\u05ff\u0700-\u074f\u0780-\u18af\u2d00-\u2d2f\u3041-\u3096\u30a1-\u30fa"
    "\ua980-\uaadf\uac00-\ud7a3]"
)


def is_alphabet(text: str) -> bool:
    """True where every letter of `text` is Greek, Armenian or Georgian, which write vowels as they do consonants."""
    return all(_ALPHABET.match(sign) for sign in text if _OTHER.match(sign))


_ALPHABET = re.compile("[\u0370-\u03ff\u1f00-\u1fff\u0530-\u058f\u10a0-\u10ff]")


@lru_cache(maxsize=4096)
def romanised(word: str) -> str:
    """One word of another script in Latin letters, as it is read."""
    word = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", word))
    letter = next((ord(sign) for sign in word if _OTHER.match(sign)), 0)
    if _INDIA[0] <= letter < _INDIA[1]:
        return _indian(word)
    if 0x0D80 <= letter < 0x0E00:
        return _sinhala(word)
    if 0x3041 <= letter <= 0x30FA:
        return _kana(word)
    if 0xAC00 <= letter <= 0xD7A3:
        return "".join(map(_syllable, word))
    if 0x0370 <= letter <= 0x03FF or 0x1F00 <= letter <= 0x1FFF:
        plain = "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
        return _by_table(plain.casefold().replace("ς", "σ"), "greek", _GREEK)
    if 0x0590 <= letter <= 0x05FF:
        return _by_table(word.replace("׳", "'").replace("’", "'").replace("`", "'"), "hebrew", _HEBREW)
    from anyascii import anyascii  # 18 ms: paid by whoever asks in a script beyond the three

    word = _VOWEL_FIRST.sub(r"\2\1", word)
    return _NOT_LATIN.sub("", str(anyascii(word)).casefold()).replace("w", "W")


def _by_table(word: str, name: str, letters: dict[str, str]) -> str:
    return "".join(letters[found] for found in _PIECES[name].findall(word))


def _indian(word: str) -> str:
    for own, plain in _OWN.items():
        word = word.replace(own, plain)
    word = _MALAYALAM_M.sub("m", word)
    read: list[str] = []
    bare = False  # a consonant whose vowel is not yet known: a, unless a sign says otherwise
    for sign in word:
        if not _INDIA[0] <= ord(sign) < _INDIA[1]:
            read.append(sign if sign.isascii() and sign.isalpha() else "")
            continue
        place = ord(sign) & 0x7F
        if place in _SIGNS:
            read.append(_SIGNS[place])
            bare = False
        elif place == _NUKTA:
            read[-1:] = [_WITH_NUKTA.get(read[-1], read[-1])] if read else []
        else:
            if bare:
                read.append("a")
            bare = place in _CONSONANTS
            read.append(_CONSONANTS.get(place) or _VOWELS.get(place) or ("n" if place == _ANUSVARA else ""))
    return "".join(read)


def _sinhala(word: str) -> str:
    return "".join(_SINHALA.get(sign, sign if sign.isascii() and sign.isalpha() else "") for sign in word)


def _kana(word: str) -> str:
    read: list[str] = []
    for sign in (_HIRAGANA.get(letter, letter) for letter in word):
        if sign in _SMALL and read:
            last, small = read.pop(), _SMALL[sign]
            read.append(_BEFORE_SMALL.get(last, last[:-1]) + (small[-1] if last in _PALATAL else small))
        elif sign not in _KANA_SILENT:
            read.append(_KANA.get(sign, sign if sign.isascii() and sign.isalpha() else ""))
    if len(read) > 1 and read[0] == "u":
        read[0] = "Wu"  # ウラジーミル: Vladimir
    return "".join(read)


def _syllable(sign: str) -> str:
    number = ord(sign) - 0xAC00
    if not 0 <= number < 11172:
        return sign if sign.isascii() and sign.isalpha() else ""
    lead, middle, tail = number // 588, number % 588 // 28, number % 28
    return f"{_LEADS[lead]}{_MIDDLES[middle]}{_TAILS[tail]}".replace("-", "")
