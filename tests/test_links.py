"""Links: what is written leads back to the same place, and what is no link ends in one sentence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_reader.errors import BadLink
from sco_reader.links import Link, is_link
from sco_reader.words import sentence

WORDS = st.from_regex(r"[a-z]+(-[a-z]+)*", fullmatch=True)
IDS = st.from_regex(r"[a-z0-9]+([-,][a-z0-9]+)*", fullmatch=True) | st.just("")
LINKS = st.builds(Link, WORDS, IDS, st.none() | st.dates(min_value=date(1000, 1, 1)))


@given(link=LINKS)
def test_a_link_reads_back_as_it_was_written(link):
    assert Link.parse(str(link)) == link
    assert is_link(str(link))


@given(link=LINKS)
def test_a_link_survives_what_browsers_and_mail_do_to_it(link):
    word, _, rest = str(link).partition(":")

    assert Link.parse(f" {word.upper()}://{rest.replace(',', '%2C').replace('-', '%2d')}\n") == link


@given(text=st.text())
def test_no_text_at_all_breaks_the_reader_of_links(text):
    for tried in (text, f"sco-reader:{text}"):
        try:
            Link.parse(tried)
        except BadLink as error:
            sentence(error, "ar")
            sentence(error, "en")


@pytest.mark.parametrize(
    "text",
    [
        "", "sco-reader:", "sco-reader:/", "sco-reader:person/xi jinping", "sco-reader:person/../../etc/passwd",
        "sco-reader:person/xi-jinping?on=2024-13-40", "sco-reader:person/xi-jinping?on=2024", "https://example.org",
        "sco-reader:person/xi-jinping?on=2024-07-04&x=1", "sco-reader:person/<b>x</b>", "sco-reader:person/شي",
        "sco-reader:person/\u202exi", "sco-reader:person/%00", f"sco-reader:person/{'x' * 3000}",
    ],
)  # fmt: skip
def test_what_is_no_link_is_refused_in_one_sentence_in_both_languages(text):
    with pytest.raises(BadLink) as refused:
        Link.parse(text)

    for lang in ("ar", "en"):
        said = sentence(refused.value, lang)
        assert "\n" not in said and "\u202e" not in said and len(said) < 400
