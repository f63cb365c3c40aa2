"""Putting the settings in force: look, language, direction, and how names and days are said."""

from PySide6.QtCore import Qt

from sco_reader.desktop.theme import Contrast, Mode, Theme, system_contrast, system_mode
from sco_reader.settings import Settings
from sco_reader.store import Connection
from sco_reader.voice import voice_of


def use_settings(theme: Theme, settings: Settings) -> None:
    """Put the settings in force: look, language and text size."""
    mode, contrast = wanted_look(settings)
    theme.use(mode=mode, contrast=contrast, lang=settings.lang or "en", percent=settings.text_percent)


def wanted_look(settings: Settings) -> tuple[Mode, Contrast]:
    """Light or dark, and the contrast: as chosen, or as the desktop has it now."""
    mode = system_mode() if settings.theme == "system" else settings.theme
    return mode, system_contrast() if settings.contrast == "system" else settings.contrast


def use_style(theme: Theme, settings: Settings, db: Connection) -> None:
    """Let the window say names, days and numbers as the chosen house does, and cite in the chosen manner."""
    theme.voice = voice_of(db, theme.lang, settings.style)
    theme.manner = settings.manner


def direction_of(theme: Theme) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if theme.lang == "ar" else Qt.LayoutDirection.LeftToRight
