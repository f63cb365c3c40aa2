"""How wide and how high a text is in a role of the theme; remembered, since the next day measures it again."""

from functools import lru_cache

from PySide6.QtGui import QFontMetrics

from sco_reader.desktop.paragraph import paragraph
from sco_reader.desktop.theme import FONTS_CAME, Theme, font_of
from sco_reader.words import Lang

_KEPT = 16_384


def advance(theme: Theme, text: str, role: str) -> int:
    """The width of `text` on one line, in pixels."""
    return _advance(text, role, theme.lang, theme.percent)


def height(theme: Theme, text: str, role: str, width: float, *, rtl: bool = False) -> float:
    """The height of `text` as a paragraph of that width, in pixels."""
    return _height(text, role, width, rtl, theme.lang, theme.percent)


@lru_cache(maxsize=_KEPT)
def _advance(text: str, role: str, lang: Lang, percent: int) -> int:
    return QFontMetrics(font_of(role, lang, percent)).horizontalAdvance(text)


@lru_cache(maxsize=_KEPT)
def _height(text: str, role: str, width: float, rtl: bool, lang: Lang, percent: int) -> float:
    return paragraph(text, font_of(role, lang, percent), width, rtl=rtl, right=rtl)[1]


FONTS_CAME.extend((_advance.cache_clear, _height.cache_clear))
