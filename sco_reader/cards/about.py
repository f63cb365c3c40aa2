"""The card of the data themselves: what the file holds, how well it is borne out, where its holes are."""

from collections.abc import Sequence
from itertools import zip_longest

from sco_reader import reference
from sco_reader.cards.card import Card, Cell, Fact, Group, Line, Row, Section
from sco_reader.cards.composer import Composer
from sco_reader.cards.ids import ABOUT
from sco_reader.coverage import COUNTED, Coverage, Plain, counted, coverage
from sco_reader.coveragenames import SEAT_COLUMNS, holes_by_name, seats_by_name
from sco_reader.store import meta

_HEADLINE = ("facts", "facts_with_two_publishers", "sources", "audited", "audit_agree")
_KINDS = ("meetings", "councils", "delegations", "documents", "milestones")


def about_card(composer: Composer) -> Card:
    """Coverage for the reader of the window; the same figures as `sco-reader coverage`."""
    say = composer.say
    found = coverage(composer.db)
    horizon = reference.verified_through(composer.db)
    edition = meta(composer.db, "edition")
    share = round(100 * _number(found, "facts_with_two_publishers") / max(_number(found, "facts"), 1))
    facts = tuple(Fact(say(f"coverage-{name}"), counted(found[name])) for name in _HEADLINE)
    return Card(
        id=ABOUT, kind="organisation", lang=composer.lang, on=composer.on, horizon=horizon,
        kicker=(say("about-kicker"),), title=say("about-title"), subtitle=say("status-edition", edition=edition),
        lead=(Line(say("about-lead", day=composer.day(horizon), share=share)),), facts=facts,
        sections=(
            _counts(composer, found), _by_kind(composer, found), _seats(composer, found), _by_year(composer, found),
            _by_class(composer, found), _holes(composer, found),
        ),
    )  # fmt: skip


def _number(found: Coverage, name: str) -> int:
    value = found[name]
    assert isinstance(value, int)
    return value


def _mapping(found: Coverage, name: str) -> dict[str, Plain]:
    value = found[name]
    assert isinstance(value, dict)
    return value


def _of(row: Plain, name: str) -> str:
    assert isinstance(row, dict)
    return counted(row.get(name, ""))


def _counts(composer: Composer, found: Coverage) -> Section:
    rows = [(composer.say(f"coverage-{name}"), counted(found[name])) for name in COUNTED if name not in _HEADLINE]
    return _section(composer, "about-counts", ("column-kind", "column-count"), rows)


def _by_kind(composer: Composer, found: Coverage) -> Section:
    say = composer.say
    rows = [
        (say(f"coverage-kind-{kind}"), _of(row, "facts"), _of(row, "with_source"), _of(row, "with_two_publishers"))
        for kind, row in _mapping(found, "by_kind").items()
    ]
    columns = ("column-kind", "coverage-column-facts", "coverage-column-source", "coverage-column-two")
    return _section(composer, "about-by-kind", columns, rows)


def _seats(composer: Composer, found: Coverage) -> Section:
    """The delegation matrix, a row a meeting: whose head is known, who stayed away, who is not known."""
    rows = seats_by_name(composer.db, found, composer.voice)
    return _section(composer, "about-seats", SEAT_COLUMNS, [row for _, row in rows], links=[link for link, _ in rows])


def _by_year(composer: Composer, found: Coverage) -> Section:
    rows = [(year, *(_of(row, kind) for kind in _KINDS)) for year, row in _mapping(found, "by_year").items()]
    return _section(composer, "about-by-year", ("coverage-column-year", *(f"coverage-{kind}" for kind in _KINDS)), rows)


def _by_class(composer: Composer, found: Coverage) -> Section:
    rows = [
        (composer.say(f"class-{name}"), counted(count)) for name, count in _mapping(found, "sources_by_class").items()
    ]
    return _section(composer, "about-sources", ("column-class", "column-count"), rows)


def _holes(composer: Composer, found: Coverage) -> Section:
    """The heads of delegations whom nobody knows, meeting by meeting, and whatever else is missing."""
    rows = holes_by_name(composer.db, found, composer.voice)
    named, links = [(said,) for _, said in rows], [link for link, _ in rows]
    return _section(composer, "about-holes", ("column-hole",), named, links=links)


def _section(
    composer: Composer,
    key: str,
    columns: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    *,
    links: Sequence[str] = (),
) -> Section:
    named = tuple(composer.say(column) for column in columns)
    listed = tuple(Row(tuple(map(Cell, row)), link=link) for row, link in zip_longest(rows, links))
    groups = (Group("", listed),) if listed else ()
    return Section(key, composer.say(f"section-{key}"), named, groups, len(listed), composer.say("no-holes"))
