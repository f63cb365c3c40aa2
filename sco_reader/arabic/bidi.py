"""How text of one direction stands inside text of another (UAX #9, Unicode Bidirectional Algorithm).

Stored text is logical and bare. What comes in from outside is neutralised once; what is composed for display has each
fragment isolated (UAX #9, section 2.4). Qt and Typst reorder by themselves; only the terminal needs `terminal`.
"""

import re
import unicodedata

FSI, LRI, RLI, PDI = "\u2068", "\u2066", "\u2067", "\u2069"

# Embeddings, overrides, isolates and marks: UAX #9, section 2. They order text and carry none.
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")


def isolate(fragment: str) -> str:
    """`fragment` between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: its direction stays its own.

    Controls inside are dropped first, so that no fragment can close the isolate early or override what follows.
    """
    return f"{FSI}{bare(fragment)}{PDI}"


def bare(text: str) -> str:
    """`text` without a bidirectional control character: as stored, and as pasted into a field that shows them."""
    return _CONTROLS.sub("", text)


def neutralise(text: str) -> str:
    """`text` from outside, safe to show: controls become visible as their code point, never obeyed."""
    shown = _CONTROLS.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
    return _UNPRINTABLE.sub("\ufffd", shown)


def is_rtl(text: str) -> bool:
    """True where the first strong character outside isolates runs right to left (UAX #9, rules P2 and P3)."""
    depth = 0
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("LRI", "RLI", "FSI"):
            depth += 1
        elif direction == "PDI":
            depth = max(depth - 1, 0)
        elif depth == 0 and direction in ("R", "AL", "L"):
            return direction != "L"
    return False
