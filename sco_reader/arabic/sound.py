"""How a name sounds, by its consonants, in one alphabet for Arabic, Latin, Cyrillic and every other spelling.

Tokayev, Tokaev, Токаев, توكاييف and توقايف share one skeleton; so do Xi, شي and Си. It is a key for finding, never
shown. A letter that is read in several ways (ج in Cairo and in Beirut, Latin x in Xi and in Alexander, zh in Zhang
and in Zhomart) gives a word several skeletons; two words sound alike when they share one.

Signs: f for b p f v w and ب ف; k for g k q and غ ق ك; s, z, d, t for each with its emphatic letter; S for sh and ch;
J for j and zh; h for h and kh; l m n r. Vowels, y, و and ي are not heard: Arabic writes only some of them. A velar
after n (ng, نغ, نج, нг) is not heard either: the press writes بينغ, بينج, بين for one syllable.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from sco_reader.arabic.fold import fold

# Letters that folding makes alike though they sound apart: spelt out first. Turkish and Azerbaijani ç ş ğ c, Slavic
# č š ž, Serbian đ ђ, Czech ť (the j of pinyin: Si Đinping, Си Ђинпинг, Si Ťin-pching), Tajik ҷ, Kazakh ң, Persian چ ژ گ
# پ and Urdu ڑ, Hindi श ष.
_SPELT = str.maketrans({
    "ş": "sh", "ș": "sh", "š": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ž": "zh", "ğ": "", "ǧ": "g", "ţ": "ts",
    "श": "sh", "ष": "sh", "ñ": "n", "ҷ": "дж", "ң": "нг", "ӡ": "дз", "џ": "дж", "ђ": "дж", "đ": "dj", "ť": "dj",
    "چ": "تش", "ژ": "ج", "ڨ": "ق", "گ": "غ",
    # Kazakh and Uyghur in Arabic letters write vowels: ە is e, ۆ and ۋ are v.
    "ە": "", "ۆ": "ف", "ڭ": "ن",
})  # fmt: skip

# What is written, longest first, and how it may be heard, the likeliest first.
_HEARD: dict[str, tuple[str, ...]] = {
    # Latin: English, French and German transcriptions, pinyin, Turkish and Uzbek spelling
    "ngh": ("nh", "n"), "shch": ("S",), "tsch": ("S",), "dsch": ("J",), "dzh": ("J",), "sch": ("S",),
    "tch": ("S", "t"), "tsh": ("S",),
    "sh": ("S",), "ch": ("S", "h"), "zh": ("J", "S"), "dj": ("J",), "kh": ("h",), "gh": ("k",), "ph": ("f",),
    # Hungarian, and Chinese as Hungarian, Czech and Slovak print it: Hszi Csin-ping, Si Ťin-pching, Tchien-ťin
    "hsz": ("S",), "dzs": ("J",), "zs": ("J",), "cs": ("S", "J"), "sz": ("s", "S"), "gy": ("k", "d"), "pch": ("f",),
    "kch": ("k",), "chch": ("S",),
    "th": ("t", "s"), "dh": ("d", "z"), "ts": ("s",), "tz": ("s",), "ck": ("k",), "ks": ("ks",), "x": ("ks", "S", "h"),
    "ce": ("s", "J"), "ci": ("s", "J"), "cy": ("s",), "c": ("k", "J"), "ge": ("k", "J"), "gi": ("k", "J"),
    "b": ("f",), "p": ("f",), "f": ("f",), "v": ("f",), "w": ("", "f"), "k": ("k",), "g": ("k",), "q": ("k",),
    "d": ("d",), "t": ("t",), "z": ("z", "s"), "s": ("s",), "j": ("J", ""), "l": ("l",), "m": ("m",), "n": ("n",),
    "r": ("r",), "h": ("h", ""),
    # Arabic: ج is g in Cairo and j elsewhere; ذ ظ ض ث by Persian and Urdu reading too
    "تش": ("S",), "دج": ("J",), "تس": ("s",), "ب": ("f",), "ف": ("f",), "ك": ("k",), "ق": ("k",), "غ": ("k",),
    "ج": ("J", "k"), "د": ("d",), "ض": ("d", "z"), "ت": ("t",), "ط": ("t",), "ز": ("z",), "ذ": ("z", "d"), "ظ": ("z",),
    "س": ("s",), "ص": ("s",), "ث": ("s", "t"), "ش": ("S",), "ل": ("l",), "م": ("m",), "ن": ("n",), "ر": ("r",),
    "ح": ("h",), "خ": ("h",), "ه": ("h",),
    # Cyrillic: Russian, and the Palladius spelling of Chinese (чж, цз)
    "дж": ("J",), "чж": ("S", "J"), "цз": ("J", "z"), "дз": ("z", "J"), "тч": ("S",), "тс": ("s",), "кс": ("ks",),
    "б": ("f",), "п": ("f",), "ф": ("f",), "в": ("f", ""), "к": ("k",), "г": ("k",), "д": ("d",), "т": ("t",),
    "з": ("z",), "с": ("s",), "ц": ("s",), "ч": ("S",), "ш": ("S",), "щ": ("S",), "ж": ("J",), "л": ("l",),
    "м": ("m",), "н": ("n",), "р": ("r",), "х": ("h",),
}  # fmt: skip

# The same letters at the beginning of a word: pinyin x and q (Xi, Qiang), Cyrillic с for pinyin x.
_FIRST: dict[str, tuple[str, ...]] = {"x": ("S", "s", "h"), "q": ("k", "S")}

_PIECES = re.compile("|".join(sorted(map(re.escape, _HEARD), key=len, reverse=True)))
_SILENT_END = re.compile(r"(?<=.)[hه]$")
_NASAL = re.compile("n[kJ]+")
_DOUBLE = re.compile(r"(.)\1+")

_MOST_READINGS = 12
_SHORTEST = 2


def sounds(text: str) -> tuple[frozenset[str], ...]:
    """For each word of `text` (as `fold` parts it) the skeletons by which it may be heard; none where fewer than two
    consonants remain. Scripts other than Arabic, Latin and Cyrillic are first put into Latin letters (AnyAscii).
    """
    return tuple(map(_skeletons, spelt_out(text).split()))


def joined_sounds(text: str) -> frozenset[str]:
    """The skeletons of `text` read as one word, wherever its writer put the spaces (شي جينبينغ, شي جين بينغ)."""
    return _skeletons(spelt_out(text).replace(" ", ""))


@lru_cache(maxsize=16384)
def in_latin(word: str) -> str:
    """A folded word in plain Latin letters (AnyAscii), so that spellings of two scripts can be laid side by side."""
    if word.isascii():
        return word
    from anyascii import anyascii

    return str(anyascii(word)).casefold()


def spelt_out(text: str) -> str:
    """`text` folded, with letters that sound apart spelt out (ş as sh), other scripts in Latin letters (AnyAscii)."""
    if text.isascii():
        return fold(text)
    lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold()).translate(_SPELT)
    for letter, latin in _WITH_NUKTA.items():
        lowered = lowered.replace(letter, latin)
    return fold(_FOREIGN.sub(_in_latin, lowered))


# Hindi writes the sounds of Arabic and Persian with a dot, and a nasal before a velar as m.
_WITH_NUKTA = {"क\u093c": "q", "ख\u093c": "kh", "ग\u093c": "gh", "ज\u093c": "z", "फ\u093c": "f"}
_ANUSVARA = re.compile("m(?=[gkjc])")

_FOREIGN = re.compile("[^\u0000-\u052f\u0600-\u06ff\u1e00-\u206f]+")


def _in_latin(found: re.Match[str]) -> str:
    from anyascii import anyascii  # 18 ms: paid by whoever asks in a script beyond the three

    return _ANUSVARA.sub("n", str(anyascii(found[0])))


@lru_cache(maxsize=32768)
def _skeletons(word: str) -> frozenset[str]:
    return frozenset(skeleton for skeleton in map(_plain, readings_of(word)) if len(skeleton) >= _SHORTEST)


def readings_of(word: str) -> Iterator[str]:
    """The ways in which one folded word may be heard, the likeliest first, each consonant a sign."""
    bare = _SILENT_END.sub("", word)
    yield from _readings(_options(bare, word))
    if bare != word and word[-1] == "h":  # Solih and صليح, but Shah and شا
        yield from _readings(_options(word, word))


def _options(heard: str, word: str) -> list[tuple[str, ...]]:
    pieces = _PIECES.findall(heard)
    options = [_FIRST.get(piece, _HEARD[piece]) if not place else _HEARD[piece] for place, piece in enumerate(pieces)]
    if word[:1] not in _FIRST and options and pieces[0] in _FIRST:
        options[0] = _HEARD[pieces[0]]
    return options


def _readings(options: list[tuple[str, ...]]) -> Iterator[str]:
    for number, reading in enumerate(product(*options)):
        if number == _MOST_READINGS:
            return
        yield "".join(reading)


def _plain(heard: str) -> str:
    return _DOUBLE.sub(r"\1", _NASAL.sub("n", heard))
