"""How near do two spellings sound, of which one comes from another script? First what all scripts keep, then how close.

`coarse` is the run of consonants in seven signs, f k l m n s t: what some script does not keep apart (p and b, r and l,
s and sh and z, k and g and h) is one sign. It asks the index for whoever may be meant. `closeness` then lays the two
spellings side by side, letter by letter: a vowel counts little, since half the scripts leave it out and the other half
puts one in; consonants that some script writes alike count a quarter, any other difference in full.
"""

import re
from functools import lru_cache
from itertools import islice, product

from sco_reader.arabic.sound import readings_of

# Signs of `sound` in the coarse alphabet.
_REDUCED = str.maketrans({"S": "s", "J": "s", "z": "s", "r": "l", "d": "t", "h": "k"})
_VELAR_AFTER_N = re.compile("nk+")
_N_BEFORE_F = re.compile("n(?=f)")
_DOUBLE = re.compile(r"(.)\1+")
_H_UNHEARD = re.compile("(?<=[aeiouy])h(?=[bcdfgjklmnpqrstvwxz])")  # Shehbaz, Rahmon: half the scripts drop it
_PINYIN_Q = re.compile("q(?=[iu])")

# What `scripts.romanised` writes, longest first; capitals are what a script leaves open.
_ROMAN: dict[str, tuple[str, ...]] = {
    "chh": ("s",), "sh": ("s",), "ch": ("s",), "zh": ("s",), "ts": ("s",), "dz": ("s",), "kh": ("k",), "gh": ("k",),
    "ph": ("f",), "bh": ("f",), "th": ("t",), "dh": ("t",), "jh": ("s",), "C": ("s", "t"), "J": ("s", "t"),
    "X": ("s", "t"),
    "F": ("f", "k"), "W": ("", "f"), "B": ("f", "mf"), "D": ("t", "nt"), "K": ("k", "n"), "w": ("",),
    "b": ("f",), "p": ("f",), "f": ("f",), "v": ("f",), "k": ("k",), "g": ("k",), "q": ("k",), "h": ("k",), "x": ("k",),
    "d": ("t",), "t": ("t",), "s": ("s",), "z": ("s",), "j": ("s",), "c": ("s",), "l": ("l",), "r": ("l",), "m": ("m",),
    "n": ("n",),
}  # fmt: skip
_ROMAN_PIECE = re.compile("|".join(sorted(_ROMAN, key=len, reverse=True)))
_MOST_READINGS = 24


@lru_cache(maxsize=4096)
def coarse(roman: str) -> frozenset[str]:
    """What `romanised` gave, as the runs of consonants by which the index is asked."""
    options = [_ROMAN[piece] for piece in _ROMAN_PIECE.findall(roman)]
    return frozenset(map(_plain, map("".join, islice(product(*options), _MOST_READINGS))))


def coarse_latin(word: str) -> frozenset[str]:
    """The same of a folded word in Latin letters, which may be read in several ways (x, ch, j)."""
    spelt = (word, _H_UNHEARD.sub("", word), _PINYIN_Q.sub("ch", word))
    readings = {reading for spelling in spelt for reading in readings_of(spelling)}
    return frozenset(_plain(reading.translate(_REDUCED)) for reading in readings)


def _plain(signs: str) -> str:
    return _DOUBLE.sub(r"\1", _N_BEFORE_F.sub("m", _VELAR_AFTER_N.sub("n", signs)))


# --- closeness

_DIGRAPHS = {
    "chh": "Q", "shch": "Q", "tsch": "Q", "sch": "S", "tch": "Q", "sh": "S", "ch": "Q", "zh": "Z", "dzh": "j",
    "kh": "H", "gh": "G", "ph": "f", "th": "T", "dh": "d", "bh": "b", "jh": "j", "ck": "k", "ou": "u", "oo": "u",
    "ee": "i", "dz": "z", "ts": "c", "tz": "c",
}  # fmt: skip
_LETTER = re.compile("|".join([*sorted(_DIGRAPHS, key=len, reverse=True), "n[gk]+h?(?![aeiou])", "[a-zA-Z]"]))
_N_BEFORE_LIP = re.compile("n(?=[bpfvmBF])")
_VOWELS = frozenset("aeiouyw")
# Pairs that are one sound in the script or the transcription that has them: l and r in Japan, v and b in Korea, x and
# sh, q and ch in pinyin. Then the consonants that what a script leaves open may be, and the pairs that some script
# writes by one letter.
_PAIRS = "xS xs Qj qQ qj lr vw vb zj Zj cs cz Hk Hh Gg QS Tt"
_SAME = frozenset(map(frozenset, _PAIRS.split(" ")))
_OPEN = {"C": "tTsSQqj", "X": "sStTcz", "J": "jdzZ", "F": "fvhH", "W": "wvouf", "B": "bp", "D": "dt", "K": "gk"}
_ALIKE = tuple(map(frozenset, ("sSQzZjcxq", "tdT", "tQc", "kgqGHhcx", "pbvfw", "mn", "Zjg", "vu")))
_VOWEL_OTHER, _VOWEL_MORE, _SOUND_SAME, _SOUND_ALIKE, _SOUND_OTHER = 0.15, 0.14, 0.08, 0.25, 1.0
_FAINT_MORE, _AGAIN_MORE, _MORE = 0.3, 0.15, 0.85
_FAINT = frozenset("hHWgvf")


@lru_cache(maxsize=8192)
def _letters(latin: str) -> tuple[tuple[str, float], ...]:
    """The letters of a word, each with what it counts where the other word lacks it."""
    found: list[tuple[str, float]] = []
    consonant = ""
    for piece in _LETTER.findall(_N_BEFORE_LIP.sub("m", latin)):
        letter = _DIGRAPHS.get(piece, piece[0])
        if found and found[-1][0] == letter:
            continue
        if letter in _VOWELS:
            found.append((letter, _VOWEL_MORE))
        else:
            again = letter == consonant  # バトトルガ: Battulga
            found.append((letter, _AGAIN_MORE if again else _FAINT_MORE if letter in _FAINT else _MORE))
            consonant = letter
    return tuple(found)


@lru_cache(maxsize=8192)
def _other(one: str, two: str) -> float:
    if one == two:
        return 0.0
    if one in _VOWELS and two in _VOWELS:
        return _VOWEL_OTHER
    if frozenset((one, two)) in _SAME or two in _OPEN.get(one, "") or one in _OPEN.get(two, ""):
        return _SOUND_SAME
    return _SOUND_ALIKE if any(one in group and two in group for group in _ALIKE) else _SOUND_OTHER


def closeness(roman: str, latin: str) -> float:
    """1 for spellings that are read alike, 0 for those that share nothing: `romanised` against a word in Latin."""
    one, two = _letters(roman), _letters(latin)
    if not one or not two:
        return 0.0
    row = [0.0]
    for _, more in two:
        row.append(row[-1] + more)
    most = max(sum(more for _, more in one), row[-1])
    for mine, mine_more in one:
        before, row[0] = row[0], row[0] + mine_more
        for place, (theirs, theirs_more) in enumerate(two, 1):
            before, row[place] = (
                row[place],
                min(before + _other(mine, theirs), row[place] + mine_more, row[place - 1] + theirs_more),
            )
    return max(1.0 - row[-1] / most, 0.0)
