"""What each command of the command line answers: one printer for people, one for JSON."""

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sco_reader.cli import FOUND, NOTHING_FOUND
from sco_reader.errors import CannotRead, NotACountry
from sco_reader.paths import reference_file
from sco_reader.store import Connection, open_reference
from sco_reader.words import say

if TYPE_CHECKING:
    from sco_reader.answers import Answer
    from sco_reader.console import Console
    from sco_reader.search import Hit


def answer(options: Namespace) -> int:
    """Run the command of `options`; the exit status. Raises UserError for what the reader can put right."""
    if options.lang is None:
        options.lang = "en"
    if options.version:
        return _version(options)
    if options.command is None:
        return _window(options)
    options.note = ""
    status = int(globals()[f"_{options.command}"](options))
    if options.note:
        from sco_reader.console import complain

        complain(options.note)
    return status


def _open(options: Namespace) -> Connection:
    return open_reference(Path(options.file) if options.file else reference_file())


def _day(db: Connection, options: Namespace) -> date:
    """The as-of day; beyond the horizon a sentence, said on stderr after the answer, tells how far the file knows."""
    from sco_reader import reference
    from sco_reader.arabic.wording import day_in_words

    on = reference.as_of(db, options.on) if options.on else date.today()  # the reader's own day
    horizon = reference.verified_through(db)
    if on > horizon:
        options.note = say("cli-horizon", options.lang, day=day_in_words(horizon, options.lang))
    return on


def _print_json(found: object) -> None:
    import json

    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")


def _console(options: Namespace) -> "Console":
    from sco_reader.console import Console

    return Console(sys.stdout, options.lang, options.bidi)


def _answer_rows(options: Namespace, db: Connection, on: date, rows: list["Answer"]) -> int:
    """Print rows as JSON, marking them where the day is beyond the horizon."""
    from sco_reader import reference

    horizon = reference.verified_through(db)
    if on > horizon:
        rows = [{**row, "as_last_known_on": horizon.isoformat()} for row in rows]
    _print_json(rows)
    return FOUND if rows else NOTHING_FOUND


def _heading(console: "Console", options: Namespace, on: date) -> None:
    from sco_reader.arabic.wording import day_in_words

    console.line(say("cli-as-of", options.lang, day=day_in_words(on, options.lang)), "asof")


def _nothing(options: Namespace, key: str = "cli-no-rows", **fields: object) -> int:
    from sco_reader.console import complain

    complain(say(key, options.lang, **fields))
    return NOTHING_FOUND


def _version(options: Namespace) -> int:
    from sco_reader import __version__
    from sco_reader.store import meta

    db = _open(options)
    edition, horizon = meta(db, "edition"), meta(db, "verified_through")
    if options.json:
        _print_json({"program": __version__, "data": edition, "verified_through": horizon})
    else:
        _console(options).line(say("cli-version", options.lang, program=__version__, edition=edition, day=horizon))
    return FOUND


def _window(options: Namespace) -> int:
    from sco_reader.desktop.start import run_window

    return run_window(_open(options), options.asked_lang, options.on)


def _lookup(options: Namespace) -> int:
    from sco_reader.search import lookup

    db = _open(options)
    if options.batch:
        import json

        for query in _lines(options.batch):
            found = [hit._asdict() for hit in lookup(db, query, limit=options.limit)]
            sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
        return FOUND
    query = " ".join(options.query)
    hits = lookup(db, query, limit=options.limit)
    if options.json:
        _print_json([hit._asdict() for hit in hits])
    elif hits:
        _print_hits(options, hits)
    if not hits:
        from sco_reader.arabic.bidi import isolate, neutralise

        return _nothing(
            options, "cli-nothing-found", query=isolate(neutralise(query[:80] + ("…" if len(query) > 80 else "")))
        )
    return FOUND


def _print_hits(options: Namespace, hits: list["Hit"]) -> None:
    arabic = options.lang == "ar"
    rows = [
        (
            hit.name_ar if arabic else hit.name_en,
            hit.name_en if arabic else hit.name_ar,
            say(f"kind-{hit.kind}", options.lang),
            hit.id,
        )
        for hit in hits
    ]
    _console(options).table((), rows, ("bold", "", "quiet", "link"))


