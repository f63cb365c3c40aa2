"""What other languages call a state and what is of it: names for finding it, by CLDR (the Unicode Common Locale Data
Repository)."""

from collections.abc import Iterator
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages
from babel.numbers import get_territory_currencies

from sco_reader.arabic.fold import fold

# Languages of the members, observers and partners, and of the press that reports on them.
_ABROAD = (
    "hy", "az", "az_Cyrl", "be", "bn", "my", "dv", "fa", "fa_AF", "ps", "fr", "de", "es", "it", "pt", "nl", "pl", "el",
    "he", "hi", "id", "ja", "kk", "km", "ko", "ku", "ky", "lo", "mn", "ne", "ro", "si", "sr", "sv", "sw", "ta", "te",
    "tg", "th", "tk", "tr", "tt", "ug", "uk", "ur", "uz", "uz_Cyrl", "vi", "yue", "zh_Hant", "zh_Hant_HK", "ka", "sd",
    "pa", "pa_Arab", "ckb", "cs", "sk", "hu", "bg", "hr", "sl", "mk", "sq", "sr_Latn", "bs", "lt", "lv", "et", "fi",
    "da", "nb", "is", "ca", "gl", "pt_PT", "ms", "fil", "mr", "gu", "ml", "kn", "or",
)  # fmt: skip


# Cities that are the example city of a time zone (IANA), which CLDR names in every language.
_ZONES = {
    "almaty": "Asia/Almaty", "tashkent": "Asia/Tashkent", "samarkand": "Asia/Samarkand", "dushanbe": "Asia/Dushanbe",
    "bishkek": "Asia/Bishkek", "ulaanbaatar": "Asia/Ulaanbaatar", "shanghai": "Asia/Shanghai", "tehran": "Asia/Tehran",
    "moscow": "Europe/Moscow", "yekaterinburg": "Asia/Yekaterinburg", "minsk": "Europe/Minsk", "kabul": "Asia/Kabul",
    "yerevan": "Asia/Yerevan", "baku": "Asia/Baku", "riyadh": "Asia/Riyadh", "cairo": "Africa/Cairo",
    "colombo": "Asia/Colombo", "kathmandu": "Asia/Katmandu", "phnom-penh": "Asia/Phnom_Penh",
    "vientiane": "Asia/Vientiane", "ashgabat": "Asia/Ashgabat", "urumqi": "Asia/Urumqi",
}  # fmt: skip

_TODAY = date(2025, 1, 1)
"""A day on which the currencies are those of now; a fixed one, so that the same input builds the same bytes."""

_UNSPACED = ("ja", "yue", "zh_Hant", "zh_Hant_HK", "th", "km", "lo", "my")
"""Languages that put no spaces: there no adjective stands by itself."""

_ALIKE = 3
_ADJECTIVE_AND_NOUN = 2


UNSHOWN = frozenset(
    ("bn", "ckb", "dv", "gu", "he", "ka", "km", "kn", "ko", "lo", "ml", "my", "pa", "si", "ta", "te", "th", "ug")
)
"""Languages whose letters no font of ours has, or, as the ە of Uyghur and Kurdish, no form for a terminal that does not
join letters: their names find an entity and are not shown on its card."""


def names_abroad(entity: str, kind: str) -> Iterator[tuple[str, str]]:
    """What other languages call a state, a well-known city or the United Nations, by CLDR: language and name."""
    if kind in ("country", "city") or entity == "un":
        for lang, locale in _locales():
            if kind != "city":  # among the territories of CLDR stand the United Nations too
                name = locale.territories.get(entity.upper())
            else:
                name = locale.time_zones.get(_ZONES.get(entity, ""), {}).get("city")
            if name:
                yield lang, name


def adjectives_abroad(state: str) -> Iterator[tuple[str, str]]:
    """Adjectives of a state in other languages (kasachisch, kazajo, казахська), by CLDR: language and adjective.

    CLDR lists no adjectives, but they stand in the names that it has for the language at home in a state and for its
    currency (kazajo, rial iraní): a word that begins as the name of the state does and is not that name.
    """
    code = state.upper()
    coins = get_territory_currencies(code, _TODAY, _TODAY)
    for lang, locale in _locales():
        if lang in _UNSPACED:
            continue
        name = fold(locale.territories.get(code, "")).split()
        beginnings = {word[:_ALIKE] for word in name}
        called = [
            *((locale.languages.get(tongue) or "").split() for tongue in _at_home(code)),
            *((locale.currencies.get(coin) or "").split() for coin in coins),
        ]
        language = locale.languages.get("en", "").split()  # in many languages the word "language" stands in it
        for word in dict.fromkeys(word for words in called if len(words) <= _ADJECTIVE_AND_NOUN for word in words):
            if fold(word)[:_ALIKE] in beginnings and fold(word) not in name and word not in language:
                yield lang, word


def _at_home(territory: str) -> Iterator[str]:
    """The official languages that CLDR takes for those of this territory where nothing else is said ("ru": Russia)."""
    for lang in get_official_languages(territory, de_facto=True):
        tongue = lang.partition("_")[0]
        if get_global("likely_subtags").get(tongue, "").endswith(f"_{territory}"):
            yield tongue


def _locales() -> Iterator[tuple[str, Locale]]:
    for lang in _ABROAD:
        try:
            yield lang, Locale.parse(lang)
        except UnknownLocaleError:
            continue
