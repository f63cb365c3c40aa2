"""What does a terminal without bidirectional support need? Shaped letters in visual order, mirrored where needed.

arabic-reshaper joins the letters; python-bidi orders them (rules L1 and L2 of UAX #9). Rule L3 (a mark follows its
base) and L4 (brackets mirror) are missing there and stand here. Nothing of this may reach Qt or Typst: both shape and
reorder, and would do it a second time.
"""

import os
import re
import unicodedata
from functools import lru_cache
from typing import Any, Literal

from sco_reader.arabic.bidi import bare

Mode = Literal["auto", "logical", "visual"]

# Terminals that order text themselves. VTE does since 0.58 (5800); konsole, mlterm and Apple's Terminal always.
_VTE_WITH_BIDI = 5800


def terminal_orders_text(environment: dict[str, str] | None = None) -> bool:
    """True where the terminal named by the environment reorders bidirectional text itself."""
    env = dict(os.environ) if environment is None else environment
    vte = env.get("VTE_VERSION", "")
    if vte.isdigit() and int(vte) >= _VTE_WITH_BIDI:
        return True
    if "KONSOLE_VERSION" in env or env.get("TERM", "").startswith("mlterm") or "MLTERM" in env:
        return True
    return env.get("TERM_PROGRAM") == "Apple_Terminal"


def for_terminal(text: str, mode: Mode, *, is_terminal: bool, rtl: bool) -> str:
    """One line as the terminal must get it: logical for pipes and for terminals with bidi, visual otherwise."""
    if mode == "logical" or (mode == "auto" and (not is_terminal or terminal_orders_text())):
        return text if is_terminal else bare(text)
    return visual(text, rtl=rtl)


def visual(text: str, *, rtl: bool | None = None) -> str:
    """`text` shaped and in visual order, left to right, without control characters; `rtl` sets the paragraph."""
    if text.isascii() and not rtl:
        return text
    from bidi import get_display

    tagged = _MIRRORED.sub(lambda found: found[0] + _TAG, _shaper().reshape(text.replace(_TAG, "")))
    base = None if rtl is None else ("R" if rtl else "L")
    return bare(_marks_after_base(_mirrored(str(get_display(tagged, base_dir=base)))))


@lru_cache(maxsize=1)
def _shaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper({"delete_harakat": False, "support_ligatures": True, "shift_harakat_position": False})


_OPEN, _CLOSE = "([{<«‹≤⟨", ")]}>»›≥⟩"
_MIRROR = dict(zip(_OPEN + _CLOSE, _CLOSE + _OPEN, strict=True))
_MIRRORED = re.compile("[" + re.escape("".join(_MIRROR)) + "]")

# COMBINING GRAPHEME JOINER: a nonspacing mark, so rules W1 and N0 give it the level of the bracket before it. After
# reordering it stands left of its bracket at an odd level and right of it at an even one: that is all L4 asks.
_TAG = "\u034f"


def _mirrored(ordered: str) -> str:
    """Rule L4: brackets at a right-to-left level take their mirror image; the tags go."""
    result: list[str] = []
    characters = iter(ordered)
    for character in characters:
        if character == _TAG:
            result.append(_MIRROR[next(characters)])
        else:
            result.append(character)
            if character in _MIRROR:
                next(characters)
    return "".join(result)


def _marks_after_base(ordered: str) -> str:
    """Rule L3: reordering puts the marks of a right-to-left run before their base; terminals want them behind it."""
    result: list[str] = []
    marks: list[str] = []
    for character in ordered:
        if unicodedata.combining(character) and unicodedata.bidirectional(character) == "NSM":
            marks.append(character)
            continue
        result.append(character)
        if marks and unicodedata.bidirectional(character) in ("R", "AL"):
            result.extend(reversed(marks))
            marks.clear()
        elif marks:
            result[-1:-1] = marks
            marks.clear()
    return "".join(result + marks)
