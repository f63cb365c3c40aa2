"""The YAML folder as one thing: every entity with its file, and every problem that its shape shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from sco_reader import shapes, yamlfile
from sco_reader.dates import Edtf
from sco_reader.errors import NoDataFolder, NotADate
from sco_reader.yamlfile import Node

Fields = dict[str, Node]

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NUMBERS = {"int": re.compile(r"\d+"), "number": re.compile(r"\d+(\.\d+)?")}
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One slip in the data: where it stands, and the sentence that the catalogue has for it."""

    file: str
    line: int
    key: str
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entity as written: its id, kind, file and tree."""

    id: str
    kind: str
    file: str
    node: Node

    def get(self, key: str) -> Node | None:
        return cast(Fields, self.node.value).get(key)

    def many(self, key: str) -> list[Node]:
        found = self.get(key)
        return found.value if found is not None and isinstance(found.value, list) else []


@dataclass(slots=True)
class Dataset:
    """Everything in the folder, in the order of ids, and the problems found while reading it."""

    entries: dict[str, Entry] = field(default_factory=dict)
    offices: dict[str, Entry] = field(default_factory=dict)
    """Offices by id; the `file` stem is the country or organisation that they belong to."""
    sources: dict[str, Entry] = field(default_factory=dict)
    publishers: list[Entry] = field(default_factory=list)
    about: Entry | None = None
    audit: list[Entry] = field(default_factory=list)
    """The passes of second readers, first to last."""
    problems: list[Problem] = field(default_factory=list)

    def of_kind(self, kind: str) -> list[Entry]:
        return [entry for entry in self.entries.values() if entry.kind == kind]

    def kind_of(self, an_id: str) -> str | None:
        if an_id in self.offices:
            return "office"
        entry = self.entries.get(an_id)
        return entry.kind if entry else None


def owner_of(office: Entry) -> str:
    """The country or organisation of an office: its file is `offices/ir.yaml`, or `offices/in-ministers.yaml`."""
    return Path(office.file).stem.removesuffix("-ministers")


def load(folder: Path) -> Dataset:
    """Read the whole folder. Raises NoDataFolder where it holds no sources.yaml; all else becomes a problem."""
    if not (folder / "sources.yaml").is_file():
        raise NoDataFolder(folder=folder)
    dataset = Dataset()
    for name, (kind, shape) in shapes.FOLDERS.items():
        for path in sorted((folder / name).glob("*.yaml")):
            node = _read(dataset, folder, path)
            if node is not None:
                _take(dataset, Entry(path.stem, kind, _name(folder, path), node), shape)
    for path in sorted((folder / "offices").glob("*.yaml")):
        _take_list(dataset, folder, path, "office", shapes.OFFICES, dataset.offices)
    for name, (kind, shape) in shapes.LISTS.items():
        for path in sorted((folder / name).glob("*.yaml")):
            _take_list(dataset, folder, path, kind, shapes.Many(shape), dataset.entries)
    for name, kind, shape in (("places.yaml", "city", shapes.PLACE), ("sources.yaml", "source", shapes.SOURCE)):
        _take_mapping(dataset, folder, folder / name, kind, shape)
    dataset.publishers = _records_of(dataset, folder, folder / "publishers.yaml", "publisher", shapes.PUBLISHER)
    dataset.audit = _records_of(dataset, folder, folder / "audit.yaml", "pass", shapes.AUDIT)
    about = folder / "about.yaml"
    if about.is_file() and (node := _read(dataset, folder, about)) is not None:
        dataset.about = Entry("about", "about", _name(folder, about), node)
    _check_shapes(dataset)
    return dataset


def _name(folder: Path, path: Path) -> str:
    return path.relative_to(folder.parent).as_posix()


def _read(dataset: Dataset, folder: Path, path: Path) -> Node | None:
    tree = yamlfile.read(path)
    if isinstance(tree, yamlfile.Broken):
        dataset.problems.append(Problem(_name(folder, path), tree.line, "problem-not-yaml", (("reason", tree.reason),)))
        return None
    return tree


def _take(dataset: Dataset, entry: Entry, shape: shapes.Record) -> None:
    _add(dataset, entry, dataset.entries)
    dataset.problems.extend(_Reader(dataset, entry.file).record(entry.node, shape))


def _take_list(
    dataset: Dataset, folder: Path, path: Path, kind: str, shape: shapes.Many, among: dict[str, Entry]
) -> None:
    node = _read(dataset, folder, path)
    if node is None:
        return
    name = _name(folder, path)
    dataset.problems.extend(_Reader(dataset, name).walk(node, shape))
    for child in node.value if isinstance(node.value, list) else []:
        if isinstance(child.value, dict) and "id" in child.value:
            _add(dataset, Entry(str(child.value["id"].value), kind, name, child), among)


def _records_of(dataset: Dataset, folder: Path, path: Path, kind: str, shape: shapes.Record) -> list[Entry]:
    """The records of a file that is one list without ids, first to last; none where there is no such file."""
    if not path.is_file() or (node := _read(dataset, folder, path)) is None:
        return []
    name = _name(folder, path)
    dataset.problems.extend(_Reader(dataset, name).walk(node, shapes.Many(shape)))
    records = node.value if isinstance(node.value, list) else []
    return [
        Entry(f"{kind}-{number}", kind, name, child)
        for number, child in enumerate(records, 1)
        if isinstance(child.value, dict)
    ]


def _take_mapping(dataset: Dataset, folder: Path, path: Path, kind: str, shape: shapes.Record) -> None:
    if not path.is_file() or (node := _read(dataset, folder, path)) is None:
        return
    name = _name(folder, path)
    if not isinstance(node.value, dict):
        dataset.problems.append(Problem(name, node.line, "problem-want-map"))
        return
    for key, line in node.doubled:
        dataset.problems.append(Problem(name, line, "problem-doubled-key", (("name", key),)))
    for an_id, child in sorted(node.value.items()):
        entry = Entry(an_id, kind, name, child)
        _add(dataset, entry, dataset.sources if kind == "source" else dataset.entries)
        dataset.problems.extend(_Reader(dataset, name).record(child, shape))


def _is_language(code: str) -> bool:
    """True for a language of CLDR; `no` is left to `nb` and `nn`, since YAML 1.1 elsewhere reads it as false."""
    from babel import Locale

    return code in Locale("en").languages and code != "no"


def _add(dataset: Dataset, entry: Entry, among: dict[str, Entry]) -> None:
    if not _ID.fullmatch(entry.id):
        dataset.problems.append(Problem(entry.file, entry.node.line, "problem-bad-id", (("id", entry.id),)))
    if entry.id in among:
        fields = (("id", entry.id), ("other", among[entry.id].file))
        dataset.problems.append(Problem(entry.file, entry.node.line, "problem-doubled-id", fields))
        return
    among[entry.id] = entry


def _check_shapes(dataset: Dataset) -> None:
    """Ids can be followed only when everything is read: the readers above note them, this looks them up."""
    kept = []
    for problem in dataset.problems:
        if problem.key == "problem-no-such-id":
            fields = dict(problem.fields)
            wanted = fields["kinds"].split("|")
            target = fields["id"]
            kind = "source" if wanted == ["source"] and target in dataset.sources else dataset.kind_of(target)
            if kind in wanted:
                continue
        kept.append(problem)
    dataset.problems[:] = kept


class _Reader:
    """Holds one file against its shape and yields what does not fit."""

    def __init__(self, dataset: Dataset, file: str) -> None:
        self._dataset = dataset
        self._file = file

    def _say(self, line: int, key: str, **fields: str) -> Problem:
        return Problem(self._file, line, key, tuple(fields.items()))

    def walk(self, node: Node, shape: shapes.Shape, name: str = "") -> Iterator[Problem]:
        if isinstance(shape, shapes.Record):
            yield from self.record(node, shape)
        elif isinstance(shape, shapes.Value):
            yield from self._scalar(node, shape, name)
        elif isinstance(shape, shapes.Either):
            inner = shape.record if isinstance(node.value, dict) else shape.scalar
            yield from self.walk(node, inner, name)
        elif isinstance(shape, shapes.Words):
            yield from self._words(node, shape, name)
        elif isinstance(shape, shapes.Spellings):
            yield from self._spellings(node)
        elif not isinstance(node.value, list):
            yield self._say(node.line, "problem-want-list", name=name)
        elif isinstance(shape, shapes.Sources):
            for child in node.value:
                yield from self._citation(child)
        else:
            for child in node.value:
                yield from self.walk(child, shape.of, name)

    def record(self, node: Node, shape: shapes.Record) -> Iterator[Problem]:
        if not isinstance(node.value, dict):
            yield self._say(node.line, "problem-want-map")
            return
        yield from self._doubled(node)
        known = shape.needs | shape.may
        for key, child in node.value.items():
            if key not in known:
                yield self._say(child.line, "problem-unknown-key", name=key, known=", ".join(sorted(known)))
            else:
                yield from self.walk(child, known[key], key)
        for key in shape.needs:
            if key not in node.value:
                yield self._say(node.line, "problem-missing-key", name=key)
        if shape.is_fact and "unverified" not in node.value and not _has_items(node.value.get("sources")):
            yield self._say(node.line, "problem-no-source")

    def _doubled(self, node: Node) -> Iterator[Problem]:
        for key, line in node.doubled:
            yield self._say(line, "problem-doubled-key", name=key)

    def _scalar(self, node: Node, shape: shapes.Value, name: str) -> Iterator[Problem]:
        text = node.value
        if not isinstance(text, str) or not text.strip():
            yield self._say(node.line, "problem-want-text", name=name)
        elif shape.of == "date":
            try:
                Edtf.parse(text)
            except NotADate:
                yield self._say(node.line, "problem-no-such-date", name=name, text=text)
        elif shape.of in _NUMBERS and not _NUMBERS[shape.of].fullmatch(text):
            yield self._say(node.line, "problem-want-number", name=name, text=text)
        elif shape.of == "flag" and text not in ("true", "false"):
            yield self._say(node.line, "problem-want-flag", name=name, text=text)
        elif shape.of == "language" and not _is_language(text):
            yield self._say(node.line, "problem-no-such-language", text=text)
        elif shape.of == "address" and not _ADDRESS.fullmatch(text):
            yield self._say(node.line, "problem-want-address", name=name, text=text)
        elif shape.one_of and text not in shape.one_of:
            yield self._say(node.line, "problem-not-a-word", name=name, text=text, known=", ".join(shape.one_of))
        elif shape.points_to:
            yield self._say(node.line, "problem-no-such-id", id=text, kinds="|".join(shape.points_to))

    def _words(self, node: Node, shape: shapes.Words, name: str) -> Iterator[Problem]:
        if not isinstance(node.value, dict):
            yield self._say(node.line, "problem-want-words", name=name)
            return
        yield from self._doubled(node)
        for lang in shape.wanted:
            if lang not in node.value:
                yield self._say(node.line, "problem-no-arabic" if lang == "ar" else "problem-no-english", name=name)
        for lang, child in node.value.items():
            if lang not in shape.allowed:
                yield self._say(child.line, "problem-unknown-key", name=lang, known=", ".join(shape.allowed))
            else:
                yield from self._scalar(child, shapes.TEXT, f"{name}.{lang}")

    def _spellings(self, node: Node) -> Iterator[Problem]:
        if not isinstance(node.value, dict):
            yield self._say(node.line, "problem-want-map")
            return
        yield from self._doubled(node)
        for lang, child in node.value.items():
            if not isinstance(child.value, list):
                yield self._say(child.line, "problem-want-list", name=lang)
                continue
            for text in child.value:
                yield from self._scalar(text, shapes.TEXT, lang)

    def _citation(self, node: Node) -> Iterator[Problem]:
        target = node
        if isinstance(node.value, dict):
            yield from (
                self._say(child.line, "problem-unknown-key", name=key, known="source, at")
                for key, child in node.value.items()
                if key not in ("source", "at")
            )
            if "source" not in node.value:
                yield self._say(node.line, "problem-missing-key", name="source")
                return
            target = node.value["source"]
        yield from self._scalar(target, shapes.Value("id", ("source",)), "sources")


def _has_items(node: Node | None) -> bool:
    return node is not None and isinstance(node.value, list) and bool(node.value)
