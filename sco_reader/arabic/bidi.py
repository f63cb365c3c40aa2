"""How text of one direction stands inside text of another (UAX #9, Unicode Bidirectional Algorithm).

Stored text is logical and bare. What comes in from outside is neutralised once; what is composed for display has each
fragment isolated (UAX #9, section 2.4). Qt and Typst reorder by themselves; only the terminal needs `terminal`.
"""

import re
import unicodedata
from collections.abc import Sequence

FSI, LRI, RLI, PDI = "\u2068", "\u2066", "\u2067", "\u2069"

# Embeddings, overrides, isolates and marks: UAX #9, section 2. They order text and carry none.
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NOTED = re.compile(r"(.+) \(([^()]+)\)")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")


def isolate(fragment: str) -> str:
    """`fragment` between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: its direction stays its own.

    Controls inside are dropped first, so that no fragment can close the isolate early or override what follows.
    """
    return f"{FSI}{bare(fragment)}{PDI}"


def isolate_noted(name: str) -> str:
    """`isolate`, but for a name with a note of the other direction in brackets: each is isolated by itself.

    In one isolate the name's direction would put the note before it: «(نص شينخوا) Xianning Daily». A note may list
    several, in both directions.
    """
    found = _NOTED.fullmatch(bare(name))
    notes = found[2].split("، ") if found else []
    if found is None or all(is_rtl(note) == is_rtl(found[1]) for note in notes):
        return isolate(name)
    return f"{isolate(found[1])} ({'، '.join(map(isolate, notes))})"


def in_line(fragment: str) -> str:
    """`fragment` isolated, but for a list of numbers: it has no letter to tell its direction, and runs as its line.

    Between isolates «2003، 2005» would run from left to right, and the first year would stand at the end.
    """
    return bare(fragment) if " " in fragment and not any(map(str.isalpha, fragment)) else isolate(fragment)


def bare(text: str) -> str:
    """`text` without a bidirectional control character: as stored, and as pasted into a field that shows them."""
    return _CONTROLS.sub("", text)


def neutralise(text: str) -> str:
    """`text` from outside, safe to show: controls become visible as their code point, never obeyed."""
    shown = _CONTROLS.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
    return _UNPRINTABLE.sub("\ufffd", shown)


def balanced(lines: Sequence[str]) -> list[str]:
    """`lines` that were cut from one text, each complete: an isolate that a break cuts goes on in the next line.

    It keeps its direction there: what FIRST STRONG ISOLATE found out from the whole fragment is said again by name.
    """
    text = "\n".join(lines)
    opened: list[str] = []
    result: list[str] = []
    place = 0
    for line in lines:
        again = "".join(opened)
        for character in line:
            place += 1
            if character == FSI:
                opened.append(RLI if _runs_right_to_left(text[place:], inside_isolate=True) else LRI)
            elif character in (LRI, RLI):
                opened.append(character)
            elif character == PDI and opened:
                opened.pop()
        place += 1
        result.append(again + line + PDI * len(opened))
    return result


def is_rtl(text: str) -> bool:
    """True where the first strong character outside isolates runs right to left (UAX #9, rules P2 and P3)."""
    return _runs_right_to_left(text)


def _runs_right_to_left(text: str, *, inside_isolate: bool = False) -> bool:
    """Rules P2 and P3; inside an isolate the text ends at its own PDI (rule X5c)."""
    depth = 0
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("LRI", "RLI", "FSI"):
            depth += 1
        elif direction == "PDI":
            if depth == 0 and inside_isolate:
                return False
            depth = max(depth - 1, 0)
        elif depth == 0 and direction in ("R", "AL", "L"):
            return direction != "L"
    return False
