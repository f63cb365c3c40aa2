"""The card of all that the press repeats about the organisation: verdict, answer, and the facts that decide."""

from sco_reader import chronicle, reference
from sco_reader.cards.card import Card, Cell, Group, Line, Row
from sco_reader.cards.composer import Composer
from sco_reader.cards.ids import PRESS
from sco_reader.cards.tabs import tabs
from sco_reader.model import Claim


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
    sections = tabs(
        groups, columns, all_title=say("claims-all"), title_of=lambda verdict: say(f"verdict-{verdict}"),
        empty=say("claims-no-match"),
    )  # fmt: skip
    return Card(
        id=PRESS, kind="organisation", lang=composer.lang, on=composer.on,
        horizon=reference.verified_through(composer.db), kicker=(say("claims-kicker"),), title=say("claims-title"),
        subtitle="", lead=(Line(say("claims-lead")),), sections=sections, filterable=True,
        disputes=tuple(composer.disputes), sources=tuple(composer.sources),
    )  # fmt: skip


def _row(composer: Composer, claim: Claim) -> Row:
    """The claim with its answer; beside it what its facts are about, each open to the reader."""
    about = [reference.entity(composer.db, an_id) for an_id in claim.about]
    names = tuple((composer.name(entity.name), entity.id) for entity in about)
    decided = Cell(composer.say("list-comma").join(name for name, _ in names), links=names)
    said = Cell(composer.name(claim.claim), sub=composer.name(claim.answer), strong=True)
    return Row((said, decided), composer.marks(claim.evidence, composer.name(claim.claim)), claim.id)
