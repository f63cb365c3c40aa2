"""What leaves the window by the clipboard."""

from itertools import product

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu

from sco_reader.arabic.bidi import bare, isolate
from sco_reader.citation import with_source
from sco_reader.desktop.card_view import CardView
from sco_reader.desktop.clip import citation_clip, text_clip
from sco_reader.desktop.clipboard import empty_clip, put
from sco_reader.desktop.footnotes import Footnotes
from sco_reader.desktop.pages import Pages
from sco_reader.desktop.sources_panel import SourcesPanel
from sco_reader.desktop.theme import Theme
from sco_reader.manners import MANNERS, Manner
from sco_reader.model import Citation
from sco_reader.store import Connection
from sco_reader.voice import voice_of
from sco_reader.words import LANGUAGES, Lang, say

_LONGEST_TOLD = 160


class Copying(QObject):
    """One method a key of `keys.KEYS` or a line of a menu: each copies, and tells what."""

    told = Signal(str)

    def __init__(self, db: Connection, theme: Theme, card: CardView, sources: SourcesPanel) -> None:
        super().__init__(card)
        self._db = db
        self._theme = theme
        self._card = card
        self._sources = sources
        self._asked: Citation | None = None

    def serve(self, pages: Pages, footnotes: Footnotes) -> None:
        """Copy what the card asks for, and each source that any part of the window wants cited; tell it as pages do."""
        self.told.connect(pages.told)
        self._card.copy_requested.connect(self.copy_words)
        for teller in (self._sources, pages, footnotes):
            teller.copy_requested.connect(self.cite)

    # Facts and names

    def copy_fact(self) -> None:
        """The fact under the keyboard with who says so, when, and where."""
        fact, citation = self._card.chosen_fact()
        self._put(with_source(fact, citation, self._theme.voice) if fact else "")

    def copy_alone(self) -> None:
        """The fact under the keyboard without its source."""
        self._put(self._card.chosen_fact()[0])

    def copy_words(self) -> None:
        """What stands under the keyboard: a cell, a value, or the name on the card."""
        self._put(self._card.chosen_words())

    def copy_for_message(self) -> None:
        """The fact on one line with its publisher, for a messenger: text alone, no markup, no address."""
        from sco_reader.pasting import for_chat

        fact, citation = self._card.chosen_fact()
        said = with_source(fact, citation, self._theme.voice, address=False) if fact else ""
        self._put_text(for_chat(said, self._theme.lang), said)

    def copy_for_legacy(self) -> None:
        """The words under the keyboard, or the name on the card, for a field without bidi: shaped, in visual order."""
        from sco_reader.pasting import for_legacy

        said = self._card.chosen_words()
        self._put_text(for_legacy(said, self._theme.lang), said)

    def copy_name(self) -> None:
        """The name on the card, as the house spells it."""
        self._put(self._card.card.title if self._card.card is not None else "")

    # Sources

    def copy_citation(self) -> None:
        """The chosen source as the settings have it."""
        self.cite(self._citation())

    def cite(self, citation: object) -> None:
        """Copy one source as the settings have it."""
        self._cite(citation, self._theme.manner, self._theme.lang)

    def copy_chicago_ar(self) -> None:
        self._cite(self._citation(), "chicago", "ar")

    def copy_chicago_en(self) -> None:
        self._cite(self._citation(), "chicago", "en")

    def copy_apa_ar(self) -> None:
        self._cite(self._citation(), "apa", "ar")

    def copy_apa_en(self) -> None:
        self._cite(self._citation(), "apa", "en")

    def cite_as(self) -> None:
        """Ask in which form the chosen source is to be copied."""
        if self._citation() is None:
            self.told.emit(say("copied-no-source", self._theme.lang))
            return
        self._asked = self._citation()  # the menu takes the keyboard away from it
        menu = QMenu(self._card)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for manner, lang in product(MANNERS, LANGUAGES):
            action = QAction(say(f"action-copy-{manner}-{lang}", self._theme.lang), menu)
            action.setData((manner, lang))
            menu.addAction(action)
        menu.triggered.connect(self.cite_chosen)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._sources.place_of_current() or QCursor.pos())

    def cite_chosen(self, action: QAction) -> None:
        """Copy the source that was asked for in the form of `action`."""
        self._cite(self._asked, *action.data())

    def _citation(self) -> Citation | None:
        """The source under the keyboard; else the first of the chosen fact."""
        if self._sources.list.hasFocus():
            return self._sources.current
        return self._card.chosen_fact()[1] or self._sources.current

    def _cite(self, citation: object, manner: Manner, lang: Lang) -> None:
        if not isinstance(citation, Citation):
            self.told.emit(say("copied-no-source", self._theme.lang))
            return
        voice = self._theme.voice
        clip = citation_clip(citation, manner, voice if lang == voice.lang else voice_of(self._db, lang, voice.style))
        self._put_clip(clip, clip.text())

    # Whatever it is

    def tell(self, text: str) -> None:
        """Tell that `text` is on the clipboard."""
        line = " ".join(bare(text).split())
        short = line if len(line) <= _LONGEST_TOLD else f"{line[: _LONGEST_TOLD - 1]}…"
        self.told.emit(say("copied", self._theme.lang, text=isolate(short)))

    def _put(self, said: str) -> None:
        self._put_clip(text_clip(said, self._theme.lang) if said else empty_clip(), said)

    def _put_text(self, text: str, said: str) -> None:
        """`text` as it is, with no rich form beside it; `said` is the same in logical order."""
        clip = empty_clip()
        clip.setText(text)
        self._put_clip(clip, said)

    def _put_clip(self, clip: QMimeData, said: str) -> None:
        if not said:
            self.told.emit(say("copied-nothing", self._theme.lang))
            return
        put(clip)
        self.tell(said)
