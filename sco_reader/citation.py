"""How is a source cited? As a Chicago note, in APA, or in short, in Arabic and in English.

The templates are sentences of the catalogue. citeproc-py 0.11.1 (BSD-2) was tried: it wants lxml (12 MB), the Chicago
and APA styles come in a package of 89 MB under CC BY-SA, and it puts the comma behind the closing quotation mark in
English, Latin commas and "2024, يوليو 4" into Arabic, and no isolates anywhere.
"""

import re
from datetime import date

from sco_reader.arabic.bidi import is_rtl, isolate, isolate_noted
from sco_reader.arabic.wording import month_name
from sco_reader.manners import Manner
from sco_reader.model import Citation, Lang, Source
from sco_reader.voice import Voice
from sco_reader.words import say

_ENDS = (".", "?", "!", "؟", "…", "。")
_INNER: dict[Lang, tuple[str, str]] = {"en": ("‘", "’"), "ar": ("“", "”")}
"""Quotation marks within a title that itself stands in “ ”, or in « »."""


def cite(citation: Citation, manner: Manner, voice: Voice) -> str:
    """The source as a note or a reference in the language of `voice`: title and publisher in their script, isolated.

    The publisher of an Arabic page has its Arabic name in Arabic and the Latin one in English. That of any other page
    has the Latin name in both: a citation leads to the page, and beside a title in its own language stands the name
    under which that page is found, not one that the reader's press has for it.
    APA gives the day on which the page was read only where it has no date of its own, and no place on the page.
    """
    source = citation.source
    publisher = source.publisher_in(voice.lang) if source.language == "ar" else source.publisher
    fields = {
        "publisher": isolate(publisher.removesuffix(".")) if manner == "apa" else isolate(publisher),
        "title": isolate(quoted_inside(source.title, voice.lang).rstrip(".") if manner == "chicago" else source.title),
        "address": isolate(source.address),
        "accessed": _day(source.read_on, voice),
    }
    if manner == "apa":
        fields["stop"] = "" if source.title.endswith(_ENDS) else "."
    else:
        fields["place"] = say("cite-place", voice.lang, at=isolate(citation.at)) if citation.at else ""
    if source.published is None:
        return say(f"cite-{manner}-undated", voice.lang, **fields)
    return say(f"cite-{manner}", voice.lang, day=_published(source.published, manner, voice), **fields)


def in_italics(citation: Citation, manner: Manner) -> str:
    """The fragment that stands in italics where the paper has them: in APA the title, but no Arabic letter ever."""
    title = citation.source.title
    return title if manner == "apa" and not is_rtl(title) else ""


def source_line(citation: Citation, voice: Voice, *, space: str = " ") -> str:
    """Publisher, day and place on the page; `space` stands between the words of the day."""
    source = citation.source
    said = f"{isolate_noted(source.publisher_in(voice.lang))} · {isolate(_when(source, voice).replace(' ', space))}"
    return f"{said} · {isolate(citation.at)}" if citation.at else said


def with_source(fact: str, citation: Citation | None, voice: Voice, *, address: bool = True) -> str:
    """A fact and in brackets who says so, when, and at which address; `fact` is isolated where it needs to be."""
    if citation is None:
        return fact
    source = citation.source
    key = "fact-with-source" if address else "fact-with-publisher"
    fields = {
        "fact": fact,
        "publisher": isolate_noted(source.publisher_in(voice.lang)),
        "day": _when(source, voice),
        "address": isolate(source.address),
    }
    return say(key, voice.lang, **fields)


def quoted_inside(title: str, lang: Lang) -> str:
    """`title` as it stands between quotation marks of `lang`: those of its own are the inner ones."""
    opening, closing = _INNER[lang]
    turned = title.translate({ord(mark): opening for mark in "“„«"} | {ord(mark): closing for mark in "”»"})
    return re.sub(r'"([^"]*)"', rf"{opening}\1{closing}", turned)


def _when(source: Source, voice: Voice) -> str:
    """When it was published, or else when it was read."""
    if source.published:
        return voice.moment(source.published)
    return say("source-read", voice.lang, day=voice.day(date.fromisoformat(source.read_on)))


def _day(day: str, voice: Voice) -> str:
    """A day within the sentence: English styles of the United States put the month first."""
    there = date.fromisoformat(day)
    return f"{month_name(there.month, 'en')} {there.day}, {there.year}" if voice.lang == "en" else voice.day(there)


def _published(written: str, manner: Manner, voice: Voice) -> str:
    """The date of the page to the precision that is known; in APA the year comes first."""
    parts = written.split("-")
    if not written[-1].isdigit() or len(parts) == 1:
        return voice.moment(written)
    if manner == "chicago":
        return _day(written, voice) if len(parts) == 3 and voice.lang == "en" else voice.moment(written)
    month = month_name(int(parts[1]), voice.lang, voice.style.tradition)
    if len(parts) == 2:
        return voice.digits(f"{parts[0]}{_comma(voice.lang)}{month}")
    day = int(parts[2])
    rest = f"{day} {month}" if voice.lang == "ar" else f"{month} {day}"
    return voice.digits(f"{parts[0]}{_comma(voice.lang)}{rest}")


def _comma(lang: Lang) -> str:
    return "، " if lang == "ar" else ", "
