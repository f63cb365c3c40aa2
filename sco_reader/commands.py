"""What each command of the command line answers: one printer for people, one for JSON."""

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sco_reader.cli import FOUND, NOTHING_FOUND
from sco_reader.errors import CannotRead, NoQuery, NotACountry
from sco_reader.replies import opened, print_json, printer, style_of, voice_for
from sco_reader.store import Connection
from sco_reader.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from sco_reader.answers import Answer
    from sco_reader.console import Console
    from sco_reader.model import Term
    from sco_reader.search import Hit
    from sco_reader.timeline import Item
    from sco_reader.voice import Voice


def answer(options: Namespace) -> int:
    """Run the command of `options`; the exit status. Raises UserError for what the reader can put right."""
    if options.lang is None:
        options.lang = "en"
    if options.version:
        return _version(options)
    if options.command is None:
        from sco_reader import launch

        return launch.run(options)
    options.note = ""
    status = int(_command(options.command)(options))
    if options.note:
        from sco_reader.console import complain

        complain(options.note, options.bidi)
    return status


def _command(name: str) -> "Callable[[Namespace], int]":
    if f"_{name}" in globals():
        found: Callable[[Namespace], int] = globals()[f"_{name}"]
        return found
    from sco_reader import upkeep

    kept: Callable[[Namespace], int] = getattr(upkeep, name)
    return kept


def _day(db: Connection, options: Namespace) -> date:
    """The as-of day; beyond the horizon a sentence, said on stderr after the answer, tells how far the file knows."""
    from sco_reader import reference

    on = reference.as_of(db, options.on) if options.on else date.today()  # the reader's own day
    horizon = reference.verified_through(db)
    if on > horizon:
        options.note = say("cli-horizon", options.lang, day=voice_for(db, options).day(horizon))
    return on


def _answer_rows(options: Namespace, db: Connection, on: date, rows: list["Answer"]) -> int:
    """Print rows as JSON, marking them where the day is beyond the horizon."""
    from sco_reader import reference

    horizon = reference.verified_through(db)
    if on > horizon:
        rows = [{**row, "as_last_known_on": horizon.isoformat()} for row in rows]
    print_json(rows)
    return FOUND if rows else NOTHING_FOUND


def _heading(console: "Console", voice: "Voice", on: date) -> None:
    console.line(say("cli-as-of", voice.lang, day=voice.day(on)), "asof")


def _nothing(options: Namespace, key: str = "cli-no-rows", **fields: object) -> int:
    from sco_reader.console import complain

    complain(say(key, options.lang, **fields), options.bidi)
    return NOTHING_FOUND


def _version(options: Namespace) -> int:
    from sco_reader import __version__
    from sco_reader.arabic.bidi import isolate
    from sco_reader.store import meta

    db = opened(options)
    edition, horizon = meta(db, "edition"), meta(db, "verified_through")
    if options.json:
        print_json({"program": __version__, "data": edition, "verified_through": horizon})
    else:
        said = {"program": __version__, "edition": edition, "day": horizon}
        printer(options).line(say("cli-version", options.lang, **{name: isolate(text) for name, text in said.items()}))
    return FOUND


def _lookup(options: Namespace) -> int:
    from sco_reader.search import GUESS, lookup

    db = opened(options)
    on = _day(db, options) if options.on else date.today()  # the reader's own day: whose office, which namesake
    if options.batch:
        import json

        for query in _lines(options.batch):
            answers = [hit._asdict() for hit in lookup(db, query, limit=options.limit, on=on)]
            sys.stdout.write(json.dumps(answers, ensure_ascii=False) + "\n")
        return FOUND
    query = " ".join(options.query)
    if not query.strip():
        raise NoQuery
    hits = lookup(db, query, limit=options.limit, on=on)
    found = bool(hits) and hits[0].score >= GUESS
    if options.json:
        print_json([hit._asdict() for hit in hits])
    elif hits:
        _print_hits(options, query, hits, voice_for(db, options).dress if options.house else str)
    if found:
        return FOUND
    from sco_reader.arabic.bidi import isolate, neutralise

    shown = isolate(neutralise(query[:80] + ("…" if len(query) > 80 else "")))
    return _nothing(options, "cli-did-you-mean" if hits else "cli-nothing-found", query=shown)


