"""In which order do names stand in a list? The Unicode Collation Algorithm (UTS #10), as each language wants it.

pyuca has the default table (DUCET). It gives every alef its own primary weight, where an Arabic list puts ا آ أ إ
side by side, and it sorts Latin before Arabic; CLDR tailors for `ar` the script order, ة after ت and ى after ي.
Numbers count as numbers, so that *Council 2* comes before *Council 10* (CLDR `kn`).
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyuca import Collator

_ARTICLE = "ال"
_ALIKE = str.maketrans({"آ": "ا", "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ة": "ت"})
_NUMBER = re.compile(r"[0-9]+|[٠-٩]+")
_WIDEST = 9


def sort_key(text: str, lang: str) -> str:
    """A text that sorts as `text` does in `lang`; in Arabic `ال` at the beginning is passed over."""
    padded = _NUMBER.sub(lambda found: str(int(found[0])).zfill(_WIDEST), text)
    if lang != "ar":
        return _weights(padded)
    plain = padded.removeprefix(_ARTICLE)
    first = next((character for character in plain if character.isalnum()), "")
    rank = "0" if first.isdigit() else "1" if "\u0600" <= first <= "\u06ff" else "2"
    # What differs by hamza alone stands side by side, and then in the order of the table.
    return f"{rank}{_weights(plain.translate(_ALIKE))}/{_weights(plain)}"


def _weights(text: str) -> str:
    return "".join(f"{weight:04x}" for weight in _collator().sort_key(text))


@lru_cache(maxsize=1)
def _collator() -> "Collator":
    from pyuca import Collator  # it reads a table of its own: not before somebody sorts

    return Collator()
