"""What the user has chosen, kept between starts in a small file of the user's own."""

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Literal, get_args

from sco_reader.arabic.wording import Digits, House, Style, Tradition
from sco_reader.errors import CannotWrite
from sco_reader.files import write_whole
from sco_reader.manners import Manner
from sco_reader.words import Lang

ThemeChoice = Literal["system", "light", "dark"]
ContrastChoice = Literal["system", "more", "normal"]

_MOST_RECENT = 10
_PANELS, _WIDEST = 3, 20_000


@dataclass(slots=True)
class Settings:
    """Every setting with its first value; one declaration serves the window and the file."""

    lang: Lang | Literal[""] = ""
    """Empty: that of the system."""
    theme: ThemeChoice = "system"
    contrast: ContrastChoice = "system"
    """Light or dark, with more contrast or without."""
    text_percent: int = 100
    """90 to 160, of all text in the window."""
    house: House | Literal[""] = ""
    """Whose spelling Arabic names take; empty: that of the reference."""
    months: Tradition | Literal[""] = ""
    """Whose month names; empty: those of the house."""
    digits: Digits = "western"
    hijri: bool = True
    """Days of the Umm al-Qura calendar beside the others."""
    manner: Manner = "chicago"
    """How the clipboard cites a source."""
    watch_clipboard: bool = False
    """What is copied in other programs is answered in a small window, where it is surely known."""
    geometry: str = ""
    """Size, place and state of the window as Qt writes them, in base 64."""
    splits: list[int] = field(default_factory=list)
    """Widths of list, card and sources; 0 for one that was never seen."""
    sources: bool = True
    """False where the reader folded the sources away."""
    place: str = ""
    """What the window showed, as a link; its day where that was not today."""
    menu_bar: bool = True
    """Whether the menu bar stands above the window; F10 opens the menus either way."""
    recent: list[str] = field(default_factory=list)
    """Ids opened lately, the latest first."""
    tabs: list[str] = field(default_factory=list)
    """What each tab showed, as a link; empty where there was one tab alone."""
    wishes: list[str] = field(default_factory=list)
    """Names of what was asked of the command palette lately, the latest first."""

    @property
    def style(self) -> Style:
        """What of it bears on Arabic wording, for cards and sheets."""
        return Style(self.house, self.months, self.digits, self.hijri)

    def opened(self, an_id: str) -> None:
        """Put `an_id` first among the recent ones."""
        self.recent = [an_id, *(other for other in self.recent if other != an_id)][:_MOST_RECENT]

    def wished(self, name: str) -> None:
        """Put the wish `name` first among those asked of the palette."""
        self.wishes = [name, *(other for other in self.wishes if other != name)][:_MOST_RECENT]


_FILE = "settings.json"
_KNOWN: dict[str, tuple[str, ...]] = {
    "lang": ("", "ar", "en"), "theme": get_args(ThemeChoice), "contrast": get_args(ContrastChoice),
    "house": ("", *get_args(House)), "months": ("", *get_args(Tradition)), "digits": get_args(Digits),
    "manner": get_args(Manner),
}  # fmt: skip
"""The words that a setting may be."""


def load_settings(folder: Path) -> Settings:
    """The settings as last saved in the user's folder; whatever is missing or not understood takes its first value."""
    try:
        found = json.loads((folder / _FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    settings = Settings()
    if not isinstance(found, dict):
        return settings
    for setting in fields(Settings):
        value = found.get(setting.name)
        if type(value) is type(getattr(settings, setting.name)):
            setattr(settings, setting.name, value)
    for name, known in _KNOWN.items():
        if getattr(settings, name) not in known:
            setattr(settings, name, getattr(Settings(), name))
    settings.text_percent = min(max(settings.text_percent, 90), 160)
    widths = settings.splits
    if len(widths) != _PANELS or not all(type(wide) is int and 0 <= wide <= _WIDEST for wide in widths):
        settings.splits = []
    for name in ("recent", "wishes", "tabs"):
        setattr(settings, name, [each for each in getattr(settings, name) if isinstance(each, str)][:_MOST_RECENT])
    return settings


def save_settings(settings: Settings, folder: Path) -> bool:
    """Write them whole or not at all; False where the folder cannot be written (the window goes on without)."""
    content = json.dumps(asdict(settings), ensure_ascii=False, indent=1).encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / _FILE, content)
    except (OSError, CannotWrite):
        return False
    return True
