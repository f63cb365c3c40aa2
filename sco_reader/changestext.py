"""What changed between two days, on the terminal: a line a change, with the id to show next and a source."""

from sco_reader.cards.card import Card, Row
from sco_reader.console import Console
from sco_reader.words import say


def write_changes(card: Card, console: Console) -> None:
    """The first section of `card`, kind by kind: day, what, since then, before, id, publisher of the first source."""
    console.line(card.lead[0].text, "bold")
    for group in card.sections[0].groups:
        console.line()
        console.line(f"{group.title} ({group.count})", "link")
        console.table((), [_line(card, row) for row in group.rows], ("quiet", "bold", "", "quiet", "link", "quiet"))


def _line(card: Card, row: Row) -> tuple[str, ...]:
    day, what, now = row.cells
    doubt = f" ({say('uncertain', card.lang)})" if day.uncertain else ""
    named = f"{what.text} · {what.sub}" if what.sub else what.text
    source = card.sources[row.marks.numbers[0] - 1].source.publisher_in(card.lang) if row.marks.numbers else ""
    return day.text + doubt, named, now.text, now.sub, row.link or "", source
