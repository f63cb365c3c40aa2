"""What does a terminal without bidirectional support need? Shaped letters in visual order, mirrored where needed.

arabic-reshaper joins the letters; `order` orders them. Nothing of this may reach Qt or Typst: both shape and reorder,
and would do it a second time.
"""

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from sco_reader.arabic.bidi import bare
from sco_reader.arabic.order import in_visual_order

Mode = Literal["auto", "logical", "visual"]


class _Terminal(NamedTuple):
    """A terminal that orders text, by a variable that it sets; `since` is the first version that does."""

    variable: str
    value: str
    version: str = ""
    since: tuple[int, ...] = ()


# Not among them, so given visual order: xterm, rxvt, st, foot, Alacritty and the Linux console, which draw cell by
# cell; WezTerm, whose bidi_enabled is off by default; Windows Terminal (microsoft/terminal 538, open since 2019) and
# xterm.js, so Visual Studio Code (xtermjs/xterm.js 701).
_ORDERING = (
    # VTE (GNOME Terminal, Xfce, Tilix and others) since 0.58, "5800": announcement of GNOME Terminal 3.33.3, July 2019.
    _Terminal("VTE_VERSION", r"\d+", "VTE_VERSION", (5800,)),
    # Konsole: "Bi-Directional text rendering" is on in its default profile.
    _Terminal("KONSOLE_VERSION", ".+"),
    # mlterm, the multilingual terminal: bidi is on by default; Vim's 'termbidi' goes by the same name.
    _Terminal("TERM", "mlterm.*"),
    _Terminal("MLTERM", ".+"),
    # Terminal of macOS lays out each line by Core Text (seen beside iTerm2 in gnachman/iterm2 2686).
    _Terminal("TERM_PROGRAM", "Apple_Terminal"),
    # iTerm2: an experimental setting since 3.5.11, on by default since 3.7 (notes of 3.7.0beta9, August 2026).
    _Terminal("TERM_PROGRAM", r"iTerm\.app", "TERM_PROGRAM_VERSION", (3, 7)),
    # mintty (Cygwin, MSYS2, Git for Windows): its option Bidi is 2, always, unless set otherwise (src/config.c).
    _Terminal("TERM_PROGRAM", "mintty"),
    # kitty has no bidi, but turns each run of Arabic letters, ours as well (option force_ltr, no by default): in
    # logical order the words are right, in visual order they would be turned twice.
    _Terminal("TERM", "xterm-kitty"),
    # Emacs displays every buffer by UAX #9 since version 24, those of term, shell and vterm too.
    _Terminal("INSIDE_EMACS", ".+"),
)

_MULTIPLEXERS = ("screen", "tmux")


def terminal_orders_text(environment: Mapping[str, str] | None = None) -> bool:
    """True where the terminal named by the environment reorders bidirectional text itself.

    Inside tmux and GNU screen the variables tell of the terminal in which the first client began, and not of the one
    that shows it now; neither orders text, so the answer is no.
    """
    env = os.environ if environment is None else environment
    if "TMUX" in env or "STY" in env or env.get("TERM", "").startswith(_MULTIPLEXERS):
        return False
    return any(
        re.fullmatch(terminal.value, env.get(terminal.variable, "")) is not None
        and (not terminal.version or _version(env.get(terminal.version, "")) >= terminal.since)
        for terminal in _ORDERING
    )


def _version(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", text)))


def for_terminal(text: str, mode: Mode, *, is_terminal: bool, rtl: bool) -> str:
    """One line as it is to be written: logical for pipes and for terminals with bidi, visual otherwise.

    Controls never leave us: some terminals give them a cell, and what is piped is searched and pasted.
    """
    if mode == "logical" or (mode == "auto" and (not is_terminal or terminal_orders_text())):
        return bare(text)
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
