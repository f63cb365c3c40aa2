"""The table of the card on show as something to take away, to sort, and to see in part."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu

from sco_reader.arabic.bidi import isolate, neutralise
from sco_reader.cards.arrange import Arrangement, taken
from sco_reader.desktop.card_view import CardView
from sco_reader.desktop.clip import table_clip
from sco_reader.desktop.clipboard import put
from sco_reader.desktop.pages import Pages
from sco_reader.desktop.theme import Theme
from sco_reader.errors import CannotWrite
from sco_reader.files import write_whole
from sco_reader.spreadsheet import as_csv
from sco_reader.words import say


class Tabling(QObject):
    """One method a key of `keys.KEYS`. Where a page with a table of its own is in front, it is that table."""

    told = Signal(str)
    problem_found = Signal(object)

    def __init__(self, theme: Theme, card: CardView, pages: Pages) -> None:
        super().__init__(card)
        self._theme = theme
        self._card = card
        self._pages = pages
        self.told.connect(pages.told)
        self.problem_found.connect(pages.problem_found)

    def copy_section(self) -> None:
        """The table on show into the clipboard: tabs for a spreadsheet, HTML for Word and mail, CSV."""
        own = self._pages.own_table
        if own is not None:
            own.copy_table()
            return
        rows = self._rows()
        if len(rows) < 2:
            self.told.emit(say("tables-nothing", self._theme.lang))
            return
        assert self._card.card is not None
        section = self._card.section
        caption = f"{isolate(self._card.card.title)} · {isolate(section.title)}" if section is not None else ""
        put(table_clip(rows, self._theme.lang, caption=caption))
        self.told.emit(self._theme.voice.say("tables-copied", n=len(rows) - 1))

    def save_section(self) -> None:
        """Ask where, then save the table on show as CSV."""
        own = self._pages.own_table
        if own is not None:
            own.export()
            return
        section, card = self._card.section, self._card.card
        if section is None or card is None or not section.rows:
            self.told.emit(say("tables-nothing", self._theme.lang))
            return
        name, _ = QFileDialog.getSaveFileName(
            self._card, say("matrix-export", self._theme.lang), f"{card.id.partition(':')[0]}-{section.key}.csv",
            "CSV (*.csv)",
        )  # fmt: skip
        if name:
            self.save_to(Path(name))

    def save_to(self, target: Path) -> None:
        """Save the table of the card as CSV, whole or not at all."""
        if target.suffix.lower() != ".csv":
            target = target.with_name(f"{target.name}.csv")
        try:
            write_whole(target, as_csv(self._rows()))
        except CannotWrite as error:
            self.problem_found.emit(error)
            return
        self.told.emit(say("sheet-saved", self._theme.lang, file=isolate(neutralise(str(target)))))

    def _rows(self) -> list[list[str]]:
        section, card = self._card.section, self._card.card
        return taken(section, card.sources, self._theme.voice) if section is not None and card is not None else []

    def arrange(self) -> None:
        """Offer the columns of the card's table: to sort by one of them, to leave some out."""
        whole = self._card.whole_section
        if self._pages.own_table is not None or whole is None or not whole.rows:
            self.told.emit(say("tables-nothing", self._theme.lang))
            return
        lang, now = self._theme.lang, self._card.arrangement
        menu = QMenu(self._card)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        named = [(number, name) for number, name in enumerate(whole.columns) if name]
        self._head(menu, say("tables-sort", lang))
        self._offer(menu, "sort", None, say("tables-as-listed", lang), chosen=now.column is None)
        for number, name in named:
            self._offer(menu, "sort", number, name, chosen=now.column == number)
        self._offer(menu, "turn", None, say("tables-descending", lang), chosen=now.descending)
        menu.addSeparator()
        self._head(menu, say("tables-columns", lang))
        for number, name in named:
            self._offer(menu, "show", number, name, chosen=number not in now.hidden)
        menu.triggered.connect(self.take)
        menu.setActiveAction(
            next(action for action in menu.actions() if action.isEnabled() and not action.isSeparator())
        )
        table = self._card.table
        menu.popup(table.viewport().mapToGlobal(table.visualRect(table.currentIndex()).bottomLeft()))

    def _head(self, menu: QMenu, text: str) -> None:
        """A line that names those below it; the section of QMenu is not drawn under a style sheet."""
        action = QAction(text, menu)
        action.setEnabled(False)
        menu.addAction(action)

    def _offer(self, menu: QMenu, what: str, column: int | None, text: str, *, chosen: bool) -> None:
        action = QAction(text, menu)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.setData((what, column))
        menu.addAction(action)

    def take(self, action: QAction) -> None:
        """Arrange the table as the chosen line of the menu has it."""
        what, column = action.data()
        now = self._card.arrangement
        if what == "sort":
            self._card.arrange(replace(now, column=column))
        elif what == "turn":
            self._card.arrange(replace(now, descending=not now.descending))
        else:
            self._card.arrange(Arrangement(now.column, now.descending, now.hidden ^ {column}))
