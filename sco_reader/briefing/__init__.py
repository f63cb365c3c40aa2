"""Briefing sheets: what a card says, on paper. PDF by Typst, Word by python-docx, a web page, plain text."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from sco_reader.arabic.wording import Style
from sco_reader.briefing.context import context, sheet_card
from sco_reader.cards.card import Card
from sco_reader.errors import UnknownEnding
from sco_reader.files import write_whole
from sco_reader.model import Lang
from sco_reader.store import Connection
from sco_reader.voice import PLAIN

SheetLang = Literal["ar", "en", "both"]

ENDINGS = (".pdf", ".docx", ".html", ".txt")


def pdf_bytes(db: Connection, an_id: str, *, lang: SheetLang, on: date | None, style: Style = PLAIN) -> bytes:
    """The sheet of one entity as PDF/UA-1, in the style of a house. Raises UnknownId."""
    from sco_reader.briefing.typeset import pdf_of

    return pdf_of([context(db, found, style) for found in _cards(db, [an_id], lang, on, style)])


def write_sheet(
    db: Connection, ids: Sequence[str], *, lang: SheetLang, on: date | None, target: Path | None, style: Style = PLAIN
) -> Path:
    """Write the sheets of `ids` into one file, by its ending; without a target it names itself in this folder.

    `on` None means a meeting's last day, and today for all else. Raises UnknownId, UnknownEnding, CannotWrite.
    """
    name = ids[0] if len(ids) == 1 else f"{ids[0]}-more"
    target = target or Path(f"{name}-{lang}.pdf")
    ending = target.suffix.lower()
    if ending not in ENDINGS:
        raise UnknownEnding(file=target, known=ENDINGS)
    cards = _cards(db, ids, lang, on, style)
    write_whole(target, _content(db, cards, ending, style))
    return target


def _cards(db: Connection, ids: Sequence[str], lang: SheetLang, on: date | None, style: Style) -> list[Card]:
    langs: tuple[Lang, ...] = ("ar", "en") if lang == "both" else (lang,)
    today = date.today()  # the reader's own day
    return [sheet_card(db, an_id, lang=each, on=on, today=today, style=style) for each in langs for an_id in ids]


def _content(db: Connection, cards: list[Card], ending: str, style: Style) -> bytes:
    if ending == ".pdf":
        from sco_reader.briefing.typeset import pdf_of

        return pdf_of([context(db, found, style) for found in cards])
    parts = [context(db, found, style) for found in cards]
    if ending == ".docx":
        from sco_reader.briefing.word import word_of

        return word_of(parts)
    if ending == ".html":
        from sco_reader.briefing.page import page_of

        return page_of(parts).encode()
    from sco_reader.cardtext import text_of

    return "\n\n".join(text_of(found, style) for found in cards).encode()
