"""How does text stand on paper? In runs, each with the direction it is written in; no control characters are left."""

import re
from typing import TypedDict

from sco_reader.arabic.bidi import FSI, PDI, bare, is_rtl
from sco_reader.model import Lang

_ISOLATED = re.compile(f"{FSI}([^{PDI}]*){PDI}")
_STRONG = re.compile(r"[^\W\d_]")


class Span(TypedDict):
    """A run of text; `dir` is "" where it runs as the paragraph does, "ltr" or "rtl" where it runs the other way."""

    text: str
    dir: str


def spans(text: str, lang: Lang) -> list[Span]:
    """`text` cut at its isolates; a fragment of the other direction is marked, the rest joined."""
    found: list[Span] = []
    place = 0
    for isolated in _ISOLATED.finditer(text):
        _add(found, text[place : isolated.start()], "")
        _add(found, isolated[1], other_direction(isolated[1], lang))
        place = isolated.end()
    rest = text[place:]
    _add(found, rest, "" if found else other_direction(rest, lang))
    return found


def other_direction(text: str, lang: Lang) -> str:
    """The direction of `text` where it is not that of the language; digits alone go with their surroundings."""
    if not _STRONG.search(text):
        return ""
    rtl = is_rtl(text)
    return "" if rtl == (lang == "ar") else ("rtl" if rtl else "ltr")


def _add(found: list[Span], text: str, direction: str) -> None:
    clean = bare(text)
    if not clean:
        return
    if found and found[-1]["dir"] == direction == "":
        found[-1]["text"] += clean
    else:
        found.append({"text": clean, "dir": direction})


def plain(found: list[Span]) -> str:
    """The text of the runs, logical and without controls."""
    return "".join(span["text"] for span in found)
