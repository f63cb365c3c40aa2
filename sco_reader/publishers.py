"""Who published a source? One publisher under all its names, in English and in Arabic, and what stands in brackets.

`publishers.yaml` names those that publish in Arabic or have an Arabic name in its press, and the spellings to avoid.
A source names its publisher in English; in brackets may follow whose text it prints or where it was read:
`Al-Hayat (copy at Sauress)`, `Kazinform (TASS)`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sco_reader.arabic.fold import fold
from sco_reader.dataset import Dataset, Entry, Problem

_WITH_NOTE = re.compile(r"(?P<name>.*\S) \((?P<note>[^()]*)\)")

_NOTES = {
    "copy": "نسخة", "mirror": "نسخة مطابقة", "archive": "أرشيف", "archive copy": "نسخة أرشيفية",
    "archived copy": "نسخة أرشيفية", "translated copy": "نسخة مترجمة", "copy of an agency report": "نسخة من خبر وكالة",
    "rendering of the Russian article": "نقلًا عن المقالة الروسية",
    "Italian rendering of the German article": "نقل إيطالي للمقالة الألمانية",
    "translated Wikipedia": "ترجمة من ويكيبيديا", "Wikipedia digest": "ملخص من ويكيبيديا",
    "translation of the Kremlin list": "ترجمة قائمة الكرملين",
    "text of the Charter": "نص الميثاق", "text of the SCO communiqué": "نص بيان المنظمة", "speech text": "نص الكلمة",
    "Kazakh government text": "نص الحكومة الكازاخستانية", "Turkmen government release": "بيان الحكومة التركمانية",
    "Chinese MFA site": "موقع الخارجية الصينية", "official site of the presidency": "موقع الرئاسة الرسمي",
    "Kyrgyz chairmanship": "الرئاسة القيرغيزية", "SCO presidency of Uzbekistan": "رئاسة أوزبكستان للمنظمة",
    "repost of the SCO Secretariat": "إعادة نشر من أمانة المنظمة", "forum": "منتدى",
    "day in history": "في مثل هذا اليوم",
    "law of Kazakhstan": "قانون كازاخستان",
    "text": "النص", "treaty text": "نص المعاهدة", "SCO text": "نص المنظمة", "agencies": "وكالات", "book": "كتاب",
    "published cable": "برقية منشورة", "Arabic translation by M. Al Bukhari": "ترجمة محمد البخاري",
    "Arabic": "بالعربية", "Chinese": "بالصينية", "Filipino": "بالفلبينية", "French": "بالفرنسية",
    "German": "بالألمانية", "Ido": "بالإيدو", "Japanese": "باليابانية", "Korean": "بالكورية",
    "Norwegian": "بالنرويجية", "Russian": "بالروسية", "Turkish": "بالتركية",
}  # fmt: skip
"""What a note in brackets says, in Arabic."""

_PATTERNS = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"copy (?:at|on) (.+)", "نسخة {}"), (r"copy of (.+)", "نسخة من {}"), (r"mirror (.+)", "نسخة {}"),
        (r"via (.+)", "عبر {}"), (r"summary at (.+)", "ملخص في {}"),
        (r"in the bulletin (.+)", "في نشرة {}"), (r"quoting (.+)", "نقلًا عن {}"), (r"(.+) mirror", "نسخة {}"),
        (r"(.+) copy", "نسخة {}"), (r"(.+) text", "نص {}"),
    )
)  # fmt: skip
"""Notes with a name in them."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher as the source has it, whole, in both languages; `key` is one for all its names and editions."""

    en: str
    ar: str
    key: str


@dataclass(frozen=True, slots=True)
class _Listed:
    en: str
    ar: str
    part_of: str | None


