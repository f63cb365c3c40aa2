"""Under which spellings is an entity found? One row a spelling, folded, with its sound, for `build` to index."""

from collections.abc import Iterator, Mapping, Sequence

from sco_reader.arabic.fold import fold
from sco_reader.arabic.sound import sound

Row = dict[str, str | int | None]

# What a bare word means first: a name in use before a former one; a state before its capital's namesakes.
_FORM_WEIGHT = {"preferred": 0, "abbreviation": 0, "official": 1, "also": 1, "id": 2, "former": 2}
# Their titles are sentences: they are read on the timeline and on cards, and would crowd names out of the results.
_NOT_LOOKED_UP = ("council", "milestone", "claim")
_LANGS = ("en", "ar", "ru", "zh")


def rows(tables: Mapping[str, Sequence[Row]]) -> Iterator[Row]:
    """The rows of `spelling` for the entities and names already filled."""
    kinds = {row["id"]: str(row["kind"]) for row in tables["entity"]}
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
    seen: set[tuple[str, str]] = set()
    number = 0
    for entity_id, lang, form, text in sorted(found, key=lambda row: (row[0], _FORM_WEIGHT[row[2]], row)):
        folded = fold(text)
        if not folded or (entity_id, folded) in seen:
            continue
        seen.add((entity_id, folded))
        number += 1
        yield {
            "id": number, "entity": entity_id, "kind": kinds[entity_id], "lang": lang, "form": form, "text": text,
            "folded": folded, "sound": " ".join(filter(None, map(sound, folded.split()))),
            "weight": _FORM_WEIGHT[form],
        }  # fmt: skip