def _print_hits(options: Namespace, query: str, hits: list["Hit"], dress: "Callable[[str], str]") -> None:
    from sco_reader.whymatched import reason

    arabic = options.lang == "ar"
    rows = []
    for hit in hits:
        why = reason(query, hit, options.lang)
        rows.append((
            *map(dress, (hit.name_ar, hit.name_en) if arabic else (hit.name_en, hit.name_ar)),
            say(f"kind-{hit.kind}", options.lang), hit.id, say(why, options.lang) if why else "",
        ))  # fmt: skip
    printer(options).table((), rows, ("bold", "", "quiet", "link", "quiet"))


def _lines(name: str) -> list[str]:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text("utf-8", errors="replace")
    except OSError as error:
        raise CannotRead(file=name) from error
    return text.removeprefix("\ufeff").splitlines()


def _show(options: Namespace) -> int:
    db = opened(options)
    on = _day(db, options)
    if options.json:
        from sco_reader.answers import everything_on

        print_json(everything_on(db, options.id, on))
        return FOUND
    from sco_reader.cards.compose import card
    from sco_reader.cardtext import write_card

    style = style_of(options)
    found = card(db, options.id, lang=options.lang, on=on, today=date.today(), style=style)  # the reader's own day
    write_card(found, printer(options), style)
    return FOUND


def _states(options: Namespace) -> int:
    from sco_reader import answers, reference
    from sco_reader.dates import Holds

    db = opened(options)
    on = _day(db, options)
    rows = reference.states(db, on=on)
    if options.json:
        return _answer_rows(options, db, on, [answers.state(row, on) for row in rows])
    if not rows:
        return _nothing(options, "cli-no-states", day=voice_for(db, options).day(on))
    console, voice = printer(options), voice_for(db, options)
    _heading(console, voice, on)
    order = reference.sort_keys(db, options.lang)
    for status in reference.SCO_STATUSES:
        mine = sorted((row for row in rows if row.status == status), key=lambda row: order[row.country])
        if mine:
            console.line()
            console.line(f"{say(f'statuses-{status}', options.lang)} ({len(mine)})", "bold")
            console.table((), [
                (voice.name(row.name), voice.moment(row.span.since), row.country,
                 say("uncertain", options.lang) if row.on(on) is Holds.UNCERTAIN else "",
                 say("contested", options.lang) if row.evidence.contests else "")
                for row in mine
            ], ("", "quiet", "link", "warn", "warn"))  # fmt: skip
    return FOUND


def _leaders(options: Namespace) -> int:
    from sco_reader import answers, reference

    db = opened(options)
    on = _day(db, options)
    if options.country is not None and not _is_party(db, options.country):
        raise NotACountry(id=options.country)
    rows = reference.leaders(db, on=on, owner=options.country)
    if options.json:
        return _answer_rows(options, db, on, [answers.leader(row, on) for row in rows])
    if not rows:
        return _nothing(options)
    console, voice = printer(options), voice_for(db, options)
    _heading(console, voice, on)
    order = reference.sort_keys(db, options.lang)
    console.table((), [
        (voice.name(row.office.owner_name), voice.name(row.name), voice.name(row.office.name), _since(db, voice, row),
         row.person)
        for row in sorted(rows, key=lambda row: order[row.office.owner])
    ], ("", "bold", "", "quiet", "link"))  # fmt: skip
    return FOUND


def _since(db: Connection, voice: "Voice", term: "Term") -> str:
    """The day since which the office is held without a gap, and the term where that began later."""
    from sco_reader.arabic.bidi import isolate
    from sco_reader.holding import holding

    found = holding(db, term)
    start = voice.moment(found.first.span.since)
    if found.is_one_term:
        return start
    return f"{start} · {isolate(voice.say('term-since', day=voice.moment(term.span.since)))}"


def _is_party(db: Connection, an_id: str) -> bool:
    from sco_reader.errors import UnknownId
    from sco_reader.reference import entity

    try:
        return entity(db, an_id).kind in ("country", "organisation")
    except UnknownId:
        return False


def _meetings(options: Namespace) -> int:
    from sco_reader import answers, reference

    db = opened(options)
    rows = reference.meetings(db, body=options.body)
    if options.on:
        on = _day(db, options)
        rows = [row for row in rows if row.start <= on]
    if options.json:
        print_json([answers.meeting(row) for row in rows])
        return FOUND if rows else NOTHING_FOUND
    if not rows:
        return _nothing(options)
    voice = voice_for(db, options)
    printer(options).table((), [
        (voice.days(row.start, row.end), voice.name(row.name), voice.name(row.chair_country_name),
         say(f"format-{row.format}", options.lang), row.id)
        for row in rows
    ], ("quiet", "bold", "", "quiet", "link"))  # fmt: skip
    return FOUND


