"""Under which spellings is an entity found? One row a spelling, folded, for `searchindex` to break into words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sco_reader.arabic.fold import fold
from sco_reader.arabic.sound import in_latin
from sco_reader.arabic.wording import ordinal
from sco_reader.summitwords import SUMMITS, ordinals

Row = dict[str, str | int | None]

# What a bare word means first: a name in use before a former one; a state before its capital's namesakes.
FORM_WEIGHT = {
    "preferred": 0,
    "abbreviation": 0,
    "official": 1,
    "also": 1,
    "id": 2,
    "former": 2,
    "abroad": 3,
    "adjective": 4,
    "adjective_abroad": 4,
    "topic": 5,
}
ADJECTIVES = ("adjective", "adjective_abroad")
TOPIC = "topic"
"""The form of a bag of words by which the press asks for a meeting ("SCO summit in Astana"), and no name of it."""

# Their titles are sentences: they are read on the timeline and on cards, and would crowd names out of the results.
_NOT_LOOKED_UP = ("council", "milestone", "claim")
_LANGS = ("en", "ar", "ru", "zh")


def rows(tables: Mapping[str, Sequence[Row]]) -> Iterator[Row]:
    """The rows of `spelling` for the entities and names already filled."""
    kinds = {row["id"]: str(row["kind"]) for row in tables["entity"]}
    names = {row["id"]: str(row["name_en"]) for row in tables["entity"]}
    found: list[tuple[str, str, str, str]] = []
    for entity in tables["entity"]:
        if entity["kind"] in _NOT_LOOKED_UP:
            continue
        for lang in _LANGS:
            if entity[f"name_{lang}"]:
                found.append((str(entity["id"]), lang, "preferred", str(entity[f"name_{lang}"])))
        found.append((str(entity["id"]), "en", "id", str(entity["id"])))
    for name in tables["name"]:
        found.append((str(name["entity"]), str(name["lang"]), str(name["form"]), str(name["text"])))
    found.extend((str(row["entity"]), "ar", "also", str(row["text"])) for row in tables["seen"])
    borne = {in_latin(word) for an_id, _, _, text in found if kinds[an_id] == "person" for word in fold(text).split()}
    topics = dict(_topics(tables))
    found.extend((meeting, "en", TOPIC, names[meeting]) for meeting in topics)
    seen: set[tuple[str, str]] = set()
    number = 0
    for entity_id, lang, form, text in sorted(found, key=lambda row: (row[0], FORM_WEIGHT[row[2]], row)):
        folded = fold(topics[entity_id] if form == TOPIC else text)
        if not folded or (entity_id, folded) in seen:
            continue
        if form == "adjective_abroad" and in_latin(folded) in borne:  # Mongolian for Armenian is a name: Армен
            continue
        seen.add((entity_id, folded))
        number += 1
        yield {
            "id": number, "entity": entity_id, "kind": kinds[entity_id], "lang": lang, "form": form, "text": text,
            "folded": folded, "joined": folded.replace(" ", ""), "weight": FORM_WEIGHT[form],
        }  # fmt: skip


def _topics(tables: Mapping[str, Sequence[Row]]) -> Iterator[tuple[str, str]]:
    """For each meeting the words that the press asks for it by: those of its body, its city in every name, its year."""
    cities: dict[str, list[str]] = {}
    for row in tables["entity"]:
        if row["kind"] in ("city", "country"):
            cities[str(row["id"])] = [str(row[f"name_{lang}"]) for lang in _LANGS if row[f"name_{lang}"]]
    for row in tables["name"]:
        if str(row["entity"]) in cities and row["form"] in ("also", "former"):
            cities[str(row["entity"])].append(str(row["text"]))
    for meeting in tables["meeting"]:
        words = [SUMMITS[str(meeting["body"])], str(meeting["start"])[:4], *cities.get(str(meeting["city"]), ())]
        if isinstance(number := meeting["number"], int):
            said = ordinal(number, "ar")
            masculine = said.replace("الأولى", "الأول").replace("ة", "")
            words += [str(number), *ordinals(number)]
            words += [form for each in (said, masculine) for form in (each, each.replace("ون", "ين"))]
        yield str(meeting["id"]), " ".join(words)


def prominence(tables: Mapping[str, Sequence[Row]]) -> dict[str, int]:
    """How much the file knows of each entity, to put the likelier of two equal names first; meetings by their day."""
    found: Counter[str] = Counter()
    for table, column, weight in (
        ("term", "person", 2),
        ("delegation", "head", 3),
        ("delegation", "party", 1),
        ("meeting", "city", 5),
    ):
        for row in tables[table]:
            if row[column]:
                found[str(row[column])] += weight
    for row in tables["term"]:
        if row["until"] is None:
            found[str(row["person"])] += 10
    for row in tables["meeting"]:
        found[str(row["id"])] = int(str(row["start"])[:4]) * 10 + (5 if row["body"] == "hsc" else 0)
    for row in tables["document"]:
        found[str(row["id"])] = int(str(row["signed"] or 0)[:4])
    found["sco"] += 1000
    return dict(found)
