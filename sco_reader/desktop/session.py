"""Where the window stood when it was closed, so that the next start finds it so."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from sco_reader.desktop.history import Place
from sco_reader.errors import UserError
from sco_reader.settings import Settings
from sco_reader.store import Connection

if TYPE_CHECKING:
    from sco_reader.desktop.window import Window

_PANELS = 3


def remember(window: "Window", settings: Settings, db: Connection) -> None:
    """Note size, place and state of `window`, and what it shows on which day."""
    from base64 import b64encode

    from sco_reader.desktop.places import link_to
    from sco_reader.desktop.sheet_jobs import view_of

    settings.geometry = b64encode(window.saveGeometry().data()).decode("ascii")
    before = settings.splits or [0] * _PANELS
    # A panel that is folded away measures nothing: it keeps the width that it had.
    settings.splits = [now or old for now, old in zip(window.split.sizes(), before, strict=True)]
    settings.sources = window.sources_wanted
    here = window.history.here
    prints_view = here.view == "sheet" and view_of(here.id)
    # A sheet is compiled: not at every start. The link of one that prints a view is that of the view.
    place = Place("card", here.id) if here.view == "sheet" and not prints_view else here
    as_of = window.as_of
    settings.place = str(link_to(db, place, None if as_of.is_today else as_of.day))


def restore_looks(window: "Window", settings: Settings) -> None:
    """Give `window`, not yet shown, the size, state and widths that it had; what is not understood is passed over."""
    from base64 import b64decode

    try:
        window.restoreGeometry(QByteArray(b64decode(settings.geometry, validate=True)))
    except ValueError:
        settings.geometry = ""
    if settings.splits:
        window.split.setSizes(settings.splits)
    window.sources_wanted = settings.sources


def restore_place(window: "Window", settings: Settings, db: Connection, *, on: date | None) -> None:
    """Lead to what `window` showed; `on` goes before its day. What is no longer there is passed over."""
    if settings.place:
        from sco_reader.desktop.places import place_of
        from sco_reader.links import Link

        try:
            link = Link.parse(settings.place)
            window.history.go_to(place_of(db, link))
        except UserError:
            return
        on = on or link.on
    if on is not None:
        window.as_of.set_day(on)
