"""How is a foreign name heard when Chinese writes it? 梅列多夫 is Meredov: one alphabet of consonants for both.

Chinese writes names by syllables and has fewer sounds: l stands for l and r, and one series of hisses for s, z, sh,
zh and their like (the table of transcription of the Xinhua agency). So both sides are reduced until they meet: hisses
to s, r to l; f for b p f v w, k for g k q, as in `sound`. A key for finding, never shown.
"""

import re
from collections.abc import Iterator
from itertools import islice, product

_HAN_RUN = re.compile("[\u3400-\u9fff]+")
_SYLLABLE = re.compile("[A-Z][a-z]*")
_INITIAL = re.compile("zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?")
_HEARD: dict[str, tuple[str, ...]] = {
    "b": ("f",), "p": ("f",), "f": ("f",), "w": ("f", ""), "m": ("m",), "d": ("d",), "t": ("t",), "n": ("n",),
    "l": ("l",), "g": ("k",), "k": ("k",), "h": ("h",), "j": ("s", "k"), "q": ("s",), "x": ("s", "h"), "zh": ("s",),
    "ch": ("s",), "sh": ("s",), "r": ("l", "s"), "z": ("s",), "c": ("s",), "s": ("s",), "y": ("",), "": ("",),
}  # fmt: skip
_REDUCED = str.maketrans({"S": "s", "J": "s", "z": "s", "r": "l"})
_DOUBLE = re.compile(r"(.)\1+")
_MOST_READINGS = 24


def parts_in_chinese(text: str) -> list[str]:
    """The runs of Chinese characters in `text`: 拉希德·梅列多夫 has two."""
    return _HAN_RUN.findall(text)


def heard_in_chinese(part: str) -> frozenset[str]:
    """The skeletons that a run of Chinese characters may stand for, in the reduced alphabet."""
    from anyascii import anyascii  # 18 ms: paid by whoever asks in Chinese

    options = [option for syllable in _SYLLABLE.findall(anyascii(part)) for option in _options(syllable.lower())]
    return frozenset(
        skeleton for reading in islice(product(*options), _MOST_READINGS) if (skeleton := _single("".join(reading)))
    )


def reduced(skeleton: str) -> str:
    """A skeleton of `sound` in the alphabet that Chinese leaves of it."""
    return _single(skeleton.translate(_REDUCED))


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
    return _DOUBLE.sub(r"\1", skeleton.replace("nm", "m"))  # 穆罕默德: Mohammed
