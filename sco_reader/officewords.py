"""The words of `resources/lookup/offices.txt`: offices, titles, hosts, and the nouns in the long names of states."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sco_reader.arabic.fold import fold
from sco_reader.paths import resource
from sco_reader.summitwords import IDLE

Phrase = tuple[str, ...]


class Office(NamedTuple):
    phrase: Phrase
    kinds: tuple[str, ...]
    holds: tuple[str, ...]
    """Words of which the office's English name must hold one."""
    owner: str
    """Whose it is where the phrase alone tells, otherwise empty."""


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """The phrases of `resources/lookup/offices.txt`, folded."""

    offices: tuple["Office", ...]
    """The longest phrase first."""
    titles: frozenset[str]
    hosts: frozenset[str]
    statehood: frozenset[str]
    linking: frozenset[str]
    """Words of grammar between a state and its office, part of a name elsewhere: ایران کے صدر, بان کی مون."""
    han: tuple[str, ...]
    """Offices and words of statehood in Chinese, the longest first."""
    every: frozenset[str]
    common: frozenset[str]
    """All of these and other nouns that are part of names and alone name nobody."""


@lru_cache(maxsize=1)
def office_words() -> OfficeWords:
    offices: list[Office] = []
    single: dict[str, set[str]] = {
        "title": set(), "host": set(), "statehood": set(), "linking": set(), "common": set(),
    }  # fmt: skip
    kinds: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    owner = ""
    for line in resource("lookup/offices.txt").read_text("utf-8").splitlines():
        if line.startswith("="):
            of_post, _, owner = line[1:].partition("@")
            of_kinds, _, of_names = of_post.partition(";")
            kinds, holds = tuple(of_kinds.split()), tuple(of_names.split())
        elif line and not line.startswith("#"):
            phrases = [_folded(phrase.strip()) for phrase in line.split("|")]
            if kinds[0] in single:
                single[kinds[0]].update(word for phrase in phrases for word in phrase)
            else:
                offices.extend(Office(phrase, kinds, holds, owner) for phrase in phrases if phrase)
    offices.sort(key=lambda office: -len(office.phrase))
    in_offices = {word for office in offices for word in office.phrase}
    han = sorted((word for word in in_offices | single["statehood"] if word >= "\u3400"), key=len, reverse=True)
    titles, hosts, statehood, linking = (frozenset(single[name]) for name in ("title", "host", "statehood", "linking"))
    every = titles | hosts | statehood | in_offices
    common = every | single["common"]
    return OfficeWords(tuple(offices), titles, hosts, statehood, linking, tuple(han), every, common)


def _folded(phrase: str) -> Phrase:
    # Chinese stands there simplified: folding it would load the table of traditional characters for nothing.
    return (phrase,) if phrase >= "\u3400" else tuple(word for word in fold(phrase).split() if word not in IDLE)


def names_nobody(word: str) -> bool:
    """True for a folded word that alone points to nobody, though it stands in names: الدولة, Republic, Uncle."""
    return word in office_words().common or word.removeprefix("ال") in office_words().common
