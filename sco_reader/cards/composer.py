"""Shared by all cards: numbering of sources, disputes, and the wording of spans and standings."""

from dataclasses import dataclass, field, replace
from datetime import date

from sco_reader import reference
from sco_reader.arabic.bidi import isolate
from sco_reader.cards.card import Cell, Dispute, Fact, Line, Marks, Row, Spelling, Tone, together
from sco_reader.dates import Edtf, Holds, Span
from sco_reader.holding import holding
from sco_reader.houses import seen
from sco_reader.model import Citation, Delegation, Evidence, Lang, Name, Status, Term, Text
from sco_reader.store import Connection
from sco_reader.voice import Voice
from sco_reader.words import has_word, say

NO_MARKS = Marks()

_CLASSES = {"official": 0, "agency": 1, "scholarly": 2, "press": 3, "encyclopaedia": 4}
"""Classes of source, the weightiest first."""


_SHOWN = ("ar", "en", "ru", "zh")
"""Languages whose other spellings a card shows; those of further languages serve finding alone."""

_SHORT_REASON = 60
"""On paper a longer reason for standing in is left to the window."""


@dataclass(slots=True)
class Composer:
    """Composes one card: the file, the voice, the day, and the sources cited so far.

    Dates are said as the house says them; names and digits are dressed once, when the card is whole (`dress`).
    """

    db: Connection
    voice: Voice
    on: date
    today: date | None = None
    """The reader's own day: what holds on it is said in the present tense."""
    most_sources: int | None = None
    """On paper: how many sources a fact cites at most; None cites them all."""
    sources: list[Citation] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)
    _disputed: set[tuple[str, str]] = field(default_factory=set)

    @property
    def is_paper(self) -> bool:
        """True for a sheet, which leaves to the window what does not answer the question of its reader."""
        return self.most_sources is not None

    @property
    def lang(self) -> Lang:
        return self.voice.lang

    def say(self, key: str, /, **fields: object) -> str:
        return say(key, self.lang, **fields)

    def name(self, text: Text) -> str:
        return text.in_(self.lang)

    def say_then(self, key: str, /, **fields: object) -> str:
        """A sentence about the as-of day, in the present tense where that day is not past."""
        is_past = self.today is None or self.on < self.today
        return self.say(key if is_past else f"{key}-today", day=self.day(self.on), **fields)

    def day(self, day: date) -> str:
        return self.voice.day(day)

    def days(self, start: date, end: date) -> str:
        return self.voice.days(start, end)

    def moment(self, moment: Edtf, *, short: bool = False) -> str:
        return self.voice.moment(moment, short=short)

    def marks(self, evidence: Evidence | None, about: str = "") -> Marks:
        """Number the sources of a fact; what contests it becomes a dispute that names `about`.

        A source that contests one field may bear out the others; it is counted on the side on which it says otherwise,
        unless no other bears the fact out.
        """
        if evidence is None:
            return NO_MARKS
        if not evidence.contests:
            numbers = self._numbered(evidence.citations)
            return Marks(numbers, (), evidence.unverified, self._places(evidence.citations), evidence.fact)
        otherwise = {each.source.id for contest in evidence.contests for each in contest.citations}
        agreeing = tuple(each for each in evidence.citations if each.source.id not in otherwise)
        numbers = self._numbered(agreeing or evidence.citations)
        against: list[int] = []
        for contest in evidence.contests:
            mine = self._numbered(contest.citations)
            against.extend(mine)
            if (evidence.fact, contest.field) in self._disputed:
                continue
            self._disputed.add((evidence.fact, contest.field))
            said = self._dispute(contest.value, contest.reason)
            sides = Marks(numbers, mine)
            if not agreeing:
                said, sides = f"{said} {self.say('dispute-same-source')}", Marks((), mine)
            self._add_dispute(Dispute(about, said, sides, (evidence.fact,)))
        cited = (*evidence.citations, *(each for contest in evidence.contests for each in contest.citations))
        return Marks(numbers, tuple(dict.fromkeys(against)), evidence.unverified, self._places(cited), evidence.fact)

    def _add_dispute(self, new: Dispute) -> None:
        """Facts that are contested in the same words share one entry."""
        for place, known in enumerate(self.disputes):
            if known.text == new.text:
                about = self.say("and", one=isolate(known.about), other=isolate(new.about))
                against = tuple(dict.fromkeys(known.marks.against + new.marks.against))
                numbers = tuple(dict.fromkeys(known.marks.numbers + new.marks.numbers))
                sides = Marks(tuple(number for number in numbers if number not in against), against)
                self.disputes[place] = Dispute(about, known.text, sides, known.fact_ids + new.fact_ids)
                return
        self.disputes.append(new)

    def _dispute(self, value: Text, reason: Text) -> str:
        said = self.name(value)
        if said in reference.sort_keys(self.db, "en"):
            said = self.name(reference.entity(self.db, said).name)
        elif said[:4].isdigit() and len(said) in (4, 7, 10):
            said = self.voice.moment(said)
        elif has_word(f"status-{said}", self.lang):
            said = self.say(f"status-{said}")
        return self.say("dispute", value=isolate(said), reason=isolate(self.name(reason)))

    def _numbered(self, citations: tuple[Citation, ...]) -> tuple[int, ...]:
        known = self._numbers  # asked some thousand times for one overview
        found: dict[int, None] = {}
        for citation in self._chosen(citations):
            number = known.get(citation.source.id)
            if number is None:
                self.sources.append(citation)
                number = known[citation.source.id] = len(self.sources)
            found[number] = None
        return tuple(found)

    def _places(self, citations: tuple[Citation, ...]) -> tuple[tuple[int, str], ...]:
        """Where on the page a fact stands, by the number of the source."""
        placed = [citation for citation in reversed(citations) if citation.at]
        if not placed:
            return ()
        known = self._numbers
        found = {known[each.source.id]: each.at for each in placed if each.at and each.source.id in known}
        return tuple(sorted(found.items()))

    def _chosen(self, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        """The citations to print: numbered ones first, then by class, of different publishers where there are."""
        if self.most_sources is None or len(citations) <= self.most_sources:
            return citations
        known = self._numbers
        ranked = sorted(
            citations, key=lambda one: _CLASSES[one.source.klass] + (0 if one.source.id in known else len(_CLASSES))
        )
        firsts: dict[str, Citation] = {}
        others = []
        for one in ranked:
            if firsts.setdefault(one.source.publisher_key, one) is not one:
                others.append(one)
            elif len(firsts) == self.most_sources:
                break
        return tuple([*firsts.values(), *others][: self.most_sources])

    def moment_of(self, text: str | None) -> str:
        return self.voice.moment(text) if text else ""

    def cited(self, citations: tuple[Citation, ...]) -> Marks:
        """The numbers of sources that are shown without a fact of their own."""
        return Marks(self._numbered(citations), places=self._places(citations))

    def until(self, span: Span) -> str:
        return self.moment(span.until, short=True) if span.until is not None else self.say("to-date")

    def is_current(self, span: Span) -> bool:
        return span.holds_on(self.on) is not Holds.NO

    def is_uncertain(self, span: Span) -> bool:
        return span.holds_on(self.on) is Holds.UNCERTAIN

    def is_later(self, span: Span) -> bool:
        return span.starts_after(self.on)

    def days_cell(self, start: date, end: date) -> Cell:
        """The days of a meeting."""
        return Cell(self.days(start, end), key=start.isoformat())

    def span_cells(self, span: Span) -> tuple[Cell, Cell]:
        ends = span.until is not None
        return (
            Cell(self.moment(span.since, short=True), uncertain=not span.since.is_exact, key=span.since.text),
            Cell(
                self.until(span),
                key=span.until.text if span.until is not None else "9999",
                uncertain=ends and not (span.until and span.until.is_exact),
                tone="plain" if ends else "quiet",
            ),
        )

    def standing(self, country: str) -> Status | None:
        """The state's status on the day, a certain one before an uncertain one."""
        held = [row for row in reference.statuses(self.db, country) if row.on(self.on) is not Holds.NO]
        held.sort(key=lambda row: row.on(self.on) is not Holds.YES)
        return held[0] if held else None

    def held(self, terms: list[Term], kind: str) -> Term | None:
        """Who held the office of that kind on the day, a certain holder before an uncertain one."""
        found = [term for term in terms if term.office.kind == kind and self.is_current(term.span)]
        found.sort(key=lambda term: (self.is_uncertain(term.span), term.acting))
        return found[0] if found else None

    def holder(self, label: str, term: Term | None) -> list[Fact]:
        if term is None:
            return []
        return [
            Fact(label, self.name(term.name), f"{self.name(term.office.name)} · {self.since(term)}",
                 self.held_marks(term), uncertain=self.is_uncertain(term.span), link=term.person)
        ]  # fmt: skip

    def since(self, term: Term) -> str:
        """Since when the office is held without a gap, and the term of the day where that began later."""
        found = holding(self.db, term)
        start, again = self.moment(found.first.span.since), self.moment(term.span.since)
        if found.is_one_term:
            return self.say("since", day=start)
        hers = reference.life(self.db, term.person).gender == "f"
        return self.say("since-terms-f" if hers else "since-terms", day=start, term=again)

    def since_cell(self, term: Term) -> Cell:
        """The same for a column of days: the unbroken start, and the term beneath it."""
        found = holding(self.db, term)
        start = found.first.span.since
        sub = "" if found.is_one_term else self.say("term-since", day=self.moment(term.span.since))
        return Cell(self.moment(start), sub=sub, tone="quiet", key=start.text)

    def held_by(self, person: str, office: str) -> str:
        """A term as the heading of a dispute names it: who, and what of."""
        return self.say("and", one=isolate(person), other=isolate(office))

    def held_marks(self, term: Term) -> Marks:
        """What bears out a term and, where the office was held before it, the first day of that."""
        about = self.name(term.office.of)
        marks = self.marks(term.evidence, about)
        found = holding(self.db, term)
        if found.is_one_term:
            return marks
        both = together(marks, self.marks(found.first.evidence, about))
        agreeing = tuple(number for number in both.numbers if number not in both.against)
        return replace(both, numbers=agreeing or both.numbers)

    def term_row(self, term: Term, *, of_person: bool) -> Row:
        """A term as a row: from, to, and the office (on a person's card) or the holder (on a country's)."""
        marks = self.marks(term.evidence, self.held_by(self.name(term.name), self.name(term.office.of)))
        tone: Tone = "acting" if term.acting else "plain"
        if of_person:
            what = Cell(
                self.name(term.office.of),
                sub=self.name(term.note) if term.note else "",
                flag=term.office.owner,
                tone=tone,
            )
        else:
            what = Cell(self.name(term.name), sub=self.name(term.office.name), tone=tone)
        return Row((*self.span_cells(term.span), what), marks, term.office.owner if of_person else term.person,
                   current=self.is_current(term.span), later=self.is_later(term.span))  # fmt: skip

    def head(self, row: Delegation) -> tuple[Cell, Cell]:
        """The cells of a delegation: its head, and the office held that day with whom it stood in for."""
        if row.head_name is None:
            return Cell(self.say("absent"), sub=self.name(row.note) if row.note else "", tone="quiet"), Cell(
                "", tone="quiet"
            )
        office = self.name(row.office) if row.office else ""
        why = self.name(row.why).rstrip(".") if row.why else ""
        if self.most_sources is not None and len(why) > _SHORT_REASON:
            why = ""
        sub = why
        if row.substituted_name is not None:
            sub = self.say("in-place-of", person=isolate(self.name(row.substituted_name)))
            if why:
                sub += f" {self.say('because', why=isolate(why))}"
        tag = self.say("acting") if row.acting and not office else ""
        return (
            Cell(self.name(row.head_name), strong=True),
            Cell(office, sub=sub, tag=tag, tone="acting" if row.acting else "plain"),
        )

    def name_facts(self, an_id: str, name: Text, names: list[Name]) -> tuple[tuple[Fact, ...], tuple[Spelling, ...]]:
        """The strip of names in other languages, and the spellings seen in print (the card's own script first)."""
        strip = [
            Fact(self.say(f"language-{lang}"), said)
            for lang in ("ar", "en", "ru", "zh")
            if lang != self.lang and (said := getattr(name, lang)) is not None
        ]
        read = self._read_in_press(an_id)
        known = [(row.lang, row.text) for row in names if row.form in ("also", "official") and row.lang in _SHOWN]
        every = dict.fromkeys((*(("ar", text) for text in read), *known))
        ordered = sorted(every, key=lambda row: row[0] != self.lang)
        listed = {text: read.get(text, Spelling(text)) for _, text in ordered}
        # The name in the title is listed only to say whose it is.
        return tuple(strip), tuple(spelt for text, spelt in listed.items() if spelt.where or text != name.ar)

    def _read_in_press(self, an_id: str) -> dict[str, Spelling]:
        """For each Arabic spelling the traditions that have it, with what bears it out."""
        found: dict[str, Spelling] = {}
        for row in seen(self.db, an_id):
            known = found.get(row.text, Spelling(row.text))
            marks = NO_MARKS if self.is_paper else self.marks(row.evidence, row.text)
            numbers = tuple(dict.fromkeys(known.marks.numbers + marks.numbers))
            where = (*known.where, self.say(f"house-{row.tradition}"))
            found[row.text] = Spelling(row.text, where, Marks(numbers))
        return found

    def line(self, key: str, evidence: Evidence | None, about: str = "", /, **fields: object) -> Line:
        return Line(self.say(key, **fields), self.marks(evidence, about))