def _lines(name: str) -> list[str]:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text("utf-8", errors="replace")
    except OSError as error:
        raise CannotRead(file=name) from error
    return text.removeprefix("\ufeff").splitlines()


def _show(options: Namespace) -> int:
    db = _open(options)
    on = _day(db, options)
    if options.json:
        from sco_reader.answers import everything_on

        _print_json(everything_on(db, options.id, on))
        return FOUND
    from sco_reader.cards.compose import card
    from sco_reader.cardtext import write_card

    write_card(card(db, options.id, lang=options.lang, on=on), _console(options))
    return FOUND


def _states(options: Namespace) -> int:
    from sco_reader import answers, reference
    from sco_reader.dates import Holds

    db = _open(options)
    on = _day(db, options)
    rows = reference.states(db, on=on)
    if options.json:
        return _answer_rows(options, db, on, [answers.state(row, on) for row in rows])
    if not rows:
        from sco_reader.arabic.wording import day_in_words

        return _nothing(options, "cli-no-states", day=day_in_words(on, options.lang))
    console = _console(options)
    _heading(console, options, on)
    for status in reference.SCO_STATUSES:
        mine = [row for row in rows if row.status == status]
        if mine:
            console.line()
            console.line(f"{say(f'statuses-{status}', options.lang)} ({len(mine)})", "bold")
            console.table((), [
                (row.name.in_(options.lang), _said(options, str(row.span.since)), row.country,
                 say("uncertain", options.lang) if row.on(on) is Holds.UNCERTAIN else "",
                 say("contested", options.lang) if row.evidence.contests else "")
                for row in mine
            ], ("", "quiet", "link", "warn", "warn"))  # fmt: skip
    return FOUND


def _said(options: Namespace, moment: str) -> str:
    from sco_reader.arabic.wording import edtf_in_words

    return edtf_in_words(moment, options.lang)


def _leaders(options: Namespace) -> int:
    from sco_reader import answers, reference

    db = _open(options)
    on = _day(db, options)
    if options.country is not None and not _is_party(db, options.country):
        raise NotACountry(id=options.country)
    rows = reference.leaders(db, on=on, owner=options.country)
    if options.json:
        return _answer_rows(options, db, on, [answers.leader(row, on) for row in rows])
    if not rows:
        return _nothing(options)
    console = _console(options)
    _heading(console, options, on)
    console.table((), [
        (row.office.owner_name.in_(options.lang), row.name.in_(options.lang), row.office.name.in_(options.lang),
         _said(options, str(row.span.since)), row.person)
        for row in rows
    ], ("", "bold", "", "quiet", "link"))  # fmt: skip
    return FOUND


def _is_party(db: Connection, an_id: str) -> bool:
    from sco_reader.errors import UnknownId
    from sco_reader.reference import entity

    try:
        return entity(db, an_id).kind in ("country", "organisation")
    except UnknownId:
        return False


def _meetings(options: Namespace) -> int:
    from sco_reader import answers, reference
    from sco_reader.arabic.wording import days_in_words

    db = _open(options)
    rows = reference.meetings(db, body=options.body)
    if options.on:
        on = _day(db, options)
        rows = [row for row in rows if row.start <= on]
    if options.json:
        _print_json([answers.meeting(row) for row in rows])
        return FOUND if rows else NOTHING_FOUND
    if not rows:
        return _nothing(options)
    _console(options).table((), [
        (days_in_words(row.start, row.end, options.lang), row.name.in_(options.lang),
         row.chair_country_name.in_(options.lang), say(f"format-{row.format}", options.lang), row.id)
        for row in rows
    ], ("quiet", "bold", "", "quiet", "link"))  # fmt: skip
    return FOUND


def _delegations(options: Namespace) -> int:
    from sco_reader import answers, reference

    db = _open(options)
    found = reference.meeting(db, options.meeting)
    rows = reference.delegations(db, of=found.id)
    if options.json:
        _print_json([answers.delegation(row) for row in rows])
        return FOUND if rows else NOTHING_FOUND
    if not rows:
        return _nothing(options)
    from sco_reader.cards.compose import card
    from sco_reader.cardtext import write_section

    whole = card(db, found.id, lang=options.lang, on=found.end)
    console = _console(options)
    console.line(whole.title, "bold")
    write_section(whole.sections[0], console, whole)
    return FOUND


