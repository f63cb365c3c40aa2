"""Which place of the window does a link mean, and which link leads back to a place?"""

from datetime import date

from sco_reader import reference
from sco_reader.cards.ids import COMPARE, HOME, NO_ENTITY, SINCE
from sco_reader.desktop.history import Place
from sco_reader.desktop.pages import OWN_PAGES
from sco_reader.desktop.sheet_jobs import view_of
from sco_reader.desktop.ways import ON_THE_RAIL
from sco_reader.errors import BadLink, UnknownId
from sco_reader.links import Link
from sco_reader.store import Connection

_CARDS = {name.replace("_", "-"): card for card, name in ON_THE_RAIL.items()} | {name: name for name in NO_ENTITY}


def place_of(db: Connection, link: Link) -> Place:
    """The place that `link` leads to, whose card can surely be shown. Raises BadLink, UnknownId or NotADate."""
    if link.what in OWN_PAGES:
        return Place(link.what, HOME)  # type: ignore[arg-type]  # OWN_PAGES are views
    if link.what == "sheet" and link.id:
        return Place("sheet", reference.entity(db, link.id).id)
    if link.what == SINCE and link.id:
        return Place("card", f"{SINCE}:{reference.as_of(db, link.id)}")
    if link.what == COMPARE and link.id:
        kinds = {reference.entity(db, each).kind for each in link.id.split(",")}
        if len(kinds) > 1 or not kinds <= {"country", "person"}:
            raise BadLink(text=link)
        return Place("card", f"{COMPARE}:{link.id}")
    if link.what in _CARDS and not link.id:
        return Place("card", _CARDS[link.what])
    if not link.id:
        raise BadLink(text=link)
    if reference.entity(db, link.id).kind != link.what:
        raise UnknownId(id=f"{link.what}/{link.id}")
    return Place("card", link.id)


def link_to(db: Connection, place: Place, on: date | None) -> Link:
    """The link that leads to `place` on the day `on`; None leaves the day to whoever opens it."""
    if place.view in OWN_PAGES:
        return Link(place.view, "", on)
    if place.view == "sheet" and view_of(place.id):
        return Link(view_of(place.id), "", on)
    name, _, ids = place.id.partition(":")
    if name in NO_ENTITY:
        return Link(name, ids, on)
    if place.view == "sheet":
        return Link("sheet", place.id, on)
    return Link(reference.entity(db, place.id).kind, place.id, on)
