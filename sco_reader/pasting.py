"""Which form of a text reads right where it is pasted? Plain, rich, for a chat, and for a field without bidi.

What comes in is composed as for display, each fragment between isolates. Visual order decides which of them must stay:
python-bidi tells how the line would look in a paragraph of its own language, and in one that goes by the first letter.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape

from sco_reader.arabic.bidi import FSI, LRI, PDI, RLI, bare, is_rtl
from sco_reader.arabic.order import in_visual_order
from sco_reader.arabic.terminal import visual
from sco_reader.model import Lang

_RLM = "\u200f"
_OTHER_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_FRAGMENT = re.compile(f"[{FSI}{LRI}{RLI}]([^{FSI}{LRI}{RLI}{PDI}]*){PDI}")
_STRONG = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"https?://\S+")
_SCRIPTS = (
    (re.compile("[\u0600-\u06ff]"), "ar"), (re.compile("[\u0400-\u04ff]"), "ru"),
    (re.compile("[\u3400-\u9fff]"), "zh"), (re.compile("[A-Za-z]"), "en"),
)  # fmt: skip


def plain(text: str, lang: Lang) -> str:
    """`text` in logical order. An isolate stays where the line would otherwise read wrong, and nowhere else.

    Where the line begins with the other script, the whole of it is isolated in the direction of `lang`.
    """
    return "\n".join(_line(line, rtl=lang == "ar") for line in text.split("\n"))


def for_chat(text: str, lang: Lang) -> str:
    """`text` on one line for a messenger, which knows the direction of a line by its first letter alone."""
    line = _without_needless(" ".join(_only_pairs(text).split()), rtl=lang == "ar")
    return f"{_RLM}{line}" if lang == "ar" and _begins_otherwise(line, rtl=True) else line


def for_legacy(text: str, lang: Lang) -> str:
    """Shaped letters in visual order, line by line, without a control: for a field that does neither itself.

    Of no use anywhere else: what knows bidirectional text would shape and turn it a second time.
    """
    return "\n".join(visual(_only_pairs(line), rtl=lang == "ar") for line in text.split("\n"))


def rich(text: str, lang: Lang, *, italics: str = "") -> str:
    """`text` as HTML that says direction and language of each paragraph and of each fragment that runs the other way.

    `italics` is a fragment that stands in italics; an address becomes a link.
    """
    direction = _direction(lang)
    lines = (f'<p dir="{direction}" lang="{lang}">{_runs(line, lang, italics)}</p>' for line in text.split("\n"))
    return f'<meta charset="utf-8"><div dir="{direction}" lang="{lang}">{"".join(lines)}</div>'


def rich_table(rows: Iterable[Sequence[str]], lang: Lang, *, caption: str = "") -> str:
    """Rows as an HTML table, the first of them its head, in the direction of `lang`: its first column at the start."""
    head, *others = (tuple(row) for row in rows)
    direction = _direction(lang)
    title = f"<caption>{_runs(caption, lang)}</caption>" if caption else ""
    return (
        f'<meta charset="utf-8"><table dir="{direction}" lang="{lang}" border="1" style="border-collapse:collapse">'
        f"{title}<thead>{_row(head, 'th', lang)}</thead>"
        f"<tbody>{''.join(_row(row, 'td', lang) for row in others)}</tbody></table>"
    )


def _row(cells: Sequence[str], tag: str, lang: Lang) -> str:
    return f"<tr>{''.join(f'<{tag}>{_runs(cell, lang)}</{tag}>' for cell in cells)}</tr>"


def _direction(lang: Lang) -> str:
    return "rtl" if lang == "ar" else "ltr"


def _line(line: str, *, rtl: bool) -> str:
    shortest = _without_needless(_only_pairs(line), rtl=rtl)
    if not _begins_otherwise(shortest, rtl=rtl):
        return shortest
    return f"{RLI if rtl else LRI}{shortest}{PDI}"


def _begins_otherwise(line: str, *, rtl: bool) -> bool:
    """True where a paragraph that goes by its first letter would run against the language, and show it."""
    return is_rtl(line) != rtl and bool(_STRONG.search(line)) and _seen(line, None) != _seen(line, rtl)


def _seen(line: str, rtl: bool | None) -> str:
    return in_visual_order(line, rtl=rtl)


def _only_pairs(text: str) -> str:
    """`text` whose only controls are isolates, each with its end."""
    text = _OTHER_CONTROLS.sub("", text)
    opened: list[int] = []
    paired: set[int] = set()
    for place, character in enumerate(text):
        if character in (FSI, LRI, RLI):
            opened.append(place)
        elif character == PDI and opened:
            paired |= {opened.pop(), place}
    return "".join(
        character for place, character in enumerate(text) if place in paired or character not in (FSI, LRI, RLI, PDI)
    )


def _without_needless(line: str, *, rtl: bool) -> str:
    """`line` without the isolates that change nothing: all of them where that is enough, else one pair after another.

    Nothing must change in a paragraph of the language, nor in one that goes by its first letter, where that was right.
    """
    wanted = _seen(line, rtl)
    bases = (rtl, None) if _seen(line, None) == wanted else (rtl,)

    def reads_right(shorter: str) -> bool:
        return all(_seen(shorter, base) == wanted for base in bases)

    if reads_right(bare(line)):
        return bare(line)
    for own in (True, False):  # what runs as the line does loses its isolate first: the foreign name keeps it
        place = 0
        while place < len(line):
            if line[place] in (FSI, LRI, RLI):
                end = _end_of(line, place)
                inside = line[place + 1 : end]
                shorter = line[:place] + inside + line[end + 1 :]
                if (is_rtl(inside) == rtl or not own) and reads_right(shorter):
                    line = shorter
                    continue
            place += 1
    return line


def _end_of(line: str, place: int) -> int:
    """Where the isolate that opens at `place` ends."""
    depth = 0
    for at in range(place, len(line)):
        depth += (line[at] in (FSI, LRI, RLI)) - (line[at] == PDI)
        if depth == 0:
            return at
    raise AssertionError("an isolate without its end")


def _runs(line: str, lang: Lang, italics: str = "") -> str:
    """One line as HTML, cut at its isolates."""
    line = _only_pairs(line)
    parts, place = [], 0
    for found in _FRAGMENT.finditer(line):
        parts.append(_run(line[place : found.start()], lang, italics, alone=False))
        parts.append(_run(found[1], lang, italics, alone=True))
        place = found.end()
    parts.append(_run(line[place:], lang, italics, alone=place == 0))
    return "".join(parts)


def _run(text: str, lang: Lang, italics: str, *, alone: bool) -> str:
    shown = bare(text)
    said = escape(shown)
    if not shown or not alone:
        return said
    if _ADDRESS.fullmatch(shown):
        said = f'<a href="{said}">{said}</a>'
    if italics and shown == italics:
        said = f"<i>{said}</i>"
    own = next((name for letters, name in _SCRIPTS if letters.search(shown)), lang)
    if not _STRONG.search(shown) or own == lang:
        return said
    return f'<span dir="{"rtl" if is_rtl(shown) else "ltr"}" lang="{own}">{said}</span>'
