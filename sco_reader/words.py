"""What the program says: one catalogue for window, sheet and terminal, whole sentences with plural forms.

The catalogue is gettext (resources/i18n/en.po, ar.po): the standard library reads it, translators have editors for
it, and it knows the six Arabic plural forms. Fluent was the other candidate; its Python runtime costs 0.1 s at start.
Message ids are keys, English is a translation like any other.
"""

import gettext
from functools import lru_cache
from typing import Literal, get_args

from sco_reader.arabic.bidi import isolate, neutralise
from sco_reader.errors import UserError
from sco_reader.paths import built

Lang = Literal["en", "ar"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)


class _NoSuchWord(gettext.NullTranslations):
    """Behind the catalogue: a key that it lacks is our slip, and a test finds it."""

    def gettext(self, message: str) -> str:
        raise KeyError(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        raise KeyError(msgid1)


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(lang: Lang) -> gettext.GNUTranslations:
    with built(f"{lang}.mo").open("rb") as compiled:
        catalogue = gettext.GNUTranslations(compiled)
    catalogue.add_fallback(_NoSuchWord())
    return catalogue


def say(key: str, lang: Lang, /, **fields: object) -> str:
    """The sentence `key` in `lang`, its named fields filled; a field `n` is the number that chooses the plural form.

    Fields are put in as they are: isolate those that come from the reference or from outside. Raises KeyError for a
    key that the catalogue lacks.
    """
    catalogue = _catalogue(lang)
    count = fields.get("n")
    said = catalogue.ngettext(key, key, count) if isinstance(count, int) else catalogue.gettext(key)
    return said.format(**fields) if fields else said


def has_word(key: str, lang: Lang) -> bool:
    """True where the catalogue holds a sentence of that name without plural forms."""
    try:
        _catalogue(lang).gettext(key)
    except KeyError:
        return False
    return True


def sentence(error: UserError, lang: Lang) -> str:
    """What went wrong and what to do, in one sentence; whatever the reader typed is shortened and isolated.

    A field `n` is a number of ours, and chooses the plural form; a tuple is a list, each of it isolated.
    """
    comma = say("list-comma", lang)
    fields: dict[str, object] = {}
    for name, value in error.fields.items():
        several = value if isinstance(value, tuple) else (value,)
        fields[name] = value if name == "n" else comma.join(isolate(_short(neutralise(str(each)))) for each in several)
    return say(error.key, lang, **fields)


_LONGEST_QUOTED = 120


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTED else f"{line[: _LONGEST_QUOTED - 1]}…"
