"""Which words of the index are like a word of the query: by sound, by a slip of the pen, or as Chinese writes them?"""

import json

from sco_reader.arabic.chinese import heard_in_chinese, is_chinese, read_in_chinese
from sco_reader.arabic.clitics import bare_forms
from sco_reader.arabic.likesound import closeness
from sco_reader.arabic.scripts import is_other
from sco_reader.arabic.sound import joined_sounds
from sco_reader.matching import (
    SHORTEST_SLIP,
    certainty,
    heard_quality,
    left_out,
    misheard_quality,
    slip_quality,
)
from sco_reader.queryparts import is_arabic
from sco_reader.store import Connection

_HEARD = "SELECT DISTINCT word FROM heard WHERE skeleton IN (SELECT value FROM json_each(:skeletons)) LIMIT 120"

_SLIPS = "SELECT DISTINCT word FROM slip WHERE cut IN (SELECT value FROM json_each(:cuts)) LIMIT 120"

_CHINESE = "SELECT word, skeleton FROM chinese WHERE cut IN (SELECT value FROM json_each(:cuts)) LIMIT 200"

_STATES = """
SELECT max(length(joined)) FROM spelling WHERE kind = 'country' AND joined IN (SELECT value FROM json_each(:texts))"""

Related = dict[str, tuple[float, str]]
"""Words of the index that a word of the query may be, each with its quality (0 to 1) and the reason."""

_BOTH = 0.03
_LONGEST_STATE = 9
_ANOTHER_CHARACTER = 0.85
_WELL_HEARD, _HALF_HEARD = 1.0, 0.8
_BY_CONSONANTS = 0.6


def near_or_glued(db: Connection, word: str, skeletons: frozenset[str]) -> Related:
    """Words near `word`; of an Arabic word also those near what stands without its clitics."""
    found = _near(db, word, skeletons, 1.0)
    for form in bare_forms(word) if is_arabic(word) else ():
        for other, (quality, why) in _near(db, form, joined_sounds(form), 0.97).items():
            if quality > found.get(other, (0.0, ""))[0]:
                found[other] = (quality, why)
    return found


def _near(db: Connection, word: str, skeletons: frozenset[str], discount: float) -> Related:
    """Words that sound like `word` or are a slip away from it."""
    found: Related = {}
    if skeletons:
        for row in db.execute(_HEARD, {"skeletons": json.dumps(sorted(skeletons))}):
            found[row[0]] = (heard_quality(word, row[0], skeletons) * discount, "sound")
    if len(word) < SHORTEST_SLIP:
        return found
    texts = [word, *(f"~{skeleton}" for skeleton in skeletons if len(skeleton) >= SHORTEST_SLIP)]
    cuts = sorted({cut for text in texts for cut in left_out(text)})
    misheard = []
    for row in db.execute(_SLIPS, {"cuts": json.dumps(cuts)}):
        if row[0].startswith("~"):
            misheard.append(row[0][1:])
        elif quality := slip_quality(word, row[0]) * discount * _character_for_character(word, row[0]):
            heard = found.get(row[0], (0.0, ""))[0]
            if quality + _BOTH * bool(heard) > heard:  # a slip that leaves the sound as it was is the likelier one
                found[row[0]] = (min(quality + _BOTH * bool(heard), discount), "slip")
    for row in db.execute(_HEARD, {"skeletons": json.dumps(misheard)}) if misheard else ():
        found.setdefault(row[0], (misheard_quality(word, row[0], skeletons) * discount, "sound"))
    return found


def _character_for_character(asked: str, word: str) -> float:
    """What is left of a slip in Chinese, where another character is another syllable: more where it sounds alike."""
    if not is_chinese(asked[0]):
        return 1.0
    return _ANOTHER_CHARACTER * closeness(read_in_chinese(asked), read_in_chinese(word))


def words_apart(db: Connection, raw: str, folded: str) -> str:
    """A query with spaces where its script puts none, or the query as it stands: トカエフ大統領, 俄罗斯叶卡捷琳堡."""
    if is_other(raw):
        from sco_reader.arabic import endings  # for those who ask in another script alone

        return endings.words_apart(raw)
    if folded[:1] < "\u3400" or " " in folded:
        return raw
    beginnings = [folded[:length] for length in range(2, min(len(folded) - 1, _LONGEST_STATE + 1))]
    length = db.execute(_STATES, {"texts": json.dumps(beginnings)}).fetchone()[0]
    return f"{folded[:length]} {folded[length:]}" if length else raw


def heard_as_chinese(db: Connection, part: str) -> Related:
    """Words of persons' names that Chinese may write as `part`, a run of its characters."""
    heard = heard_in_chinese(part)
    cuts = sorted({cut for skeleton in heard for cut in left_out(skeleton)})
    rows = db.execute(_CHINESE, {"cuts": json.dumps(cuts)}).fetchall()
    read = read_in_chinese(part)
    found: Related = {}
    for word, skeleton in sorted(rows, key=lambda row: row[1] in heard):
        sure = (_WELL_HEARD if skeleton in heard else _HALF_HEARD) * (1.0 + certainty(len(skeleton))) / 2
        found[word] = (sure * _near_to(read, word), "sound")
    return found


def _near_to(read: str, word: str) -> float:
    """Of the many words that share their consonants in Chinese, those whose vowels and voice are near as well."""
    return _BY_CONSONANTS + (1.0 - _BY_CONSONANTS) * closeness(read, word)
