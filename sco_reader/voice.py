"""How is it said to this reader? One language and the style of one house, for window, sheet and terminal alike."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sco_reader.arabic.digits import in_digits
from sco_reader.arabic.wording import (
    Style,
    day_in_words,
    days_in_words,
    edtf_in_words,
    hijri_days_in_words,
    in_months,
    span_in_words,
)
from sco_reader.store import Connection
from sco_reader.words import Lang, say

if TYPE_CHECKING:  # a voice is there before the first frame: what it may never be asked for is not loaded for it
    from sco_reader.dates import Edtf
    from sco_reader.houses import Speller
    from sco_reader.model import Text

PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Voice:
    """Says names, days and sentences; whatever it returns is spelt and numbered as the house does."""

    lang: Lang
    style: Style = PLAIN
    spell: "Speller | None" = None

    def say(self, key: str, /, **fields: object) -> str:
        return self.dress(say(key, self.lang, **fields))

    def name(self, text: "Text") -> str:
        return self.dress(text.in_(self.lang))

    def dress(self, text: str) -> str:
        """`text` of ours in the spelling, months and digits of the house; never for words that somebody else wrote."""
        spelt = self.spell(text) if self.spell is not None else text
        return self.digits(in_months(spelt, self.style.tradition) if self.lang == "ar" else spelt)

    @property
    def is_plain(self) -> bool:
        """True where `dress` changes nothing."""
        plain = self.style.digits == "western" and self.style.tradition in ("egypt", "gulf")
        return self.spell is None and (plain or self.lang != "ar")

    def digits(self, text: str) -> str:
        return in_digits(text, self.style.digits) if self.lang == "ar" else text

    def day(self, day: date) -> str:
        return self.digits(day_in_words(day, self.lang, self.style.tradition))

    def days(self, start: date, end: date) -> str:
        return self.digits(days_in_words(start, end, self.lang, self.style.tradition))

    def moment(self, moment: "Edtf | str", *, short: bool = False) -> str:
        return self.digits(edtf_in_words(str(moment), self.lang, self.style.tradition, short=short))

    def span(self, since: "Edtf | str", until: "Edtf | str | None") -> str:
        ends = str(until) if until is not None else None
        return self.digits(span_in_words(str(since), ends, self.lang, self.style.tradition))

    def hijri(self, start: date, end: date | None = None) -> str:
        """The days in the Umm al-Qura calendar; "" where the reader does not want them, or beyond its table."""
        if not self.style.hijri:
            return ""
        return self.digits(hijri_days_in_words(start, end or start, self.lang))


def voice_of(db: Connection, lang: Lang, style: Style = PLAIN) -> Voice:
    """The voice for a reader of `lang` whose house writes in `style`."""
    if not style.house:
        return Voice(lang, style)
    from sco_reader.houses import speller

    return Voice(lang, style, speller(db, style.house))
