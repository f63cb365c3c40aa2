"""The card of all that the press repeats about the organisation: verdict, answer, and the facts that decide."""

from sco_reader import chronicle, reference
from sco_reader.cards.card import Card, Cell, Group, Line, Row, Section
from sco_reader.cards.composer import Composer
from sco_reader.model import Claim

PRESS = "claims-of-the-press"
"""The id under which the window and the terminal open this card; no entity bears it."""


def press_card(composer: Composer) -> Card:
    """Every claim, what is wrong first: all of them, and each verdict apart."""
    say = composer.say
    found = chronicle.claims(composer.db)
    rows = {claim.id: _row(composer, claim) for claim in found}
    groups = {
        verdict: Group(say(f"verdicts-{verdict}"), mine, count=str(len(mine)))
        for verdict in reversed(chronicle.VERDICTS)
        if (mine := tuple(rows[claim.id] for claim in found if claim.verdict == verdict))
    }
    columns = (say("column-claim"), say("column-decided-by"))
    sections = [Section("all", say("claims-all"), columns, tuple(groups.values()), len(found), say("claims-no-match"))]
    sections += [
        Section(verdict, say(f"verdict-{verdict}"), columns, (Group("", group.rows),), len(group.rows),
                say("claims-no-match"))
        for verdict, group in groups.items()
    ]  # fmt: skip
    return Card(
        id=PRESS, kind="organisation", lang=composer.lang, on=composer.on,
        horizon=reference.verified_through(composer.db), kicker=(say("claims-kicker"),), title=say("claims-title"),
        subtitle="", lead=(Line(say("claims-lead")),), sections=tuple(sections), filterable=True,
        disputes=tuple(composer.disputes), sources=tuple(composer.sources),
    )  # fmt: skip


def _row(composer: Composer, claim: Claim) -> Row:
    """The claim with its answer; beside it what its facts are about, each open to the reader."""
    about = [reference.entity(composer.db, an_id) for an_id in claim.about]
    names = tuple((composer.name(entity.name), entity.id) for entity in about)
    decided = Cell(composer.say("list-comma").join(name for name, _ in names), links=names)
    said = Cell(composer.name(claim.claim), sub=composer.name(claim.answer), strong=True)
    return Row((said, decided), composer.marks(claim.evidence, composer.name(claim.claim)), claim.id)
