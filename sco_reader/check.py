"""What is wrong with the data? Every problem, not the first alone, with its file, line and a sentence."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from sco_reader import publishers
from sco_reader.arabic.bidi import neutralise
from sco_reader.dataset import Dataset, Entry, Problem, load
from sco_reader.dates import Edtf, Span
from sco_reader.errors import NotADate
from sco_reader.prose import misspelt
from sco_reader.words import Lang, say
from sco_reader.yamlfile import Node

_SEVERAL_HOLDERS = ("other", "foreign_minister")


def problems(folder: Path) -> list[Problem]:
    """All problems of a data folder, in the order of files and lines. Raises NoDataFolder."""
    return problems_of(load(folder))


def problems_of(dataset: Dataset) -> list[Problem]:
    found = set(dataset.problems)
    found.update(_names(dataset))
    found.update(_houses(dataset))
    found.update(_statuses(dataset))
    found.update(_terms(dataset))
    found.update(_meetings(dataset))
    found.update(misspelt(dataset))
    found.update(publishers.problems(dataset))
    if not found:
        # The ids of facts are known once the data can be built.
        found.update(_audit(dataset))
    return sorted(found)


def describe(problem: Problem, lang: Lang) -> str:
    """`file:line: sentence`, as compilers write it and editors jump to it."""
    fields = {name: neutralise(text) for name, text in problem.fields}  # a file may come from anybody
    return f"{neutralise(str(problem.file))}:{problem.line}: {say(problem.key, lang, **fields)}"


def span_of(record: dict[str, Node]) -> Span | None:
    """The `from` and `to` of a record, None where they cannot be read (the shape has said so already)."""
    try:
        since = Edtf.parse(str(record["from"].value))
        until = Edtf.parse(str(record["to"].value)) if "to" in record else None
    except (KeyError, NotADate):
        return None
    return Span(since, until)


def _records(nodes: list[Node]) -> list[tuple[Node, dict[str, Node], Span]]:
    found = []
    for node in nodes:
        if isinstance(node.value, dict) and (span := span_of(node.value)) is not None:
            found.append((node, node.value, span))
    return found


def _names(dataset: Dataset) -> Iterator[Problem]:
    """Members and people want their Russian and Chinese names too (the official languages of the SCO)."""
    for entry in dataset.of_kind("country"):
        statuses = [str(record["status"].value) for _, record, _ in _records(entry.many("statuses"))]
        name = entry.get("name")
        if "member" in statuses and name is not None and isinstance(name.value, dict):
            for lang in ("ru", "zh"):
                if lang not in name.value:
                    yield Problem(entry.file, name.line, "problem-no-name-in", (("language", lang),))


def _houses(dataset: Dataset) -> Iterator[Problem]:
    """A house prints what somebody has read in its press."""
    for entry in dataset.entries.values():
        house = entry.get("house")
        if house is None or not isinstance(house.value, dict):
            continue
        rows = [node.value for node in entry.many("seen") if isinstance(node.value, dict)]
        read = {(str(row["in"].value), str(row["text"].value)) for row in rows if "in" in row and "text" in row}
        for tradition, node in house.value.items():
            if (tradition, node.value) not in read:
                fields = (("tradition", tradition), ("text", str(node.value)))
                yield Problem(entry.file, node.line, "problem-house-not-seen", fields)


def _statuses(dataset: Dataset) -> Iterator[Problem]:
    for entry in dataset.of_kind("country"):
        rows = _records(entry.many("statuses"))
        yield from _backwards(entry, rows)
        yield from _backwards(entry, _records(entry.many("former_names")))
        for (_, earlier, one), (node, later, other) in combinations(rows, 2):
            if one.surely_overlaps(other):
                fields = (("one", str(earlier["status"].value)), ("other", str(later["status"].value)))
                yield Problem(entry.file, node.line, "problem-statuses-overlap", fields)
    for entry in dataset.of_kind("city"):
        yield from _backwards(entry, _records(entry.many("former_names")))


def _backwards(entry: Entry, rows: list[tuple[Node, dict[str, Node], Span]]) -> Iterator[Problem]:
    for node, _, span in rows:
        if span.runs_backwards:
            yield Problem(
                entry.file,
                node.line,
                "problem-runs-backwards",
                (("since", str(span.since)), ("until", str(span.until))),
            )


def _terms(dataset: Dataset) -> Iterator[Problem]:
    holders: dict[str, list[tuple[Entry, Node, Span]]] = defaultdict(list)
    for person in dataset.of_kind("person"):
        rows = _records(person.many("terms"))
        yield from _backwards(person, rows)
        for node, record, span in rows:
            holders[str(record["office"].value)].append((person, node, span))
    for office, rows_of_office in holders.items():
        entry = dataset.offices.get(office)
        kind = entry.get("kind") if entry else None
        if kind is not None and kind.value in _SEVERAL_HOLDERS:
            continue
        for (earlier, _, one), (person, node, other) in combinations(rows_of_office, 2):
            if one.surely_overlaps(other):
                fields = (("office", office), ("one", earlier.id), ("other", person.id))
                yield Problem(person.file, node.line, "problem-two-holders", fields)


def _meetings(dataset: Dataset) -> Iterator[Problem]:
    numbers: dict[tuple[str, str], str] = {}
    for meeting in dataset.of_kind("meeting"):
        start, end = meeting.get("start"), meeting.get("end")
        try:
            first, last = (Edtf.parse(str(node.value)) for node in (start, end) if node is not None)
        except (NotADate, ValueError):
            continue
        if last.latest < first.earliest:
            line = end.line if end else 1
            yield Problem(meeting.file, line, "problem-runs-backwards", (("since", str(first)), ("until", str(last))))
        body, number = meeting.get("body"), meeting.get("number")
        if body is not None and number is not None:
            key = (str(body.value), str(number.value))
            if key in numbers:
                fields = (("number", key[1]), ("other", numbers[key]))
                yield Problem(meeting.file, number.line, "problem-number-taken", fields)
            numbers[key] = meeting.id
        yield from _delegations(dataset, meeting, last)


def _delegations(dataset: Dataset, meeting: Entry, last: Edtf) -> Iterator[Problem]:
    parties: set[str] = set()
    for node in meeting.many("delegations"):
        if not isinstance(node.value, dict):
            continue
        row = {key: child.value for key, child in node.value.items()}
        party = str(row.get("party", ""))
        if party in parties:
            yield Problem(meeting.file, node.line, "problem-party-twice", (("party", party),))
        parties.add(party)
        if row.get("absent") != "true" and "head" not in row:
            yield Problem(meeting.file, node.line, "problem-no-head", (("party", party),))
        head, office = row.get("head"), row.get("office")
        if isinstance(head, str) and isinstance(office, str) and not _held(dataset, head, office, last):
            fields = (("person", head), ("office", office), ("day", str(last)))
            yield Problem(meeting.file, node.line, "problem-did-not-hold", fields)
        country = dataset.entries.get(party)
        if country is not None and country.kind == "country":
            role = str(row.get("role", ""))
            if not _had_standing(country, role, last):
                yield Problem(meeting.file, node.line, "problem-not-that-role", (("party", party), ("role", role)))


def _held(dataset: Dataset, person: str, office: str, on: Edtf) -> bool:
    entry = dataset.entries.get(person)
    if entry is None:
        return True
    return any(
        record["office"].value == office and not span.starts_after(on.latest) and not _ended(span, on)
        for _, record, span in _records(entry.many("terms"))
    )


def _ended(span: Span, on: Edtf) -> bool:
    return span.until is not None and span.until.latest <= on.earliest


def _had_standing(country: Entry, role: str, on: Edtf) -> bool:
    standing = {
        str(record["status"].value)
        for _, record, span in _records(country.many("statuses"))
        if not span.starts_after(on.latest) and not _ended(span, on)
    }
    if role == "member" and "shanghai_five" in standing:
        return True
    return role in standing or (role == "guest" and not standing & {"member", "observer", "dialogue_partner"})


def _audit(dataset: Dataset) -> Iterator[Problem]:
    """A second reader's verdict must be about a fact that stands in the data as it did when it was read."""
    if not dataset.audit:
        return
    from sco_reader.rows import Tables

    known = {row["id"] for row in Tables(dataset).fill()["fact"]}
    for entry in dataset.audit:
        for node in entry.many("results"):
            fact = node.value["fact"] if isinstance(node.value, dict) else node
            if fact.value not in known:
                yield Problem(entry.file, fact.line, "problem-audit-unknown-fact", (("fact", str(fact.value)),))