class Publishers:
    """The list as one asks it: what a source writes, as both languages say it, and what is wrong with it."""

    def __init__(self, dataset: Dataset) -> None:
        self._listed: dict[str, _Listed] = {}
        self._spelt: dict[str, str] = {}
        """Folded spellings of every listed publisher, each with the English name."""
        self.doubled: list[tuple[Entry, str, str]] = []
        for entry in dataset.publishers:
            name = _text(entry, "name", "en")
            if not name:
                continue  # its shape has been reported
            self._listed[name] = _Listed(name, _text(entry, "name", "ar") or name, _text(entry, "part_of"))
            also = [str(node.value) for node in entry.many("also")]
            for folded in dict.fromkeys(map(folded_name, (name, self._listed[name].ar, *also))):
                if self._spelt.setdefault(folded, name) != name:
                    self.doubled.append((entry, name, self._spelt[folded]))

    def said(self, written: str) -> Publisher:
        """`written`, the English name with or without a note, in both languages."""
        name, note = self._apart(written)
        listed = self._listed.get(name)
        key = (listed.part_of or listed.en) if listed is not None else folded_name(name)
        arabic = listed.ar if listed is not None else name
        return Publisher(written, f"{arabic} ({self._note(note)})" if note else arabic, key)

    def is_listed(self, written: str) -> bool:
        return self._apart(written)[0] in self._listed

    def holds(self, name: str) -> bool:
        return name in self._listed

    def misnamed(self, written: str) -> tuple[str, str] | None:
        """A spelling in `written` under which a listed publisher must not stand, and the name to write instead."""
        name, note = self._apart(written)
        whole = self._spelt.get(folded_name(written))
        if whole is not None:
            return None if whole == written else (written, whole)
        for one in (name, *note.split(", ")):
            known = self._spelt.get(folded_name(one))
            if known is not None and known != one:
                return one, known
        return None

    def _apart(self, written: str) -> tuple[str, str]:
        """The name and the note; brackets that belong to the name, as in `Al-Watan (Syria)`, stay with it."""
        if written in self._listed:
            return written, ""
        found = _WITH_NOTE.fullmatch(written)
        return (found["name"], found["note"]) if found else (written, "")

    def _note(self, note: str) -> str:
        if note in _NOTES:
            return _NOTES[note]
        listed = self._listed.get(note)
        if listed is not None:
            return listed.ar
        parts = note.split(", ")
        if len(parts) > 1:
            return "، ".join(map(self._note, parts))
        for pattern, said in _PATTERNS:
            if found := pattern.fullmatch(note):
                return said.format(self._note(found[1]))
        return note


def folded_name(name: str) -> str:
    """`name` without what the spellings of one publisher differ in: case, marks, hyphens, spaces, apostrophes."""
    return fold(name).replace(" ", "")


def problems(dataset: Dataset) -> Iterator[Problem]:
    """Names that stand twice in the list, and sources that name a publisher otherwise than it does, or not at all."""
    known = Publishers(dataset)
    for entry, name, other in known.doubled:
        fields = (("name", name), ("other", other))
        yield Problem(entry.file, entry.node.line, "problem-publisher-twice", fields)
    for entry in dataset.publishers:
        part_of = entry.get("part_of")
        if part_of is not None and not known.holds(str(part_of.value)):
            yield Problem(entry.file, part_of.line, "problem-publisher-part", (("name", str(part_of.value)),))
    first: dict[str, str] = {}
    for source in dataset.sources.values():
        node = source.get("publisher") if isinstance(source.node.value, dict) else None
        if node is None or not isinstance(node.value, str):
            continue
        written, language = node.value, source.get("language")
        if (misnamed := known.misnamed(written)) is not None:
            fields = (("text", misnamed[0]), ("name", misnamed[1]))
            yield Problem(source.file, node.line, "problem-publisher-spelt", fields)
        elif not known.is_listed(written):
            if language is not None and language.value == "ar":
                yield Problem(source.file, node.line, "problem-publisher-unlisted", (("text", written),))
            same = first.setdefault(folded_name(written), written)
            if same != written:
                fields = (("text", written), ("name", same))
                yield Problem(source.file, node.line, "problem-publisher-spelt", fields)


def _text(entry: Entry, *path: str) -> str | None:
    node = entry.node
    for step in path:
        if not isinstance(node.value, dict) or step not in node.value:
            return None
        node = node.value[step]
    return node.value if isinstance(node.value, str) else None
