"""What does a query speak of? Words of many languages by what they mean, from a table in `resources/lookup`.

A cue is the beginning of a word, or the whole word where a full stop follows it; of a cue of several words each must be
there, in any order. Chinese, which puts no spaces, goes by what stands anywhere.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sco_reader.arabic.clitics import bare_forms
from sco_reader.arabic.fold import fold
from sco_reader.paths import resource

_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # Korean and Japanese glue as Chinese does
_FOR_PEOPLE = re.compile("^#.*\n", re.MULTILINE)
_BETWEEN, _WHOLE = " 0 ", "1"
_SHORTEST = 2
_AFTER_LATIN = "\u0250"
_MOST_KEPT = 4096


class Spoken(NamedTuple):
    """What a query speaks of, and by which cues."""

    senses: frozenset[str]
    cues: frozenset[str]
    """The single words of the cues that were met."""

    def of(self, *senses: str) -> bool:
        """True where it speaks of one of them."""
        return not self.senses.isdisjoint(senses)


class Cues:
    """A table of cues: `= sense`, then cues parted by |. Lines that begin with # are for people."""

    def __init__(self, text: str) -> None:
        self._single: dict[str, set[str]] = {}
        self._several: list[tuple[str, frozenset[str]]] = []
        self._han: dict[str, set[str]] = {}
        self._stems: set[str] = set()
        self._by_word: dict[str, frozenset[str]] = {}
        for section in re.split("^= *", _FOR_PEOPLE.sub("", text), flags=re.MULTILINE)[1:]:
            sense, _, cues = section.partition("\n")
            self._add(sense.strip(), [cue.strip() for cue in cues.replace("\n", "|").split("|")])
        self._longest = max(map(len, self._stems))

    def _add(self, sense: str, cues: Sequence[str]) -> None:
        for cue in cues:
            if _HAN.search(cue):  # simplified already: folding it would load the table of traditional characters
                self._han.setdefault(cue, set()).add(sense)
        # Folded in one, with digits for the marks that folding drops: one by one they would take ten times as long.
        plain = _BETWEEN.join(cue for cue in cues if cue and not _HAN.search(cue)).replace(".", _WHOLE)
        for folded in fold(plain).split(_BETWEEN):
            stems = [f"{word[:-1]}." if word.endswith(_WHOLE) else word for word in folded.split()]
            self._stems.update(stems)
            if len(stems) == 1:
                self._single.setdefault(stems[0], set()).add(sense)
            elif stems:
                self._several.append((sense, frozenset(stems)))

    def spoken(self, folded: str, words: Sequence[str]) -> Spoken:
        """What `words` speak of, those of the query `folded`."""
        there = frozenset[str]().union(*map(self.stems_of, words))
        senses: set[str] = set()
        met: set[str] = set()
        for stem in there:
            if stem in self._single:
                senses |= self._single[stem]
                met.add(stem)
        for sense, stems in self._several:
            if stems <= there:
                senses.add(sense)
                met |= stems
        if _HAN.search(folded):
            for cue, of_cue in self._han.items():
                if cue in folded:
                    senses |= of_cue
        return Spoken(frozenset(senses), frozenset(met))

    def senses_of(self, word: str, spoken: Spoken) -> frozenset[str]:
        """What one word says alone."""
        found = [self._single[stem] for stem in self.stems_of(word) & spoken.cues if stem in self._single]
        return frozenset[str]().union(*found)

    def stems_of(self, word: str) -> frozenset[str]:
        """The cues that begin `word`, or that it is, as it stands or without what is glued to it."""
        known = self._by_word.get(word)
        if known is None:
            if len(self._by_word) > _MOST_KEPT:
                self._by_word.clear()
            known = self._by_word[word] = frozenset(
                stem
                for form in (word, *bare_forms(word))
                for stem in (*(form[:end] for end in range(_SHORTEST, min(len(form), self._longest) + 1)), f"{form}.")
                if stem in self._stems and not (stem[-1] == "." and _cut_off(word, form))
            )
        return known


def _cut_off(word: str, form: str) -> bool:
    """True where `form` is but the beginning of a Latin word: of fünfter no fünf."""
    return word < _AFTER_LATIN and form != word and word.startswith(form)


@lru_cache(maxsize=4)
def table(name: str) -> Cues:
    """The table `resources/lookup/NAME.txt`."""
    return Cues(resource(f"lookup/{name}.txt").read_text("utf-8"))
