"""What is pasted reads as it was meant, in fields with and without bidirectional text."""

import re
from html.parser import HTMLParser

from bidi import get_display
from hypothesis import example, given
from hypothesis import strategies as st

from sco_reader.arabic.bidi import bare, isolate
from sco_reader.arabic.order import in_visual_order
from sco_reader.arabic.terminal import shaped
from sco_reader.pasting import for_chat, for_legacy, plain, rich, rich_table
from tests.strategies import mixed_text

ISOLATES, ENDS = "\u2066\u2067\u2068", "\u2069"
OTHERS = re.compile("[\u061c\u200e\u200f\u202a-\u202e]")
langs = st.sampled_from(["ar", "en"])


def seen(text: str, base: str | None) -> str:
    """The line as python-bidi orders it, brackets mirrored: from the right (R), from the left (L), or by its letters.

    Spaces at its ends are nowhere to be seen.
    """
    return in_visual_order(text, rtl=None if base is None else base == "R").strip()


def balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character in ISOLATES) - (character in ENDS)
        if depth < 0:
            return False
    return depth == 0


@given(text=mixed_text, lang=langs)
@example(text="\u2069a\u2068ب", lang="ar")
def test_plain_text_has_isolates_in_pairs_and_no_other_control(text, lang):
    pasted = plain(text, lang)

    assert all(balanced(line) for line in pasted.split("\n"))
    assert not OTHERS.search(pasted)
    assert bare(pasted) == bare(text)


@given(parts=st.lists(mixed_text.map(bare).map(lambda part: " ".join(part.split())), max_size=4), lang=langs)
@example(parts=["3–4", "يوليو", "SCO-24"], lang="ar")
@example(parts=["(بشكيك)", "Bishkek", "2019"], lang="en")
def test_pasted_text_looks_as_composed_in_its_own_paragraph_and_in_one_by_the_first_letter(parts, lang):
    composed = " · ".join(isolate(part) for part in parts)
    base = "R" if lang == "ar" else "L"
    pasted = plain(composed, lang)

    assert seen(pasted, base) == seen(composed, base)
    if re.search(r"[^\W\d_]", bare(pasted)):
        assert seen(pasted, None) == seen(composed, base)


@given(text=mixed_text, lang=langs)
def test_text_for_a_legacy_field_has_no_control_at_all(text, lang):
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", for_legacy(text, lang))


def test_text_of_one_direction_is_pasted_bare():
    for text, lang in (
        (f"{isolate('قاسم جومارت توكاييف')}، {isolate('رئيس كازاخستان')}", "ar"),
        (f"{isolate('Kassym-Jomart Tokayev')}, {isolate('President')}", "en"),
        (isolate("4 يوليو 2024"), "ar"),
    ):
        assert plain(text, lang) == bare(text)


def test_an_isolate_stays_where_the_line_would_read_wrong():
    said = f"{isolate('الرئيس (2019)')}: {isolate('Astana (Nur-Sultan)')}، {isolate('4 يوليو')}"

    assert plain(said, "ar") == "الرئيس (2019): \u2068Astana (Nur-Sultan)\u2069، 4 يوليو"


def test_an_arabic_line_that_begins_in_latin_keeps_its_direction():
    said = f"{isolate('TASS')} نقلت الخبر {isolate('(SCO)')}."

    assert seen(plain(said, "ar"), None) == seen(said, "R")
    assert for_chat("TASS نقلت الخبر.", "ar") == "\u200fTASS نقلت الخبر."
    assert for_chat("نقلت TASS الخبر\nاليوم", "ar") == "نقلت TASS الخبر اليوم"
    assert for_chat("TASS reports", "en") == "TASS reports"


def test_a_legacy_field_gets_joined_letters_in_the_order_in_which_they_are_seen():
    assert for_legacy("قمة 2024 (أستانا)", "ar") == get_display(shaped("قمة 2024 )أستانا("), base_dir="R")
    assert for_legacy("Astana\nقمة", "ar").split("\n") == ["Astana", get_display(shaped("قمة"), base_dir="R")]
    assert for_legacy("Astana summit", "en") == "Astana summit"


class Read(HTMLParser):
    """The directions, languages, tags and text of pasted HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open, self.runs, self.links = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta",):
            self.open.append((tag, dict(attrs)))
        if tag == "a":
            self.links.append(dict(attrs)["href"])

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, text):
        says = [each for _, each in self.open if "dir" in each][-1]
        self.runs.append((text, says["dir"], says["lang"], [tag for tag, _ in self.open]))


def test_rich_text_says_direction_and_language_of_each_run():
    said = f"{isolate('TASS')}، {isolate('«قمة <أستانا>»')}، {isolate('https://tass.com/1?a=1&b=2')}"
    read = Read(rich(said, "ar", italics="TASS"))

    assert [run[:3] for run in read.runs] == [
        ("TASS", "ltr", "en"), ("، «قمة <أستانا>»، ", "rtl", "ar"),
        ("https://tass.com/1?a=1&b=2", "ltr", "en"),
    ]  # fmt: skip
    assert "i" in read.runs[0][3]
    assert read.links == ["https://tass.com/1?a=1&b=2"]
    assert read.open == []
    assert Read(rich("سطر\nline", "ar")).runs[1][:3] == ("line", "ltr", "en")


def test_a_rich_table_runs_as_its_language_does():
    read = Read(rich_table([("الدولة", "Name"), ("الهند", "<India>")], "ar", caption="الدول"))

    assert [(text, direction) for text, direction, _, _ in read.runs] == [
        ("الدول", "rtl"), ("الدولة", "rtl"), ("Name", "ltr"), ("الهند", "rtl"), ("<India>", "ltr"),
    ]  # fmt: skip
    assert [tags[-1] for *_, tags in read.runs if "tr" in tags][:1] == ["th"]
