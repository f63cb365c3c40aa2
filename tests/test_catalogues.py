"""The catalogues that wait for their words: they hold the ids of the others, and the window does not offer them yet."""

import importlib.util
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from sco_reader.arabic.bidi import bare, is_rtl, isolate
from sco_reader.arabic.terminal import visual
from sco_reader.words import LANGUAGES

I18N = Path(__file__).parent.parent / "resources/i18n"
WAITING = ("ru", "zh")


def catalogue(lang: str):
    with (I18N / f"{lang}.po").open("rb") as file:
        return read_po(file, locale=lang, abort_invalid=True)


def refresh():
    spec = importlib.util.spec_from_file_location("refresh", I18N / "refresh.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("lang", WAITING)
def test_every_id_waits_there_in_order_with_its_plural_forms(lang):
    english, other = catalogue("en"), catalogue(lang)

    assert [message.id for message in other] == [message.id for message in english], (
        "run: .venv/bin/python resources/i18n/refresh.py"
    )
    forms = {"ru": 3, "zh": 1}[lang]
    assert other.num_plurals == forms
    assert {len(message.string) for message in other if isinstance(message.id, tuple)} == {forms}


@pytest.mark.parametrize(("lang", "numbers"), [("ru", {1: 0, 21: 0, 2: 1, 24: 1, 5: 2, 11: 2, 112: 2}), ("zh", {1: 0, 5: 0})])  # fmt: skip
def test_the_plural_rule_is_that_of_the_language(lang, numbers):
    import gettext

    rule = gettext.c2py(catalogue(lang).plural_expr)
    assert {number: rule(number) for number in numbers} == numbers


@pytest.mark.parametrize("lang", WAITING)
def test_what_is_translated_has_the_fields_of_the_english(lang):
    english = catalogue("en")
    fields = re.compile(r"(?<!{){(\w+)}(?!})")

    def names(message) -> set[str]:
        texts = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        return {name for text in texts for name in fields.findall(text)} - {"n"}

    wrong = [
        message.id
        for message in catalogue(lang)
        if message.id and any(message.string) and names(message) != names(english.get(message.id))
    ]
    assert wrong == []


@pytest.mark.parametrize("lang", WAITING)
def test_a_language_is_offered_when_it_is_complete_and_not_before(lang):
    empty = [message.id for message in catalogue(lang) if message.id and not all(message.string or [""])]
    assert (lang in LANGUAGES) == (empty == [])


def test_a_refresh_keeps_what_was_translated_and_takes_what_is_new():
    module = refresh()
    english, russian = catalogue("en"), catalogue("ru")
    russian["kind-country"].string = "государство"
    english.add("kind-new", "New & “quoted”", auto_comments=[])
    made = module.refreshed("ru", english, russian)

    assert 'msgid "kind-country"\nmsgstr "государство"' in made
    assert '#. New & “quoted”\nmsgid "kind-new"\nmsgstr ""' in made
    assert module.refreshed("ru", catalogue("en"), catalogue("ru")) == (I18N / "ru.po").read_text("utf-8")


def test_no_arabic_sentence_turns_a_day_or_an_option_round():
    """Bare, 2024-07-04 behind an Arabic word is shown as 04-07-2024, and ‹--file› as ‹file--›."""
    said = [text for message in catalogue("ar") if message.id
            for text in (message.string if isinstance(message.string, tuple) else (message.string,))]  # fmt: skip
    lines = [re.sub(r"\{\w+\}", isolate("x"), line) for text in said for line in text.splitlines()]

    typed = r"\d{4}-\d\d(?:-\d\d)?|--[a-z]+"
    turned = [line for line in lines
              if not all(each in visual(line, rtl=is_rtl(line)) for each in re.findall(typed, bare(line)))]  # fmt: skip
    assert turned == []
