"""Checked YAML as the rows of every table; facts get readable ids that stay the same from edition to edition."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from sco_reader import __version__, schema
from sco_reader.abroad import UNSHOWN, adjectives_abroad, names_abroad
from sco_reader.arabic.wording import listed
from sco_reader.check import span_of
from sco_reader.collation import sort_key
from sco_reader.dataset import Dataset, Entry, Fields, owner_of
from sco_reader.dates import Edtf, Holds, Span
from sco_reader.publishers import Publishers
from sco_reader.spellings import rows as spelling_rows
from sco_reader.yamlfile import Node, Plain

Row = dict[str, str | int | None]

_OF_SOURCE = ("address", "title", "language", "published", "class", "archived")
_LANGS = ("en", "ar", "ru", "zh")
_OF_DOCUMENT = ("signed", "place", "meeting", "in_force", "full_text")
_SPELT = ("country", "person", "city", "organisation")
"""Kinds whose names the press spells by tradition."""
_COUNCILS = {
    "cfm": ("Council of Foreign Ministers", "مجلس وزراء الخارجية"),
    "cdm": ("Meeting of Defence Ministers", "اجتماع وزراء الدفاع"),
    "scs": ("Meeting of Security Council Secretaries", "اجتماع أمناء مجالس الأمن"),
}
"""What a session of a regular council is called, in English and Arabic, before its city and year."""


@dataclass(slots=True)
class Tables:
    """The rows of all tables, filled entity by entity in the order of ids."""

    dataset: Dataset
    rows: dict[str, list[Row]] = field(default_factory=lambda: {table.name: [] for table in schema.TABLES})
    _taken: set[str] = field(default_factory=set)

    def fill(self) -> dict[str, list[Row]]:
        about = self.dataset.about
        self._add("meta", key="schema", value=schema.VERSION)
        self._add("meta", key="program", value=__version__)
        for key in ("edition", "verified_through"):
            node = about.get(key) if about else None
            self._add("meta", key=key, value=_text(node) or "")
        publishers = Publishers(self.dataset)
        for source in sorted(self.dataset.sources.values(), key=lambda entry: entry.id):
            plain = cast(dict[str, str], source.node.plain)
            by = publishers.said(plain["publisher"])
            self._add(
                "source", id=source.id, read_on=plain["read"], publisher=by.en, publisher_ar=by.ar,
                publisher_key=by.key, **{key: plain.get(key) for key in _OF_SOURCE},
            )  # fmt: skip
        ordered = sorted(self.dataset.entries.values(), key=lambda entry: entry.id)
        for entry in ordered:
            self._entity(entry)
        for office in sorted(self.dataset.offices.values(), key=lambda entry: entry.id):
            self._office(office)
        for entry in ordered:
            getattr(self, f"_{entry.kind}")(entry)
        for number, entry in enumerate(self.dataset.audit, 1):
            self._audit(number, entry)
        self.rows["spelling"] = list(spelling_rows(self.rows))
        return self.rows

    def _add(self, table: str, /, **row: str | int | None) -> None:
        self.rows[table].append(row)

    def _entity(self, entry: Entry) -> None:
        name = self._called(entry)
        self._add(
            "entity", id=entry.id, kind=entry.kind, **{f"name_{lang}": name.get(lang) for lang in _LANGS},
            sort_en=sort_key(name["en"], "en"), sort_ar=sort_key(name["ar"], "ar"),
            **_note(entry.node),
        )  # fmt: skip
        for form, key in (("official", "official_name"), ("abbreviation", "abbreviation")):
            for lang, text in _words(entry.get(key)).items():
                self._add("name", entity=entry.id, lang=lang, form=form, position=0, text=text)
        for form, key in (("also", "also"), ("adjective", "adjectives")):
            spelt = entry.get(key)
            for lang, texts in cast(dict[str, list[str]], spelt.plain if spelt else {}).items():
                for position, text in enumerate(texts):
                    shown = "abroad" if lang in UNSHOWN else form
                    self._add("name", entity=entry.id, lang=lang, form=shown, position=position, text=text)
        for position, (lang, text) in enumerate(names_abroad(entry.id, entry.kind)):
            self._add("name", entity=entry.id, lang=lang, form="abroad", position=position, text=text)
        for position, (lang, text) in enumerate(adjectives_abroad(entry.id) if entry.kind == "country" else ()):
            self._add("name", entity=entry.id, lang=lang, form="adjective_abroad", position=position, text=text)
        if entry.kind in _SPELT:
            self._seen(entry)
        if entry.get("name_sources") is not None:
            self._fact(entry.id, "name", f"name:{entry.id}", {"sources": cast(Node, entry.get("name_sources"))})
        for position, node in enumerate(entry.many("former_names")):
            record = cast(Fields, node.value)
            span = span_of(record)
            words = _words(record["name"])
            self._fact(entry.id, "former_name", f"former_name:{entry.id}:{position + 1}", record)
            for lang, text in words.items():
                bounds = _bounds(span) if span else _until_only(record)
                self._add("name", entity=entry.id, lang=lang, form="former", position=position, text=text, **bounds)

    def _seen(self, entry: Entry) -> None:
        """Arabic spellings by tradition, each a fact; `house` marks the one that the tradition prints."""
        house = _words(entry.get("house"))
        for position, node in enumerate(entry.many("seen"), 1):
            record = cast(Fields, node.value)
            tradition, text = cast(str, _text(record["in"])), cast(str, _text(record["text"]))
            fact = self._fact(entry.id, "seen", f"seen:{entry.id}:{position}", record)
            self._add("seen", fact=fact, entity=entry.id, tradition=tradition, position=position, text=text,
                      house=int(house.get(tradition) == text))  # fmt: skip

    def _called(self, entry: Entry) -> dict[str, str]:
        if entry.kind != "council":
            return _words(entry.get("title") or entry.get("name") or entry.get("claim"))
        english, arabic = _COUNCILS[cast(str, _text(entry.get("body")))]
        on = Edtf.parse(cast(str, _text(entry.get("start"))))
        city = self._city_on(cast(str, _text(entry.get("city"))), on)
        return {"en": f"{english}, {city['en']} {on.text[:4]}", "ar": f"{arabic} في {city['ar']} {on.text[:4]}"}

    def _city_on(self, city: str, on: Edtf) -> dict[str, str]:
        entry = self.dataset.entries[city]
        for node in entry.many("former_names"):
            record = cast(Fields, node.value)
            since, until = (Edtf.parse(text) if (text := _text(record.get(key))) else None for key in ("from", "to"))
            if until is not None and on.latest < until.earliest and (since is None or since.latest <= on.earliest):
                return _words(record["name"])
        return _words(entry.get("name"))

    def _fact(self, entity: str, kind: str, an_id: str, record: Fields) -> str:
        number = 2
        unique = an_id
        while unique in self._taken:
            unique = f"{an_id}:{number}"
            number += 1
        self._taken.add(unique)
        self._add("fact", id=unique, kind=kind, entity=entity, unverified=int("unverified" in record))
        for position, (source, at) in enumerate(_citations(record.get("sources"))):
            self._add("citation", fact=unique, position=position, source=source, at=at)
        for place, node in enumerate(_children(record.get("contested"))):
            self._contest(unique, place, cast(Fields, node.value))
        return unique

    def _contest(self, fact: str, place: int, record: Fields) -> None:
        value = record["value"].plain
        words = cast(dict[str, str], value) if isinstance(value, dict) else {"en": str(value), "ar": str(value)}
        reason = _words(record["reason"])
        self._add("contest", fact=fact, position=place, field=_text(record["field"]), value_en=words["en"],
                  value_ar=words["ar"], reason_en=reason["en"], reason_ar=reason["ar"])  # fmt: skip
        for position, (source, at) in enumerate(_citations(record["sources"])):
            self._add("contest_citation", fact=fact, contest=place, position=position, source=source, at=at)

    def _city(self, entry: Entry) -> None:
        self._add("city", id=entry.id, country=_text(entry.get("country")))

    def _country(self, entry: Entry) -> None:
        self._add("country", id=entry.id, capital=_text(entry.get("capital")),
                  verified_through=_text(entry.get("verified_through")), **self._figures(entry))  # fmt: skip
        for number, node in enumerate(entry.many("shares"), 1):
            record = cast(Fields, node.value)
            fact = self._fact(entry.id, "share", f"share:{entry.id}:{number}", record)
            self._add("share", fact=fact, country=entry.id, what=_text(record["of"]), percent=_text(record["percent"]),
                      **_bounds(cast(Span, span_of(record))), **_note(node))  # fmt: skip
        for node in entry.many("statuses"):
            record = cast(Fields, node.value)
            status = cast(str, _text(record["status"]))
            base = f"{entry.id}:{status}:{_text(record['from'])}"
            fact = self._fact(entry.id, "status", f"status:{base}", record)
            self._add(
                "status",
                fact=fact,
                country=entry.id,
                status=status,
                **_bounds(cast(Span, span_of(record))),
                **_note(node),
            )
            for child in _children(record.get("steps")):
                step = cast(Fields, child.value)
                name = cast(str, _text(step["step"]))
                of_step = self._fact(entry.id, "step", f"step:{base}:{name}", step)
                self._add("step", fact=of_step, status=fact, step=name, on_day=_text(step["on"]),
                          meeting=_text(step.get("meeting")), **_note(child))  # fmt: skip

    def _figures(self, entry: Entry) -> Row:
        """Area, population and official languages: each a fact of its own."""
        found: Row = {}
        for kind in ("area", "population", "languages"):
            node = entry.get(kind)
            if node is None:
                continue
            record = cast(Fields, node.value)
            self._fact(entry.id, kind, f"{kind}:{entry.id}", record)
            if kind == "area":
                found["area_km2"] = int(cast(str, _text(record["km2"])))
            elif kind == "population":
                found["population"] = int(cast(str, _text(record["count"])))
                found["population_year"] = _text(record["year"])
            else:
                words = [_words(child) for child in _children(record["official"])]
                found["languages_en"] = listed((each["en"] for each in words), "en")
                found["languages_ar"] = listed((each["ar"] for each in words), "ar")
        return found

    def _organisation(self, entry: Entry) -> None:
        days = {key: self._life(entry, key) for key in ("founded", "dissolved")}
        self._add("organisation", id=entry.id, seat=_text(entry.get("seat")), **days)

    def _person(self, entry: Entry) -> None:
        days = {key: self._life(entry, key) for key in ("born", "died")}
        self._add("person", id=entry.id, gender=_text(entry.get("gender")), country=_text(entry.get("country")),
                  organisation=_text(entry.get("organisation")), **days)  # fmt: skip
        for node in entry.many("terms"):
            record = cast(Fields, node.value)
            office = cast(str, _text(record["office"]))
            fact = self._fact(entry.id, "term", f"term:{office}:{entry.id}:{_text(record['from'])}", record)
            self._add("term", fact=fact, office=office, person=entry.id, acting=_flag(record, "acting"),
                      began=_text(record.get("began")), ended=_text(record.get("ended")),
                      **_bounds(cast(Span, span_of(record))), **_note(node))  # fmt: skip

    def _life(self, entry: Entry, key: str) -> str | None:
        node = entry.get(key)
        if node is None:
            return None
        record = cast(Fields, node.value)
        self._fact(entry.id, key, f"{key}:{entry.id}", record)
        return _text(record["on"])

    def _office(self, entry: Entry) -> None:
        name, of, acting = (_words(entry.get(key)) for key in ("name", "of", "acting"))
        self._add("office", id=entry.id, owner=owner_of(entry), kind=_text(entry.get("kind")), name_en=name["en"],
                  name_ar=name["ar"], name_ar_f=name.get("ar_f"), of_en=of["en"], of_ar=of["ar"],
                  of_ar_f=of.get("ar_f"), acting_en=acting.get("en"), acting_ar=acting.get("ar"),
                  **_note(entry.node))  # fmt: skip
        for number, node in enumerate(entry.many("vacant"), 1):
            record = cast(Fields, node.value)
            fact = self._fact(owner_of(entry), "vacancy", f"vacancy:{entry.id}:{number}", record)
            self._add("vacancy", fact=fact, office=entry.id, **_bounds(cast(Span, span_of(record))), **_note(node))

    def _council(self, entry: Entry) -> None:
        record = cast(Fields, entry.node.value)
        fact = self._fact(entry.id, "council", f"council:{entry.id}", record)
        start = cast(str, _text(record["start"]))
        self._add("council", id=entry.id, fact=fact, body=_text(record["body"]), start=start,
                  end=_text(record.get("end")) or start, city=_text(record["city"]),
                  format=_text(record.get("format")))  # fmt: skip

    def _milestone(self, entry: Entry) -> None:
        record = cast(Fields, entry.node.value)
        fact = self._fact(entry.id, "milestone", f"milestone:{entry.id}", record)
        text = _words(record["text"])
        self._add("milestone", id=entry.id, fact=fact, kind=_text(record["kind"]), text_en=text["en"],
                  text_ar=text["ar"], start=_text(record["start"]), end=_text(record.get("end")))  # fmt: skip
        self._concerns(entry)

    def _claim(self, entry: Entry) -> None:
        record = cast(Fields, entry.node.value)
        fact = self._fact(entry.id, "claim", f"claim:{entry.id}", record)
        answer = _words(record["answer"])
        self._add("claim", id=entry.id, fact=fact, verdict=_text(record["verdict"]), answer_en=answer["en"],
                  answer_ar=answer["ar"])  # fmt: skip
        for position, (source, at) in enumerate(_citations(record["seen"])):
            self._add("claim_seen", claim=entry.id, position=position, source=source, at=at)
        self._concerns(entry)

    def _concerns(self, entry: Entry) -> None:
        for position, node in enumerate(entry.many("about")):
            self._add("concerns", entity=entry.id, position=position, other=_text(node))

    def _audit(self, number: int, entry: Entry) -> None:
        for node in entry.many("results"):
            record = cast(Fields, node.value)
            self._add("audit", fact=_text(record["fact"]), pass_number=number, says=_text(record["says"]))

    def _meeting(self, entry: Entry) -> None:
        venue = _words(entry.get("venue"))
        chair = cast(Fields, cast(Node, entry.get("chair")).value)
        number = _text(entry.get("number"))
        city = cast(str, _text(entry.get("city")))
        country = self.dataset.entries[city].get("country")
        self._add("meeting", id=entry.id, body=_text(entry.get("body")), number=int(number) if number else None,
                  start=_text(entry.get("start")), end=_text(entry.get("end")), city=city, country=_text(country),
                  venue_en=venue.get("en"), venue_ar=venue.get("ar"), chair_country=_text(chair["country"]),
                  chair_person=_text(chair.get("person")), format=_text(entry.get("format")))  # fmt: skip
        contested = entry.many("contested")
        for aspect, node in cast(Fields, cast(Node, entry.get("sources")).value).items():
            aspects = ("dates", "start", "end") if aspect == "dates" else (aspect,)
            mine = [child for child in contested if _text(cast(Fields, child.value)["field"]) in aspects]
            record = {"sources": node, "contested": Node(mine, node.line)}
            self._fact(entry.id, aspect, f"{aspect}:{entry.id}", record)
        for number_of_row, node in enumerate(entry.many("counts"), 1):
            record = cast(Fields, node.value)
            what = _words(record["what"])
            fact = self._fact(entry.id, "count", f"count:{entry.id}:{number_of_row}", record)
            self._add("meeting_count", fact=fact, meeting=entry.id, what_en=what["en"], what_ar=what["ar"],
                      count=int(cast(str, _text(record["count"]))), **_note(node))  # fmt: skip
        for number_of_row, node in enumerate(entry.many("decisions"), 1):
            record = cast(Fields, node.value)
            text = _words(record["text"])
            fact = self._fact(entry.id, "decision", f"decision:{entry.id}:{number_of_row}", record)
            self._add("decision", fact=fact, meeting=entry.id, text_en=text["en"], text_ar=text["ar"], **_note(node))
        for node in entry.many("delegations"):
            self._delegation(entry, node)

    def _delegation(self, entry: Entry, node: Node) -> None:
        record = cast(Fields, node.value)
        party = cast(str, _text(record["party"]))
        fact = self._fact(entry.id, "delegation", f"delegation:{entry.id}:{party}", record)
        office = record.get("office")
        named = _words(office) if office is not None and isinstance(office.value, dict) else {}
        known = _text(office) if office is not None and not named else None
        head = _text(record.get("head"))
        why = _words(record.get("why"))
        last = Edtf.parse(cast(str, _text(entry.get("end"))))
        self._add("delegation", fact=fact, meeting=entry.id, party=party, role=_text(record["role"]), head=head,
                  office=known, office_en=named.get("en"), office_ar=named.get("ar"),
                  acting=int(bool(head and known and self._was_acting(head, known, last))),
                  substitutes_for=_text(record.get("substitutes_for")), why_en=why.get("en"), why_ar=why.get("ar"),
                  format=_text(record.get("format")) or _text(entry.get("format")), absent=_flag(record, "absent"),
                  **_note(node))  # fmt: skip

    def _was_acting(self, person: str, office: str, on: Edtf) -> bool:
        terms = (cast(Fields, node.value) for node in self.dataset.entries[person].many("terms"))
        return any(
            _flag(term, "acting") == 1 and span.holds_on(on.latest) is not Holds.NO
            for term in terms
            if _text(term["office"]) == office and (span := span_of(term)) is not None
        )

    def _document(self, entry: Entry) -> None:
        summary = _words(entry.get("summary"))
        self._fact(entry.id, "document", f"document:{entry.id}", cast(Fields, entry.node.value))
        self._add("document", id=entry.id, kind=_text(entry.get("kind")), summary_en=summary.get("en"),
                  summary_ar=summary.get("ar"),
                  **{key: _text(entry.get(key)) for key in _OF_DOCUMENT})  # fmt: skip


def _text(node: Node | None) -> str | None:
    return str(node.value) if node is not None else None


def _words(node: Node | None) -> dict[str, str]:
    return cast(dict[str, str], node.plain) if node is not None else {}


def _flag(record: Fields, key: str) -> int:
    return int(_text(record.get(key)) == "true")


def _children(node: Node | None) -> list[Node]:
    return cast(list[Node], node.value) if node is not None else []


def _note(node: Node) -> Row:
    note: Plain = node.plain
    words = note.get("note", {}) if isinstance(note, dict) else {}
    assert isinstance(words, dict)
    return {"note_en": cast(str | None, words.get("en")), "note_ar": cast(str | None, words.get("ar"))}


def _citations(node: Node | None) -> Iterator[tuple[str, str | None]]:
    seen = set()
    for child in _children(node):
        plain = child.plain
        source, at = (plain["source"], plain.get("at")) if isinstance(plain, dict) else (plain, None)
        if (source, at) not in seen:
            seen.add((source, at))
            yield cast(str, source), cast(str | None, at)


def _bounds(span: Span) -> Row:
    row: Row = {}
    for name, moment in (("since", span.since), ("until", span.until)):
        row[name] = moment.text if moment else None
        row[f"{name}_earliest"] = moment.earliest.isoformat() if moment else None
        row[f"{name}_latest"] = moment.latest.isoformat() if moment else None
    return row


def _until_only(record: Fields) -> Row:
    until = Edtf.parse(cast(str, _text(record["to"])))
    return {"until": until.text, "until_earliest": until.earliest.isoformat(), "until_latest": until.latest.isoformat()}
