"""In which order does one line stand on a surface that knows no bidirectional text? UAX #9, rules L1 to L4.

python-bidi resolves the levels and reorders (P2 to L2). Rules L3 (a mark follows its base) and L4 (brackets mirror)
need the level of each character, which it does not tell; two tags around the marks of a character tell it here.
"""

import re
import unicodedata

from sco_reader.arabic.bidi import bare
from sco_reader.arabic.mirror import MIRROR

# Rule X9 removes these (Bidi_Class BN) beside the embeddings and overrides: joiners, soft hyphen, most C0 and C1
# controls, noncharacters. What they do to letters is done once those are shaped.
_REMOVED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufdd0-\ufdef\ufeff"
    "\ufff0-\ufff8\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)

# The last two variation selectors, which no sequence of Unicode uses, are nonspacing marks: rule W1 gives them the
# level of the character before them. At an even level the line shows base, first, marks, last; at an odd one last,
# marks, first, base. So whichever comes first tells the level and on which side the base stands.
_FIRST, _LAST = "\U000e01ee", "\U000e01ef"
_TAGS = re.compile(f"[{_FIRST}{_LAST}]")

# Not bases: W1 breaks at isolates, X9 removes embeddings, L1 resets separators and leaves their marks.
_NO_BASE = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "S", "B"))


def in_visual_order(line: str, *, rtl: bool | None = None) -> str:
    """`line` from left to right as it is seen, without control characters; `rtl` sets the direction of the paragraph.

    Without `rtl` the first strong character decides (rules P2 and P3). Letters are not shaped here.
    """
    from bidi import get_display  # 10 ms: paid by a terminal that cannot do it itself

    base = None if rtl is None else "R" if rtl else "L"
    tagged = _tagged(_REMOVED.sub("", _TAGS.sub("", line)))
    return bare(_untagged(str(get_display(tagged, base_dir=base))))


def _tagged(line: str) -> str:
    """Tags behind each character that has marks or a mirror image, around its marks."""
    tagged: list[str] = []
    is_open = follows_base = False
    for character in line:
        kind = unicodedata.bidirectional(character)
        if kind == "NSM":
            if follows_base and not is_open:
                tagged.append(_FIRST)
                is_open = True
            tagged.append(character)
            continue
        if is_open:
            tagged.append(_LAST)
        tagged.append(character)
        follows_base = kind not in _NO_BASE
        is_open = character in MIRROR
        if is_open:
            tagged.append(_FIRST)
    if is_open:
        tagged.append(_LAST)
    return "".join(tagged)


def _untagged(ordered: str) -> str:
    """Rules L3 and L4: at an odd level the marks go behind their base, and the base takes its mirror image."""
    if _FIRST not in ordered:
        return ordered
    shown: list[str] = []
    characters = iter(ordered)
    for character in characters:
        if character == _LAST:
            marks = list(iter(characters.__next__, _FIRST))
            base = next(characters)
            shown.append(MIRROR.get(base, base))
            shown.extend(reversed(marks))
        elif character == _FIRST:
            shown.extend(iter(characters.__next__, _LAST))
        else:
            shown.append(character)
    return "".join(shown)
