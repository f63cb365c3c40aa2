"""How sure is a match? The scores of the look-up, used by the index when it is built and by the search when it asks.

1 is the name itself; CONFIDENT and above would open without asking; what was only heard, or mended letter by letter,
stays below it.
"""

from collections.abc import Iterator

CONFIDENT = 0.9
"""At this score or above the program would open the entity without asking."""

GUESS = 0.7
"""Below this a match is a guess: it is offered as "did you mean", three lines at most."""

FAINT = 0.3
"""Below this nothing is shown at all."""

HIGHEST_GUESS = 0.89
"""The most that sound or a mended slip can reach."""

LONGEST_BEGINNING = 20
"""Letters of a beginning that the index knows; a longer query is looked up by its words."""

SHORTEST_SLIP = 4
"""Letters of a word in which one slip still leaves it recognisable."""

# Equal matches: whom the reader most likely means.
_KINDS = ("country", "person", "meeting", "organisation", "city", "document")


def kind_rank(kind: str) -> int:
    return _KINDS.index(kind)


def whole_score(weight: int) -> float:
    """All of a spelling was typed; `weight` is that of its form (0 the name in use)."""
    return 1.0 - 0.01 * weight


def word_score(words: int, count: int, weight: int, form: str) -> float:
    """`words` whole words of a spelling of `count`: a surname alone is nearly as good as the name."""
    return 0.95 - 0.01 * min(count - words, 8) - 0.005 * weight - (0.04 if form == "id" else 0.0)


_SURNAME = 0.012


def surname_bonus(kind: str, folded: str, part: str) -> float:
    """What a word alone gains where a person's name ends in it: the press names people by their surnames (عارف)."""
    return _SURNAME if kind == "person" and folded.endswith(" " + part) else 0.0


_SON_OF = ("بن", "bin")


def is_fathers(folded: str, part: str) -> bool:
    """True where `part` stands in a name like "Zayed bin Sultan" but does not begin it: his father's, his house's.

    What is asked without more is the man's own name.
    """
    return any(f" {word} " in folded for word in _SON_OF) and not folded.replace(" ", "").startswith(part)


def beginning_score(letters: int, length: int, whole: bool, form: str) -> float:
    """The first `letters` of a spelling of `length` (`whole`), or of one of its words."""
    return (0.72 if whole else 0.62) + 0.17 * min(letters / length, 1.0) - (0.04 if form == "id" else 0.0)


def left_out(word: str) -> Iterator[str]:
    """`word` and each text that it gives with one letter left out (symmetric deletion, W. Garbe)."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def certainty(consonants: int) -> float:
    """How much a likeness of sound says: the fewer consonants, the more names share them."""
    return {1: 0.6, 2: 0.78, 3: 0.9}.get(consonants, 1.0)


def heard_quality(asked: str, word: str, skeletons: frozenset[str]) -> float:
    """Two words that sound alike: the more consonants the surer; within one script the spelling counts too."""
    consonants = max((len(skeleton) for skeleton in skeletons), default=0)
    sure = certainty(consonants)
    from rapidfuzz.distance import Levenshtein

    from sco_reader.arabic.sound import in_latin  # its tables are of use to whoever misspells, and to nobody else

    if script(asked) != script(word):
        return (0.76 + 0.18 * Levenshtein.normalized_similarity(in_latin(asked), in_latin(word))) * sure
    return (0.62 + 0.34 * Levenshtein.normalized_similarity(asked, word)) * sure


def slip_quality(asked: str, word: str) -> float:
    """Two words of one script that differ by slips of the pen; 0 where they differ by too much."""
    from rapidfuzz.distance import OSA

    distance = OSA.distance(asked, word)
    most = 1 if max(len(asked), len(word)) < 7 else 2
    if distance > most:
        return 0.0
    return 1.0 - 0.55 * distance / max(len(asked), len(word))


def misheard_quality(asked: str, word: str, skeletons: frozenset[str]) -> float:
    """Two words whose sounds differ by one consonant."""
    return 0.82 * heard_quality(asked, word, skeletons)


def script(word: str) -> int:
    """A number for the script of a folded word: its row of 256 code points."""
    return ord(word[0]) >> 8 if word else -1
