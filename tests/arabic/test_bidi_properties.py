"""What holds of every text, whoever wrote it: no control leaves us, no fragment breaks out, no letter is lost."""

import unicodedata
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sco_reader.arabic.bidi import FSI, LRI, PDI, RLI, balanced, bare, is_rtl, isolate, neutralise
from sco_reader.arabic.mirror import MIRROR
from sco_reader.arabic.order import in_visual_order
from sco_reader.arabic.terminal import for_terminal, shaped, visual
from tests.strategies import CONTROLS, mixed_text

any_line = st.one_of(
    mixed_text,
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\n\r\x1c\x1d\x1e\x85\u2029"), max_size=40),
)
TAGS = {"\U000e01ee", "\U000e01ef"}
"""The two variation selectors, of no meaning and no width, that ordering keeps for itself and drops."""
directions = st.sampled_from([None, False, True])


def is_balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character in (FSI, LRI, RLI)) - (character == PDI)
        if depth < 0:
            return False
    return depth == 0


@given(text=any_line, rtl=directions)
@example(text="\u2067abc", rtl=None)
@example(text="\U000e01eeب\U000e01ef(", rtl=True)
def test_visual_text_has_no_control_characters(text, rtl):
    shown = visual(text, rtl=rtl)

    assert bare(shown) == shown


@given(text=any_line, mode=st.sampled_from(["auto", "logical", "visual"]), is_terminal=st.booleans(), rtl=st.booleans())
def test_no_control_is_written_anywhere(text, mode, is_terminal, rtl):
    said = for_terminal(text, mode, is_terminal=is_terminal, rtl=rtl)

    assert bare(said) == said


@given(text=any_line, rtl=directions)
def test_ordering_loses_no_letter_and_adds_none(text, rtl):
    def letters(line: str) -> Counter[str]:
        return Counter(
            min(character, MIRROR.get(character, character))
            for character in bare(line)
            if unicodedata.bidirectional(character) not in ("BN", "") and character not in TAGS
        )

    assert letters(in_visual_order(text, rtl=rtl)) == letters(text)


@given(text=any_line)
@example(text="\u200e")
def test_a_line_without_right_to_left_letters_stays_as_it_is(text):
    kinds = {unicodedata.bidirectional(character) for character in text}

    if bare(text) == text and TAGS.isdisjoint(text) and kinds <= {"L", "EN", "ES", "ET", "CS", "WS", "ON", "NSM"}:
        assert visual(text) == visual(text, rtl=False) == in_visual_order(shaped(text), rtl=False) == text


@given(before=any_line, fragment=any_line, after=any_line)
@example(before="", fragment="\u2069\u2069abc\u2067", after="")
@example(before="", fragment="\u202eabc", after="def")
def test_a_fragment_never_opens_or_closes_an_isolate_around_it(before, fragment, after):
    line = f"{bare(before)}{isolate(fragment)}{bare(after)}"

    assert is_balanced(line)
    assert line.index(PDI) == len(line) - len(bare(after)) - 1


@given(fragment=any_line)
def test_what_follows_an_isolated_fragment_stands_where_it_stood(fragment):
    line = in_visual_order(f"قبل {isolate(fragment)} بعد", rtl=True)

    assert line.startswith("دعب ") and line.endswith(" لبق")


@given(text=any_line, cuts=st.lists(st.integers(0, 60)))
def test_lines_that_were_cut_are_balanced_and_say_the_same(text, cuts):
    places = sorted({min(cut, len(text)) for cut in cuts} | {0, len(text)})
    lines = [text[start:end] for start, end in pairwise(places)]
    composed = [line.replace(PDI, "") for line in lines]  # a closing without an opening is never composed

    assert all(is_balanced(line) for line in balanced(composed))
    assert [bare(line) for line in balanced(composed)] == [bare(line) for line in composed]


def test_a_fragment_that_a_break_cuts_keeps_its_direction():
    first, second = balanced([f"قال {FSI}وزير", f"SCO والأمين{PDI} ثم"])

    assert first == f"قال {FSI}وزير{PDI}"
    assert second == f"{RLI}SCO والأمين{PDI} ثم"


@given(text=any_line)
def test_controls_from_outside_are_shown_and_the_rest_is_kept(text):
    shown = neutralise(text)

    assert bare(shown) == shown
    for control in CONTROLS:
        assert shown.count(f"[U+{ord(control):04X}]") >= text.count(control)


@pytest.mark.parametrize(
    ("text", "rtl"),
    [
        (f"{FSI}Tokayev{PDI} قال", True),
        (f"{RLI}قاسم{PDI} Tokayev", False),
        (f"{FSI}قاسم", False),
        (f"{LRI}a{LRI}b{PDI}ج{PDI} د", True),
        ("2024", False),
    ],
)
def test_the_direction_of_a_line_is_that_of_its_first_letter_outside_isolates(text, rtl):
    assert is_rtl(text) is rtl
