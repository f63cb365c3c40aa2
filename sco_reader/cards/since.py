"""The card of what changed between the as-of day and another day, by default since the summit before it."""

from sco_reader import reference
from sco_reader.arabic.bidi import isolate
from sco_reader.cards.card import Card, Cell, Group, Line, Row
from sco_reader.cards.composer import Composer
from sco_reader.cards.tabs import tabs
from sco_reader.changes import KINDS, Change, changes, previous_summit
from sco_reader.dates import day_from


def since_card(composer: Composer, an_id: str) -> Card:
    """Everything that is otherwise, kind by kind: all of it, and each kind apart. Raises NotADate."""
    say = composer.say
    named = an_id.partition(":")[2]
    since = day_from(named) if named else previous_summit(composer.db, composer.on)
    first, last = sorted((since, composer.on))
    found = changes(composer.db, since=first, until=last, lang=composer.lang)
    groups: dict[str, Group] = {}
    for kind in KINDS:
        rows = tuple(_row(composer, change) for change in found if change.kind == kind)
        if rows:
            groups[kind] = Group(say(f"changes-{kind}"), rows, count=str(len(rows)))
    columns = (say("column-dates"), say("column-what"), say("column-now"))
    none = say("changes-none", since=composer.day(first), until=composer.day(last))
    sections = tabs(
        groups, columns, all_title=say("claims-all"), title_of=lambda kind: say(f"changes-tab-{kind}"), empty=none
    )
    return Card(
        id=an_id, kind="organisation", lang=composer.lang, on=composer.on,
        horizon=reference.verified_through(composer.db), kicker=(say("changes-kicker"),), title=say("changes-title"),
        subtitle="", lead=(Line(say("changes-lead", since=composer.day(first), until=composer.day(last))),),
        sections=sections, filterable=True, since=since, disputes=tuple(composer.disputes),
        sources=tuple(composer.sources),
    )  # fmt: skip


def _row(composer: Composer, change: Change) -> Row:
    """Day; whose standing, post or name it is; what it is now, with what it was before."""
    say = composer.say
    name = composer.name(change.name)
    flag = _flag(composer, change)
    office = composer.name(change.office) if change.office else ""
    if change.kind in ("document", "meeting"):
        word = f"document-{change.sort}" if change.kind == "document" else f"body-{change.sort}"
        what, now = Cell(name, strong=True), Cell(say(word), tone="quiet")
    else:
        what = Cell(name, sub=office, flag=flag)
        after, before = _after(composer, change), _before(composer, change)
        tag = say("acting") if change.acting and not office else ""
        status = change.after if change.kind == "standing" else None
        now = Cell(after, sub=before, status=status, strong=change.after is not None or change.kind == "city", tag=tag)
    day = Cell(composer.moment(change.on, short=True), uncertain=not change.on.is_exact, key=change.on.text)
    about = composer.held_by(name, office) if office else name
    return Row((day, what, now), composer.marks(change.evidence, about), change.id)


def _flag(composer: Composer, change: Change) -> str | None:
    owner = change.owner or (change.id if change.kind == "standing" else None)
    return owner if owner is not None and reference.entity(composer.db, owner).kind == "country" else None


def _after(composer: Composer, change: Change) -> str:
    if change.kind == "standing":
        return composer.say(f"status-{change.after}") if change.after else composer.say("changes-ended")
    if change.after_name is None:
        return composer.say("changes-vacant")
    return composer.name(change.after_name)


def _before(composer: Composer, change: Change) -> str:
    """What it was: a standing, a person, a name; a term of the same person that goes on says so."""
    say = composer.say
    if change.kind == "standing":
        said = say(f"status-{change.before}") if change.before else say("status-none")
    elif change.before_name is None:
        return ""
    elif change.before == change.after and change.before is not None:
        return say("changes-now-acting" if change.acting else "changes-new-term")
    else:
        said = composer.name(change.before_name)
    return say("changes-before", what=isolate(said))
