"""How the window looks: colours by token, fonts by role, one style sheet. Nothing else sets a colour or a font.

The tokens are those of the design (resources/style/tokens.json); a test computes their contrast. Red (`asof`) is for
time alone. With more contrast all grounds are one, panels and whatever was tinted are told apart by lines.
"""

import json
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette, QPen
from PySide6.QtWidgets import QApplication

from sco_reader.manners import Manner
from sco_reader.paths import resource
from sco_reader.voice import Voice
from sco_reader.words import Lang

Mode = Literal["light", "dark"]
Contrast = Literal["normal", "more"]

# role: family, weight, Arabic px, Latin px (the design's table of type)
_SERIF, _SANS = "Amiri", "sans"
_ROLES = {
    "title": (_SERIF, QFont.Weight.Bold, 38.0, 34.0),
    "view-title": (_SERIF, QFont.Weight.Bold, 24.0, 23.0),
    "body": (_SANS, QFont.Weight.Normal, 13.5, 13.0),
    "strong": (_SANS, QFont.Weight.Medium, 14.0, 13.0),
    "label": (_SANS, QFont.Weight.Normal, 12.0, 11.5),
    "heading": (_SANS, QFont.Weight.DemiBold, 13.5, 13.0),
    "asof": (_SANS, QFont.Weight.DemiBold, 16.0, 15.0),
    "mark": (_SANS, QFont.Weight.DemiBold, 10.5, 10.5),
    "count": (_SANS, QFont.Weight.DemiBold, 14.0, 13.5),
}  # fmt: skip

_FONTS_OF: dict[Lang, tuple[str, ...]] = {
    "en": ("IBMPlexSans-Regular.ttf", "IBMPlexSans-Medium.ttf", "IBMPlexSans-SemiBold.ttf"),
    "ar": ("IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-Medium.ttf", "IBMPlexSansArabic-SemiBold.ttf"),
}
_TITLES = "Amiri-Bold.ttf"

# Scripts of names and of titles of sources that few cards show, by the letters that call for them.
_RARE = (
    (re.compile("[\u2e80-\uffef\U00020000-\U0003ffff]"), "SCOReaderHan-Regular.otf"),
    (re.compile("[\u0530-\u058f]"), "NotoSansArmenian-Regular.ttf"),
    (re.compile("[\u0900-\u097f]"), "NotoSansDevanagari-Regular.ttf"),
)
_RARE_FAMILIES = ("SCO Reader Han", "Noto Sans Armenian", "Noto Sans Devanagari")

_FAMILIES = {
    "ar": ["IBM Plex Sans Arabic", "IBM Plex Sans", *_RARE_FAMILIES],
    "en": ["IBM Plex Sans", "IBM Plex Sans Arabic", *_RARE_FAMILIES],
}


class Theme(QObject):
    """The look in force. `changed` tells painters to repaint; style sheet and palette are set before it is sent."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mode: Mode = "light"
        self.contrast: Contrast = "normal"
        self.lang: Lang = "en"
        self.percent = 100
        self.voice = Voice("en")
        """How names, days and numbers are said; the window sets it, since it knows the reference."""
        self.manner: Manner = "chicago"
        """How the clipboard cites a source."""
        self._colours = _colours(self.mode, self.contrast)

    def colour(self, token: str) -> QColor:
        """The colour of a token such as `ink2`, `asof` or `st-member-tint`."""
        return QColor(self._colours[token])

    def status_colours(self, status: str) -> tuple[QColor, QColor]:
        """Ink and tint of a status; guests and the Shanghai Five look as applicants do."""
        name = {"dialogue_partner": "dialogue", "sco_partner": "partner"}.get(status, status)
        if f"st-{name}" not in self._colours:
            name = "applicant"
        return self.colour(f"st-{name}"), self.colour(f"st-{name}-tint")

    def rim(self, token: str) -> QPen:
        """What draws the edge of a tint or a selection: nothing, or a line where contrast took the tint away."""
        return QPen(self.colour(token), 1) if self.contrast == "more" else QPen(Qt.PenStyle.NoPen)

    @property
    def later(self) -> float:
        """How opaque is what comes after the as-of day; at three quarters ink keeps a contrast of 7."""
        return 0.75 if self.contrast == "more" else 0.42

    def font(self, role: str) -> QFont:
        """The font of a role (title, body, label …) in the script of the window, at the user's text size."""
        return QFont(font_of(role, self.lang, self.percent))

    def px(self, size: float) -> int:
        """A length of the design's grid at the user's text size."""
        return round(size * self.percent / 100)

    @property
    def look(self) -> tuple[object, ...]:
        """Equal as long as nothing is to be said or drawn anew."""
        return self.mode, self.contrast, self.lang, self.percent, self.voice

    def use(self, *, mode: Mode, lang: Lang, percent: int, contrast: Contrast = "normal") -> None:
        """Put mode, contrast, language and text size in force, for the whole application."""
        self.mode, self.contrast, self.lang, self.percent = mode, contrast, lang, percent
        self._colours = _colours(mode, contrast)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(self._palette())
        app.setFont(self.font("body"))
        sheet = _style_sheet(self.colour, self.px, mode, contrast)
        if sheet != app.styleSheet():  # Qt goes through every widget again, even for the same sheet
            app.setStyleSheet(sheet)
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, token in (
            (QPalette.ColorRole.Window, "window"), (QPalette.ColorRole.WindowText, "ink"),
            (QPalette.ColorRole.Base, "card"), (QPalette.ColorRole.AlternateBase, "side"),
            (QPalette.ColorRole.Text, "ink"), (QPalette.ColorRole.Button, "card"),
            (QPalette.ColorRole.ButtonText, "ink"), (QPalette.ColorRole.Highlight, "select"),
            (QPalette.ColorRole.HighlightedText, "ink"), (QPalette.ColorRole.Link, "accent"),
            (QPalette.ColorRole.PlaceholderText, "ink3"), (QPalette.ColorRole.ToolTipBase, "raised"),
            (QPalette.ColorRole.ToolTipText, "ink"), (QPalette.ColorRole.Mid, "line"),
            (QPalette.ColorRole.Accent, "accent"),
        ):  # fmt: skip
            palette.setColor(role, self.colour(token))
        return palette


