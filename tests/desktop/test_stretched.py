"""Words of other languages are longer: with each text two fifths longer nothing is cut in a small window."""

import math

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from sco_reader import words
from sco_reader.paths import resource
from tests.desktop.views import cut_in_any_view

_MORE = 0.4


def longer(text, lang):
    """The text with a tail of its own script; fields stay as they are."""
    tail = ("ولسوف " if lang == "ar" else "lorem ") * math.ceil(len(text) * _MORE / 6)
    return f"{text} {tail[: math.ceil(len(text) * _MORE)].strip()}" if any(map(str.isalpha, text)) else text


def stretch(lang, folder):
    with resource(f"i18n/{lang}.po").open("rb") as file:
        catalogue = read_po(file, locale=lang)
    for message in catalogue:
        if not message.id:
            continue
        if isinstance(message.string, tuple):
            message.string = tuple(longer(text, lang) for text in message.string)
        else:
            message.string = longer(message.string, lang)
    with (folder / f"{lang}.mo").open("wb") as compiled:
        write_mo(compiled, catalogue)


@pytest.fixture
def stretched(tmp_path, monkeypatch):
    """The program's own catalogues, made longer, where it looks for them."""
    for lang in words.LANGUAGES:
        stretch(lang, tmp_path)
    monkeypatch.setattr(words, "built", lambda name: tmp_path / name)
    words._catalogue.cache_clear()
    yield
    words._catalogue.cache_clear()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_longer_words_are_not_cut(stretched, make_window, qtbot, lang):
    window = make_window(lang, size=(900, 600))
    window.as_of.set_text("hsc-2024")

    assert cut_in_any_view(window, qtbot) == []
