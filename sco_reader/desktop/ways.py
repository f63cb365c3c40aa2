"""The cards that are no entity, the pages, and the keys and fields that lead there, through time and down the card."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from sco_reader.cards.ids import ABOUT, COMPARE, HOME, PRESS, SINCE
from sco_reader.changedays import change_days
from sco_reader.desktop.as_of import FIRST_DAY, AsOf
from sco_reader.desktop.card_view import CardView
from sco_reader.desktop.history import History, Place, View
from sco_reader.desktop.sheet_jobs import card_behind
from sco_reader.store import Connection

ON_THE_RAIL = {HOME: "organisation", ABOUT: "about_data", PRESS: "claims", SINCE: "changes", COMPARE: "compare"}
"""Which button of the rail stands for a card, by the part of its id before a colon."""


class Ways(QObject):
    """One method a key of `keys.KEYS`, and one a field of the card."""

    place_chosen = Signal(object)
    """A Place; whoever listens shows it at once."""

    def __init__(self, db: Connection, as_of: AsOf, history: History, card: CardView) -> None:
        super().__init__(card)
        self._db = db
        self._as_of = as_of
        self._history = history
        self._card = card
        card.tools.since_chosen.connect(self.show_since)
        card.tools.beside_chosen.connect(self.set_beside)
        card.tools.comparison_cleared.connect(self.clear_comparison)

    @property
    def needs_room(self) -> bool:
        """True in a view that is a table of its own: nobody looks anything up beside it."""
        here = self._history.here
        return here.view == "card" and here.id.partition(":")[0] in (PRESS, SINCE, COMPARE)

    def previous(self) -> None:
        self._as_of.go_to_previous()

    def next(self) -> None:
        self._as_of.go_to_next()

    def previous_change(self) -> None:
        """To the day before this one from which something held that is otherwise before it."""
        self._as_of.set_day(max((day for day in self._change_days if day < self._as_of.day), default=FIRST_DAY))

    def next_change(self) -> None:
        """To the next day from which something else holds; after the last of them, to today."""
        later = (day for day in self._change_days if day > self._as_of.day)
        self._as_of.set_day(min(later, default=self._as_of.today))

    @property
    def _change_days(self) -> list[date]:
        """Those of what is on show, or of the organisation where a page shows all, or what is on show never changes."""
        here = self._history.here
        about = here.id if here.view == "card" and here.id != HOME else None
        return change_days(self._db, about) or change_days(self._db, None)

    def today(self) -> None:
        self._as_of.go_to_today()

    def next_section(self) -> None:
        self._card.step_section(1)

    def previous_section(self) -> None:
        self._card.step_section(-1)

    def timeline(self) -> None:
        self._turn_to("timeline")

    def matrix(self) -> None:
        self._turn_to("matrix")

    def map(self) -> None:
        self._turn_to("map")

    def tables(self) -> None:
        self._turn_to("tables")

    def _turn_to(self, view: View) -> None:
        """To a page that fills the middle; the card that it rests on stays."""
        self.place_chosen.emit(Place(view, card_behind(self._history.here.id)))

    def organisation(self) -> None:
        self.place_chosen.emit(Place("card", HOME))

    def about_data(self) -> None:
        self.place_chosen.emit(Place("card", ABOUT))

    def claims(self) -> None:
        self.place_chosen.emit(Place("card", PRESS))
        self._card.tools.take_focus()

    def changes(self) -> None:
        self.place_chosen.emit(Place("card", SINCE))
        self._card.take_focus()

    def show_since(self, text: str) -> None:
        """Show what changed since the day, the meeting or the month that was typed. Raises NotADate."""
        from sco_reader.typedday import read_day

        since = f"{SINCE}:{read_day(self._db, text, self._as_of.today)}" if text else SINCE
        self.place_chosen.emit(Place("card", since))

    def compare(self) -> None:
        """Set the state or the person on show beside another, which is still to be typed."""
        here = self._card.card
        begun = here is not None and here.kind in ("country", "person") and here.id == self._history.here.id
        self._set((self._history.here.id,) if begun else ())

    def compare_with(self, an_id: str) -> None:
        """Set the state or the person on show beside another."""
        self._set((self._history.here.id, an_id))

    def clear_comparison(self) -> None:
        self._set(())

    def set_beside(self, text: str) -> None:
        """Set what was typed beside what stands there; nothing typed asks for nothing. Raises NotComparable."""
        if not text.strip():
            return
        from sco_reader.cards.beside import with_one_more

        assert self._card.card is not None
        self._set(with_one_more(self._db, self._card.card.compared, text, self._as_of.day))

    def _set(self, ids: tuple[str, ...]) -> None:
        self.place_chosen.emit(Place("card", f"{COMPARE}:{','.join(ids)}"))
        self._card.tools.take_focus()
