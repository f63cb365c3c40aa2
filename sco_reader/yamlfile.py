"""YAML with the line of everything: what a checker needs in order to say where the slip is.

All scalars stay text, as written: no date, number or yes/no is guessed (YAML 1.1 would read `no` as false).
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

from sco_reader.errors import CannotRead

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Plain = str | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a YAML file and the line it starts on (1 is the first)."""

    value: "str | list[Node] | dict[str, Node]"
    line: int
    doubled: tuple[tuple[str, int], ...] = ()
    """Keys of a mapping that stand there twice, with the line of the second."""

    @property
    def plain(self) -> Plain:
        if isinstance(self.value, dict):
            return {key: node.plain for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain for node in self.value]
        return self.value


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that is not YAML at all."""

    line: int
    reason: str


def read(path: Path) -> Node | Broken:
    """The tree of one file. Raises CannotRead where the file cannot be opened."""
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise CannotRead(file=path) from error
    except UnicodeDecodeError as error:
        return Broken(1, f"byte {error.start} is not UTF-8")
    try:
        loader = _Loader(text)
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        return Broken(mark.line + 1 if mark else 1, error.problem or "not YAML")
    except yaml.YAMLError as error:
        return Broken(1, str(error).splitlines()[0])
    return Node({}, 1) if root is None else _tree(root)


def _tree(node: yaml.Node) -> Node:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        entries: dict[str, Node] = {}
        doubled = []
        for key, value in node.value:
            name = str(key.value)
            if name in entries:
                doubled.append((name, key.start_mark.line + 1))
            entries[name] = _tree(value)
        return Node(entries, line, tuple(doubled))
    if isinstance(node, yaml.SequenceNode):
        return Node([_tree(child) for child in node.value], line)
    return Node(str(node.value), line)
