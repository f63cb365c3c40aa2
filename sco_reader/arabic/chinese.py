"""How is a foreign name heard when Chinese writes it? 梅列多夫 is Meredov: one alphabet of consonants for both.

Chinese writes names by syllables and has fewer sounds: l stands for l and r, and one series of hisses for s, z, sh,
zh and their like (the table of transcription of the Xinhua agency). So both sides are reduced until they meet: hisses
to s, r to l; f for b p f v w, k for g k q, as in `sound`. A key for finding, never shown.
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise, product

_HAN_RUN = re.compile("[\u3400-\u9fff]+")
_INITIAL = re.compile("zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?")
_HEARD: dict[str, tuple[str, ...]] = {
    "b": ("f",), "p": ("f",), "f": ("f",), "w": ("f", ""), "m": ("m",), "d": ("d",), "t": ("t",), "n": ("n",),
    "l": ("l",), "g": ("k",), "k": ("k",), "h": ("h",), "j": ("s", "k"), "q": ("s",), "x": ("s", "h"), "zh": ("s",),
    "ch": ("s",), "sh": ("s",), "r": ("l", "s"), "z": ("s",), "c": ("s",), "s": ("s",), "y": ("",), "": ("",),
}  # fmt: skip
_REDUCED = str.maketrans({"S": "s", "J": "s", "z": "s", "r": "l"})
_DOUBLE = re.compile(r"(.)\1+")
_NASAL = re.compile("nk+")
_MOST_READINGS = 24


def is_chinese(sign: str) -> bool:
    """True for one Chinese character; kana, Hangul and no sign at all are none."""
    return _HAN_RUN.fullmatch(sign) is not None


def parts_in_chinese(text: str) -> list[str]:
    """The runs of Chinese characters in `text`: 拉希德·梅列多夫 has two."""
    return _HAN_RUN.findall(text)


def heard_in_chinese(part: str) -> frozenset[str]:
    """The skeletons that a run of Chinese characters may stand for, in the reduced alphabet."""
    from anyascii import anyascii  # 18 ms: paid by whoever asks in Chinese

    options = [option for character in part for option in _options_of(character, str(anyascii(character)))]
    for place, (one, two) in enumerate(pairwise(options)):
        if one == ("n",) and two == ("f",):  # 贡布: Gombo, 阿坦巴: Atamba
            options[place] = ("n", "m")
    return frozenset(
        skeleton for reading in islice(product(*options), _MOST_READINGS) if (skeleton := _single("".join(reading)))
    )


def read_in_chinese(part: str) -> str:
    """A run of Chinese characters in Latin letters as a foreign name is heard in them, for `likesound.closeness`.

    Pinyin with the habits of transcription undone: 尔 is a bare r, 夫 and 斯 and their like end a syllable without a
    vowel, w stands for v as well, r for the zh of Zhomart. Capitals are what stays open, as in `scripts.romanised`.
    """
    from anyascii import anyascii

    return "".join(
        _BARE.get(character) or _heard_syllable(str(anyascii(character)).strip().lower()) for character in part
    )


# Characters that the table of the Xinhua agency sets for a consonant without a vowel of its own.
_BARE = {
    "夫": "f", "弗": "f", "斯": "s", "兹": "z", "茲": "z", "克": "k", "格": "g", "特": "t", "德": "d", "尔": "r",
    "爾": "r", "勒": "l", "姆": "m", "普": "p", "布": "b", "什": "sh", "赫": "h", "吉": "Ki", "加": "Ka",
    "季": "Ji", "杰": "Je", "佳": "Ja", "久": "Ju",
    "捷": "Ce", "秋": "Cu", "丘": "Cu", "日": "zh",
}  # fmt: skip


def _heard_syllable(pinyin: str) -> str:
    return {"w": "W", "r": "J"}.get(pinyin[:1], pinyin[:1]) + pinyin[1:]


def reduced(skeleton: str) -> str:
    """A skeleton of `sound` in the alphabet that Chinese leaves of it."""
    return _single(skeleton.translate(_REDUCED))


# The table for Russian writes soft d and t by hisses: 季 for di and ti, 杰 for de, 捷 for te, 久 for dyu, 秋 for tyu.
_SOFT = {
    "季": ("d", "t", "s"), "杰": ("d", "s"), "佳": ("d", "s"), "久": ("d", "s"), "捷": ("t", "s"), "秋": ("t", "s"),
}  # fmt: skip


def _options_of(character: str, pinyin: str) -> Iterator[tuple[str, ...]]:
    if character in _SOFT:
        yield _SOFT[character]
    else:
        yield from _options(pinyin.strip().lower())


def _options(syllable: str) -> Iterator[tuple[str, ...]]:
    if syllable == "er":
        yield ("l",)
        return
    initial = _INITIAL.match(syllable)
    assert initial is not None
    yield _HEARD[initial[0]]
    if syllable.endswith(("n", "ng")) and syllable not in ("n", "ng"):
        yield ("n",)


def _single(skeleton: str) -> str:
    # 穆罕默德: Mohammed; and `sound` hears no velar after n.
    return _DOUBLE.sub(r"\1", _NASAL.sub("n", skeleton.replace("nm", "m")))
