"""What is a word without what grammar has glued to it: Arabic clitics, adjective endings, endings of other languages.

The readings are guesses: a caller keeps those that name something. All words are folded.
"""

import re
from collections.abc import Iterator

# و ف "and, so", then ب ك ل "by, as, for", then the article; ل and the article are written لل.
_STARTS = ("و", "ف", "ب", "ك", "ل", "لل", "ال", "وال", "فال", "بال", "كال", "وب", "وك", "ول", "ولل", "فب", "فل", "فك",
           "فلل", "وبال", "وكال", "فبال", "فكال", "س", "ا")  # fmt: skip
_FUSED = ("لل", "ولل", "فلل")

# Adjectives of relation by gender and number: الكازاخية، الكازاخيون، الكازاخيات. The folded teh marbuta is ه.
_RELATION = re.compile("(?:يه|يون|يين|يات|يتين|يتان|يان)$")

# Endings that other languages glue on (Токаева, Ташкенте, Кытайда, Türkiyenin, Kazakhstan's): up to four letters.
_LONGEST_ENDING = 4
_SHORTEST_STEM = 4
_FIRST_CASES = ("а", "я", "ия", "ая", "ь", "и", "ии", "ыи", "ы", "о", "е")
# Adjectives of cities and of men: ашхабадского, душанбинской.
_SKY = re.compile("(?:ин|ен)?ск(?:ии|ого|ому|им|ом|ая|ои|ую|ое|ие|их|ими)$")
_CASE = re.compile("(?:ого|ому|ыми|ими|ов|ев|ом|ем|ым|им|ои|еи|ую|юю|ам|ах|ях|ии|ию|ия|а|у|е|ы|и|ю|я)$")

# Case endings of Kazakh, Kyrgyz, Uzbek, Tatar and Mongolian (Уфада, БУУнун, Жинтаогийн), also after a short name.
_TURKIC = re.compile(
    "(?:да|де|до|та|те|то|га|ге|го|ка|ке|ко|ни|ды|ди|ти|ты|нин|нын|нун|дин|дын|тин|тын|нинг|дан|ден|дон|тан|тен|тон|даги|"
    "дагы|деги|гиин|иин|ыин|нии|мен|бен|пен)$"
)

# Endings that the press in Latin and Cyrillic sets on names of persons and cities: Polish, Czech, Slovak, South Slavic
# and Baltic cases (Tokajewem, Pchingem, Đinpingom, Putinas), Hungarian and Turkic ones (Tiencsinben, Jiabonyň) and
# Mongolian ones (Жинтаогийн, Путинтэй). For a stem that is only heard: one of less than four letters tells nothing.
_SET_ON = re.compile(
    "(?:owi|ovi|em|om|ou|a|u|e|y|as|is|us|s|o|ui|ban|ben|nak|nek|rol|val|vel|nin|nyn|in|yn|ny|ni|nu|ga|ge|da|de|dan|"
    "den|гиин|ыин|иин|ииг|ыг|таи|теи|тои|аас|еес|оос|ом|ем|а|у|е|ы|и|га|да|дан|ден|ди|ни|нин|нинг|нын|дын|дин|тын|"
    "тин|мен)$"
)


def case_stem(word: str) -> str:
    """A folded word of Latin or Cyrillic letters without the ending of a case, or "" where it has none."""
    stem = _SET_ON.sub("", word)
    return stem if stem != word and len(stem) >= _SHORTEST_STEM and "a" <= word[0] < "\u0530" else ""


_ELIDED = re.compile("^(?:l|d)(?=[aeiouhy])")  # French: l'Iran, d'Astana; folding has dropped the apostrophe
_HAN_ENDINGS = "市省州国"  # city, province, prefecture, state
_SHORTEST = 2


def bare_forms(word: str) -> Iterator[str]:
    """Folded forms that `word` may stand for, without itself: the shortest strip first."""
    seen = {word}
    for form in _forms(word):
        if form not in seen and len(form) >= _SHORTEST:
            seen.add(form)
            yield form


def _forms(word: str) -> Iterator[str]:
    if not word:
        return
    if word[-1] in _HAN_ENDINGS:
        yield word[:-1]
    if "\u0621" <= word[0] <= "\u06ff":
        yield from _without_clitics(word)
    elif word[0] < "\u0590" or "\u10a0" <= word[0] <= "\u10ff":  # Latin, Greek, Cyrillic, Armenian; Georgian
        if word.isascii() and _ELIDED.match(word):
            yield word[1:]
        if "\u0400" <= word[0] < "\u0530":
            stem = _CASE.sub("", word)
            if stem != word and len(stem) >= _SHORTEST_STEM - 1:
                yield from (stem + first_case for first_case in ("", *_FIRST_CASES))
            stem = _SKY.sub("", word)
            if stem != word and len(stem) >= _SHORTEST_STEM - 1:
                yield from (stem, stem + "е", stem + "а", stem + "и")
            stem = _TURKIC.sub("", word)
            if stem != word and len(stem) >= _SHORTEST_STEM - 1:
                yield stem
        for length in range(1, _LONGEST_ENDING + 1):
            if len(word) - length >= _SHORTEST_STEM:
                yield word[:-length]
    if "\u0370" <= word[0] < "\u0400" or (word[0] > "\u0530" and not "\u0600" <= word[0] <= "\u06ff"):
        from sco_reader.arabic.endings import stems  # for those who ask in another script alone

        yield from stems(word)


def _without_clitics(word: str) -> Iterator[str]:
    stems = [word]
    for start in _STARTS:
        if word.startswith(start):
            stems.append(word[len(start) :])
            if start in _FUSED:  # لل is ل and the article, which some names have as their own (الإمارات)
                stems.append("ال" + word[len(start) :])
    yield from stems[1:]
    for stem in stems:
        if _RELATION.search(stem):
            yield _RELATION.sub("ي", stem)


def is_glued(folded: str) -> bool:
    """True where the first letter may be a clitic of Arabic, or the last the ending of a Russian case."""
    return folded[:1] in "وفبكلس" or (folded[-1:] in "аеуюиыомхяв" and len(folded) > _SHORTEST_STEM)
