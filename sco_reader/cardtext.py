"""A card as text: for the terminal, aligned and coloured; for a file, plain and logical."""

import io

from sco_reader.arabic.bidi import bare, in_line, isolate, isolate_noted
from sco_reader.arabic.wording import Style
from sco_reader.cards.card import Card, Marks, Section, Spelling
from sco_reader.console import Console
from sco_reader.voice import PLAIN, Voice
from sco_reader.words import Lang, say


def write_card(card: Card, console: Console, style: Style = PLAIN) -> None:
    """Everything that the card says, its sources at the end."""
    lang = card.lang
    voice = Voice(lang, style)
    console.line(_joined(*card.kicker), "quiet")
    console.line(card.title, "bold")
    if card.subtitle:
        console.line(card.subtitle, "quiet")
    for line in card.lead:
        console.line(f"{line.text}{_notes(line.marks, voice)}")
    if card.note:
        console.line(card.note)
    console.line()
    doubt = say("uncertain", lang)
    console.table((), [
        (fact.label, _joined(fact.value, fact.sub, doubt if fact.uncertain else "") + _notes(fact.marks, voice))
        for fact in (*card.names, *card.facts)
    ], ("quiet", ""))  # fmt: skip
    if card.also:
        spellings = " · ".join(isolate(_spelt(spelt, lang)) + _notes(spelt.marks, voice) for spelt in card.also)
        console.line(f"{say('also-written', lang)}: {spellings}", "quiet")
    for section in card.sections:
        if section.rows:
            console.line()
            console.line(section.title, "bold")
            write_section(section, console, voice)
    if card.disputes:
        console.line()
        console.line(say("cli-disputes", lang), "warn")
        for dispute in card.disputes:
            about = isolate(dispute.about.removesuffix("."))
            console.line(f"{about}: {isolate(dispute.text)}{_notes(dispute.marks, voice)}")
    _write_sources(card, console, voice)


def write_section(section: Section, console: Console, voice: Voice) -> None:
    """The groups of one section as tables; what comes after the as-of day is marked by brackets."""
    for group in section.groups:
        if not group.rows:
            continue
        if group.title and group.title != section.title:
            console.line()
            console.line(f"{group.title} ({group.count})" if group.count else group.title, "link")
        rows = []
        for row in group.rows:
            cells = [_joined(cell.text, cell.tag) for cell in row.cells]
            if row.later:
                cells[0] = f"[{cells[0]}]"
            rows.append((*cells, _notes(row.marks, voice).strip()))
        console.table((*section.columns, say("column-source", voice.lang)), rows)


def _write_sources(card: Card, console: Console, voice: Voice) -> None:
    if not card.sources:
        return
    console.line()
    console.line(say("cli-sources", card.lang), "bold")
    for number, citation in enumerate(card.sources, 1):
        source = citation.source
        published = voice.moment(source.published) if source.published else ""
        said = [
            isolate_noted(source.publisher_in(card.lang)),
            *(isolate(text) for text in (source.title, published, citation.at) if text),
        ]
        console.line(f"{voice.digits(str(number))}. {say('list-comma', card.lang).join(said)}")
        console.line(f"   {isolate(source.address)}", "quiet")


def text_of(card: Card, style: Style = PLAIN) -> str:
    """The card as a text file in the digits of a house: logical order, no colours, no control characters."""
    stream = io.StringIO()
    write_card(card, Console(stream, card.lang, "logical"), style)
    return bare(stream.getvalue())


def _joined(*parts: str) -> str:
    return " · ".join(map(in_line, filter(None, parts)))


def _spelt(spelling: Spelling, lang: Lang) -> str:
    where = say("list-comma", lang).join(spelling.where)
    return f"{spelling.text} ({where})" if where else spelling.text


def _notes(marks: Marks, voice: Voice) -> str:
    numbers = [*map(str, marks.numbers), *(f"≠{number}" for number in marks.against)]
    return voice.digits(f" [{say('list-comma', voice.lang).join(numbers)}]") if numbers else ""
