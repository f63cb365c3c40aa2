"""What other languages call a state: names for finding it, by CLDR (the Unicode Common Locale Data Repository)."""

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

# Languages of the members, observers and partners, and of the press that reports on them.
_ABROAD = (
    "hy", "az", "az_Cyrl", "be", "bn", "my", "dv", "fa", "fa_AF", "ps", "fr", "de", "es", "it", "pt", "nl", "pl", "el",
    "he", "hi", "id", "ja", "kk", "km", "ko", "ku", "ky", "lo", "mn", "ne", "ro", "si", "sr", "sv", "sw", "ta", "te",
    "tg", "th", "tk", "tr", "tt", "ug", "uk", "ur", "uz", "uz_Cyrl", "vi", "yue", "zh_Hant", "zh_Hant_HK", "ka", "sd",
    "pa", "pa_Arab", "ckb", "bg", "cs", "et", "fi", "gu", "hr", "hu", "kn", "lt", "lv", "mk", "ml", "mr", "nb", "da",
    "sk", "sl", "sq",
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


UNSHOWN = frozenset(("bn", "gu", "he", "km", "kn", "ko", "lo", "ml", "my", "pa", "si", "ta", "te", "th"))
"""Languages whose letters no font of ours has: their names find an entity and are not shown on its card."""


def names_abroad(entity: str, kind: str) -> Iterator[tuple[str, str]]:
    """What other languages call a state, a well-known city or the United Nations, by CLDR: language and name."""
    if kind in ("country", "city") or entity == "un":
        for lang in _ABROAD:
            try:
                locale = Locale.parse(lang)
            except UnknownLocaleError:
                continue
            if kind != "city":  # among the territories of CLDR stand the United Nations too
                name = locale.territories.get(entity.upper())
            else:
                name = locale.time_zones.get(_ZONES.get(entity, ""), {}).get("city")
            if name:
                yield lang, name