@lru_cache(maxsize=64)
def font_of(role: str, lang: Lang, percent: int) -> QFont:
    """The font of `Theme.font`; whoever changes it takes a copy."""
    family, weight, arabic, latin = _ROLES[role]
    font = QFont(["Amiri", *_FAMILIES[lang]] if family == _SERIF else _FAMILIES[lang])
    font.setWeight(weight)
    font.setPixelSize(round((arabic if lang == "ar" else latin) * percent / 100))
    return font


@lru_cache(maxsize=1)
def _tokens() -> dict[str, dict[str, str]]:
    found = json.loads(resource("style/tokens.json").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def _colours(mode: Mode, contrast: Contrast) -> dict[str, str]:
    return _tokens()[mode if contrast == "normal" else f"{mode}-more"]


def load_fonts(lang: Lang) -> None:
    """Register the fonts of the first frame: those of the window's own language."""
    for name in _FONTS_OF[lang]:
        _register(name)


FONTS_CAME: list[Callable[[], None]] = []
"""Called when fonts were registered: a text may be wider or narrower ever since."""


@lru_cache(maxsize=1)
def load_other_fonts() -> None:
    """Register the fonts of titles and of the other language, once, before the first card is shown."""
    for name in (_TITLES, *_FONTS_OF["en"], *_FONTS_OF["ar"]):
        _register(name)


def load_fonts_for(text: str) -> None:
    """Register the fonts of rarer scripts that `text` is written in, each once: Han is as large as all the others."""
    for letters, name in _RARE:
        if letters.search(text):
            _register(name)


@lru_cache(maxsize=64)
def _register(name: str) -> None:
    QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}")))
    for forget in FONTS_CAME:
        forget()


def system_mode() -> Mode:
    """Light or dark, as the desktop has it."""
    return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def system_contrast() -> Contrast:
    """More contrast where the desktop wants it."""
    hints = QGuiApplication.styleHints()  # kept: PySide takes what `accessibility` gives away with it
    return "more" if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast else "normal"


def _style_sheet(colour: Callable[[str], QColor], px: Callable[[float], int], mode: Mode, contrast: Contrast) -> str:
    """The one style sheet: frames, fields, buttons, scroll bars. What is painted by hand asks `Theme` itself."""
    fill = {token: colour(token).name() for token in _tokens()["light"]}
    template = resource("style/window.qss").read_text("utf-8")
    if contrast == "more":
        template += resource("style/contrast.qss").read_text("utf-8")
    for name in ("chevron-down", "check"):
        drawn = resource(f"icons/{name}-{mode}.svg").as_posix()
        template = template.replace(f'"@{name.partition("-")[0]}"', f'"{drawn}"')
    for token in sorted(fill, key=len, reverse=True):
        template = template.replace(f"@{token};", f"{fill[token]};").replace(f"@{token} ", f"{fill[token]} ")
    for size in (1, 2, 3, 4, 5, 6, 8, 10, 11, 12, 16, 24, 28, 30, 34):
        template = template.replace(f"#{size}px", f"{px(size) if size > 2 else size}px")
    return template