def _delegations(options: Namespace) -> int:
    from sco_reader import answers, reference

    db = opened(options)
    found = reference.meeting(db, options.meeting)
    rows = reference.delegations(db, of=found.id)
    if options.json:
        print_json([answers.delegation(row) for row in rows])
        return FOUND if rows else NOTHING_FOUND
    if not rows:
        return _nothing(options)
    from sco_reader.cards.compose import card
    from sco_reader.cardtext import write_section

    whole = card(db, found.id, lang=options.lang, on=found.end, style=style_of(options))
    console = printer(options)
    console.line(whole.title, "bold")
    write_section(whole.sections[0], console, voice_for(db, options))
    return FOUND


def _sheet(options: Namespace) -> int:
    from sco_reader.briefing import write_sheet

    db = opened(options)
    on = _day(db, options) if options.on else None
    target = write_sheet(
        db, options.ids, lang=options.sheet_lang, on=on, target=Path(options.output) if options.output else None,
        style=style_of(options),
    )  # fmt: skip
    _tell_written(options, target)
    return FOUND


def _tell_written(options: Namespace, target: Path) -> None:
    from sco_reader.arabic.bidi import isolate, neutralise

    printer(options).line(say("cli-written", options.lang, file=isolate(neutralise(str(target)))))


def _timeline(options: Namespace) -> int:
    from sco_reader import timeline

    db = opened(options)
    voice = voice_for(db, options)
    since, until = _bound(db, options.since), _bound(db, options.until)
    found = timeline.items(db, since=since, until=until)
    if options.output:
        target = Path(options.output)
        timeline.draw(db, found, voice=voice, target=target, on=_day(db, options), since=since, until=until)
        _tell_written(options, target)
        return FOUND
    if options.json:
        print_json([item.answer() for item in found])
    else:
        printer(options).table((), [
            (voice.moment(item.start), voice.moment(item.end) if item.end else "",
             _shown(item, voice), item.id)
            for item in found
        ], ("quiet", "quiet", "", "link"))  # fmt: skip
    return FOUND if found else NOTHING_FOUND


def _shown(item: "Item", voice: "Voice") -> str:
    """What the item is called; of a standing also which, since a state has several one after the other."""
    name = voice.dress(item.label(voice.lang))
    return f"{name} · {voice.say(f'status-{item.kind}')}" if item.lane.startswith("membership") else name


def _bound(db: Connection, text: str | None) -> date | None:
    from sco_reader.reference import as_of

    return as_of(db, text) if text else None


def _claims(options: Namespace) -> int:
    from sco_reader import answers, chronicle

    db = opened(options)
    rows = chronicle.claims(db)
    if options.json:
        print_json([answers.claim(row) for row in rows])
        return FOUND if rows else NOTHING_FOUND
    console, voice = printer(options), voice_for(db, options)
    for row in rows:
        verdict = say(f"verdict-{row.verdict}", options.lang)
        console.line(f"{verdict}: {voice.name(row.claim)}", "bold")
        console.line(voice.name(row.answer))
        console.line(row.id, "quiet")
        console.line()
    return FOUND if rows else NOTHING_FOUND


def _changes(options: Namespace) -> int:
    from sco_reader import answers
    from sco_reader.changes import changes, previous_summit

    db = opened(options)
    options.on = options.until or options.on
    until = _day(db, options)
    since = _bound(db, options.since) or previous_summit(db, until)
    if options.json:
        rows = [answers.change(row) for row in changes(db, since=since, until=until)]
        return _answer_rows(options, db, max(since, until), rows)
    from sco_reader.arabic.wording import day_in_words
    from sco_reader.cards.compose import card
    from sco_reader.changestext import write_changes

    whole = card(db, f"changes:{since}", lang=options.lang, on=until)
    if not whole.sections[0].rows:
        first, last = (day_in_words(day, options.lang) for day in sorted((since, until)))
        return _nothing(options, "changes-none", since=first, until=last)
    write_changes(whole, printer(options))
    return FOUND
