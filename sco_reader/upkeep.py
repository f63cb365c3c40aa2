"""The commands of those who keep the reference: check, build, coverage, audit, and shell completion."""

import sys
from argparse import Namespace
from pathlib import Path

from sco_reader.cli import FOUND, NOTHING_FOUND
from sco_reader.replies import opened, print_json, printer, voice_for
from sco_reader.words import say


def check(options: Namespace) -> int:
    """Name every fault of the data, one line each."""
    from sco_reader.check import describe, problems
    from sco_reader.paths import data_folder

    found = problems(Path(options.folder) if options.folder else data_folder())
    if options.json:
        print_json([
            {"file": problem.file, "line": problem.line, "sentence": describe(problem, options.lang).split(": ", 1)[1]}
            for problem in found
        ])  # fmt: skip
    else:
        console = printer(options)
        for problem in found:
            console.stream.write(describe(problem, options.lang) + "\n")
    return NOTHING_FOUND if found else FOUND


def build(options: Namespace) -> int:
    """Build the reference and its catalogues from the data."""
    from sco_reader.arabic.bidi import isolate, neutralise
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
    printer(options).line(say("cli-built", options.lang, file=isolate(neutralise(str(target)))))
    return FOUND


def coverage(options: Namespace) -> int:
    """Say how much the reference holds and what it lacks."""
    from sco_reader.coverage import coverage

    db = opened(options)
    found = coverage(db)
    if options.json:
        print_json(found)
    else:
        from sco_reader.coveragetext import write_coverage

        write_coverage(db, found, printer(options), voice_for(db, options))
    return FOUND


def audit(options: Namespace) -> int:
    """Draw facts for a second reader to check against their sources."""
    from sco_reader.audit import sample, share_from, write_sample

    db = opened(options)
    found = sample(db, share_from(options.sample), options.seed)
    if options.json:
        print_json([fact.answer() for fact in found])
    else:
        write_sample(db, found, printer(options), voice_for(db, options))
    return FOUND if found else NOTHING_FOUND


def completion(options: Namespace) -> int:
    """Print what a shell needs to complete our commands."""
    import shtab

    from sco_reader.cli import parser_for_completion

    sys.stdout.write(shtab.complete(parser_for_completion(), shell=options.shell))
    return FOUND
