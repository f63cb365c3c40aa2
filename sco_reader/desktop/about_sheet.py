"""What the program is: versions, how far the facts were checked, and the licence of everything in it."""

import re
from importlib import metadata
from typing import NamedTuple

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sco_reader import __version__
from sco_reader.desktop.parts import hairline, label, panel, scroll_area
from sco_reader.desktop.pictures import app_picture
from sco_reader.desktop.text import escaped, leading, show_html, show_text
from sco_reader.desktop.theme import Theme
from sco_reader.words import say

_MARGIN = 24


class Part(NamedTuple):
    """Something that the program is made of. `name` is a word of the catalogue, or a proper name."""

    name: str
    licence: str
    address: str = ""


_OURS = (
    Part("about-code", "MIT"),
    Part("about-facts", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
)
_RESOURCES = (
    Part("IBM Plex Sans, IBM Plex Sans Arabic", "OFL-1.1", "https://github.com/IBM/plex"),
    Part("Amiri", "OFL-1.1", "https://github.com/aliftype/amiri"),
    Part("Noto Naskh Arabic, Noto Sans Armenian, Noto Sans Devanagari", "OFL-1.1", "https://notofonts.github.io/"),
    Part("SCO Reader Han", "OFL-1.1", "https://github.com/notofonts/noto-cjk"),
    Part("flag-icons", "MIT", "https://github.com/lipis/flag-icons"),
    Part("Lucide", "ISC, MIT", "https://lucide.dev/"),
    Part("BidiMirroring.txt", "Unicode-3.0", "https://www.unicode.org/license.txt"),
)
_QT = Part("Qt", "LGPL-3.0-only", "https://www.qt.io/licensing/")


def libraries() -> list[Part]:
    """The libraries that this installation runs with, by name, as their own packages describe them."""
    try:
        wanted = metadata.requires("sco-reader") or []
    except metadata.PackageNotFoundError:  # run from a folder, nothing installed: nothing is known
        return []
    names = [re.split(r"[^\w.-]", each)[0] for each in wanted if "extra ==" not in each]
    found = []
    for name in sorted(names, key=str.casefold):
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        found.append(Part(f"{about['Name']} {about['Version']}", _licence(about), _address(about)))
    return found


def _licence(about: metadata.PackageMetadata) -> str:
    stated = _field(about, "License-Expression") or _field(about, "License")
    if stated:
        return stated.partition("\n")[0]
    classes = [each for each in about.get_all("Classifier") or [] if each.startswith("License ::")]
    return classes[0].rpartition(" :: ")[2] if classes else ""


def _address(about: metadata.PackageMetadata) -> str:
    named = (each.split(", ", 1) for each in about.get_all("Project-URL") or [] if ", " in each)
    links = {name.casefold(): address for name, address in named}
    found = next((links[name] for name in ("homepage", "repository", "source") if name in links), "")
    return found or _field(about, "Home-page")


def _field(about: metadata.PackageMetadata, name: str) -> str:
    found = about.get_all(name)
    return found[0] if found else ""


class AboutSheet(QDialog):
    """Every address can be marked and copied; it is opened only where the reader follows it."""

    def __init__(self, theme: Theme, edition: str, horizon: str, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        lang = theme.lang
        self.setWindowTitle(say("action-about", lang))
        picture = QLabel()
        picture.setPixmap(app_picture(theme.px(56), self.devicePixelRatioF()))
        title = label()
        title.setFont(theme.font("view-title"))
        show_text(title, say("app-name", lang), lang)
        self.versions = label("second", wrap=True)
        self.versions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        show_text(self.versions, say("about-versions", lang, version=__version__, edition=edition, day=horizon), lang)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(title)
        head.addWidget(self.versions)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(head, 1)
        self.area = scroll_area(self._parts(), say("about-parts", lang))
        close = QPushButton(say("sheet-close", lang))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(hairline())
        column.addWidget(self.area, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
        self.resize(min(theme.px(720), window.width() - 2 * _MARGIN), min(theme.px(560), window.height() - _MARGIN))
        self.area.setFocus()

    def _parts(self) -> QWidget:
        lang = self._theme.lang
        page = panel("keyPage")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 8, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        row = 0
        for word, parts in (
            ("about-ours", _OURS), ("about-resources", _RESOURCES), ("about-libraries", (_QT, *libraries())),
        ):  # fmt: skip
            head = label("label")
            head.setFont(self._theme.font("heading"))
            show_text(head, say(word, lang), lang)
            grid.addWidget(head, row, 0, 1, 3)
            row += 1
            for part in parts:
                self._add(grid, row, part)
                row += 1
        note = label("quiet", wrap=True)
        note.setFont(self._theme.font("label"))
        show_text(note, say("about-qt", lang), lang)
        grid.addWidget(note, row, 0, 1, 3)
        grid.setRowStretch(row + 1, 1)
        return page

    def _add(self, grid: QGridLayout, row: int, part: Part) -> None:
        lang = self._theme.lang
        name, licence, address = label(wrap=True), label("second", wrap=True), label("label", wrap=True)
        show_text(name, say(part.name, lang) if part in _OURS else part.name, lang if part in _OURS else "en")
        show_text(licence, part.licence, "en")
        name.setMinimumWidth(self._theme.px(190))
        licence.setMinimumWidth(self._theme.px(150))
        link = escaped(part.address)
        show_html(address, f'<a href="{link}">{link}</a>' if link else "", "en")
        address.setFont(self._theme.font("label"))
        address.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction if link else Qt.TextInteractionFlag.NoTextInteraction
        )
        address.setAccessibleName(part.address)
        address.linkActivated.connect(self.open_address)
        for column, each in enumerate((name, licence, address)):
            each.setAlignment(leading(lang) | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(each, row, column)

    def open_address(self, address: str) -> None:
        """Hand an address to the system's browser; we open no connection ourselves."""
        QDesktopServices.openUrl(QUrl(address))