def _sheet(options: Namespace) -> int:
    from sco_reader.briefing import write_sheet

    db = _open(options)
    on = _day(db, options) if options.on else None
    target = write_sheet(
        db, options.ids, lang=options.sheet_lang, on=on, target=Path(options.output) if options.output else None
    )
    _console(options).line(say("cli-written", options.lang, file=str(target)))
    return FOUND


def _timeline(options: Namespace) -> int:
    from sco_reader import timeline

    db = _open(options)
    found = timeline.items(db, since=_bound(db, options.since), until=_bound(db, options.until))
    if options.output:
        target = Path(options.output)
        timeline.draw(db, found, lang=options.lang, target=target, on=_day(db, options))
        _console(options).line(say("cli-written", options.lang, file=str(target)))
        return FOUND
    if options.json:
        _print_json([item.answer() for item in found])
    else:
        _console(options).table((), [
            (_said(options, item.start), _said(options, item.end) if item.end else "",
             item.label_ar if options.lang == "ar" else item.label_en, item.id)
            for item in found
        ], ("quiet", "quiet", "", "link"))  # fmt: skip
    return FOUND if found else NOTHING_FOUND


def _bound(db: Connection, text: str | None) -> date | None:
    from sco_reader.reference import as_of

    return as_of(db, text) if text else None


def _claims(options: Namespace) -> int:
    from sco_reader import answers, chronicle

    rows = chronicle.claims(_open(options))
    if options.json:
        _print_json([answers.claim(row) for row in rows])
        return FOUND if rows else NOTHING_FOUND
    console = _console(options)
    for row in rows:
        verdict = say(f"verdict-{row.verdict}", options.lang)
        console.line(f"{verdict}: {row.claim.in_(options.lang)}", "bold")
        console.line(row.answer.in_(options.lang))
        console.line(row.id, "quiet")
        console.line()
    return FOUND if rows else NOTHING_FOUND


def _check(options: Namespace) -> int:
    from sco_reader.check import describe, problems
    from sco_reader.paths import data_folder

    found = problems(Path(options.folder) if options.folder else data_folder())
    if options.json:
        _print_json([
            {"file": problem.file, "line": problem.line, "sentence": describe(problem, options.lang).split(": ", 1)[1]}
            for problem in found
        ])  # fmt: skip
    else:
        console = _console(options)
        for problem in found:
            console.stream.write(describe(problem, options.lang) + "\n")
    return NOTHING_FOUND if found else FOUND


def _build(options: Namespace) -> int:
    from sco_reader.build import build_catalogues, build_reference
    from sco_reader.check import describe, problems
    from sco_reader.errors import DataHasProblems
    from sco_reader.paths import built, data_folder

    folder = Path(options.folder) if options.folder else data_folder()
    target = Path(options.output) if options.output else built("sco.sqlite")
    if not options.output:
        build_catalogues(target.parent)
    try:
        build_reference(folder, target)
    except DataHasProblems:
        for problem in problems(folder)[:20]:
            sys.stderr.write(describe(problem, options.lang) + "\n")
        raise
    _console(options).line(say("cli-built", options.lang, file=str(target)))
    return FOUND


def _coverage(options: Namespace) -> int:
    from sco_reader.coverage import coverage

    found = coverage(_open(options))
    if options.json:
        _print_json(found)
    else:
        from sco_reader.coveragetext import write_coverage

        write_coverage(found, _console(options))
    return FOUND


def _audit(options: Namespace) -> int:
    from sco_reader.audit import sample, share_from, write_sample

    found = sample(_open(options), share_from(options.sample), options.seed)
    if options.json:
        _print_json([fact.answer() for fact in found])
    else:
        write_sample(found, _console(options))
    return FOUND if found else NOTHING_FOUND


def _completion(options: Namespace) -> int:
    import shtab

    from sco_reader.cli import parser_for_completion

    sys.stdout.write(shtab.complete(parser_for_completion(), shell=options.shell))
    return FOUND
