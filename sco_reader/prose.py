"""Does our own Arabic prose call a place what the file calls it? One spelling a house, in the text as in the table."""

import re
from collections.abc import Iterator

from sco_reader.dataset import Dataset, Entry, Problem
from sco_reader.yamlfile import Node

_TOLD = ("milestone", "claim", "document", "meeting", "council")
# What the press says stays as the press spells it; a name may be a former one.
_NOT_OURS = ("claim", "name", "also", "seen")


def misspelt(dataset: Dataset) -> Iterator[Problem]:
    """Each place or state that a text of ours spells in another way than its own entry."""
    house = _other_spellings(dataset)
    if not house:
        return
    # An Arabic word takes "and", "in" and "for" in front; what follows the name must not be a letter of it.
    pattern = re.compile(rf"(?<!\w)[وبل]{{0,2}}({'|'.join(map(re.escape, house))})(?!\w)")
    for entry in dataset.entries.values():
        if entry.kind in _TOLD:
            for node in _arabic(entry.node):
                for match in pattern.finditer(str(node.value)):
                    fields = (("text", match[1]), ("name", house[match[1]]))
                    yield Problem(entry.file, node.line, "problem-spelt-otherwise", fields)


def _other_spellings(dataset: Dataset) -> dict[str, str]:
    """Other Arabic spellings of places and states, each with the name that the file prints."""
    found = {}
    for entry in (*dataset.of_kind("city"), *dataset.of_kind("country")):
        name = _of(entry, "name")
        for node in _of_many(entry, "also"):
            if name is not None:
                found[str(node.value)] = str(name.value)
    return found


def _of(entry: Entry, key: str) -> Node | None:
    node = entry.get(key)
    return node.value.get("ar") if node is not None and isinstance(node.value, dict) else None


def _of_many(entry: Entry, key: str) -> list[Node]:
    node = _of(entry, key)
    return node.value if node is not None and isinstance(node.value, list) else []


def _arabic(node: Node) -> Iterator[Node]:
    if isinstance(node.value, list):
        for each in node.value:
            yield from _arabic(each)
    elif isinstance(node.value, dict):
        for key, each in node.value.items():
            if key == "ar" and isinstance(each.value, str):
                yield each
            elif key not in _NOT_OURS:
                yield from _arabic(each)
