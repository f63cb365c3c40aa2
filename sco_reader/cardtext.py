"""A card as text: for the terminal, aligned and coloured; for a file, plain and logical."""

import io

from sco_reader.arabic.bidi import bare, isolate
from sco_reader.cards.card import Card, Marks, Section
from sco_reader.console import Console
from sco_reader.words import say

_COMMA = {"en": ", ", "ar": "، "}


def write_card(card: Card, console: Console) -> None:
    """Everything that the card says, its sources at the end."""
    lang = card.lang
    console.line(_joined(*card.kicker), "quiet")
    console.line(card.title, "bold")
    if card.subtitle:
        console.line(card.subtitle, "quiet")
    for line in card.lead:
        console.line(f"{line.text}{_notes(line.marks)}")
    if card.note:
        console.line(card.note)
    console.line()
    doubt = say("uncertain", lang)
    console.table((), [
        (fact.label, _joined(fact.value, fact.sub, doubt if fact.uncertain else "") + _notes(fact.marks))
        for fact in (*card.names, *card.facts)
    ], ("quiet", ""))  # fmt: skip
    if card.also:
        console.line(f"{say('also-written', lang)}: {_joined(*card.also)}", "quiet")
    for section in card.sections:
        if section.rows:
            console.line()
            console.line(section.title, "bold")
            write_section(section, console, card)
    if card.disputes:
        console.line()
        console.line(say("cli-disputes", lang), "warn")
        for dispute in card.disputes:
            console.line(f"{isolate(dispute.about)}. {isolate(dispute.text)}{_notes(dispute.marks)}")
    _write_sources(card, console)


def write_section(section: Section, console: Console, card: Card) -> None:
    """The groups of one section as tables; what comes after the as-of day is marked by brackets."""
    for group in section.groups:
        if not group.rows:
            continue
        if group.title:
            console.line()
            console.line(f"{group.title} ({group.count})" if group.count else group.title, "link")
        rows = []
        for row in group.rows:
            cells = [_joined(cell.text, cell.tag) for cell in row.cells]
            if row.later:
                cells[0] = f"[{cells[0]}]"
            rows.append((*cells, _notes(row.marks).strip()))
        console.table((*section.columns, say("column-source", card.lang)), rows)


def _write_sources(card: Card, console: Console) -> None:
    if not card.sources:
        return
    console.line()
    console.line(say("cli-sources", card.lang), "bold")
    for number, citation in enumerate(card.sources, 1):
        source = citation.source
        said = [source.publisher, source.title, source.published or "", citation.at or ""]
        console.line(f"{number}. {_COMMA[card.lang].join(map(isolate, filter(None, said)))}")
        console.line(f"   {isolate(source.address)}", "quiet")


def text_of(card: Card) -> str:
    """The card as a text file: logical order, no colours, no control characters."""
    stream = io.StringIO()
    write_card(card, Console(stream, card.lang, "logical"))
    return bare(stream.getvalue())


def _joined(*parts: str) -> str:
    return " · ".join(map(_isolated, filter(None, parts)))


def _isolated(part: str) -> str:
    """`part` isolated; a list of years has no letter to tell its direction, and runs as the line does."""
    return part if " " in part and not any(map(str.isalpha, part)) else isolate(part)


def _notes(marks: Marks) -> str:
    numbers = [*map(str, marks.numbers), *(f"≠{number}" for number in marks.against)]
    return f" [{', '.join(numbers)}]" if numbers else ""
