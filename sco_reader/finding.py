"""What did the reader mean, where no name begins as typed? One query, read in way after way until an answer is sure."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice, pairwise, product

from sco_reader import likeness, roles, weighing
from sco_reader.arabic.chinese import is_chinese, parts_in_chinese
from sco_reader.arabic.clitics import bare_forms, case_stem
from sco_reader.arabic.fold import fold, words_of
from sco_reader.arabic.scripts import is_other
from sco_reader.arabic.sound import joined_sounds, sounds, spelt_out
from sco_reader.asked import by_meeting, by_office, capital_of
from sco_reader.choosing import MOST_OF_HINTS, chosen, fitted, hints_of
from sco_reader.likeness import Related
from sco_reader.matching import (
    CONFIDENT,
    GUESS,
    HIGHEST_GUESS,
    SHORTEST_SLIP,
    is_fathers,
    surname_bonus,
    whole_score,
)
from sco_reader.officewords import names_nobody
from sco_reader.queryparts import in_step, is_arabic, parts_of, stripped, telling
from sco_reader.search import Hit, Spelling, begun, has_keys, known_words, spellings
from sco_reader.spellings import ADJECTIVES, TOPIC
from sco_reader.store import Connection
from sco_reader.summitwords import COMMON, IDLE

_WHOLE = "SELECT id FROM spelling WHERE joined IN (SELECT value FROM json_each(:texts)) AND form != 'topic' LIMIT 60"

_WORDS = "SELECT rowid FROM spelling_fts WHERE spelling_fts MATCH :words ORDER BY rowid LIMIT :most"

_NEAREST = 16
_ENDING, _APOSTROPHE = re.compile(r"(?<=\w\w)['’]\w{1,6}\b|(?<=[A-ZÇĞİÖŞÜƏА-ЯЁҚҢҒҮҰӨҺІ]{2})-\w{1,4}\b"), 0.985
_LETTERS_OF_KEYS = 0.8
_CASE, _HEARD_WELL = 0.97, 0.8
_OTHER_KEYS, _HEARD_OF_KEYS, _OF_KEYS = 0.04, 0.8, 0.8
_SERVANT_OF = "عبد"
_MOST_WORDS, _FEW_WORDS, _MOST_SHARED = 14, 4, 300
_IN_STEP = 0.01
_MOST_READINGS, _LONGEST_HEARD = 128, 32


class Finder:
    """One query and what has been found for it."""

    def __init__(self, db: Connection, raw: str, folded: str, on: date | None, *, of_other_keys: bool = False) -> None:
        self._db = db
        self._raw = raw
        self._folded = folded
        self._han = is_chinese(folded[:1])
        self._on = on
        self._of_other_keys = of_other_keys
        self._words = telling(folded)
        self._closed_up()
        self._hints = hints_of(folded, self._words)
        self._best: dict[str, Hit] = {}
        self._related: list[Related] = []

    def _closed_up(self) -> None:
        """عبد الله, نزار باييف: neighbours that the index has as one word of a name are one word."""
        if len(self._words) < 2:
            return
        pairs = [first + second for first, second in pairwise(self._words)]
        known = self._known([*self._words, *pairs])
        words = self._words[:1]
        for word in self._words[1:]:
            parted = words[-1] == _SERVANT_OF or not {word, words[-1]} & known
            if parted and words[-1] + word in known:
                words[-1] += word
            else:
                words.append(word)
        self._words = words

    def note(self, hits: Iterable[Hit]) -> None:
        """Keep, for each entity, the surest way in which it was found."""
        for hit in hits:
            known = self._best.get(hit.id)
            if known is None or hit.score > known.score:
                self._best[hit.id] = hit

    def best(self, limit: int) -> list[Hit]:
        """What was found, best first."""
        if self._hints.capital:
            self.note([hit for state in self._best.values() for hit in capital_of(self._db, state)])
        return chosen((fitted(hit, self._hints) for hit in self._best.values()), self._on, limit)

    def find(self, *, only_glued: bool = False) -> None:
        """Read the query in one way after another until an answer is sure; or only without what is glued to it."""
        if not self._words:
            return
        if has_keys(self._raw) and not self._of_other_keys:
            meant = list(self._by_keyboard())
            if any(hit.score > _OF_KEYS for hit in meant):  # ,hu/d is واعظي, whatever begins with "hu"
                self._best.clear()
                self.note(meant)
                return
        self.note(self._by_grammar_whole())
        if not {"'", "’", "-"}.isdisjoint(self._raw):
            self.note(self._without_ending())
        if only_glued:
            return
        if parted := self._parted():
            parted.find()
            self.note(parted.best(6))
            if is_other(self._raw):
                return
        spelt = [
            self._by_meeting,
            self._by_words,
            self._by_office,
            self._by_grammar,
            self._by_keyboard,
            self._by_transcription,
            self._by_chinese,
        ]
        if roles.is_title(self._words[0]):
            spelt.insert(0, self._by_office)  # الشيخ is in some names and before every other
        for reading in (*spelt, self._by_sound_and_slip, self._by_case, self._by_share):
            if self._is_sure():
                return
            self.note(reading())
        if not self._of_other_keys and (has_keys(self._raw) or all(h.score < GUESS for h in self._best.values())):
            self.note(self._by_keyboard_and_ear())

    def _is_sure(self) -> bool:
        return any(
            hit.score > CONFIDENT - MOST_OF_HINTS and fitted(hit, self._hints).score >= CONFIDENT
            for hit in self._best.values()
        )

    def find_meeting(self) -> bool:
        """Read the query as one that asks for a meeting or for what it adopted; True where it does."""
        self.note(self._by_meeting())
        return bool(self._best)

    def _without_ending(self) -> Iterator[Hit]:
        """India's, Çin’in, ŞİÖ’nün, ШЫҰ-ға: an ending set off by a sign; but O'zbekiston is written so."""
        bare = _ENDING.sub("", self._raw)
        if bare != self._raw and (folded := fold(bare)):
            other = Finder(self._db, bare, folded, self._on)
            other.note(begun(self._db, folded.replace(" ", ""), 6))
            other.find()
            for hit in other.best(6):
                if hit.why != "beginning":
                    yield hit._replace(score=_APOSTROPHE * hit.score, why="clitic" if hit.why == "name" else hit.why)

    # The whole and its words

    def _by_grammar_whole(self) -> Iterator[Hit]:
        """A name with something glued before it or after it."""
        words = self._folded.split()[:_MOST_WORDS]
        # In a long query only its first word is glued to what stood before it.
        free = len(words) if len(words) <= _FEW_WORDS else 1
        readings = [(word, *bare_forms(word)) for word in words[:free]]
        if free > 1:  # of a long query's many readings those that the index has words for
            known = self._known(form for reading in readings for form in reading)
            readings = [(word, *(form for form in forms if form in known)) for word, *forms in readings]
        forms = [[(part, stripped(reading[0], part)) for part in reading] for reading in readings]
        rest = "".join(words[free:])
        texts: dict[str, float] = {}
        for parts in islice(product(*forms), _MOST_READINGS):
            text = "".join(part for part, _ in parts) + rest
            texts[text] = max(min(quality for _, quality in parts), texts.get(text, 0.0))
        for spelling in self._whole(texts):
            score = texts[spelling.joined] * whole_score(spelling.weight)
            yield spelling.hit(score, "adjective" if spelling.form in ADJECTIVES else "clitic")

    def _whole(self, texts: Iterable[str]) -> list[Spelling]:
        rows = self._db.execute(_WHOLE, {"texts": json.dumps(list(texts))})
        return spellings(self._db, [row[0] for row in rows])

    def _by_words(self) -> Iterator[Hit]:
        """Every word of the query begins a word of the spelling, in any order."""
        if len(self._words) == 1 and self._words[0] == self._folded:
            return
        wanted = set(self._words)
        name = next((word for word in self._words if not roles.is_title(word)), self._words[0])
        for spelling in self._matching(" AND ".join(f'"{word}"*' for word in wanted)):
            there = set(words_of(spelling.folded))
            if self._han:
                if not weighing.in_order(self._words, spelling.folded):
                    continue
                if weighing.scattered(self._words, spelling):
                    yield spelling.hit(weighing.SCATTERED, "words")
                    continue
            if spelling.form == TOPIC:
                if wanted - COMMON:
                    yield spelling.hit(0.93 if wanted <= there else 0.7, "words")
                else:
                    yield spelling.hit(0.6, "words")
            elif wanted <= there:
                score = weighing.words_score(spelling, len(wanted)) - 0.02 * is_fathers(spelling.folded, name)
                score += _IN_STEP * (in_step(self._words, spelling.folded.split()) == len(self._words))
                yield spelling.hit(score, "words")
            else:
                share = min(len(self._folded) / len(spelling.folded), 1.0)
                yield spelling.hit(0.64 + 0.17 * share, "beginning")

    def _by_meeting(self) -> Iterator[Hit]:
        return by_meeting(self._db, self._folded, self._words, self._on)

    def _by_office(self) -> Iterator[Hit]:
        return by_office(self._db, self._folded, self._on)

    def _matching(self, asked: str, most: int = _MOST_SHARED) -> list[Spelling]:
        return spellings(self._db, [row[0] for row in self._db.execute(_WORDS, {"words": asked, "most": most})])

    def _by_grammar(self) -> Iterator[Hit]:
        """Every word, without clitics, articles and endings, is a word of the spelling."""
        if len(self._words) > _MOST_WORDS or self._han:
            return  # nothing is glued to a single Chinese character
        related = []
        for word in self._words:
            found = {form: (stripped(word, form), "clitic") for form in bare_forms(word)}
            found[word] = (1.0, "words")
            related.append({form: found[form] for form in self._known(found)})
        yield from self._by_related(related)

    def _known(self, words: Iterable[str]) -> set[str]:
        """Those of `words` that the index has; the common ones are always there, in the bags of words of meetings."""
        asked = set(words)
        return known_words(self._db, asked) | (asked & COMMON) | {word for word in asked if word.isdigit()}

    def _by_related(self, related: Sequence[Related]) -> Iterator[Hit]:
        """Spellings that hold, for every word of the query, one of the words related to it."""
        if not related or not all(related):
            return
        asked = " AND ".join("(" + " OR ".join(f'"{word}"' for word in found) + ")" for found in related)
        for spelling in self._matching(asked):
            there = parts_of(spelling.folded)
            met = [weighing.best_of(found, there) for found in related]
            if not all(quality for quality, _, _ in met):
                continue
            quality, why = sum(each for each, _, _ in met) / len(met), min(met)[1]
            if spelling.form == TOPIC:
                if len(met) > 1 and any(word not in COMMON for _, _, word in met):
                    yield spelling.hit(0.93 * quality if why in ("words", "clitic") else 0.84 * quality, why)
                continue
            score = weighing.words_score(spelling, len(met)) * quality - 0.02 * is_fathers(spelling.folded, met[0][2])
            if len(met) == 1:
                score += surname_bonus(spelling.kind, spelling.folded, met[0][2]) * (why in ("words", "clitic"))
            else:
                score += _IN_STEP * (in_step([word for _, _, word in met], spelling.folded.split()) == len(met))
            if len(met) == 1 and names_nobody(met[0][2]):
                score = min(score, HIGHEST_GUESS - 2 * _IN_STEP)  # whoever has it as typed comes first
            if why in ("sound", "slip"):
                score *= HIGHEST_GUESS * weighing.far(spelling)
            yield spelling.hit(score, "adjective" if spelling.form in ADJECTIVES else why)

    # Keyboards

    def _by_keyboard(self) -> Iterator[Hit]:
        """The same keys in another layout; only what then names something surely."""
        from sco_reader.arabic.keyboard import as_other_layouts

        if len(self._words) > _MOST_WORDS:
            return
        for text in as_other_layouts(self._raw.strip()):
            folded = fold(text)
            if len(folded) < _LETTERS_OF_KEYS * len(text):
                continue  # keys of punctuation: nobody meant a name
            for hit in begun(self._db, folded.replace(" ", ""), 3):
                if hit.score >= CONFIDENT or (len(folded) > SHORTEST_SLIP and hit.score > 0.75):
                    yield hit._replace(score=max(hit.score, CONFIDENT) - 0.03, why="keyboard")
            other = Finder(self._db, text, folded, self._on)
            other.note(other._by_grammar_whole())
            if " " in folded:
                other.note(other._by_words())
            for hit in other.best(3):
                yield hit._replace(score=hit.score - _OTHER_KEYS, why="keyboard")

    def _by_keyboard_and_ear(self) -> Iterator[Hit]:
        """The same where what was meant is itself another spelling: قخلاثقف نخفسؤاشقتشى, Robert Kotscharjan."""
        from sco_reader.arabic.keyboard import as_other_layouts, is_pronounceable

        if len(self._words) > _FEW_WORDS:
            return
        for text in filter(is_pronounceable, as_other_layouts(self._raw.strip())):
            other = Finder(self._db, text, fold(text), self._on, of_other_keys=True)
            other.find()
            yield from (
                hit._replace(score=hit.score - _OTHER_KEYS, why="keyboard")
                for hit in other.best(3)
                if hit.score > _HEARD_OF_KEYS
            )

    # Sounds and slips

    def _by_transcription(self) -> Iterator[Hit]:
        """A script that the index has few names in, by how it is read."""
        if is_other(self._raw):
            from sco_reader.heardabroad import heard_abroad

            yield from heard_abroad(self._db, self._raw)

    def _parted(self) -> "Finder | None":
        """The query with its words parted, where its script parts them otherwise: トカエフ大統領, 俄罗斯叶卡捷琳堡."""
        apart = likeness.words_apart(self._db, self._raw, self._folded)
        if not (folded := fold(apart)) or folded == self._folded:
            return None
        other = Finder(self._db, apart, folded, self._on)
        other.note(hit for hit in begun(self._db, folded.replace(" ", ""), 6) if hit.why != "beginning")
        return other

    def _by_chinese(self) -> Iterator[Hit]:
        """Names of persons as Chinese writes them by ear, each part of one: 拉希德·梅列多夫."""
        if is_other(self._raw):  # with kana beside them the characters are Japanese
            return
        parts = parts_in_chinese(self._raw)
        names = [part for part in parts if len(part) > 1]  # 米·恩赫包勒德: M. Enkhbold
        related = [likeness.heard_as_chinese(self._db, part) for part in names or parts]
        yield from self._by_related(related)

    def _by_sound_and_slip(self) -> Iterator[Hit]:
        if len(self._words) > _MOST_WORDS // 2:
            self._related = [self._as_written(word) for word in self._words]
            return
        yield from self._heard_whole()
        if self._han:  # a character alone is neither heard nor misspelt
            self._related = [self._as_written(word) for word in self._words]
            return
        skeletons = self._skeletons()
        related = []
        for word, heard_as in zip(self._words, skeletons, strict=True):
            found = likeness.near_or_glued(self._db, word, heard_as)
            nearest = dict(sorted(found.items(), key=lambda item: (-item[1][0], item[0]))[:_NEAREST])
            related.append(nearest | self._as_written(word))
        self._related = related
        yield from self._by_related(related)

    def _by_case(self) -> Iterator[Hit]:
        """Names that only sound like one of ours and stand in a case besides: Si Ťin-pchingem, Ху Жинтаогийн."""
        if len(self._words) <= _FEW_WORDS and all(hit.score < _HEARD_WELL for hit in self._best.values()):
            spelt = spelt_out(self._raw)
            named = [word for word in spelt.split() if not IDLE.intersection(bare_forms(word))]
            bare = " ".join(case_stem(word) or word for word in named)
            if bare != spelt:
                other = Finder(self._db, bare, fold(bare), self._on)
                other.note(other._by_sound_and_slip())
                yield from (hit._replace(score=_CASE * hit.score) for hit in other.best(6))

    def _as_written(self, word: str) -> Related:
        """The word itself, and without what is glued to it, as far as the index has them."""
        return {form: (stripped(word, form), "clitic") for form in self._known((word, *bare_forms(word)))}

    def _heard_whole(self) -> Iterator[Hit]:
        """All of the query as one word, wherever its writer put the spaces."""
        joined = self._folded.replace(" ", "")
        if len(joined) > _LONGEST_HEARD:
            return
        whole = likeness.near_or_glued(self._db, joined, joined_sounds(self._raw))
        arabic = is_arabic(joined)
        for spelling in self._whole(sorted(whole)):
            quality, why = whole.get(spelling.joined, (0.0, ""))
            if quality and (arabic or spelling.form != "id"):
                if self._han and why == "sound" and spelling.kind != "person":
                    quality *= weighing.OF_CHARACTERS  # places have names of their own in Chinese
                yield spelling.hit(quality * whole_score(spelling.weight) * HIGHEST_GUESS * weighing.far(spelling), why)

    def _skeletons(self) -> list[frozenset[str]]:
        if len(self._words) == len(heard := sounds(self._raw)):
            return list(heard)
        return [joined_sounds(word) for word in self._words]

    def _by_share(self) -> Iterator[Hit]:
        """Some words name something, others nothing known: the more of the query is met, the better."""
        words = [(word, found) for word, found in zip(self._words, self._related, strict=False) if word not in COMMON]
        letters = sum(len(word) for word, _ in words)
        if len(self._words) < 2 or any(hit.score >= 0.8 for hit in self._best.values()):
            return
        # Each word brings its own: one that many names share (الصينية) is not to leave no room for a rare one.
        asked = [" OR ".join(f'"{other}"' for other in sorted(found)) for _, found in words if found]
        most = _MOST_SHARED // max(len(asked), 1)
        for spelling in dict.fromkeys(spelling for each in asked for spelling in self._matching(each, most)):
            score = weighing.share_score(spelling, words, letters, self._words[-1])
            if score:
                yield spelling.hit(
                    weighing.of_characters(score, spelling, self._words) if self._han else score, "words"
                )
