"""Which words find a note? Folded as the reference's are, and without what Arabic glues to the front of a word."""

import zlib
from functools import lru_cache

from sco_reader.arabic.clitics import bare_forms
from sco_reader.arabic.fold import fold, words_of

_SHORTEST_STEM = 3
_MOST_WORDS = 12
_LETTERS = (range(0x20, 0x800), range(0x1E00, 0x2000), range(0xFB50, 0xFEFD))


def indexed(text: str) -> str:
    """The words of `text` as the index holds them: each as folded, then its readings without clitics."""
    found: dict[str, None] = {}
    for word in words_of(fold(text)):
        found[word] = None
        found.update(dict.fromkeys(_stems(word)))
    return " ".join(found)


def asked(query: str) -> str:
    """`query` as FTS5 takes it: every word must occur, begun at least; "" where it holds none.

    Folded words are letters and digits alone, so no text of a reader is ever syntax.
    """
    parts = []
    for word in words_of(fold(query))[:_MOST_WORDS]:
        forms = [f'"{word}"*', *(f'"{stem}"' for stem in _stems(word))]
        parts.append(f"({' OR '.join(forms)})")
    return " AND ".join(parts)


@lru_cache(maxsize=1)
def folding() -> str:
    """A print of the folding: another one means that an index was made by other rules, and is to be made anew."""
    letters = " ".join(chr(code) for span in _LETTERS for code in span)
    return f"{zlib.crc32(indexed(letters).encode()):08x}"


def _stems(word: str) -> list[str]:
    if not "\u0621" <= word[:1] <= "\u06ff":
        return []  # in other scripts the ending is glued on, and a beginning finds it
    return [stem for stem in bare_forms(word) if len(stem) >= _SHORTEST_STEM]
