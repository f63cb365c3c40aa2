"""Can our fonts print it? PDF/UA allows no letter without a glyph, so a sheet asks before it prints a foreign title."""

import struct
from functools import lru_cache

from sco_reader.paths import resource

_FONTS = (
    "SCOReaderArabic-Regular.ttf", "IBMPlexSans-Regular.ttf", "SCOReaderHan-Regular.otf",
    "NotoSansArmenian-Regular.ttf", "NotoSansDevanagari-Regular.ttf",
)  # fmt: skip
_MISSING = "\u25a1"
"""WHITE SQUARE, the sign for a letter that a font lacks; Plex Sans has it."""


def is_printable(text: str) -> bool:
    """True where every letter of `text` has a glyph."""
    return text.isascii() or all(ord(letter) in _covered() for letter in text)


def printable(text: str) -> str:
    """`text` with a square for each letter that no font of ours has, and a space for what cannot be printed."""
    if text.isascii():
        return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    covered = _covered()
    return "".join(letter if ord(letter) in covered else _MISSING if letter.isprintable() else " " for letter in text)


@lru_cache(maxsize=1)
def _covered() -> frozenset[int]:
    return frozenset().union(*(_characters(resource(f"fonts/{name}").read_bytes()) for name in _FONTS))


def _characters(font: bytes) -> set[int]:
    """The characters of a font: the `cmap` table (OpenType 1.9), formats 4 and 12. Ours, as fontTools is 20 MB."""
    tables = struct.unpack_from(">H", font, 4)[0]
    cmap = next(
        offset
        for tag, _, offset, _ in (struct.unpack_from(">4sIII", font, 12 + 16 * number) for number in range(tables))
        if tag == b"cmap"
    )
    found: set[int] = set()
    for number in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        at = cmap + struct.unpack_from(">HHI", font, cmap + 4 + 8 * number)[2]
        kind = struct.unpack_from(">H", font, at)[0]
        if kind == 12:
            for group in range(struct.unpack_from(">I", font, at + 12)[0]):
                first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * group)
                found.update(range(first, last + 1))
        elif kind == 4:
            count = struct.unpack_from(">H", font, at + 6)[0] // 2
            ends = struct.unpack_from(f">{count}H", font, at + 14)
            starts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
            for first, last in zip(starts, ends, strict=True):
                found.update(range(first, last + 1))
    return found - {0xFFFF}
