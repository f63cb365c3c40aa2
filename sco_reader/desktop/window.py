"""The window: it creates the panels, places them and joins their signals; what they show they know themselves."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QSplitter, QVBoxLayout

from sco_reader.cards.ids import HOME
from sco_reader.desktop.appearance import Appearance
from sco_reader.desktop.as_of import AsOf
from sco_reader.desktop.as_of_bar import AsOfBar
from sco_reader.desktop.history import History, Place
from sco_reader.desktop.looks import use_style
from sco_reader.desktop.lookup_panel import LookupPanel
from sco_reader.desktop.menu_bar import MenuBar
from sco_reader.desktop.message_bar import MessageBar
from sco_reader.desktop.pages import OWN_PAGES, Pages
from sco_reader.desktop.parts import panel
from sco_reader.desktop.rail import Rail, StatusLine
from sco_reader.desktop.sheet_jobs import card_behind
from sco_reader.desktop.tabs import Tabs
from sco_reader.desktop.theme import Theme, load_other_fonts
from sco_reader.desktop.tidying import Tidier
from sco_reader.errors import UserError
from sco_reader.settings import Settings, save_settings
from sco_reader.store import Connection, meta
from sco_reader.words import say, sentence

if TYPE_CHECKING:
    from sco_reader.cards.card import Card
    from sco_reader.desktop.arrivals import Arrivals
    from sco_reader.desktop.card_view import CardView
    from sco_reader.desktop.context_menu import ContextMenu
    from sco_reader.desktop.copying import Copying
    from sco_reader.desktop.footnotes import Footnotes
    from sco_reader.desktop.guide import Guide
    from sco_reader.desktop.notes_hand import NotesHand
    from sco_reader.desktop.printing import Printing
    from sco_reader.desktop.sources_panel import SourcesPanel
    from sco_reader.desktop.tabling import Tabling
    from sco_reader.desktop.ways import Ways
    from sco_reader.desktop.wishes import Wishes

_SOURCES_FROM, _LABELS_FROM, _LABELS_HIGH, _LIST_FROM, _LIST_BESIDE_MANY = 1120, 1000, 780, 760, 1500


class Window(QMainWindow):
    """Opens on the organisation of today, the look-up field focused.

    The frame and the field come first; the card, its sources and what acts on them follow the first frame.
    """

    card: "CardView"
    sources: "SourcesPanel"
    ways: "Ways"
    copying: "Copying"
    footnotes: "Footnotes"
    tabling: "Tabling"
    guide: "Guide"
    context: "ContextMenu"
    printing: "Printing"
    wishes: "Wishes"
    arrivals: "Arrivals"
    noting: "NotesHand"

    reading_made = Signal()  # the card and what acts on it are there, and show nothing yet
    begun = Signal()
    closing = Signal()

    def __init__(
        self, db: Connection, reference: Path, settings: Settings, theme: Theme, *, today: date, folder: Path
    ) -> None:
        super().__init__()
        self._db = db
        self._settings = settings
        self._folder = folder
        self.theme = theme
        use_style(theme, settings, db)
        self.as_of = AsOf(db, today, self)
        self.history = History(Place("card", HOME))
        self.bar = AsOfBar(self.as_of, theme)
        self.rail = Rail(theme)
        self.lookup = LookupPanel(db, theme)
        self.appearance = Appearance(db, settings, theme, self)
        self.menus = MenuBar(db, settings, theme, self)
        self.tabs = Tabs(db, self.history, settings, theme, self)
        self.message = MessageBar(theme)
        self.status = StatusLine(theme)
        self.pages = Pages(db, reference, self.as_of, theme)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.sources_wanted = True
        self._place()
        self._connect()
        self._painted = self.is_ready = False
        self._later: Iterator[Callable[[], object]] = iter(())
        self.retranslate()
        self.lookup.edit()

    def _place(self) -> None:
        for part in (self.lookup, panel("cardPage"), panel("side")):
            self.split.addWidget(part)
        self.split.setSizes([self.theme.px(284), self.theme.px(664), self.theme.px(272)])
        self.split.setStretchFactor(1, 1)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.lookup.setMinimumWidth(self.theme.px(220))
        self.pages.addWidget(self.split)
        self.reading = reading = QVBoxLayout()
        reading.setSpacing(0)
        reading.addWidget(self.tabs.row)
        reading.addWidget(self.message)
        reading.addWidget(self.pages, 1)
        self.setCentralWidget(self.rail.beside(self.bar, reading, self.status))

    def _connect(self) -> None:
        self.as_of.changed.connect(self.show_day)
        self.bar.language_requested.connect(self.appearance.language)
        self.bar.theme_requested.connect(self.appearance.toggle_mode)
        self.appearance.changed.connect(self.show_anew)
        self.begun.connect(self.appearance.follow_system)
        self.begun.connect(self.appearance.say_words_of_qt)
        self.bar.problem_found.connect(self.show_problem)
        self.rail.view_requested.connect(self._go_to_view)
        self.lookup.entity_opened.connect(self.open_entity)
        self.menus.entity_opened.connect(self.open_entity)
        self.pages.entity_opened.connect(self.open_entity)
        self.pages.told.connect(self.message.tell)
        self.pages.problem_found.connect(self.show_problem)
        self.pages.closed.connect(self.back)
        self.pages.counted.connect(self.status.show_counts)

    def _bring_reading(self) -> None:
        """Make the card, its sources and what acts on them, in the place kept for them."""
        from sco_reader.desktop.reading import bring_reading

        bring_reading(self, self._db, self._settings, self._folder)
        self.reading_made.emit()
        self.is_ready = True
        self._name_panels()

    # What the reader sees

    def open_entity(self, an_id: str) -> None:
        """Show the card of `an_id` and remember the way."""
        self.history.go_to(Place("card", an_id))
        self._settings.opened(an_id)
        self.show_place()
        self.lookup.show_recent(self._settings.recent)
        self.card.verticalScrollBar().setValue(0)

    def show_day(self, day: date) -> None:
        """Turn everything to `day`."""
        self.lookup.show_day(day)
        if self.is_ready:
            self._show_card()

    def go_to(self, place: Place) -> None:
        """Show `place` and remember the way; a page that fills the middle takes the keyboard."""
        self.history.go_to(place)
        self.show_place()
        if place.view in OWN_PAGES:
            self.pages.take_focus()

    def show_place(self) -> None:
        """Show where the history stands."""
        from sco_reader.desktop.ways import ON_THE_RAIL

        place = self.history.here
        at_card = ON_THE_RAIL.get(place.id.partition(":")[0], "search")
        self.rail.mark(at_card if place.view == "card" else place.view)
        if place.view in OWN_PAGES:
            self.pages.show_page(place.view)
        elif place.view == "sheet":
            self.printing.show_sheet(place.id)
        else:
            self.pages.setCurrentWidget(self.split)
            self._fit_list()
        self._show_card()

    def composed(self, an_id: str) -> "Card":
        """The card of `an_id` as of the day, in the language and the style in force. Raises UnknownId."""
        from sco_reader.desktop.composing import composed  # after the first frame: it is not needed to map the window

        theme, days = self.theme, self.as_of
        return composed(self._db, an_id, lang=theme.lang, on=days.day, today=days.today, style=self._settings.style)

    def _show_card(self) -> None:
        place, an_id = self.history.here, card_behind(self.history.here.id)
        try:
            found = self.composed(an_id)
        except UserError as error:
            self.show_problem(error)
            return
        self.footnotes.close_up()
        meeting = next((row for row in self.as_of.meetings if row.id == an_id), None)
        offer = meeting is not None and not meeting.start <= self.as_of.day <= meeting.end
        self.card.show_card(found, offer_day=offer, today=self.as_of.is_today)
        self.sources.show_card(found)
        counts = None if place.view == "card" else self.pages.counts
        self.status.show_card(found, edition=meta(self._db, "edition"), view=counts)
        self.noting.show_card()
        title = self.printing.title(place) or found.title
        self.setWindowTitle(say("window-title", self.theme.lang, title=title))
        self.tabs.refresh()
        self.menus.refresh()

    def show_source(self, number: int) -> None:
        """Bring source `number` of the card into view, its panel too where it was folded away."""
        self.sources_wanted = True
        self._fit(force_sources=True)
        self.sources.show_source(number)

    def show_problem(self, error: UserError) -> None:
        self.message.show_error(sentence(error, self.theme.lang))

    # What the reader wishes: one method a key of `keys.KEYS`, here or on one of the hands

    def search(self) -> None:
        if self.history.here.view != "card":
            self.history.go_to(Place("card", card_behind(self.history.here.id)))
            self.show_place()
        self.lookup.show()
        self.lookup.edit()

    def asof(self) -> None:
        self.bar.edit()

    def back(self) -> None:
        if self.history.go_back():
            self.show_place()

    def forward(self) -> None:
        if self.history.go_forward():
            self.show_place()

    def next_panel(self) -> None:
        if self.history.here.view == "card":
            from sco_reader.desktop.rounds import focus_next_panel

            focus_next_panel(self.bar, self.lookup, self.card, self.noting, self.sources)
            return
        focus = QApplication.focusWidget()
        at_bar = focus is not None and self.bar.isAncestorOf(focus)
        self.pages.take_focus() if at_bar and self.history.here.view != "sheet" else self.bar.edit()

    def toggle_sources(self) -> None:
        """Fold the sources away, or bring them back with the keyboard on the first."""
        if self.sources.isVisible():
            self.sources_wanted = False
            self.sources.hide()
            self.menus.refresh()
        else:
            self.show_source(1)

    def quit(self) -> None:
        self.close()

    def _go_to_view(self, name: str) -> None:
        if self.is_ready:
            self.wishes.way(name)()

    # Words, sizes and the end

    def show_anew(self) -> None:
        """Put every word, colour and size as the settings in force have it."""
        self.retranslate()
        self.show_place()

    def retranslate(self) -> None:
        """Put every word in the language in force."""
        lang = self.theme.lang
        self.bar.retranslate()
        self.rail.retranslate()
        self.lookup.retranslate()
        self.menus.retranslate()
        self.tabs.retranslate()
        self.lookup.setAccessibleName(say("panel-lookup", lang))
        self.pages.retranslate()
        if self.is_ready:
            self._name_panels()

    def _name_panels(self) -> None:
        self.card.setAccessibleName(say("panel-card", self.theme.lang))
        self.sources.setAccessibleName(say("panel-sources", self.theme.lang))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *, force_sources: bool = False) -> None:
        """Narrow: the sources fold away first, then the list gives way to the card."""
        wide = self.width()
        self.rail.set_narrow(wide < self.theme.px(_LABELS_FROM) or self.height() < self.theme.px(_LABELS_HIGH))
        if (beside := self.split.widget(2)) is not None:
            beside.setVisible(self.sources_wanted and (force_sources or wide >= self.theme.px(_SOURCES_FROM)))
        self._fit_list()
        self.menus.refresh()

    def _fit_list(self) -> None:
        """The list gives way to the card in a narrow window, and sooner to a view that is a table of its own."""
        least = _LIST_BESIDE_MANY if self.is_ready and self.ways.needs_room else _LIST_FROM
        wanted = isinstance(QApplication.focusWidget(), QLineEdit) and least == _LIST_FROM
        self.lookup.setVisible(self.width() >= self.theme.px(least) or wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame and the look-up field come first, ready to type into; the card follows the first frame."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        """A round of events after the frame: it has reached the screen, and the first key its field."""
        steps = self._bring_list, self._bring_reading, self._bring_wishes, self._bring_card, *self.lookup.warming
        self._later = iter(steps)
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        """Take the next step of what follows the first frame; between two of them a key that was pressed is heard."""
        step = next(self._later, None)
        if step is not None:
            QTimer.singleShot(0, self._go_on)
            step()

    def _bring_list(self) -> None:
        self.lookup.begin(self.as_of.day, self._settings.recent)

    def _bring_wishes(self) -> None:
        self.wishes.make()
        self.menus.fill(self.wishes)

    def _bring_card(self) -> None:
        load_other_fonts()
        self.tabs.restore()
        self.show_place()
        Tidier(self)
        self.begun.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._step_out()
        elif event.key() == Qt.Key.Key_Slash and not isinstance(QApplication.focusWidget(), QLineEdit):
            self.search()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.setAccepted(self.is_ready and self.context.show_for(event))

    def _step_out(self) -> None:
        """Escape: the message first, then the page on top, then back to the list."""
        if not self.message.isHidden():
            self.message.dismiss()
        elif self.history.here.view != "card":
            self.back()
        else:
            self.lookup.show()
            self.lookup.edit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_ready and not self.noting.close():
            event.ignore()
            return
        self._later = iter(())
        self.closing.emit()
        if self.is_ready:
            from sco_reader.desktop.session import remember

            remember(self, self._settings, self._db)
            self.tabs.remember()
        save_settings(self._settings, self._folder)
        super().closeEvent(event)
