"""The timeline with its foot: what the organisation was on the as-of day."""

from collections import Counter
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sco_reader import reference, timeline
from sco_reader.arabic.bidi import isolate_noted
from sco_reader.cards.footnote import footnote_of
from sco_reader.desktop.as_of import FIRST_DAY, AsOf
from sco_reader.desktop.marks import Asked
from sco_reader.desktop.parts import label, panel, picture
from sco_reader.desktop.pictures import status_pixmap
from sco_reader.desktop.text import show_text
from sco_reader.desktop.theme import Theme
from sco_reader.desktop.timeline_view import TimelineView
from sco_reader.store import Connection
from sco_reader.timeline import Item
from sco_reader.words import say


class TimelinePage(QWidget):
    """Joins the timeline and its foot; the as-of date turns both."""

    footnote_asked = Signal(object)
    """An Asked."""
    counted = Signal()
    """`counts` says something else."""

    def __init__(self, db: Connection, as_of: AsOf, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._db = db
        self._as_of = as_of
        self._theme = theme
        self.view = TimelineView(theme, self)
        self._foot = panel("side")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._foot_row = QHBoxLayout(self._foot)
        self._foot_row.setContentsMargins(16, 8, 16, 8)
        self._foot_row.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self._foot)
        places = {meeting.id: meeting.city_name for meeting in reference.meetings(db)}
        self.view.show_items(
            timeline.items(db, summit_posts=True), first=FIRST_DAY, horizon=as_of.horizon, places=places
        )
        self._asked_about = ""
        self.view.day_chosen.connect(as_of.set_day)
        self.view.canvas.footnote_asked.connect(self.ask_footnote)
        self.view.canvas.publishers_of = self.publishers_of
        self.view.canvas.range_changed.connect(self.counted)
        as_of.changed.connect(self.show_day)
        self.retranslate()

    @property
    def counts(self) -> str:
        """How many lanes there are, and how much of what lies in them falls into the years on show."""
        voice, canvas = self._theme.voice, self.view.canvas
        lanes = voice.say("timeline-lanes", n=len(canvas.lanes))
        shown = voice.say("timeline-shown", n=canvas.in_view)
        return voice.say("timeline-counts", lanes=lanes, shown=shown)

    def retranslate(self) -> None:
        self.view.retranslate()
        self.show_day(self._as_of.day)

    def ask_footnote(self, item: Item, where: QRect) -> None:
        """Ask for the footnote of an item; from there Enter goes on to its card, where all its sources stand."""
        voice = self._theme.voice
        found = footnote_of(
            self._db, timeline.evidence_of(self._db, item), item.label(voice.lang), voice, self._as_of.day
        )
        self._asked_about = item.id
        self.footnote_asked.emit(Asked(found, where, 0, True, self._open_card, "footnote-help-card"))

    def _open_card(self, _number: int) -> None:
        self.view.entity_opened.emit(self._asked_about)

    def publishers_of(self, item: Item) -> str:
        """Who says so, on one line."""
        evidence = timeline.evidence_of(self._db, item)
        lang = self._theme.lang
        cited = evidence.citations if evidence else ()
        names = dict.fromkeys(isolate_noted(each.source.publisher_in(lang)) for each in cited)
        return f"{say('sources-title', lang)}: {say('list-comma', lang).join(names)}" if names else ""

    def show_day(self, day: date) -> None:
        self.view.show_as_of(day, today=self._as_of.today)
        while (taken := self._foot_row.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        lang, theme = self._theme.lang, self._theme
        heading = label("label" if self._as_of.is_today else "asof")
        show_text(heading, say("day-panel", lang, day=theme.voice.day(day)), lang)
        heading.setFont(theme.font("heading"))
        self._foot_row.addWidget(heading)
        tally = Counter(row.status for row in reference.states(self._db, on=day))
        for status in reference.SCO_STATUSES:
            if not tally[status]:
                continue
            self._foot_row.addSpacing(10)
            mark = picture()
            mark.setPixmap(status_pixmap(theme, status, 10, self.devicePixelRatioF()))
            self._foot_row.addWidget(mark)
            count = theme.voice.digits(str(tally[status]))
            self._foot_row.addWidget(QLabel(f"{say(f'statuses-{status}', lang)}  <b>{count}</b>"))
        self._foot_row.addStretch()
