"""What does a terminal without bidirectional support need? Shaped letters in visual order, mirrored where needed.

arabic-reshaper joins the letters; `order` orders them. Nothing of this may reach Qt or Typst: both shape and reorder,
and would do it a second time.
"""

import os
import re
from functools import lru_cache
from typing import Any, Literal

from sco_reader.arabic.bidi import bare
from sco_reader.arabic.order import in_visual_order

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
    """One line, shaped and in visual order, left to right, without control characters; `rtl` sets the paragraph.

    Isolates and other controls in `text` are obeyed, then dropped.
    """
    if not rtl and not _RIGHT_TO_LEFT.search(text):
        return bare(text)
    return in_visual_order(shaped(text), rtl=rtl)


def shaped(text: str) -> str:
    """`text` in logical order with each Arabic letter in the presentation form that its neighbours ask for."""
    return str(_shaper().reshape(text))


# A line without these, in a paragraph from left to right, stands in its order already (rules L1 and L2 move nothing
# at even levels): blocks of right-to-left scripts, and the controls that begin such a run.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@lru_cache(maxsize=1)
def _shaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    # Of the ligatures only lam-alef: it is obligatory, while few terminal fonts draw U+FDF2 for the name of God.
    return ArabicReshaper({"delete_harakat": False, "ARABIC LIGATURE ALLAH": False})
