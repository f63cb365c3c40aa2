"""Counted phrases have the six forms that Arabic grammar wants, by the rule of CLDR."""

import re
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.pofile import read_po

from sco_reader.errors import DataHasProblems
from sco_reader.words import say, sentence

PO = Path(__file__).parent.parent / "resources/i18n/ar.po"
FORMS = ("zero", "one", "two", "few", "many", "other")


def messages():
    with PO.open("rb") as file:
        return [message for message in read_po(file, locale="ar") if message.id]


COUNTED = [message.id[0] for message in messages() if isinstance(message.id, tuple)]


def test_the_catalogue_chooses_as_cldr_does():
    with PO.open("rb") as file:
        chosen = read_po(file, locale="ar").plural_expr
    rule = eval(f"lambda n: {_python(chosen)}")  # the expression of our own file
    cldr = Locale("ar").plural_form

    assert [n for n in range(1001) if FORMS[int(rule(n))] != cldr(n)] == []


def _python(expression: str) -> str:
    """gettext's C expression `a ? b : c` as Python says it."""
    found = re.fullmatch(r"\(?(.*?) \? (\d) : (.*?)\)?", expression)
    if found is None:
        return expression.strip("()")
    condition = found[1].replace("&&", " and ").replace("||", " or ")
    return f"{found[2]} if ({condition}) else ({_python(found[3])})"


@pytest.mark.parametrize("key", COUNTED)
def test_none_one_and_two_are_said_in_words_and_the_rest_with_the_number(key):
    message = next(message for message in messages() if message.id[0] == key and isinstance(message.id, tuple))

    assert len(message.string) == 6
    assert not any("{n}" in form for form in message.string[:3]), message.string
    assert all("{n}" in form for form in message.string[3:]), message.string


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("timeline-documents-n", {0: "لا وثائق", 1: "وثيقة واحدة", 2: "وثيقتان", 3: "3 وثائق", 10: "10 وثائق", 11: "11 وثيقةً",
                                  99: "99 وثيقةً", 100: "100 وثيقة", 103: "103 وثائق", 111: "111 وثيقةً", 202: "202 وثيقة"}),
        ("cli-problems", {2: "مشكلتان.", 7: "7 مشكلات.", 12: "12 مشكلةً.", 100: "100 مشكلة."}),
        ("timeline-months", {3: "3 أشهر", 11: "11 شهرًا", 100: "100 شهر"}),
        ("timeline-years", {2: "سنتان", 10: "10 سنوات", 30: "30 سنةً", 100: "100 سنة"}),
    ],
)  # fmt: skip
def test_the_noun_has_the_number_and_case_that_its_count_wants(key, said):
    assert {n: say(key, "ar", n=n) for n in said} == said


def test_an_error_that_counts_has_the_forms_too():
    assert "مشكلتان" in sentence(DataHasProblems(n=2, folder="data"), "ar")
    assert "11 مشكلةً" in sentence(DataHasProblems(n=11, folder="data"), "ar")
    assert "one problem" in sentence(DataHasProblems(n=1, folder="data"), "en")


def test_no_number_is_glued_to_a_noun_in_a_message_without_forms():
    # A symbol (كم², ٪), a preposition (من, منذ, في) and a colon want no form.
    glued = re.compile(r"\{(?:n|n_text|count)\} (?!من\b|منذ\b|كم²)[\u0621-\u064a]")

    assert [m.id for m in messages() if isinstance(m.string, str) and glued.search(m.string)] == []
