"""Unicode's own test of the bidirectional algorithm, all of its lines, against what a terminal is given.

BidiCharacterTest.txt and BidiMirroring.txt are in Debian's package unicode-data. The first says of each line its
direction, its levels and its order (P2 to L2); L3 and L4, which it leaves out, are told here from its levels.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pytest

from sco_reader.arabic.bidi import bare, is_rtl
from sco_reader.arabic.mirror import MIRROR
from sco_reader.arabic.order import in_visual_order

UNICODE = Path("/usr/share/unicode")
LINES = 91_707
"""Of version 15.0; a later one may have more."""


class Case(NamedTuple):
    text: str
    direction: bool | None
    paragraph: int
    levels: list[int | None]
    order: list[int]


def the_file(name: str) -> list[str]:
    path = UNICODE / name
    if not path.is_file():
        pytest.fail(f"{path} is missing: install it with `apt-get install unicode-data`, then try again.")
    return [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def cases() -> list[Case]:
    return [case(line) for line in the_file("BidiCharacterTest.txt")]


def case(line: str) -> Case:
    points, direction, paragraph, levels, order = line.split(";")
    return Case(
        "".join(chr(int(point, 16)) for point in points.split()), {"0": False, "1": True, "2": None}[direction],
        int(paragraph), [None if level == "x" else int(level) for level in levels.split()], list(map(int, order.split())),
    )  # fmt: skip


@lru_cache(maxsize=1)
def kin() -> dict[str, list[str]]:
    """For each class of letters, digits and signs the characters that may stand in for one another."""
    found = defaultdict(list)
    for character in map(chr, range(0x21, 0x3000)):
        kind = unicodedata.bidirectional(character)
        if (
            kind in ("L", "R", "AL", "EN", "AN", "ON", "ET")
            and character not in MIRROR
            and not unicodedata.mirrored(character)
        ):
            found[kind].append(character)
    return found


def told_apart(text: str) -> str:
    """`text` with another character of the same class for each that is repeated: the file writes א for every R, and
    an order that is wrong among them would look right."""
    seen: dict[str, int] = defaultdict(int)
    result = []
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in kin() and character not in MIRROR:
            result.append(kin()[kind][seen[kind] % len(kin()[kind])])
            seen[kind] += 1
        else:
            result.append(character)
    return "".join(result)


def as_seen(text: str, levels: list[int | None], order: list[int]) -> Iterator[str]:
    """The line by rules L2 to L4, from the levels and the order of the file."""
    for place in order:
        if is_odd(levels[place]) and is_mark(text[place]) and base_of(text, levels, place) is not None:
            continue
        yield MIRROR.get(text[place], text[place]) if is_odd(levels[place]) else text[place]
        if is_odd(levels[place]):
            following = place + 1
            while following < len(text) and (levels[following] is None or is_mark(text[following])):
                if levels[following] is not None:
                    yield text[following]
                following += 1


def base_of(text: str, levels: list[int | None], mark: int) -> int | None:
    place = mark - 1
    while place >= 0 and (levels[place] is None or is_mark(text[place])):
        place -= 1
    return place if place >= 0 else None


def is_odd(level: int | None) -> bool:
    return level is not None and level % 2 == 1


def is_mark(character: str) -> bool:
    return unicodedata.bidirectional(character) == "NSM"


def test_the_file_is_whole():
    assert len(cases()) >= LINES


def test_every_line_is_ordered_and_mirrored_as_unicode_has_it():
    wrong = []
    for text, direction, _, levels, order in cases():
        shown = in_visual_order(text, rtl=direction)
        if shown != bare("".join(as_seen(text, levels, order))):
            wrong.append((text, direction, shown))

    assert wrong == []


def test_every_line_is_ordered_so_when_no_two_letters_are_alike():
    wrong = []
    for text, direction, _, levels, order in cases():
        unlike = told_apart(text)
        shown = in_visual_order(unlike, rtl=direction)
        if shown != bare("".join(as_seen(unlike, levels, order))):
            wrong.append((unlike, direction, shown))

    assert wrong == []


def test_the_direction_of_a_paragraph_is_that_of_its_first_strong_letter():
    undirected = [case for case in cases() if case.direction is None]

    assert len(undirected) >= 28
    assert [case.text for case in undirected if is_rtl(case.text) != bool(case.paragraph)] == []


def test_a_line_without_a_direction_is_ordered_by_its_first_strong_letter():
    texts = dict.fromkeys(case.text for case in cases())

    assert [text for text in texts if in_visual_order(text) != in_visual_order(text, rtl=is_rtl(text))] == []


def test_mirror_images_are_those_of_unicode():
    pairs = (line.partition("#")[0].split(";") for line in the_file("BidiMirroring.txt"))
    told = {chr(int(one, 16)): chr(int(other, 16)) for one, other in pairs}

    assert len(MIRROR) == 428
    assert MIRROR.items() <= told.items()  # equal to version 15.0; a later one may have more


def test_brackets_at_a_right_to_left_level_mirror_and_others_stay():
    for one, image in MIRROR.items():
        assert in_visual_order(f"א{one}א", rtl=False) == f"א{image}א"
        assert in_visual_order(f"a{one}a", rtl=True) == f"a{one}a"


@pytest.mark.parametrize(
    ("line", "rtl", "shown"),
    [
        ("ب\u064e\u0651ت", True, "تب\u064e\u0651"),
        ("a\u0301ب\u0651", False, "a\u0301ب\u0651"),  # neither mark goes to its neighbour
        ("ب\u0651a\u0301", True, "a\u0301ب\u0651"),
        ("ب(\u0331ت)\u0331", True, "(\u0331ت)\u0331ب"),
        ("1\u0301 ب", True, "ب 1\u0301"),
        ("ب\u200d\u0651", True, "ب\u0651"),  # rule X9 takes the joiner out, and the mark is the letter's
    ],
)
def test_marks_stand_behind_their_base_and_in_their_order(line, rtl, shown):
    assert in_visual_order(line, rtl=rtl) == shown
